// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/passed_marks.h"

#include <algorithm>
#include <utility>

namespace loftgate {

void PassedMarks::set(Destination to, std::string text) {
  marks_.push_back({std::move(to), std::move(text)});
  later_.call<&PassedMarks::forget>(this);
}

bool PassedMarks::take(const Destination& to, std::string_view text) {
  const auto found =
      std::find_if(marks_.begin(), marks_.end(), [&](const Mark& mark) { return mark.to == to && mark.text == text; });
  if (found == marks_.end()) return false;
  marks_.erase(found);
  return true;
}

void PassedMarks::clear(const Destination& to) {
  std::erase_if(marks_, [&](const Mark& mark) { return mark.to == to; });
}

gboolean PassedMarks::forget() {
  later_.begun();
  marks_.clear();
  return FALSE;
}

}  // namespace loftgate
