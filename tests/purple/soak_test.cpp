// SPDX-License-Identifier: GPL-2.0-or-later
// A long life: message after message of every kind, and the memory stays where it was. LOFTGATE_SOAK says how many
// (tests/bench/soak prints what they cost).
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tests/support/card_number.h"
#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

constexpr unsigned rounds_between_looks = 10;
constexpr unsigned messages_in_a_round = 20;
constexpr std::size_t allowed_growth = 16 * 1024;

unsigned messages() {
  const char* given = std::getenv("LOFTGATE_SOAK");
  return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 10000;
}

std::size_t resident_kib() {
  std::size_t size = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / 1024;
}

class Soak : public PurpleBed {
 protected:
  void hold_and(const char* answer) {
    const std::size_t before = wire().size();
    type("pay with " + card_number(++cards_));
    ASSERT_EQ(wire().size(), before) << "not held";
    choose(answer);
  }

  /// Twenty messages: ordinary ones, held and masked, held and taken back, told about in a notice, and incoming.
  void round() {
    write_to(bot_name);
    for (int i = 0; i < 6; ++i) type("see you at six");
    for (int i = 0; i < 2; ++i) hold_and("mask");
    for (int i = 0; i < 2; ++i) hold_and("back");
    for (int i = 0; i < 5; ++i) hear(xmpp_, bot_name, "my card is " + card_number(++cards_));
    close_conversation();
    enter_room(irc_, "#chat", {"ann", "bob"});
    const std::size_t before = notices();
    for (int i = 0; i < 5; ++i) type("write to bob" + std::to_string(++cards_) + "@gmx.net");
    ASSERT_EQ(notices(), before + 5);
    close_conversation();
    turn();
    ASSERT_THAT(wire(), testing::SizeIs(13));
    wire_of_null_protocols() = {};
    forget_what_was_shown();
  }

 private:
  static std::size_t notices() {
    return static_cast<std::size_t>(std::count_if(shown_lines().begin(), shown_lines().end(), [](const ShownLine& line) {
      return line.markup.starts_with("(i)");
    }));
  }

  unsigned cards_ = 0;
};

TEST_F(Soak, LeavesTheMemoryWhereItWas) {
  std::vector<std::size_t> in_use;
  const unsigned rounds = messages() / messages_in_a_round;
  const unsigned step = std::max(rounds / rounds_between_looks, 1U);
  for (unsigned number = 1; number <= rounds; ++number) {
    ASSERT_NO_FATAL_FAILURE(round());
    if (number % step != 0) continue;
    malloc_trim(0);
    in_use.push_back(mallinfo2().uordblks);
    std::cout << number * messages_in_a_round << " messages: " << in_use.back() / 1024 << " KiB in use, resident "
              << resident_kib() << " KiB\n";
  }
  // By then every cache is full, and as many values are remembered as ever will be.
  ASSERT_GE(in_use.size(), 10U);
  EXPECT_LT(in_use.back(), in_use[7] + allowed_growth);
}

}  // namespace
}  // namespace loftgate
