// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/paper_number.h"

#include <algorithm>

#include "common/scan/ascii.h"
#include "common/scan/digit_groups.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr char32_t first_ideograph = 0x2E80;   // scripts without spaces; letters before it are of the same word

constexpr std::string_view numero = " № ";   // between the series and the number of a Russian passport

bool is_joint(char c) { return c == ' ' || c == '-' || c == '/' || c == '.'; }

/// Capital letters of the Cyrillic alphabet, which Ukrainian, Belarusian and Russian numbers begin with.
bool is_cyrillic_capital(char32_t c) { return (c >= 0x410 && c <= 0x42F) || (c >= 0x404 && c <= 0x407); }

/// A letter or digit of a number. `bytes` is 0 for anything else.
struct Sign {
  enum class Kind : std::uint8_t { none, digit, upper, lower };

  char value = 0;   ///< in upper case; '?' beyond ASCII
  Kind kind = Kind::none;
  std::size_t bytes = 0;
};

Sign sign_of(const CodePoint& point) {
  using Kind = Sign::Kind;
  const char32_t c = point.value;
  if (const int digit = digit_value(c); digit >= 0) return {static_cast<char>('0' + digit), Kind::digit, point.size};
  if (c >= 'A' && c <= 'Z') return {static_cast<char>(c), Kind::upper, point.size};
  if (c >= 'a' && c <= 'z') return {static_cast<char>(c - 'a' + 'A'), Kind::lower, point.size};
  if (c >= U'Ａ' && c <= U'Ｚ') return {static_cast<char>('A' + (c - U'Ａ')), Kind::upper, point.size};
  if (is_cyrillic_capital(c)) return {'?', Kind::upper, point.size};
  return {};
}

Sign sign_at(std::string_view text, std::size_t at) { return sign_of(code_point_at(text, at)); }
Sign sign_before(std::string_view text, std::size_t at) {
  return at > 0 ? sign_of(code_point_before(text, at)) : Sign{};
}

/// Bytes of the sign that parts two groups; a middle dot parts them in Portugal and China.
std::size_t joint_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text.substr(at).starts_with(numero)) return numero.size();
  if (is_joint(text[at])) return 1;
  return text.substr(at).starts_with("·") || text.substr(at).starts_with("\u00A0") ? 2 : 0;
}

std::size_t joint_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  if (text[at - 1] == ' ' || text[at - 1] == '-') return 1;
  return text.substr(0, at).ends_with("·") || text.substr(0, at).ends_with("\u00A0") ? 2 : 0;
}

/// What stands between two joints.
struct Group {
  std::size_t end = 0;
  std::size_t size = 0, digits = 0;
  bool lower = false;
};

Group group_at(std::string_view text, std::size_t at) {
  Group group{at, 0, 0, false};
  for (Sign sign = sign_at(text, at); sign.bytes > 0 && group.size <= 24; sign = sign_at(text, group.end)) {
    ++group.size;
    if (sign.kind == Sign::Kind::digit) ++group.digits;
    if (sign.kind == Sign::Kind::lower) group.lower = true;
    group.end += sign.bytes;
  }
  // A letter of another kind behind it makes it a piece of a word.
  const char32_t next = code_point_at(text, group.end).value;
  if (next < first_ideograph && is_letter_or_digit(next)) group.size = 0;
  return group;
}

/// Capitals that label numbers without being part of them.
constexpr std::string_view labels[] = {
    "A",   "I",   "NO",  "NR",  "ID",  "IS",  "DL",  "MRN", "NHS", "NHI", "MBI", "NPI", "DEA", "PHN",
    "VIN", "REG", "NUM", "CNH", "CNI", "DNI", "SIM", "THE", "OF",  "FOR", "AND", "MY",  "CAR", "SSN",
    "SIN", "ZIP", "PIN", "SPZ", "WAS", "RTX", "GTX", "RX", "ОМС", "ДМС", "ВУ",  "РФ",
};

