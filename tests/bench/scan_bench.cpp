// SPDX-License-Identifier: GPL-2.0-or-later
// How fast the scanner is, beside other engines with the same patterns and beside what its own design could do at best.
//
//   scan_bench CORPORA [NAME…]   CORPORA: a folder of text files, one message a line, and adv_*.txt, hostile ones
//   scan_bench --rules           prints the rules as regular expressions, one a line, for other tools
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/anchor_walk.h"
#include "common/scan/bundled_image.h"
#include "common/scan/detector.h"
#include "common/scan/scanner.h"
#include "common/text/markup.h"
#include "tests/bench/rivals.h"

namespace {

using namespace loftgate;
using bench::Rival;
using bench::Rule;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

std::size_t sink = 0;   // keeps the compiler from leaving the work out

double seconds(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

/// RE2 and PCRE2 do not know the scanner's digits; they get the class spelled out. RE2 counts to 1000 only.
std::string for_others(std::string pattern) {
  const auto replace = [&](std::string_view from, auto with) {
    for (std::size_t at = 0; (at = pattern.find(from, at)) != std::string::npos;) {
      const std::string to = with(at);
      pattern.replace(at, from.size(), to);
      at += to.size();
    }
  };
  replace("\\p{Nd}", [&](std::size_t at) -> std::string {
    const std::size_t open = pattern.rfind('[', at), close = pattern.rfind(']', at);
    const bool inside = open != std::string::npos && (close == std::string::npos || close < open);
    const std::string digits = "0-9٠-٩۰-۹０-９";
    return inside ? digits : "[" + digits + "]";
  });
  for (const char* count : {",1600}", ",2000}", ",3000}", ",4000}"}) replace(count, [](std::size_t) { return std::string(",1000}"); });
  return pattern;
}

std::vector<Rule> bundled_rules() {
  std::vector<Rule> rules;
  for (const RecordFile& file : bundled_records("detectors")) {
    const Result<Detector> detector = read_detector(file);
    if (!detector) continue;
    Rule rule;
    for (const std::string& part : {detector->before, detector->pattern, detector->after}) {
      if (!part.empty()) rule.regex += "(?:" + for_others(part) + ")";
    }
    rule.any_case = detector->any_case;
    const Anchors& anchors = detector->anchors;
    const bool words_only = anchors.signs.empty() && !anchors.scheme && !anchors.digits && !anchors.token && !anchors.long_token;
    if (words_only) rule.words = anchors.words;
    rules.push_back(std::move(rule));
  }
  return rules;
}

struct Speed {
  double ns_a_message = 0;
  double megabytes_a_second = 0;
  std::size_t found = 0;
};

/// Median of seven rounds over the messages, or over as many of them as `budget` seconds allow.
template <class Scan>
Speed measure(const std::vector<std::string_view>& messages, double budget, Scan scan) {
  const auto begin = Clock::now();
  std::size_t count = 0;
  for (; count < messages.size() && seconds(begin) < budget / 7; ++count) scan(messages[count]);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < count; ++i) bytes += messages[i].size();
  Speed speed;
  std::vector<double> rounds;
  for (int round = 0; round < 7; ++round) {
    const auto start = Clock::now();
    speed.found = 0;
    for (std::size_t i = 0; i < count; ++i) speed.found += scan(messages[i]);
    rounds.push_back(seconds(start));
  }
  const double time = median(rounds);
  sink += speed.found;
  speed.ns_a_message = time / static_cast<double>(count) * 1e9;
  speed.megabytes_a_second = static_cast<double>(bytes) / time / 1e6;
  speed.found = speed.found * messages.size() / count;
  return speed;
}

/// The floor of the design: classify, and hash every beginning of a word.
std::size_t classify_and_visit(std::string_view text) {
  std::uint64_t sum = 0, word_before = 0;
  for (std::size_t at = 0; at + 72 <= text.size(); at += 64) {
    const BlockMasks masks = classify(text.data() + at);
    for (std::uint64_t starts = masks.word & ~(masks.word << 1 | word_before); starts != 0; starts &= starts - 1) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at + static_cast<std::size_t>(std::countr_zero(starts)), sizeof bytes);
      sum += (bytes * 0x9E3779B97F4A7C15u) >> 48;
    }
    word_before = masks.word >> 63;
    sum ^= masks.digit ^ masks.sign;
  }
  return sum % 2;
}

/// Resident memory in KiB.
long resident() {
  std::ifstream file("/proc/self/smaps_rollup");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("Rss:")) return std::stol(line.substr(4));
  }
  return 0;
}

