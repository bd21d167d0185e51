// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/detector.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/scan/anchor_words.h"
#include "common/scan/record_tree.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::string_view open_mark = "⟦";
constexpr std::string_view close_mark = "⟧";
constexpr std::string_view gap_mark = "¦";   // keeps other programs from taking an example for a real key

/// Letters and digits of the scripts that part words, for the ends of keywords.
constexpr std::string_view word_characters = "[0-9A-Za-z_\\x{C0}-\\x{24F}\\x{370}-\\x{52F}]";

constexpr std::array<std::pair<std::string_view, Severity>, 5> severities = {{
    {"none", Severity::none},
    {"contact", Severity::contact},
    {"identity", Severity::identity},
    {"special", Severity::special},
    {"secret", Severity::secret},
}};

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

EntityType read_type(RecordTree& record) {
  const std::optional<EntityType> type = type_named(record.text("type"));
  if (!type) record.fail("type", "is not a type of findings; docs/records.md lists them");
  return type.value_or(EntityType::email);
}

Severity read_severity(RecordTree& record) {
  const std::string word = record.text("severity");
  for (const auto& [name, severity] : severities) {
    if (name == word) return severity;
  }
  record.fail("severity", "must be \"none\", \"contact\", \"identity\", \"special\" or \"secret\"");
  return Severity::none;
}

/// Takes the marks out of an example's text and notes what stood between them. False: they do not pair up.
bool take_marks(std::string_view marked, Example& example) {
  std::optional<std::uint32_t> open;
  while (!marked.empty()) {
    const auto at = static_cast<std::uint32_t>(example.text.size());
    if (marked.starts_with(gap_mark)) {
      marked.remove_prefix(gap_mark.size());
    } else if (marked.starts_with(open_mark)) {
      if (std::exchange(open, at)) return false;
      marked.remove_prefix(open_mark.size());
    } else if (marked.starts_with(close_mark)) {
      if (!open || *open == at) return false;
      example.marked.push_back({*std::exchange(open, std::nullopt), at});
      marked.remove_prefix(close_mark.size());
    } else {
      example.text += marked.front();
      marked.remove_prefix(1);
    }
  }
  return !open;
}

void read_examples(RecordTree& record, std::string_view key, Example::Kind kind, std::vector<Example>& examples) {
  std::optional<RecordTree> table = record.table(key);
  if (!table) return;
  for (const std::string& name : table->keys()) {
    Example example{kind, name, {}, {}, {}};
    std::string marked;
    if (table->is_text(name)) {
      marked = table->text(name);
    } else if (std::optional<RecordTree> with_region = table->table(name)) {
      marked = with_region->text("text");
      example.region = with_region->text("region");
    }
    if (!take_marks(marked, example) || example.marked.empty() != (kind == Example::Kind::miss)) {
      table->fail(name, kind == Example::Kind::miss ? "is a miss and must not have ⟦ ⟧ marks"
                                                    : "must mark what is to be found with ⟦ and ⟧");
    }
    examples.push_back(std::move(example));
  }
}

void read_signs(RecordTree& find, Anchors& anchors) {
  for (const std::string& sign : find.texts("signs")) {
    if (sign == "://") {
      anchors.scheme = true;
    } else if (sign.size() == 1 && std::string_view("@:+$").find(sign) != std::string_view::npos) {
      anchors.signs += sign;
    } else {
      find.fail("signs", "knows \"@\", \":\", \"://\", \"+\" and \"$\"; use 'words' for anything else");
    }
  }
}

void read_runs(RecordTree& find, Anchors& anchors) {
  for (const std::string& run : find.texts("runs")) {
    if (run == "digits") {
      anchors.digits = true;
    } else if (run == "token") {
      anchors.token = true;
    } else if (run == "long") {
      anchors.long_token = true;
    } else if (run == "message") {
      anchors.message = true;
    } else {
      find.fail("runs", "knows \"digits\", \"token\", \"long\" and \"message\"");
    }
  }
}

void read_anchors(RecordTree& record, Anchors& anchors) {
  std::optional<RecordTree> find = record.table("find");
  if (!find && !anchors.words.empty()) return;   // keywords are their own anchors
  if (!find) return record.fail("find", "is missing; say in a table [find] where to begin to look");
  for (std::string& word : find->texts("words")) anchors.words.push_back(std::move(word));
  for (const std::string& word : anchors.words) {
    if (word.size() < AnchorWordsBuilder::shortest) find->fail("words", "must have at least 3 bytes each");
  }
  read_signs(*find, anchors);
  read_runs(*find, anchors);
  anchors.back_over = find->text_or("back_over", "");
  anchors.back_at_most = find->number_or("back_at_most", anchors.back_at_most, 1, 256);
  const bool any_run = anchors.digits || anchors.token || anchors.long_token || anchors.message;
  if (anchors.words.empty() && anchors.signs.empty() && !anchors.scheme && !any_run) {
    record.fail("find", "has no anchor; give it 'words', 'signs' or 'runs'");
  }
}

