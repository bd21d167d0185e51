// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/regex_parser.h"

#include <charconv>
#include <optional>
#include <string>

#include "common/scan/regex_length.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr int deepest_group = 32;
constexpr int most_repeats = 2048;

/// Reads from left to right; after the first error every step returns at once and the error stays.
class RegexParser {
 public:
  RegexParser(std::string_view pattern, bool any_case) : pattern_(pattern), any_case_(any_case) {}

  Result<RegexNode> whole() {
    RegexNode node = choice(0);
    if (!error_ && !done()) fail("there is a ')' without its '('; write '\\)' for the sign itself");
    if (error_) return *error_;
    return node;
  }

  Result<CharClass> bracket_only() {
    CharClass characters;
    if (take('[')) {
      characters = bracket();
    } else {
      fail("a class stands in brackets, as in '[0-9A-Za-z]'");
    }
    if (!error_ && !done()) fail("nothing may follow the ']'");
    if (error_) return *error_;
    return characters;
  }

 private:
  bool done() const { return at_ >= pattern_.size(); }
  char look() const { return done() ? '\0' : pattern_[at_]; }
  bool take(char sign) {
    if (done() || pattern_[at_] != sign) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view signs) {
    if (pattern_.substr(at_, signs.size()) != signs) return false;
    at_ += signs.size();
    return true;
  }

  void fail(std::string_view what) {
    if (!error_) error_ = Error{Code::invalid, "at character " + std::to_string(at_ + 1) + ": " + std::string(what)};
    at_ = pattern_.size();
  }

  RegexNode choice(int depth) {
    RegexNode node{RegexNode::Kind::choice, {}, {}};
    do {
      node.children.push_back(sequence(depth));
    } while (take('|'));
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
  }

  RegexNode sequence(int depth) {
    RegexNode node;
    while (!done() && look() != '|' && look() != ')') {
      RegexNode part = atom(depth);
      while (repeats(part)) {
      }
      node.children.push_back(std::move(part));
    }
    return node;
  }

  RegexNode atom(int depth) {
    if (take('(')) return group(depth + 1);
    if (take('[')) return leaf(bracket());
    if (take('.')) {
      CharClass all;
      all.add('\n', '\n');
      all.invert();
      return leaf(std::move(all));
    }
    if (std::string_view("^$").find(look()) != std::string_view::npos) {
      fail("'^' and '$' are not known; say 'not_after' and 'not_before' in the record, or write a backslash before it");
      return {};
    }
    if (std::string_view("*+?{").find(look()) != std::string_view::npos) {
      fail("there is nothing to repeat here; write a backslash before the sign for the sign itself");
      return {};
    }
    CharClass one;
    member(one);
    if (any_case_) one.add_other_cases();
    return leaf(std::move(one));
  }

  RegexNode leaf(CharClass characters) {
    RegexNode node;
    node.kind = RegexNode::Kind::characters;
    node.characters = std::move(characters);
    return node;
  }

  RegexNode group(int depth) {
    if (depth > deepest_group) {
      fail("groups are nested too deeply");
      return {};
    }
    if (look() == '?' && !take("?:")) {
      fail("only plain groups, '( )' or '(?: )', are known");
      return {};
    }
    RegexNode inner = choice(depth);
    if (!take(')')) fail("a '(' has no ')'; write '\\(' for the sign itself");
    return inner;
  }

  /// Wraps `part` in a repeat if one follows.
  bool repeats(RegexNode& part) {
    RegexNode node{RegexNode::Kind::repeat, {}, {}};
    if (take('?')) {
      node.least = 0;
    } else if (look() == '*' || look() == '+') {
      fail("a repeat needs a bound; write '{0,64}' for '*' or '{1,64}' for '+', with the bound that fits");
    } else if (take('{')) {
      counts(node);
    } else {
      return false;
    }
    if (error_) return false;
    node.children.push_back(std::move(part));
    part = std::move(node);
    return true;
  }

  void counts(RegexNode& node) {
    node.least = node.most = number();
    if (take(',')) {
      if (look() == '}') return fail("a repeat needs a bound; write the largest number after the ','");
      node.most = number();
    }
    if (!take('}')) return fail("a repeat is written '{n}' or '{n,m}'");
    if (node.most < node.least || node.most == 0 || node.most > most_repeats) {
      fail("a repeat's numbers rise and stay between 0 and " + std::to_string(most_repeats));
    }
  }

