// SPDX-License-Identifier: GPL-2.0-or-later
// The user's own word on what a contact is, by menu and by command.
#include <string>

#include "common/base/glib_ptr.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* phone = "call me on +33 6 12 34 56 78";

class OwnMark : public PurpleBed {
 protected:
  PurpleBlistNode* node(const char* name) { return PURPLE_BLIST_NODE(purple_find_buddy(xmpp_, name)); }

  std::vector<std::string> menu(PurpleBlistNode* of, const std::string& choice = "") {
    GList* items = nullptr;
    purple_signal_emit(purple_blist_get_handle(), "blist-node-extended-menu", of, &items);
    std::vector<std::string> labels;
    for (GList* at = items; at; at = at->next) {
      auto* item = static_cast<PurpleMenuAction*>(at->data);
      labels.push_back(copy(item->label));
      if (choice == item->label) reinterpret_cast<void (*)(PurpleBlistNode*, gpointer)>(item->callback)(of, item->data);
      purple_menu_action_free(item);
    }
    g_list_free(items);
    return labels;
  }
  Mark mark_here() { return socket().describe(conversation(), nullptr).signs.mark; }
};

TEST_F(OwnMark, IsSetAndForgottenInTheMenu) {
  write_to(friend_name);
  EXPECT_THAT(menu(node(friend_name)), ElementsAre("This is an AI", "This is a person"));
  menu(node(friend_name), "This is an AI");
  EXPECT_EQ(mark_here(), Mark::ai);
  EXPECT_STREQ(purple_blist_node_get_string(node(friend_name), "loftgate-mark"), "ai");
  EXPECT_THAT(menu(node(friend_name)), ElementsAre("This is a person", "Forget my mark"));
  type(phone);
  EXPECT_THAT(wire(), IsEmpty());
  menu(node(friend_name), "Forget my mark");
  EXPECT_EQ(mark_here(), Mark::none);
  EXPECT_EQ(purple_blist_node_get_string(node(friend_name), "loftgate-mark"), nullptr);
}

TEST_F(OwnMark, IsOfferedForTheContactAboveItToo) {
  PurpleBlistNode* contact = node(friend_name)->parent;
  ASSERT_TRUE(PURPLE_BLIST_NODE_IS_CONTACT(contact));
  menu(contact, "This is a person");
  write_to(friend_name);
  EXPECT_EQ(mark_here(), Mark::person);
  EXPECT_THAT(menu(contact->parent), IsEmpty()) << "a group is nobody";
}

TEST_F(OwnMark, OfAPersonSilencesWhatTheNetworkSays) {
  write_to(bot_name);
  choose("person");
  EXPECT_THAT(told(), HasSubstr("counts as a person"));
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
  choose("unmark");
  type("or on +33 6 98 76 54 32");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(OwnMark, OfAStrangerLastsForTheSession) {
  open(irc_, "stranger");
  choose("ai");
  close_conversation();
  open(irc_, "Stranger");
  EXPECT_EQ(mark_here(), Mark::ai);
  type(phone);
  EXPECT_THAT(wire(), IsEmpty());
  choose("back");
  choose("unmark");
  EXPECT_EQ(mark_here(), Mark::none);
  unload();
  load();
  EXPECT_EQ(mark_here(), Mark::none);
}

TEST_F(OwnMark, OfAStrangerMovesToTheListWhenItIsSetAgainThere) {
  open(xmpp_, "new@example.org");
  choose("ai");
  purple_blist_add_buddy(purple_buddy_new(xmpp_, "new@example.org", nullptr), nullptr, nullptr, nullptr);
  EXPECT_EQ(mark_here(), Mark::ai);
  choose("person");
  EXPECT_EQ(mark_here(), Mark::person);
  choose("unmark");
  EXPECT_EQ(mark_here(), Mark::none);
}

TEST_F(OwnMark, CorrectsAContactThatCalledItselfAnAi) {
  write_to(friend_name);
  hear(xmpp_, friend_name, "Hello, I am an AI assistant.");
  told();
  choose("why");
  const std::string why = told();
  EXPECT_THAT(why, AllOf(HasSubstr("called itself an AI on "), HasSubstr("If it is no AI"), HasSubstr("/lg person")));
  choose("person");
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
}

}  // namespace
}  // namespace loftgate
