// SPDX-License-Identifier: GPL-2.0-or-later
// Somebody types fast and does not look: lines and answers come in any order, windows close and accounts leave. Every
// word is then in exactly one place. LOFTGATE_SESSIONS says how many sessions (tests/bench/sessions).
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>

#include "tests/support/card_number.h"
#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

unsigned sessions() {
  const char* given = std::getenv("LOFTGATE_SESSIONS");
  return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 25;
}

std::size_t count(const std::string& where, const std::string& word) {
  std::size_t found = 0;
  for (auto at = where.find(word); at != std::string::npos; at = where.find(word, at + 1)) ++found;
  return found;
}

class FastTyping : public PurpleBed {
 protected:
  /// What a session has to be able to account for, by a word that stands in no other line.
  enum class Fate { sent, held, masked, as_written, returned, dropped };

  std::string all_of_wire() const {
    std::string all;
    for (const std::string& line : wire()) all += line + "\n";
    return all;
  }

  const Warning* question() { return socket().door->open_question(socket().describe(conversation(), "").to); }

  /// Types a line that would be held by itself, or one that would not.
  void type_line() {
    const std::string word = "w" + std::to_string(++words_) + "w";
    const bool matters = pick(2) == 0;
    const std::size_t before = wire().size();
    type(matters ? word + " pay with " + card_number(words_) : word);
    const bool left = wire().size() != before;
    if (matters && left) ++accidents_;
    fates_[word] = left ? Fate::sent : Fate::held;
    ++messages_;
  }

  /// Everything held in the conversation is one question; its answer decides about all of it.
  void answer(const char* words, Fate fate) {
    const bool open = question() != nullptr;
    type(std::string("/lg ") + words);
    if (!open) return;
    if (question() != nullptr) return;   // it could not be carried out, and says so
    for (auto& [word, now] : fates_) {
      if (now == Fate::held) now = fate;
    }
    ++decisions_;
  }

  void leave_and_return() {
    disconnect(xmpp_);
    const std::size_t before = wire().size();
    type("/lg mask");
    connect(xmpp_);
    if (wire().size() != before) ++accidents_;
  }

  /// The text comes back with its conversation.
  void close_and_open() {
    close_conversation();
    write_to(bot_name);
    for (auto& [word, now] : fates_) {
      if (now == Fate::held) now = Fate::returned;
    }
  }

  void do_something() {
    switch (pick(14)) {
      case 0: return answer("mask", Fate::masked);
      case 1: return answer("send", Fate::as_written);
      case 2: return answer("back", Fate::returned);
      case 3: return answer("keep", Fate::dropped);
      case 4: return leave_and_return();
      case 5: return close_and_open();
      case 6: return answer("why", Fate::held);
      case 7: return hear(xmpp_, bot_name, "coo");
      default: return type_line();
    }
  }

  void session() {
    write_to(bot_name);
    for (int step = 0; step < 20; ++step) do_something();
    answer("back", Fate::returned);
    check();
    close_conversation();
    fates_.clear();
    wire_of_null_protocols() = {};
  }

  void check() {
    const std::string sent = all_of_wire();
    for (const auto& [word, fate] : fates_) {
      const std::size_t expected = fate == Fate::sent || fate == Fate::masked || fate == Fate::as_written ? 1 : 0;
      const std::size_t there = count(sent, word);
      if (there > expected) ++(expected == 0 ? accidents_ : doubled_);
      if (there < expected) ++lost_;
      if (fate == Fate::returned && count(shown(), word) == 0) ++lost_;
      if (fate == Fate::held) ++lost_;
    }
  }

  /// All that stood in a window in this session: a text that was given back, too.
  static std::string shown() {
    std::string all;
    for (const ShownLine& line : shown_lines()) all += line.markup + "\n";
    return all;
  }

  unsigned pick(unsigned of) { return std::uniform_int_distribution<unsigned>(0, of - 1)(chance_); }

  std::mt19937 chance_{20261125};
  std::map<std::string, Fate> fates_;
  unsigned words_ = 0;
  unsigned messages_ = 0;
  unsigned decisions_ = 0;
  unsigned accidents_ = 0;
  unsigned lost_ = 0;
  unsigned doubled_ = 0;
};

TEST_F(FastTyping, DecidesNothingByAccidentAndLosesAndDoublesNothing) {
  for (unsigned number = 0; number < sessions(); ++number) {
    session();
    forget_what_was_shown();
  }
  std::cout << sessions() << " sessions: " << messages_ << " messages, " << decisions_ << " decisions; accidental "
            << accidents_ << ", lost " << lost_ << ", doubled " << doubled_ << "\n";
  EXPECT_GT(decisions_, sessions() / 2) << "nothing was held";
  EXPECT_EQ(accidents_, 0U);
  EXPECT_EQ(lost_, 0U);
  EXPECT_EQ(doubled_, 0U);
  unsigned logged = 0;
  for (const std::string& choice : choices()) logged += choice.find(" user ") != std::string::npos ? 1 : 0;
  EXPECT_EQ(logged, decisions_) << "the log knows of other decisions than the user";
}

}  // namespace
}  // namespace loftgate
