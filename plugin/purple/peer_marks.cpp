// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/peer_marks.h"

#include <cstring>
#include <optional>

#include "common/base/i18n.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/peer_knowledge.h"

namespace loftgate {
namespace {

constexpr const char* mark_setting = "loftgate-mark";                 // "ai" or "person"

Mark mark_named(const char* word) {
  if (!word) return Mark::none;
  if (std::strcmp(word, "ai") == 0) return Mark::ai;
  return std::strcmp(word, "person") == 0 ? Mark::person : Mark::none;
}

Mark mark_on(PurpleBlistNode* node) {
  return node ? mark_named(purple_blist_node_get_string(node, mark_setting)) : Mark::none;
}

/// The contact a menu is for; a group of contacts stands for its foremost.
std::optional<Destination> contact_of(PurpleBlistNode* node) {
  if (node && PURPLE_BLIST_NODE_IS_CONTACT(node))
    node = PURPLE_BLIST_NODE(purple_contact_get_priority_buddy(PURPLE_CONTACT(node)));
  if (!node || !PURPLE_BLIST_NODE_IS_BUDDY(node)) return std::nullopt;
  PurpleBuddy* buddy = PURPLE_BUDDY(node);
  PurpleAccount* account = purple_buddy_get_account(buddy);
  if (!account) return std::nullopt;
  return destination_of(account, purple_buddy_get_name(buddy), PeerKind::person);
}

void set_mark_of(PurpleBlistNode* node, Mark mark) {
  if (const auto to = contact_of(node)) set_mark(*to, mark);
}

void note_for_session(const Destination& to, Mark mark) {
  PeerFacts facts = peer_knowledge().of(to);
  facts.mark = mark;
  peer_knowledge().note(to, facts);
}

}  // namespace

Mark mark_of(const Destination& to, PurpleBlistNode* node) {
  const Mark listed = mark_on(node);
  return listed == Mark::none ? peer_knowledge().of(to).mark : listed;
}

void set_mark(const Destination& to, Mark mark) {
  PurpleBlistNode* node = find_node(to);
  note_for_session(to, node ? Mark::none : mark);
  if (!node) return;
  if (mark == Mark::none) purple_blist_node_remove_setting(node, mark_setting);
  else purple_blist_node_set_string(node, mark_setting, mark == Mark::ai ? "ai" : "person");
  if (peer_knowledge().changed) peer_knowledge().changed(to);
}

std::vector<std::pair<Destination, Mark>> marked_contacts(PurpleAccount* account) {
  std::vector<std::pair<Destination, Mark>> marked;
  for (PurpleBlistNode* at = purple_blist_get_root(); at; at = purple_blist_node_next(at, TRUE)) {
    if (!PURPLE_BLIST_NODE_IS_BUDDY(at) || purple_buddy_get_account(PURPLE_BUDDY(at)) != account) continue;
    if (const Mark mark = mark_on(at); mark != Mark::none) marked.emplace_back(*contact_of(at), mark);
  }
  const Destination own = destination_of(account, "", PeerKind::person);
  for (const auto& [to, facts] : peer_knowledge().all()) {
    const bool theirs = to.protocol == own.protocol && to.account == own.account && to.kind == PeerKind::person;
    if (theirs && facts.mark != Mark::none) marked.emplace_back(to, facts.mark);
  }
  return marked;
}

void MarkMenu::extend(PurpleBlistNode* node, GList** menu) {
  const auto to = contact_of(node);
  if (!to || !menu) return;
  const Mark mark = mark_of(*to, find_node(*to));
  const auto add = [&](const char* label, PurpleCallback callback) {
    *menu = g_list_append(*menu, purple_menu_action_new(label, callback, this, nullptr));
  };
  if (mark != Mark::ai) add(tr("This is an AI"), PURPLE_CALLBACK(Thunk<&MarkMenu::mark_ai>::call));
  if (mark != Mark::person) add(tr("This is a person"), PURPLE_CALLBACK(Thunk<&MarkMenu::mark_person>::call));
  if (mark != Mark::none) add(tr("Forget my mark"), PURPLE_CALLBACK(Thunk<&MarkMenu::unmark>::call));
}

void MarkMenu::mark_ai(PurpleBlistNode* node) { set_mark_of(node, Mark::ai); }
void MarkMenu::mark_person(PurpleBlistNode* node) { set_mark_of(node, Mark::person); }
void MarkMenu::unmark(PurpleBlistNode* node) { set_mark_of(node, Mark::none); }

}  // namespace loftgate
