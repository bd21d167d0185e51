// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/left_holds.h"

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

using LocalTime = CPtr<GDateTime, g_date_time_unref>;

/// The moment as the user's locale writes it.
std::string spelled(std::int64_t us) {
  const LocalTime time(g_date_time_new_from_unix_local(us / 1000000));
  return time ? take(g_date_time_format(time.get(), "%c")) : std::string();
}

std::string line_about(const OpenHold& hold) {
  // Translators: the first %s is what was found and who reads it, "Phone number to Meta AI"; the second is date and time.
  return format(tr("A held message was not sent when the program ended: %s, %s. Its text is not kept on disk."),
                hold.about.c_str(), spelled(hold.since_us).c_str());
}

}  // namespace

LeftHolds::LeftHolds(OpenHolds& open_holds, const ViewSwitch& views) : open_holds_(open_holds), views_(views) {
  for (GList* at = purple_get_conversations(); at; at = at->next) created(static_cast<PurpleConversation*>(at->data));
}

void LeftHolds::created(PurpleConversation* conversation) {
  if (!purple_conversation_get_account(conversation)) return;
  opened_.insert(destination_of(conversation));
  later_.call<&LeftHolds::tell_now>(this);
}

void LeftHolds::quitting() {
  program_ends_ = true;
  open_holds_.freeze();
}

gboolean LeftHolds::tell_now() {
  later_.begun();
  for (const Destination& to : std::exchange(opened_, {})) tell(to);
  return FALSE;
}

void LeftHolds::tell(const Destination& to) {
  PurpleConversation* conversation = find_conversation(to);
  if (!conversation) return;
  WarningView& view = views_.view_of(conversation);
  const auto left = open_holds_.take_left(to);
  if (!left) return view.notice({to, left.error().text});
  for (const OpenHold& hold : *left) view.notice({to, line_about(hold)});
}

}  // namespace loftgate