/// Turns whole words or phrases into a pattern, and each into its own anchor. `*` at the end: any letters may follow.
void take_keywords(RecordTree& match, Detector& detector) {
  for (std::string keyword : match.texts("keywords")) {
    const bool open_end = keyword.ends_with('*');
    if (open_end) keyword.pop_back();
    if (keyword.size() < AnchorWordsBuilder::shortest) match.fail("keywords", "must have at least 3 bytes each");
    if (!detector.pattern.empty()) detector.pattern += '|';
    for (const char c : keyword) {
      if (static_cast<unsigned char>(c) < 0x80 && !is_letter_or_digit(static_cast<char32_t>(c))) detector.pattern += '\\';
      detector.pattern += c;
    }
    if (open_end) detector.pattern += std::string(word_characters) + "{0,32}";
    detector.anchors.words.push_back(std::move(keyword));
  }
  detector.any_case = true;
  detector.not_after = detector.not_before = word_characters;
}

void read_match(RecordTree& record, Detector& detector) {
  std::optional<RecordTree> match = record.table("match");
  if (!match) return record.fail("match", "is missing; say in a table [match] what is found");
  if (match->has("keywords")) return take_keywords(*match, detector);
  detector.before = match->text_or("before", "");
  detector.pattern = match->text("pattern");
  detector.after = match->text_or("after", "");
  detector.not_after = match->text_or("not_after", "");
  detector.not_before = match->text_or("not_before", "");
  detector.any_case = match->flag_or("any_case", false);
  detector.check = match->text_or("check", "");
  detector.doubtful_in_url = match->flag_or("doubtful_in_url", false);
}

void read_context(RecordTree& record, ContextWords& context) {
  std::optional<RecordTree> table = record.table("context");
  if (!table) return;
  context.words = table->texts("words");
  context.required = table->flag_or("required", false);
  context.regions = table->texts("regions");
  context.unless = table->texts("unless");
  context.before = table->number_or("before", context.before, 0, 256);
  context.after = table->number_or("after", context.after, 0, 256);
}

void read_known(RecordTree& record, KnownValues& known) {
  std::optional<RecordTree> table = record.table("known");
  if (!table) return;
  known.values = table->texts("values");
  known.prefixes = table->texts("prefixes");
  known.suffixes = table->texts("suffixes");
  known.parts = table->texts("parts");
  known.confidence = table->number_or("confidence", 0, 0, Finding::sure - 1);
}

}  // namespace

Detector read_common_fields(RecordTree& record, const RecordFile& file) {
  Detector detector;
  detector.file = file.name;
  detector.id = record.text("id");
  if (!is_id(detector.id)) record.fail("id", "must be made of a-z, 0-9 and '-'");
  detector.name = record.text("name");
  detector.type = read_type(record);
  detector.severity = read_severity(record);
  detector.confidence = record.number_or("confidence", 0, 1, 100);
  if (detector.confidence == 0) record.fail("confidence", "is missing; give it a number from 1 to 100");
  read_examples(record, "hits", Example::Kind::hit, detector.examples);
  read_examples(record, "doubts", Example::Kind::doubt, detector.examples);
  read_examples(record, "misses", Example::Kind::miss, detector.examples);
  for (const auto& [key, kind] : {std::pair{"hits", Example::Kind::hit}, std::pair{"misses", Example::Kind::miss}}) {
    const auto of_kind = [kind = kind](const Example& example) { return example.kind == kind; };
    if (std::none_of(detector.examples.begin(), detector.examples.end(), of_kind)) {
      record.fail(key, "is missing; prove the record by at least one named example");
    }
  }
  return detector;
}

Result<Detector> read_detector(const RecordFile& file) {
  Result<RecordTree> record = RecordTree::parse(file);
  if (!record) return record.error();
  Detector detector = read_common_fields(*record, file);
  read_match(*record, detector);
  read_anchors(*record, detector.anchors);
  detector.checksum = read_checksum(*record);
  read_context(*record, detector.context);
  read_known(*record, detector.known);
  if (std::optional<Error> problem = record->problem()) return *std::move(problem);
  return detector;
}

}  // namespace loftgate
