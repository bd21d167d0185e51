// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the options of one verb into plain variables.
#pragma once

#include <glib.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace loftgate::cli {

/// Name options first, then parse once. Variables keep their value when their option is not given.
class Options {
 public:
  /// `operands` stands behind the options in --help ("[FILE…]"); `description` below them. Both are translated.
  Options(std::string verb, std::string operands, std::string description);

  void flag(const char* name, bool& value, const char* help);
  void text(const char* name, std::string& value, const char* help, const char* placeholder);
  void number(const char* name, std::optional<std::int64_t>& value, const char* help, const char* placeholder);

  /// Reads `argv`, whose first word is the verb; --help prints and ends the program. False: a complaint was printed
  /// and the verb ends with exit_code::usage.
  bool parse(int argc, char** argv);

  /// What is left after parse.
  const std::vector<std::string>& operands() const { return left_; }

  /// Complains about the use of the verb; gives back exit_code::usage.
  int complain(const std::string& what) const;

 private:
  struct Slot {
    gboolean flag = FALSE;
    char* text = nullptr;
    gint64 number = 0;
    bool* flag_to = nullptr;
    std::string* text_to = nullptr;
    std::optional<std::int64_t>* number_to = nullptr;
  };
  Slot& add(const char* name, GOptionArg kind, const char* help, const char* placeholder);

  std::string verb_;
  std::string operands_;
  std::string description_;
  std::deque<Slot> slots_;             ///< GOption writes into these
  std::vector<GOptionEntry> entries_;
  std::vector<std::string> left_;
};

}  // namespace loftgate::cli
