// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the checksums of records.
#include <optional>
#include <string>
#include <vector>

#include "common/scan/checksum.h"
#include "common/scan/record_tree.h"

namespace loftgate {
namespace {

template <class Few>
Few read_few(RecordTree& table, std::string_view key, int most) {
  Few few;
  const std::vector<int> numbers = table.numbers(key, 0, most);
  if (numbers.size() > few.items.size()) {
    table.fail(key, "must hold at most " + std::to_string(few.items.size()) + " numbers");
    return few;
  }
  for (const int number : numbers) few.items[few.size++] = static_cast<typename Few::Item>(number);
  return few;
}

void read_kind(RecordTree& table, DigitSum& sum) {
  const std::string kind = table.text_or("kind", "weighted");
  if (kind == "weighted") {
    sum.modulus = static_cast<std::uint8_t>(table.number_or("modulus", 0, 2, 101));
    if (sum.modulus == 0) table.fail("modulus", "is missing; give it a number from 2 to 101");
  } else if (kind == "luhn") {
    sum.kind = DigitSum::Kind::luhn;
  } else if (kind == "verhoeff") {
    sum.kind = DigitSum::Kind::verhoeff;
  } else if (kind == "mod-11-10" || kind == "mod-37-36") {
    sum.kind = DigitSum::Kind::hybrid;
    sum.modulus = kind == "mod-11-10" ? 10 : 36;
  } else {
    table.fail("kind", "must be \"weighted\", \"luhn\", \"verhoeff\", \"mod-11-10\" or \"mod-37-36\"");
  }
}

/// A is 10, B 11 and so on, unless the record says otherwise.
void read_letters(RecordTree& table, DigitSum& sum) {
  for (std::size_t i = 0; i < sum.letters.size(); ++i) sum.letters[i] = static_cast<std::uint8_t>(10 + i);
  std::optional<RecordTree> letters = table.table("letters");
  if (!letters) return;
  for (const std::string& letter : letters->keys()) {
    const int value = letters->number_or(letter, 0, 0, 100);
    if (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z') {
      sum.letters[static_cast<std::size_t>(letter[0] - 'A')] = static_cast<std::uint8_t>(value);
    } else {
      letters->fail(letter, "must be one letter from A to Z");
    }
  }
}

void read_characters(RecordTree& table, DigitSum& sum) {
  const std::string characters = table.text_or("characters", "");
  if (characters.empty()) {
    if (sum.remainders.empty()) table.fail("modulus", "needs 'characters' or 'remainders' beside it");
  } else if (characters.size() != sum.modulus || characters.size() > sum.characters.items.size()) {
    table.fail("characters", "must be as many as 'modulus' says, and at most " +
                                 std::to_string(sum.characters.items.size()));
  } else {
    for (const char c : characters) sum.characters.items[sum.characters.size++] = c;
  }
}

DigitSum read_sum(RecordTree& table) {
  DigitSum sum;
  read_kind(table, sum);
  read_letters(table, sum);
  sum.first = static_cast<std::uint8_t>(table.number_or("first", 1, 1, 40));
  sum.last = static_cast<std::uint8_t>(table.number_or("last", 0, 1, 40));
  if (sum.kind != DigitSum::Kind::weighted) return sum;
  sum.cross_sums = table.flag_or("cross_sums", false);
  sum.check_at = static_cast<std::uint8_t>(table.number_or("check_at", 0, 1, 40));
  sum.weights = read_few<DigitSum::Weights>(table, "weights", 100);
  if (sum.weights.empty()) table.fail("weights", "is missing; give it a list of numbers");
  sum.second_weights = read_few<DigitSum::Weights>(table, "second_weights", 100);
  sum.remainders = read_few<decltype(sum.remainders)>(table, "remainders", 100);
  read_characters(table, sum);
  return sum;
}

DateInNumber read_date(RecordTree& table) {
  DateInNumber date;
  const std::string layout = table.text("layout");
  const auto field = [&](char letter, std::uint8_t& at) {
    const std::size_t begin = layout.find(letter);
    if (begin == std::string::npos) return std::uint8_t{0};
    at = static_cast<std::uint8_t>(begin + 1);
    return static_cast<std::uint8_t>(layout.rfind(letter) - begin + 1);
  };
  date.year_size = field('Y', date.year_at);
  const int months = field('M', date.month_at);
  date.day_size = field('D', date.day_at);
  const bool good_year = date.year_size == 2 || date.year_size == 4;
  const bool good_day = months == 2 ? date.day_size == 2 || date.day_size == 0 : months == 0 && date.day_size == 3;
  if (!good_year || !good_day) table.fail("layout", "must be such as \"YYMMDD\", \"..DDMMYYYY\", \"YYMM\" or \"YYDDD\"");
  date.add_to_month = read_few<decltype(date.add_to_month)>(table, "add_to_month", 96);
  date.add_to_day = read_few<decltype(date.add_to_day)>(table, "add_to_day", 999);
  return date;
}

}  // namespace

Checksum read_checksum(RecordTree& record) {
  Checksum checksum;
  for (RecordTree& table : record.tables("checksum")) {
    const DigitSum sum = read_sum(table);
    if (checksum.size < checksum.sums.size()) {
      checksum.sums[checksum.size++] = sum;
    } else {
      table.fail("kind", "is one checksum too many");
    }
  }
  if (std::optional<RecordTree> date = record.table("date")) checksum.date = read_date(*date);
  return checksum;
}

}  // namespace loftgate
