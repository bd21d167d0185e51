// SPDX-License-Identifier: GPL-2.0-or-later
// Puts a function of ours in the place of one in a protocol's table, and takes it out again, among other plugins that
// do the same.
#pragma once

#include <purple.h>

#include <map>
#include <type_traits>
#include <utility>

namespace loftgate {

/// One function pointer of PurplePluginProtocolInfo in all protocols' tables. All members that may be named stand
/// before `struct_size` and so are there whatever version a protocol was built for.
template <auto Member>
class WrappedCall {
 public:
  using Function = std::remove_reference_t<decltype(std::declval<PurplePluginProtocolInfo&>().*Member)>;

  /// What stood there before ours, NULL when ours never did. It lasts: another plugin that took ours for the protocol's
  /// own calls it long after it was taken out.
  static Function original(const PurplePluginProtocolInfo* protocol) {
    const auto found = places().find(protocol);
    return found == places().end() ? nullptr : found->second.original;
  }

  /// Leaves alone what a protocol does not have. Ours comes once: it may still be there, below another plugin's
  /// function that was put over it.
  static void put(PurplePluginProtocolInfo& protocol, Function ours) {
    Function& now = protocol.*Member;
    if (!now || now == ours) return;
    Place& place = places()[&protocol];
    if (place.in_use && now != place.original) return;
    place = {now, true};
    now = ours;
  }

  /// Only where ours is on top: whoever stands above it goes on calling it.
  static void take_out(PurplePluginProtocolInfo& protocol, Function ours) {
    Function& now = protocol.*Member;
    if (!now || now != ours) return;
    Place& place = places()[&protocol];
    now = place.original;
    place.in_use = false;
  }

 private:
  struct Place {
    Function original = nullptr;
    bool in_use = false;   ///< ours was put there and not taken out
  };

  /// Never destroyed, for the same reason.
  static std::map<const PurplePluginProtocolInfo*, Place>& places() {
    static auto* const kept = new std::map<const PurplePluginProtocolInfo*, Place>;
    return *kept;
  }
};

}  // namespace loftgate
