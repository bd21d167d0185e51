// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/purple_outbox.h"

#include <string_view>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/text/markup.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/signal.h"

namespace loftgate {
namespace {

/// Sees whether the protocol refused what is being sent: libpurple then first says that it was sent, and only
/// afterwards writes an error into the conversation.
class RefusalWatch {
 public:
  explicit RefusalWatch(PurpleConversation* conversation) : conversation_(conversation) {}
  bool refused() const { return refused_; }

 private:
  void im_sent(PurpleAccount*, const char*, const char*) { sent_ = true; }
  void chat_sent(PurpleAccount*, const char*, int) { sent_ = true; }
  void written(PurpleAccount*, const char*, char*, PurpleConversation* conversation, PurpleMessageFlags flags) {
    if (sent_ && conversation == conversation_ && (flags & PURPLE_MESSAGE_ERROR)) refused_ = true;
  }

  PurpleConversation* conversation_;
  bool sent_ = false;
  bool refused_ = false;
  Signal im_sent_ = Signal::to<&RefusalWatch::im_sent>(this, purple_conversations_get_handle(), "sent-im-msg");
  Signal chat_sent_ = Signal::to<&RefusalWatch::chat_sent>(this, purple_conversations_get_handle(), "sent-chat-msg");
  Signal im_written_ = Signal::to<&RefusalWatch::written>(this, purple_conversations_get_handle(), "wrote-im-msg");
  Signal chat_written_ = Signal::to<&RefusalWatch::written>(this, purple_conversations_get_handle(), "wrote-chat-msg");
};

/// IRC knows an action only as its command; sent as a message, "/me" would arrive as these letters.
bool is_irc_action(const Destination& to, std::string_view markup) {
  return to.protocol == "prpl-irc" && markup.starts_with("/me ");
}

void send_action(PurpleConversation* conversation, const std::string& markup) {
  const std::string line(read_markup(markup).body().substr(1));
  char* error = nullptr;
  purple_cmd_do_command(conversation, line.c_str(), line.c_str(), &error);
  g_free(error);
}

/// `why` is a translated format with one place for a name.
Error because(const char* why, const std::string& name) { return {Code::offline, format(why, name.c_str())}; }

}  // namespace

std::optional<Error> cannot_leave(const Destination& to) {
  PurpleAccount* account = find_account(to);
  if (!account) return because(tr("The account %s was removed. Your text is still here."), to.account);
  if (!purple_account_is_connected(account))
    return because(tr("The account %s is not connected. Connect it and choose again; your text is still here."),
                   to.account);
  if (find_conversation(to)) return std::nullopt;
  return because(tr("The conversation with %s was closed. Open it and choose again."), to.peer);
}

std::optional<Error> PurpleOutbox::obstacle(const Destination& to) {
  if (auto error = cannot_leave(to)) return error;
  PurpleConversation* conversation = find_conversation(to);
  if (to.kind == PeerKind::room && purple_conv_chat_has_left(PURPLE_CONV_CHAT(conversation)))
    return because(tr("You are no longer in %s. Join it and choose again; your text is still here."), to.peer);
  return std::nullopt;
}

bool PurpleOutbox::release(HoldId, const Destination& to, const std::string& markup, std::uint32_t flags) {
  PurpleConversation* conversation = find_conversation(to);
  if (!conversation) return false;
  const RefusalWatch watch(conversation);
  if (is_irc_action(to, markup))
    send_action(conversation, markup);
  else if (to.kind == PeerKind::room)
    purple_conv_chat_send_with_flags(PURPLE_CONV_CHAT(conversation), markup.c_str(), PurpleMessageFlags(flags));
  else
    purple_conv_im_send_with_flags(PURPLE_CONV_IM(conversation), markup.c_str(), PurpleMessageFlags(flags));
  return !watch.refused();
}

}  // namespace loftgate
