// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/findings.h"

#include <algorithm>
#include <utility>

#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr std::int64_t listed_of_each_code = 100;

/// What a code means, with the finding's first and second number.
std::string words_for(std::string_view code, const char* a, const char* b) {
  if (code == "E_SCHEMA") return format(tr("Line %s does not follow the format of an export."), a);
  if (code == "E_GAP") return format(tr("Where record %s belongs there is record %s: records were removed or moved."), a, b);
  if (code == "E_LINK") return format(tr("Record %s does not follow from the one before it."), a);
  if (code == "E_ENTRY") return format(tr("What was decided in record %s was changed afterwards."), a);
  if (code == "E_WHO") return format(tr("With whom record %s was made was changed afterwards."), a);
  if (code == "E_MISSING_ENTRY") return format(tr("What was decided in record %s is gone, and no record says it was erased."), a);
  if (code == "E_MISSING_WHO") return format(tr("With whom record %s was made is gone, and no record says it was erased."), a);
  if (code == "E_RANGE") return format(tr("Record %s erases records that did not exist yet."), a);
  if (code == "E_PROJ") return format(tr("The columns or rules kept beside record %s do not say what the record says."), a);
  if (code == "E_HEAD") return format(tr("The export says it ends with record %s; it ends with %s: its end was removed or "
                                         "changed."), a, b);
  if (code == "E_ANCHOR") return format(tr("Record %s was noted outside the log, and the log, which ends with %s, has another "
                                           "one or none in its place: it was cut, rewritten or replaced by a copy."), a, b);
  if (code == "N_CLOCK_BACK") return format(tr("The clock had been set back when record %s was made. The order still holds."), a);
  if (code == "N_GAP") return format(tr("Record %s notes that %s records could not be kept."), a, b);
  if (code == "N_UNANCHORED") return format(tr("Nothing outside the file vouches for its last %s records."), a);
  if (code == "N_GENERATION") return format(tr("Record %s begins a new log; the one before it was lost or damaged."), a);
  if (code == "N_FILTERED") return tr("The export holds chosen records only, so that missing ones cannot show.");
  return format(tr("%s more findings of these kinds are not listed."), a);
}

}  // namespace

void Findings::add(std::string_view code, std::initializer_list<std::int64_t> numbers) {
  const std::string a = numbers.size() > 0 ? std::to_string(numbers.begin()[0]) : "";
  const std::string b = numbers.size() > 1 ? std::to_string(numbers.begin()[1]) : "";
  add(code, numbers, words_for(code, a.c_str(), b.c_str()));
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
