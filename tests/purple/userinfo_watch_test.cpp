// SPDX-License-Identifier: GPL-2.0-or-later
// A card opened with Get Info may say that a contact is a bot.
#include <string>

#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

class ProfileCard : public PurpleBed {
 protected:
  void TearDown() override {
    if (account_) purple_accounts_delete(account_);
    PurpleBed::TearDown();
  }

  /// The sign left on a contact after its card was shown with one line.
  std::string sign_after(const char* protocol, const char* who, const char* label, const char* value) {
    if (account_) purple_accounts_delete(account_);
    account_ = purple_account_new("me", protocol);
    purple_accounts_add(account_);
    purple_account_set_enabled(account_, purple_core_get_ui(), TRUE);
    connect(account_);
    PurpleNotifyUserInfo* card = purple_notify_user_info_new();
    purple_notify_user_info_add_pair(card, "Name", "Bot");
    purple_notify_user_info_add_section_header(card, nullptr);
    purple_notify_user_info_add_pair(card, label, value);
    purple_signal_emit(purple_notify_get_handle(), "displaying-userinfo", account_, who, card);
    purple_notify_user_info_destroy(card);
    open(account_, who);
    std::string sign = socket().describe(conversation(), nullptr).signs.bot_sign;
    close_conversation();
    return sign;
  }

 private:
  PurpleAccount* account_ = nullptr;
};

TEST_F(ProfileCard, TellsABot) {
  EXPECT_EQ(sign_after("prpl-googlechat", "helper", "Bot", "Yes"), "userinfo");
  EXPECT_EQ(sign_after("prpl-eionrobb-msteams", "helper", "User Type", "BOT"), "userinfo");
  EXPECT_EQ(sign_after("telegram-tdlib", "id7", "Username", "LoftHelperBot"), "userinfo");
}

TEST_F(ProfileCard, OfAPersonTellsNothing) {
  EXPECT_EQ(sign_after("prpl-googlechat", "ada", "Bot", "No"), "");
  EXPECT_EQ(sign_after("prpl-eionrobb-msteams", "ada", "User Type", "USER"), "");
  EXPECT_EQ(sign_after("telegram-tdlib", "id8", "Username", "botanist"), "");
  EXPECT_EQ(sign_after("prpl-jabber", "ada@example.org", "Bot", "Yes"), "") << "there anybody writes their own card";
  EXPECT_EQ(sign_after("prpl-googlechat", "ada", "Bot", nullptr), "");
}

}  // namespace
}  // namespace loftgate
