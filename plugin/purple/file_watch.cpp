// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/file_watch.h"

#include <algorithm>
#include <utility>

#include "common/base/glib_ptr.h"
#include "plugin/purple/attachments.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

FileWatch* watch = nullptr;

/// For clients that have no table of their own.
PurpleXferUiOps own_table{};

using Added = void (*)(PurpleXfer*);

/// Tables that lead here, and what they led to before. It stays when the plugin is unloaded while somebody else has
/// taken our place: they still lead here, and from here it goes on as before. Never destroyed: nothing runs at exit.
std::map<PurpleXferUiOps*, Added>& hooks() {
  static auto* const all = new std::map<PurpleXferUiOps*, Added>;
  return *all;
}

/// libpurple knows no name for a file whose name is not in the user's encoding.
std::string name_of(PurpleXfer* transfer) {
  const char* name = purple_xfer_get_filename(transfer);
  const char* path = purple_xfer_get_local_filename(transfer);
  if (name && *name) return name;
  return path ? take(g_filename_display_basename(path)) : std::string();
}

Message message_of(PurpleXfer* transfer) {
  PurpleAccount* account = purple_xfer_get_account(transfer);
  Message message;
  message.to = destination_of(account, purple_xfer_get_remote_user(transfer), PeerKind::person);
  message.signs = signs_of(account, message.to, find_conversation(message.to));
  // OTR and OMEMO encrypt what is written; a file goes past them.
  message.signs.encrypted = false;
  message.attachments.push_back(
      read_file(copy(purple_xfer_get_local_filename(transfer)), name_of(transfer), purple_xfer_get_size(transfer)));
  return message;
}

}  // namespace

/// The last one first, so that none of them is asked about when the one before it ends.
template <class Which>
void FileWatch::withdraw(Which which) {
  for (std::size_t at = held_.size(); at > 0; --at) {
    if (which(*held_[at - 1])) door_.withdraw(*held_[at - 1], false);
  }
}

FileWatch::FileWatch(Door& door, const ViewSwitch& views) : door_(door), views_(views) {
  watch = this;
  hook();
}

FileWatch::~FileWatch() {
  withdraw([](const HeldFile&) { return true; });
  held_.clear();
  for (const auto& [transfer, start] : starts_) transfer->ops.init = start;
  unhook();
  watch = nullptr;
}

void FileWatch::hook() {
  if (!purple_xfers_get_ui_ops()) purple_xfers_set_ui_ops(&own_table);
  PurpleXferUiOps* table = purple_xfers_get_ui_ops();
  const auto [hook, is_new] = hooks().try_emplace(table, table->add_xfer);
  if (is_new) table->add_xfer = added;
}

/// Restores what is still ours.
void FileWatch::unhook() {
  std::erase_if(hooks(), [](const auto& hook) {
    if (hook.first->add_xfer != added) return false;
    hook.first->add_xfer = hook.second;
    return true;
  });
  if (purple_xfers_get_ui_ops() == &own_table && !hooks().contains(&own_table)) purple_xfers_set_ui_ops(nullptr);
}

/// A file was chosen; the protocol is started next.
void FileWatch::added(PurpleXfer* transfer) noexcept {
  const auto hook = hooks().find(purple_xfer_get_ui_ops(transfer));
  if (hook != hooks().end() && hook->second) hook->second(transfer);
  if (!watch || purple_xfer_get_type(transfer) != PURPLE_XFER_SEND || transfer->ops.init == starting) return;
  const TransferStart start = std::exchange(transfer->ops.init, starting);
  try {
    watch->starts_[transfer] = start;
  } catch (...) {
    purple_debug_error("loftgate", "A file cannot be checked.\n");   // and will not be sent
  }
}

/// Fails closed: a file that cannot be weighed is not offered.
void FileWatch::starting(PurpleXfer* transfer) noexcept {
  try {
    const TransferStart start = watch->starts_.at(transfer);
    watch->starts_.erase(transfer);
    transfer->ops.init = start;
    watch->weigh(transfer, start);
  } catch (...) {
    purple_debug_error("loftgate", "A file could not be checked and was not sent.\n");
    purple_xfer_cancel_local(transfer);
  }
}

void FileWatch::weigh(PurpleXfer* transfer, TransferStart start) {
  std::erase_if(held_, [](const auto& file) { return file->is_done(); });
  const Message message = message_of(transfer);
  PurpleConversation* conversation = find_conversation(message.to);
  if (!conversation) {
    if (!door_.concerns(message)) return start(transfer);   // with nobody to say more to
    conversation = purple_conversation_new(PURPLE_CONV_TYPE_IM, purple_xfer_get_account(transfer),
                                           purple_xfer_get_remote_user(transfer));
  }
  HeldFile& file = *held_.emplace_back(std::make_unique<HeldFile>(transfer, start));
  const auto outcome = door_.outgoing(message, views_.view_of(conversation), file);
  if (outcome == Door::Outcome::go) file.release(0, message.to, "", 0);
  else purple_debug_info("loftgate", "A file is held until its sender has decided.\n");
}

void FileWatch::cancelled(PurpleXfer* transfer) {
  starts_.erase(transfer);
  const auto file =
      std::find_if(held_.begin(), held_.end(), [transfer](const auto& one) { return one->holds(transfer); });
  if (file == held_.end()) return;
  (*file)->forget();
  door_.withdraw(**file, true);
}

/// The protocol forgets its transfers as it closes: they end while it still knows them.
void FileWatch::signing_off(PurpleConnection* connection) {
  const PurpleAccount* account = purple_connection_get_account(connection);
  withdraw([account](const HeldFile& file) { return file.belongs_to(account); });
}

/// A client may bring another table after this plugin was loaded.
void FileWatch::signed_on(PurpleConnection*) { hook(); }

}  // namespace loftgate
