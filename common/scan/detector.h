// SPDX-License-Identifier: GPL-2.0-or-later
// A detector as its record says it: plain data, read strictly, before anything is compiled.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/scan/checksum.h"
#include "common/scan/finding.h"
#include "common/text/markup.h"

namespace loftgate {

class RecordTree;

/// Proof beside the rule: a text and what must be found in it.
struct Example {
  enum class Kind : std::uint8_t {
    hit,     ///< found, and sure enough to ask about
    doubt,   ///< found, but never asked about
    miss,    ///< not found by this record
  };

  Kind kind = Kind::hit;
  std::string name;
  std::string text;          ///< without the marks of the record
  std::vector<Span> marked;  ///< what must be found, in order; empty for a miss
  std::string region;        ///< ISO 3166 country of the user, "" unknown
};

/// Where to begin to look: at least one of these.
struct Anchors {
  std::vector<std::string> words;   ///< beginnings of words, in any case; at least 3 bytes each
  std::string signs;                ///< of "@:+$"
  bool scheme = false;              ///< "://"
  bool digits = false;              ///< every run of digits
  bool token = false;               ///< every run of letters and digits that has a digit
  bool long_token = false;          ///< every run of at least 16 letters and digits
  bool message = false;             ///< the beginning of a short text
  std::string back_over;            ///< the match may begin before the anchor, over these characters: a class
  int back_at_most = 64;            ///< and at most this many bytes
};

/// Words near a candidate that make it more likely. `tel` is a whole word, `tel*` a beginning, `*tel*` anything.
struct ContextWords {
  std::vector<std::string> words;
  bool required = false;            ///< without one of them the candidate stays doubtful
  std::vector<std::string> regions; ///< countries where a fair candidate needs none of the words
  std::vector<std::string> unless;  ///< words right before a candidate that make it something else
  int before = 48;                  ///< bytes to look at before and after the candidate
  int after = 24;
};

/// Values that look right and are nobody's: documentation, tests, placeholders. Compared in lower case.
struct KnownValues {
  std::vector<std::string> values;    ///< whole values; only their letters and digits count
  std::vector<std::string> prefixes;
  std::vector<std::string> suffixes;
  std::vector<std::string> parts;     ///< anywhere inside
  int confidence = 0;                 ///< what is left of such a candidate; 0: it is dropped
};

/// One kind of detail and how to find it. Patterns are those of parse_regex().
struct Detector {
  std::string id;                   ///< "payment-card"; never reused
  std::string name;                 ///< "Payment card", English
  std::string file;                 ///< where the record stands, for messages
  EntityType type = EntityType::email;
  Severity severity = Severity::none;
  int confidence = 0;               ///< of a candidate that passes

  Anchors anchors;
  std::string before;               ///< pattern that stands before the finding, "" none
  std::string pattern;              ///< what is found; "" for a topic, whose record is read by read_topic()
  std::string after;                ///< pattern that stands behind the finding, "" none
  std::string not_after;            ///< class: characters that may not stand before the match
  std::string not_before;           ///< class: nor behind it
  bool any_case = false;
  Checksum checksum;                ///< of the letters and digits of what is found
  std::string check;                ///< name of a check of checks.h, "" none
  bool doubtful_in_url = false;     ///< inside a web address it stays below `sure`
  ContextWords context;
  KnownValues known;
  std::vector<Example> examples;
};

/// Reads `detectors/*.toml`; docs/records.md says what may stand there.
Result<Detector> read_detector(const RecordFile& file);

/// The fields that every record has: id, name, type, severity, confidence and the examples. The caller asks
/// `record.problem()` at the end.
Detector read_common_fields(RecordTree& record, const RecordFile& file);

}  // namespace loftgate
