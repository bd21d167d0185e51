// SPDX-License-Identifier: GPL-2.0-or-later
// The names of one language as their record says them, and the words that tell that a person is named.
#pragma once

#include <string>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/scan/detector.h"

namespace loftgate {

struct NameList {
  Detector detector;                      ///< the fields that every record has
  std::vector<std::string> first;         ///< first names
  std::vector<std::string> first_words;   ///< first names that are ordinary words too: they need more beside them
  std::vector<std::string> last;
  std::vector<std::string> last_words;    ///< last names that are ordinary words too: they count only in capitals
  std::vector<std::string> last_endings;  ///< "-ović": how last names end
  std::vector<std::string> no_last;       ///< words that are no last name, even in capitals
  std::vector<std::string> no_name;       ///< words that are no part of a name, even behind "my name is"
  std::vector<std::string> particles;     ///< "van": stands between first and last name
  std::vector<std::string> suffixes;      ///< "Jr": belongs to the name, behind it
  std::vector<std::string> told;          ///< whoever stands behind it, known or not: "my name is"
  std::vector<std::string> labels;        ///< the same at the beginning of a line: "name:"
  std::vector<std::string> titles;        ///< "mrs": whoever stands behind it
  std::vector<std::string> before;        ///< up to two words before a known first name: "talked to"
  std::vector<std::string> behind;        ///< a word behind a known first name: "said"
  std::vector<std::string> places;        ///< behind a name, these make it a place or a thing: "hotel"
  std::vector<std::string> place_endings; ///< "-straat": how such words end
  std::vector<std::string> places_before; ///< the same before a name: "lake"
  std::vector<std::string> honorifics;    ///< behind a name, in scripts without spaces or capitals: "さん"
  std::vector<std::string> joined_last;   ///< last names of such scripts; the first name follows without a space
  std::vector<std::string> joined_stops;  ///< what ends such a name: "です"
};

/// Reads `names/*.toml`; docs/records.md says what may stand there.
Result<NameList> read_names(const RecordFile& file);

}  // namespace loftgate
