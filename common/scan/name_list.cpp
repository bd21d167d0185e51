// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/name_list.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "common/scan/anchor_words.h"
#include "common/scan/record_tree.h"

namespace loftgate {
namespace {

using Field = std::pair<std::string_view, std::vector<std::string> NameList::*>;

constexpr std::array<Field, 14> word_fields = {{
    {"first", &NameList::first},
    {"first_words", &NameList::first_words},
    {"last", &NameList::last},
    {"last_words", &NameList::last_words},
    {"last_endings", &NameList::last_endings},
    {"no_last", &NameList::no_last},
    {"no_name", &NameList::no_name},
    {"particles", &NameList::particles},
    {"suffixes", &NameList::suffixes},
    {"places", &NameList::places},
    {"place_endings", &NameList::place_endings},
    {"places_before", &NameList::places_before},
    {"joined_last", &NameList::joined_last},
    {"joined_stops", &NameList::joined_stops},
}};

constexpr std::array<Field, 6> cue_fields = {{
    {"told", &NameList::told},
    {"labels", &NameList::labels},
    {"titles", &NameList::titles},
    {"before", &NameList::before},
    {"behind", &NameList::behind},
    {"honorifics", &NameList::honorifics},
}};

/// Fields whose words are anchors.
constexpr std::array<Field, 6> anchors = {{
    {"first", &NameList::first},
    {"first_words", &NameList::first_words},
    {"told", &NameList::told},
    {"labels", &NameList::labels},
    {"titles", &NameList::titles},
    {"joined_last", &NameList::joined_last},
}};

}  // namespace

Result<NameList> read_names(const RecordFile& file) {
  Result<RecordTree> record = RecordTree::parse(file);
  if (!record) return record.error();
  NameList list;
  list.detector = read_common_fields(*record, file);
  std::optional<RecordTree> names = record->table("names");
  std::optional<RecordTree> cues = record->table("cues");
  if (!names && !cues) record->fail("names", "is missing; give the record a table [names] or [cues]");
  if (names) {
    for (const auto& [key, field] : word_fields) list.*field = names->texts(key);
  }
  if (cues) {
    for (const auto& [key, field] : cue_fields) list.*field = cues->texts(key);
  }
  for (const auto& [key, field] : anchors) {
    for (const std::string& word : list.*field) {
      if (word.size() < AnchorWordsBuilder::shortest) record->fail(key, "must hold words of at least 3 bytes");
    }
  }
  if (std::optional<Error> problem = record->problem()) return *std::move(problem);
  return list;
}

}  // namespace loftgate