void measure_start() {
  const long before = resident();
  auto begin = Clock::now();
  const Scanner scanner = Scanner::of_image(bundled_scan_image());
  const double start = seconds(begin);
  begin = Clock::now();
  sink += scanner.scan("hello there, shall we meet at 5pm tomorrow? bring the red folder").findings.size();
  const double first = seconds(begin);
  std::printf("engine start %.3f ms, first scan %.3f ms, %zu detectors, resident +%ld KiB\n", start * 1e3, first * 1e3,
              scanner.size(), resident() - before);
}

void measure_message(const Scanner& scanner) {
  const std::string plain = "hey, can you send the report to me before lunch? I will look at it tonight and reply, thanks a lot :)";
  const std::string markup = "<body><font face=\"Sans\">hey <b>can you</b> send me the report &amp; the notes &lt;soon&gt;, "
                             "before lunch please?</font></body>";
  const auto time = [&](std::string_view text, auto work) {
    const std::vector<std::string_view> messages(2000, text);
    return measure(messages, 1, work).ns_a_message;
  };
  const auto scan = [&](std::string_view text) { return scanner.scan(text).findings.size(); };
  const auto read_and_scan = [&](std::string_view text) { return scanner.scan(read_markup(text).text).findings.size(); };
  std::printf("%zu bytes: scan %.0f ns; read, map and scan %.0f ns; %zu bytes of markup: %.0f ns\n", plain.size(),
              time(plain, scan), time(plain, read_and_scan), markup.size(), time(markup, read_and_scan));
}

void compare(const Scanner& scanner, const std::vector<Rule>& rules, const fs::path& folder, const std::string& name) {
  const std::string text = contents(folder / (name + ".txt"));
  const std::vector<std::string_view> messages = lines_of(text);
  if (messages.empty()) return;
  const auto ours_scan = [&](std::string_view message) { return scanner.scan(message).findings.size(); };
  const Speed ours = measure(messages, 3, ours_scan);
  std::printf("\n%s: %zu messages, %zu bytes\n", name.c_str(), messages.size(), text.size());
  const auto row = [&](const char* engine, const Speed& speed, std::size_t refused) {
    std::printf("  %-28s %8.1f MB/s %9.0f ns a message %8.2f times slower, %zu found, %zu rules refused\n", engine,
                speed.megabytes_a_second, speed.ns_a_message, ours.megabytes_a_second / speed.megabytes_a_second,
                speed.found, refused);
    std::fflush(stdout);
  };
  row("Loftgate", ours, 0);
  row("Loftgate, one buffer", measure({text}, 1, ours_scan), 0);
  row("classify and visit, a buffer", measure({text}, 1, classify_and_visit), 0);
  const std::pair<const char*, std::unique_ptr<Rival> (*)(const std::vector<Rule>&)> rivals[] = {
      {"keywords, RE2::Set, RE2", bench::re2_with_keywords}, {"RE2::Set, RE2", bench::re2_set},
      {"Vectorscan", bench::vectorscan}, {"keywords, PCRE2-JIT", bench::pcre2_with_keywords}};
  for (const auto& [engine, make] : rivals) {
    const std::unique_ptr<Rival> rival = make(rules);
    row(engine, measure(messages, 3, [&](std::string_view message) { return rival->scan(message); }), rival->refused);
  }
}

/// Megabytes a second over 1 MiB, and how many times longer that takes than 64 KiB.
void measure_hostile(const Scanner& scanner, const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("adv_")) files[name] = contents(entry.path());
  }
  std::printf("\nhostile files\n");
  for (const auto& [name, text] : files) {
    const auto time = [&](std::string_view part) {
      std::vector<double> rounds;
      for (int round = 0; round < 5; ++round) {
        const auto begin = Clock::now();
        sink += scanner.scan(part).findings.size();
        rounds.push_back(seconds(begin));
      }
      return median(rounds);
    };
    const double small = time(std::string_view(text).substr(0, 65536)), large = time(text);
    std::printf("  %-22s %8.1f MB/s, 1 MiB / 64 KiB = %5.1f\n", name.c_str(), static_cast<double>(text.size()) / large / 1e6,
                large / small);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<Rule> rules = bundled_rules();
  if (argc == 2 && std::string_view(argv[1]) == "--rules") {
    for (const Rule& rule : rules) std::printf("%s%s\n", rule.any_case ? "(?i)" : "", rule.regex.c_str());
    return 0;
  }
  if (argc < 2) {
    std::fprintf(stderr, "usage: scan_bench CORPORA [NAME…] | --rules\n");
    return 2;
  }
  measure_start();
  const Scanner scanner = Scanner::of_image(bundled_scan_image());
  measure_message(scanner);
  for (int i = 2; i < argc; ++i) compare(scanner, rules, argv[1], argv[i]);
  measure_hostile(scanner, argv[1]);
  return sink == 0;
}
