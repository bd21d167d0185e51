// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/changed_part.h"

#include <algorithm>

namespace loftgate {

void ChangedPart::inserted(int at, int characters) {
  if (!range_) range_ = CharRange{at, at};
  range_ = CharRange{std::min(range_->begin, at), std::max(range_->end, at) + characters};
}

void ChangedPart::removed(CharRange gone) {
  const auto moved = [&](int at) { return at <= gone.begin ? at : std::max(at - gone.size(), gone.begin); };
  const CharRange before = range_.value_or(gone);
  range_ = CharRange{std::min(moved(before.begin), gone.begin), std::max(moved(before.end), gone.begin)};
}

}  // namespace loftgate
