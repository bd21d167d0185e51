// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/disco_answer.h"

#include <string_view>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

constexpr const char* disco = "http://jabber.org/protocol/disco#info";
constexpr const char* room_user = "http://jabber.org/protocol/muc#user";

/// Children beyond this many are not looked at; honest answers have some dozens.
constexpr int most_children = 1000;

template <class Visit>
void for_each_child(const xmlnode* parent, const char* name, Visit visit) {
  int seen = 0;
  for (xmlnode* at = xmlnode_get_child(parent, name); at && seen < most_children; at = xmlnode_get_next_twin(at)) {
    visit(at);
    ++seen;
  }
}

std::string attribute(const xmlnode* node, const char* name) {
  return copy(xmlnode_get_attrib(const_cast<xmlnode*>(node), name));
}

void read_identity(const xmlnode* identity, DiscoAnswer& answer) {
  const std::string category = attribute(identity, "category"), type = attribute(identity, "type");
  if (category == "client" && type == "bot") answer.bot = true;
  // A room of another network says so by its type.
  const bool foreign_room = category == "conference" && !type.empty() && type != "text";
  if (category == "gateway" || foreign_room) answer.gateway = true;
}

}  // namespace

xmlnode* disco_question(const std::string& id, const std::string& to) {
  xmlnode* iq = xmlnode_new("iq");
  xmlnode_set_attrib(iq, "type", "get");
  xmlnode_set_attrib(iq, "id", id.c_str());
  xmlnode_set_attrib(iq, "to", to.c_str());
  xmlnode_set_namespace(xmlnode_new_child(iq, "query"), disco);
  return iq;
}

std::optional<DiscoAnswer> read_disco_answer(const xmlnode* iq) {
  const xmlnode* query = xmlnode_get_child_with_namespace(iq, "query", disco);
  if (!query) return std::nullopt;
  DiscoAnswer answer;
  answer.part = !attribute(query, "node").empty();
  for_each_child(query, "identity", [&](const xmlnode* identity) { read_identity(identity, answer); });
  bool closed = false, is_public = false, open = false;
  for_each_child(query, "feature", [&](const xmlnode* feature) {
    const std::string name = attribute(feature, "var");
    closed = closed || name == "muc_membersonly" || name == "muc_hidden" || name == "muc_passwordprotected";
    is_public = is_public || name == "muc_public";
    open = open || name == "muc_open";
  });
  if (closed) answer.access = RoomAccess::closed;
  else if (is_public && open) answer.access = RoomAccess::open;
  return answer;
}

bool says_logged(const xmlnode* presence) {
  const xmlnode* user = xmlnode_get_child_with_namespace(presence, "x", room_user);
  bool logged = false;
  if (!user) return false;
  for_each_child(user, "status", [&](const xmlnode* one) { logged = logged || attribute(one, "code") == "170"; });
  return logged;
}

}  // namespace loftgate
