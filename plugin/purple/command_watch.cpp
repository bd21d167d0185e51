// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/command_watch.h"

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/text/markup.h"
#include "plugin/purple/command_text.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/purple_outbox.h"

namespace loftgate {
namespace {

constexpr int first = PURPLE_CMD_P_VERY_HIGH + 1;
constexpr int last = PURPLE_CMD_P_VERY_LOW - 1;

const char* help() { return tr("Loftgate reads what this command would send, before it is sent."); }

/// Names of commands, one each for every command of that name. NULL: those of all conversations.
std::vector<std::string> command_names(PurpleConversation* conversation) {
  std::vector<std::string> names;
  GList* list = purple_cmd_list(conversation);
  for (GList* at = list; at; at = at->next) names.emplace_back(static_cast<const char*>(at->data));
  g_list_free(list);
  return names;
}

/// What Pidgin does with a line that begins with "/" and is no command anywhere (gtkconv.c:502 of 2.14.12).
bool goes_as_message(PurpleConversation* conversation, std::string_view name) {
  if (name.find('/') != std::string_view::npos) return true;
  PurpleConnection* connection = purple_conversation_get_gc(conversation);
  const PurplePlugin* protocol = connection ? purple_connection_get_prpl(connection) : nullptr;
  return !protocol || !(PURPLE_PLUGIN_PROTOCOL_INFO(protocol)->options & OPT_PROTO_SLASH_COMMANDS_NATIVE);
}

std::string line_of(const char* name, char** words) {
  const std::string line = std::string("/") + name;
  return words && words[0] ? line + ' ' + words[0] : line;
}

/// `read_markup` of `to_markup` gives the line back, byte by byte.
std::string line_in(const std::string& markup) { return std::string(read_markup(markup).body()); }

}  // namespace

CommandWatch::CommandWatch(Door& door, Outbox& outbox, const ViewSwitch& views)
    : door_(door), outbox_(outbox), views_(views) {
  for (const std::string& name : command_names(nullptr)) shadow(name);
}

void CommandWatch::shadow(const std::string& name) {
  if (is_spoken(name) || !may_carry_text(name)) return;
  // The place is taken first: to register a command is announced like any other.
  const auto [place, is_new] = shadows_.try_emplace(name);
  if (!is_new) return;
  place->second.reset(new Command(Command::to<&CommandWatch::typed>(this, name.c_str(), help(), first)));
}

void CommandWatch::added(const char* name, PurpleCmdPriority, PurpleCmdFlag) { shadow(name); }

/// Not at once: the command that goes may be the one that runs.
void CommandWatch::removed(const char*) { later_.call<&CommandWatch::tidy>(this); }

gboolean CommandWatch::tidy() {
  later_.begun();
  backstop_.reset();
  backstop_name_.clear();
  std::map<std::string, int, std::less<>> count;
  for (std::string& name : command_names(nullptr)) ++count[std::move(name)];
  std::erase_if(shadows_, [&count](const auto& one) { return one.second && count[one.first] < 2; });
  // What was removed here was ours; there is nothing to tidy after that.
  later_.cancel();
  return FALSE;
}

bool CommandWatch::is_served(PurpleConversation* conversation, std::string_view name) const {
  int others = 0;
  for (const std::string& one : command_names(conversation)) others += one == name;
  return others > int(shadows_.contains(name)) + int(backstop_ && backstop_name_ == name);
}

std::optional<Message> CommandWatch::read_draft(PurpleConversation* conversation, const char* markup) const {
  Message message = describe(conversation, markup);
  const std::string line = line_in(message.markup);
  const std::string_view name = command_name(line);
  if (name.empty() || is_spoken(name)) return message;
  if (!is_served(conversation, name)) {
    const bool unknown = !is_served(nullptr, name);
    if (unknown && goes_as_message(conversation, name)) return message;
    return std::nullopt;
  }
  const auto text = read_command(message.to, line);
  if (!text) return std::nullopt;
  message.content_from = static_cast<std::uint32_t>(text->content_from);
  return strictest(std::move(message), text->addressed);
}

/// The message for the first reader it has to be held for, else for the first of all.
Message CommandWatch::strictest(Message message, const std::vector<Destination>& addressed) const {
  PurpleAccount* account = find_account(message.to);
  std::optional<Message> best;
  for (const Destination& one : addressed) {
    Message told = message;
    const Destination reached = destination_of(account, one.peer.c_str(), one.kind);
    if (reached != message.to) {
      told.signs = signs_of(account, reached, find_conversation(reached));
      told.addressed = reached;
    }
    if (addressed.size() == 1 || door_.concerns(told)) return told;
    if (!best) best = std::move(told);
  }
  return best ? std::move(*best) : message;
}

PurpleCmdRet CommandWatch::typed(PurpleConversation* conversation, const char* name, char** words, char**) {
  const auto message = read_draft(conversation, to_markup(line_of(name, words)).c_str());
  if (message && door_.outgoing(*message, views_.view_of(conversation), outbox_) == Door::Outcome::held) {
    purple_debug_info("loftgate", "A command is held until its author has decided.\n");
    return PURPLE_CMD_RET_OK;
  }
  stand_behind(name);
  return PURPLE_CMD_RET_CONTINUE;
}

void CommandWatch::stand_behind(const std::string& name) {
  backstop_.reset();
  backstop_name_ = name;
  backstop_.reset(new Command(Command::to<&CommandWatch::untaken>(this, name.c_str(), help(), last)));
  later_.call<&CommandWatch::tidy>(this);
}

PurpleCmdRet CommandWatch::untaken(PurpleConversation* conversation, const char* name, char**, char** error) {
  const char* why = is_served(conversation, name) ? tr("This command needs other words. Nothing was sent.")
                                                  : tr("This command does not work here. Nothing was sent.");
  *error = g_strdup(to_markup(why).c_str());
  return PURPLE_CMD_RET_FAILED;
}

/// Commands still run in a room that was left.
std::optional<Error> CommandOutbox::obstacle(const Destination& to) { return cannot_leave(to); }

bool CommandOutbox::release(HoldId, const Destination& to, const std::string& markup, std::uint32_t) {
  PurpleConversation* conversation = find_conversation(to);
  const std::string line = line_in(markup);
  if (!conversation || !line.starts_with('/')) return false;
  char* error = nullptr;
  const auto done = purple_cmd_do_command(conversation, line.c_str() + 1, to_markup(line.substr(1)).c_str(), &error);
  const GChars said(error);
  return done == PURPLE_CMD_STATUS_OK;
}

}  // namespace loftgate