/// Capitals that stand before other numbers: makes of cars, units, standards, short words.
constexpr std::string_view not_of_a_number[] = {
    "BMW", "AMG", "VW",  "USD", "EUR", "GBP", "RFC", "CVE", "ISO", "DIN", "UTC", "GMT", "USB", "MAX", "USA", "UK",
    "EU",  "AU",  "HP",  "PS",  "KM",  "KW",  "AM",  "PM",  "MM",  "CM",  "KG",  "MB",  "GB",  "TB",  "ED",  "IN",
    "ON",  "AT",  "TO",  "BY",  "OR",  "SN",  "ABN", "GP",  "Y",   "E",   "O",   "EST", "CET", "ES",  "DE",  "LA",
    "EL",  "GTI", "GT",  "RS",  "TDI", "TSI", "CDI", "GTS", "SUV", "MPG", "MPH", "KPH", "RPM", "CC",
};

template <std::size_t Size>
bool holds(const std::string_view (&words)[Size], std::string_view word) {
  return std::find(words, words + Size, word) != words + Size;
}

bool is_no_part(std::string_view word, const PaperLimits& limits) {
  if (limits.loose_letters && word == "A") return false;   // "06 A 123" on Turkish plates
  return holds(labels, word) || (!limits.any_letters && holds(not_of_a_number, word));
}

/// True if a space and a small letter follow: what stands before them is a word of the sentence, "A friend".
bool begins_a_word(std::string_view text, std::size_t end) {
  return joint_at(text, end) > 0 && sign_at(text, end + 1).kind == Sign::Kind::lower;
}

}  // namespace

PaperNumber::PaperNumber(std::string_view text, std::size_t at, const PaperLimits& limits) : begin_(at), end_(at) {
  // A number longer than any is none; it is not walked through.
  for (std::size_t i = 0; i <= most_signs; ++i) begin_ -= sign_before(text, begin_).bytes;
  const char32_t before = begin_ > 0 ? code_point_before(text, begin_).value : U' ';
  if (before < first_ideograph && (is_letter_or_digit(before) || before == '_')) return;
  go_back(text, limits);
  read_on(text, limits);
  measure(text);
}

/// Takes the groups of letters in that stand before the first digit: "P 1630837", "B AB 1234".
void PaperNumber::go_back(std::string_view text, const PaperLimits& limits) {
  if (sign_at(text, begin_).kind != Sign::Kind::digit && !limits.loose_letters) return;
  for (int groups = limits.loose_letters ? 2 : 1; groups > 0; --groups) {
    const std::size_t joint = joint_before(text, begin_);
    std::size_t first = begin_ - joint, letters = 0;
    if (joint == 0) return;
    const std::size_t last = first;
    for (Sign sign = sign_before(text, first); sign.bytes > 0; sign = sign_before(text, first)) {
      if (sign.kind != Sign::Kind::upper || ++letters > limits.group_of_letters) return;
      first -= sign.bytes;
    }
    const std::string_view group = text.substr(first, last - first);
    const bool dash = text[last] == '-';
    if (letters == 0 || (!dash && is_no_part(group, limits)) || (letters > 1 && holds(labels, group))) return;
    const char32_t before = first > 0 ? code_point_before(text, first).value : U' ';
    if (before < first_ideograph && is_letter_or_digit(before)) return;
    begin_ = first;
  }
}

