// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/findings.h"

#include <algorithm>
#include <utility>

#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr std::int64_t listed_of_each_code = 100;

/// The words of a code, with room for the finding's first and second number.
const char* words_of(std::string_view code) {
  if (code == "E_SCHEMA") return tr("Line %s does not follow the format of an export.");
  if (code == "E_GAP") return tr("Where record %s belongs there is record %s: records were removed or moved.");
  if (code == "E_LINK") return tr("Record %s does not follow from the one before it.");
  if (code == "E_ENTRY") return tr("What was decided in record %s was changed afterwards.");
  if (code == "E_WHO") return tr("With whom record %s was made was changed afterwards.");
  if (code == "E_MISSING_ENTRY") return tr("What was decided in record %s is gone, and no record says it was erased.");
  if (code == "E_MISSING_WHO") return tr("With whom record %s was made is gone, and no record says it was erased.");
  if (code == "E_RANGE") return tr("Record %s erases records that did not exist yet.");
  if (code == "E_PROJ") return tr("The columns or rules kept beside record %s do not say what the record says.");
  if (code == "E_HEAD") return tr("The export should end with record %s as noted in it; it ends with record %s.");
  if (code == "E_ANCHOR") {
    return tr("Record %s was noted outside the log. The log, which ends with record %s, does not have it as noted: it was "
              "cut, rewritten or replaced by a copy.");
  }
  if (code == "N_CLOCK_BACK") return tr("The clock had been set back when record %s was made. The order still holds.");
  if (code == "N_GAP") return tr("Record %s notes that %s records could not be kept.");
  if (code == "N_UNANCHORED") return tr("Nothing outside the file vouches for its last %s records.");
  if (code == "N_GENERATION") return tr("Record %s begins a new log; the one before it was lost or damaged.");
  if (code == "N_FILTERED") return tr("The export holds chosen records only, so that missing ones cannot show.");
  return tr("%s more findings of these kinds are not listed.");
}

}  // namespace

void Findings::add(std::string_view code, std::initializer_list<std::int64_t> numbers) {
  const std::string a = numbers.size() > 0 ? std::to_string(numbers.begin()[0]) : "";
  const std::string b = numbers.size() > 1 ? std::to_string(numbers.begin()[1]) : "";
  add(code, numbers, format(words_of(code), a.c_str(), b.c_str()));
}

void Findings::add(std::string_view code, std::initializer_list<std::int64_t> numbers, std::string words) {
  if (++counts_[std::string(code)] > listed_of_each_code) {
    ++unlisted_;
    return;
  }
  list_.push_back({std::string(code), numbers, std::move(words)});
}

std::vector<VerifyFinding> Findings::take() {
  if (unlisted_ > 0) add("N_MORE", {std::exchange(unlisted_, 0)});
  return std::exchange(list_, {});
}

bool VerifyReport::intact() const {
  return std::none_of(findings.begin(), findings.end(), [](const VerifyFinding& f) { return f.code.starts_with("E_"); });
}

}  // namespace loftgate
