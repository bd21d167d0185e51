// SPDX-License-Identifier: GPL-2.0-or-later
// Prints how long reading and masking markup takes, beside what libpurple itself takes to strip it without a map.
#include <util.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "common/base/glib_ptr.h"
#include "common/text/mask.h"

namespace {

using namespace loftgate;

std::string repeated(const std::string& unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  text.resize(size);
  return text;
}

/// Median nanoseconds of one call, over 9 rounds of about 20 ms.
template <class Work>
double median_ns(Work work) {
  using Clock = std::chrono::steady_clock;
  const auto time_of = [&](int calls) {
    const auto begin = Clock::now();
    for (int i = 0; i < calls; ++i) work();
    return std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
  };
  const int calls = std::clamp(static_cast<int>(2e7 / std::max(time_of(1), 1.0)), 1, 200000);
  std::vector<double> rounds;
  for (int round = 0; round < 9; ++round) rounds.push_back(time_of(calls) / calls);
  std::nth_element(rounds.begin(), rounds.begin() + 4, rounds.end());
  return rounds[4];
}

std::size_t sink = 0;   ///< keeps the compiler from leaving the work out

void measure(const char* name, const std::string& markup) {
  const double ours = median_ns([&] { sink += read_markup(markup).text.size(); });
  const double libpurple = median_ns([&] { sink += take(purple_markup_strip_html(markup.c_str())).size(); });
  const PlainText read = read_markup(markup);
  const Replacement middle{{read.body_size / 2, read.body_size / 2 + 10}, "[phone]"};
  const double mask = median_ns([&] { sink += mask_markup(markup, read, {middle}).size(); });
  std::printf("%-24s %9zu B %12.0f %8.0f MB/s %12.0f %14.0f\n", name, markup.size(), ours,
              static_cast<double>(markup.size()) * 1e3 / ours, mask, libpurple);
}

}  // namespace

int main() {
  const std::string plain =
      "hey, can you send the report to me before 5pm? I will look at it tonight and reply, thanks a lot :)";
  const std::string markup =
      "<body><font face=\"Sans\" color=\"#204a87\">hey <b>can you</b> send me the report &amp; the notes "
      "&lt;soon&gt;?</font></body>";
  std::printf("%-24s %11s %12s %13s %12s %14s\n", "median ns", "size", "read", "", "mask", "strip_html");
  measure("short plain", plain);
  measure("short markup", markup);
  measure("plain", repeated(plain + " ", 65536));
  measure("markup", repeated(markup + "<br>", 65536));
  for (const char* unit : {"<", "&", "<b>", "<br>", "<a href=\"x", "<a '\"", "<!--", "&#54;", "<img alt=x>", "\r"}) {
    measure((std::string("hostile ") + unit).c_str(), repeated(unit, 65536));
    measure((std::string("hostile ") + unit).c_str(), repeated(unit, 1 << 20));
  }
  return sink == 0;
}