void PaperNumber::read_on(std::string_view text, const PaperLimits& limits) {
  const Group first = group_at(text, begin_);
  if (first.size == 0) return;
  end_ = first.end;
  groups_ = 1;
  std::size_t total = first.size, last = first.size;
  bool any_digit = first.digits > 0;
  const PaperLimits behind{.loose_letters = limits.loose_letters};
  while (const std::size_t joint = joint_at(text, end_)) {
    const Group next = group_at(text, end_ + joint);
    const bool space = text[end_] == ' ';
    if (next.size == 0 || total + next.size > limits.most) return;
    if (next.digits == 0 && (next.size > limits.group_of_letters || next.lower)) return;
    if (text[end_] == '.' && (next.digits != next.size || next.size < 2)) return;
    if (space) {
      if (any_digit && (last >= limits.whole || next.lower)) return;
      if (any_digit && next.digits == 0 && next.size > limits.last_letters) return;
      if (next.digits == 0 && is_no_part(text.substr(end_ + joint, next.size), behind)) return;
      if (next.digits == 0 && next.size == 1 && begins_a_word(text, next.end)) return;
      spaced_ = true;
    }
    end_ = next.end;
    ++groups_;
    total += next.size;
    last = next.size;
    any_digit = any_digit || next.digits > 0;
  }
}

void PaperNumber::measure(std::string_view text) {
  for (std::size_t at = begin_; at < end_;) {
    const Sign sign = sign_at(text, at);
    at += sign.bytes > 0 ? sign.bytes : joint_at(text, at);
    if (sign.bytes == 0) continue;
    if (size_ == most_signs) {
      size_ = digits_ = 0;
      return;
    }
    if (sign.kind == Sign::Kind::digit) ++digits_;
    if (sign.kind == Sign::Kind::lower) lower_ = true;
    value_[size_++] = sign.value;
  }
  if (goes_on(text)) size_ = digits_ = 0;
}

/// True if the number is a piece of another thing: an address, a decimal, an amount, a longer code.
bool PaperNumber::goes_on(std::string_view text) const {
  const Sign last = sign_before(text, begin_ > 0 ? begin_ - 1 : 0);
  if (begin_ > 1 && (text[begin_ - 1] == '-' || text[begin_ - 1] == '.') && last.kind == Sign::Kind::digit) return true;
  const char next = end_ < text.size() ? text[end_] : ' ';
  if (next == '_' || next == '@' || next == '%' || next == '=') return true;
  const Sign then = sign_at(text, end_ + 1);
  if (next == '-') return then.kind == Sign::Kind::digit || then.kind == Sign::Kind::upper;
  return (next == '.' || next == ',' || next == ':') && then.kind == Sign::Kind::digit;
}

std::size_t PaperNumber::leading_letters() const {
  return static_cast<std::size_t>(std::find_if(value_.begin(), value_.begin() + size_, is_ascii_digit) - value_.begin());
}

std::size_t PaperNumber::runs() const {
  std::size_t count = size_ > 0 ? 1 : 0;
  for (std::size_t i = 1; i < size_; ++i) {
    if (is_ascii_digit(value_[i]) != is_ascii_digit(value_[i - 1])) ++count;
  }
  return count;
}

bool PaperNumber::looks_like_nothing(std::string_view text) const {
  if (letters() > 0) return false;
  const std::string_view all = value();
  if (all.find_first_not_of(all.front()) == std::string_view::npos) return true;
  const DigitGroups number(text.substr(begin_, end_ - begin_));
  if (looks_like_date(number)) return true;
  if (size_ != 8 || groups_ > 1) return false;
  const int year = number.value(0, 4), month = number.value(4, 2), day = number.value(6, 2);
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

Likelihood behind_its_word(const Candidate& candidate) {
  constexpr std::size_t window = 24;   // that of the records' `unless`
  const std::size_t end = candidate.span.begin, begin = end > window ? end - window : 0;
  const std::string_view before = candidate.text.substr(begin, end - begin);
  return std::any_of(before.begin(), before.end(), is_ascii_digit) ? Likelihood::strong : Likelihood::fair;
}

bool stands_alone(const Candidate& candidate) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '.' || c == ','; };
  const std::string_view text = candidate.text;
  return std::all_of(text.begin(), text.begin() + candidate.span.begin, blank) &&
         std::all_of(text.begin() + candidate.span.end, text.end(), blank);
}

Likelihood check_alone(Candidate& candidate) {
  return stands_alone(candidate) ? Likelihood::fair : Likelihood::none;
}

}  // namespace loftgate