  int number() {
    int value = -1;
    const char* end = pattern_.data() + pattern_.size();
    const auto [next, problem] = std::from_chars(pattern_.data() + at_, end, value);
    if (problem != std::errc() || value < 0) {
      fail("a number is missing; write '\\{' for the sign itself");
      return 1;
    }
    at_ = static_cast<std::size_t>(next - pattern_.data());
    return value;
  }

  CharClass bracket() {
    CharClass members;
    const bool inverted = take('^');
    for (bool first = true; !done() && (first || look() != ']'); first = false) {
      const std::optional<char32_t> low = member(members);
      if (!low || look() != '-' || pattern_.substr(at_, 2) == "-]") continue;
      ++at_;
      CharClass end;
      const std::optional<char32_t> high = member(end);
      if (!high || *high < *low) {
        fail("a range goes from a smaller to a larger character");
        break;
      }
      members.add(*low, *high);
    }
    if (!take(']')) fail("a '[' has no ']'; write '\\[' for the sign itself");
    if (any_case_) members.add_other_cases();
    if (inverted) members.invert();
    return members;
  }

  /// Adds the next character or class to `into`. Its code point, if it is a single one.
  std::optional<char32_t> member(CharClass& into) {
    if (take('\\')) return escape(into);
    const CodePoint point = code_point_at(pattern_, at_);
    if (point.size == 0 || point.value >= broken_byte) {
      fail("the pattern is not UTF-8");
      return std::nullopt;
    }
    at_ += point.size;
    into.add(point.value, point.value);
    return point.value;
  }

  std::optional<char32_t> escape(CharClass& into) {
    if (done()) {
      fail("a backslash ends the pattern; write '\\\\' for the sign itself");
      return std::nullopt;
    }
    const char sign = pattern_[at_++];
    switch (sign) {
      case 'n': return single(into, '\n');
      case 'r': return single(into, '\r');
      case 't': return single(into, '\t');
      case 'x': return hexadecimal(into);
      case 'd': into.add('0', '9'); return std::nullopt;
      case 'p': return digits_of_all_scripts(into);
      case 's':
        for (const char32_t c : {U'\t', U'\n', U'\f', U'\r', U' '}) into.add(c, c);
        return std::nullopt;
      case 'w':
        into.add('0', '9'), into.add('A', 'Z'), into.add('_', '_'), into.add('a', 'z');
        return std::nullopt;
      default: break;
    }
    if (is_letter_or_digit(static_cast<unsigned char>(sign)) || static_cast<unsigned char>(sign) >= 0x80) {
      fail("this escape is not known; boundaries are said by 'not_after' and 'not_before' in the record");
      return std::nullopt;
    }
    return single(into, static_cast<char32_t>(sign));
  }

  std::optional<char32_t> single(CharClass& into, char32_t value) {
    into.add(value, value);
    return value;
  }

  std::optional<char32_t> hexadecimal(CharClass& into) {
    std::uint32_t value = 0;
    const std::size_t close = pattern_.find('}', at_);
    if (!take('{') || close == std::string_view::npos) {
      fail("a code point is written '\\x{2014}'");
      return std::nullopt;
    }
    const auto [next, problem] = std::from_chars(pattern_.data() + at_, pattern_.data() + close, value, 16);
    if (problem != std::errc() || next != pattern_.data() + close || value > 0x10FFFF) {
      fail("this is no code point");
      return std::nullopt;
    }
    at_ = close + 1;
    return single(into, value);
  }

  std::optional<char32_t> digits_of_all_scripts(CharClass& into) {
    if (!take("{Nd}")) fail("of the named classes only '\\p{Nd}' is known");
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\uFF10'}) into.add(zero, zero + 9);
    return std::nullopt;
  }

  std::string_view pattern_;
  bool any_case_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<RegexNode> parse_regex(std::string_view pattern, bool any_case) {
  Result<RegexNode> tree = RegexParser(pattern, any_case).whole();
  if (!tree) return tree;
  const RegexLength length = length_of(*tree);
  if (length.least == 0) return Error{Code::invalid, "it can match nothing at all; ask for at least one character"};
  if (length.most > longest_match) {
    return Error{Code::invalid, "it can match more than " + std::to_string(longest_match) +
                                    " bytes; choose smaller bounds for its repeats"};
  }
  return tree;
}

Result<CharClass> parse_char_class(std::string_view text) { return RegexParser(text, false).bracket_only(); }

}  // namespace loftgate
