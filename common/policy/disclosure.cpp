// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/disclosure.h"

#include <algorithm>
#include <iterator>

#include "common/policy/mention.h"
#include "common/policy/record_table.h"

namespace loftgate {
namespace {

struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};

constexpr QuotationMarks quotation_marks[] = {
    {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"「", "」"},
};

/// Where something occurs next, asked for ever later places: the text is gone through once, however often it is asked.
class Occurrences {
 public:
  Occurrences(std::string_view text, std::string_view what) : text_(text), what_(what), next_(text.find(what)) {}

  std::size_t from(std::size_t at) {
    if (next_ != std::string_view::npos && next_ < at) next_ = text_.find(what_, at);
    return next_;
  }

 private:
  std::string_view text_, what_;
  std::size_t next_;
};

/// The end of a quotation that opens at `at` and closes on the same line; `at` if none does. `closes` are those of
/// quotation_marks.
std::size_t quotation_end(std::string_view text, std::size_t at, std::vector<Occurrences>& closes, Occurrences& lines) {
  for (std::size_t kind = 0; kind < std::size(quotation_marks); ++kind) {
    const QuotationMarks& marks = quotation_marks[kind];
    if (!text.substr(at).starts_with(marks.open)) continue;
    const std::size_t close = closes[kind].from(at + marks.open.size());
    if (close == std::string_view::npos || lines.from(at) < close) continue;
    return close + marks.close.size();
  }
  return at;
}

std::string without_quoted(const std::string& text) {
  std::vector<Occurrences> closes;
  for (const QuotationMarks& marks : quotation_marks) closes.emplace_back(text, marks.close);
  Occurrences lines(text, "\n");
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = quotation_end(text, at, closes, lines);
    if (end == at) {
      result += text[at++];
    } else {
      result += ' ';
      at = end;
    }
  }
  return result;
}

/// Cuts at the bound without leaving part of a character behind.
std::string_view beginning(std::string_view plain) {
  if (plain.size() <= disclosure_bound) return plain;
  std::size_t end = disclosure_bound;
  for (int back = 0; back < 3 && (plain[end] & 0xC0) == 0x80; ++back) --end;
  return plain.substr(0, end);
}

/// The limit stands before the pattern; of several, PCRE takes the lowest.
GRegexPtr compile(RecordTable& record, const std::string& words, std::size_t step_limit) {
  const std::string pattern = "(*LIMIT_MATCH=" + std::to_string(step_limit) + ")" + words;
  constexpr auto flags = GRegexCompileFlags(G_REGEX_CASELESS | G_REGEX_OPTIMIZE);
  GError* raw = nullptr;
  GRegexPtr regex(g_regex_new(pattern.c_str(), flags, GRegexMatchFlags(0), &raw));
  const GErrorPtr error(raw);
  if (!regex) record.wrong("pattern", std::string("cannot be compiled: ") + error->message + "; correct it");
  return regex;
}

}  // namespace

Result<DisclosurePattern> read_disclosure(const RecordFile& file) {
  return read_disclosure_with(file, disclosure_step_limit);
}

Result<DisclosurePattern> read_disclosure_with(const RecordFile& file, std::size_t step_limit) {
  return read_record<DisclosurePattern>(file, [step_limit](RecordTable& record) {
    DisclosurePattern pattern;
    pattern.id = record.required_text("id");
    pattern.language = record.required_text("language");
    pattern.kind = record.text("kind");
    pattern.strong = record.flag("strong");
    pattern.false_alarms = record.text("false_alarms");
    pattern.note = record.text("note");
    pattern.regex = compile(record, record.required_text("pattern"), step_limit);
    pattern.examples = read_examples(record);
    return pattern;
  });
}

std::optional<bool> search(const DisclosurePattern& pattern, const std::string& text) {
  GError* raw = nullptr;
  const bool found = g_regex_match_full(pattern.regex.get(), text.data(), static_cast<gssize>(text.size()), 0,
                                        GRegexMatchFlags(0), nullptr, &raw);
  const GErrorPtr error(raw);
  if (error) return std::nullopt;
  return found;
}

bool finds(const DisclosurePattern& pattern, const std::string& text) { return search(pattern, text).value_or(false); }

std::string readable_part(std::string_view plain, bool without_quotations) {
  const std::string_view part = beginning(plain);
  const std::string words = own_words(take(g_utf8_make_valid(part.data(), static_cast<gssize>(part.size()))));
  return without_quotations ? without_quoted(words) : words;
}

}  // namespace loftgate
