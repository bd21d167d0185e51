// SPDX-License-Identifier: GPL-2.0-or-later
// What everybody sees of an account: a status, a profile, a picture.
#include "tests/support/headless_ui.h"
#include "tests/support/played_requests.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";
constexpr const char* masked = "pay with [card number]";
constexpr const char* token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

class AccountAct : public PurpleBed {
 protected:
  void SetUp() override {
    play_requests();
    PurpleBed::SetUp();
    forget();
  }

  void set_status(const char* id, const char* message) {
    if (message) purple_account_set_status(xmpp_, id, TRUE, "message", message, nullptr);
    else purple_account_set_status(xmpp_, id, TRUE, nullptr);
  }
  void set_info(const char* info) { serv_set_info(purple_account_get_connection(xmpp_), info); }
  /// The account at the AI service talks to one that does not promise not to train.
  void use_deepseek() { purple_account_set_string(ai_, "endpoint", "https://api.deepseek.com/v1"); }
  void forget() { wire_of_null_protocols().acts.clear(); }
  const std::vector<std::string>& acts() const { return wire_of_null_protocols().acts; }
};

TEST_F(AccountAct, AnOrdinaryStatusIsPublishedOnceAndSilently) {
  set_status("away", "at lunch");
  EXPECT_THAT(acts(), ElementsAre("status away: at lunch"));
  EXPECT_EQ(open_request(), "");
  EXPECT_THAT(shown_notices(), IsEmpty());
}

TEST_F(AccountAct, AHeldStatusIsPublishedWithoutItsTextUntilItIsMasked) {
  set_status("away", text);
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  EXPECT_THAT(open_request(), AllOf(HasSubstr("Payment card number to everyone who sees your status"), HasSubstr(masked),
                                    HasSubstr("shows no text")));
  EXPECT_EQ(request_default(), -1) << "Enter alone decides";
  EXPECT_TRUE(press_in_request("Mask and publish"));
  EXPECT_THAT(acts(), ElementsAre("status away: ", std::string("status away: ") + masked));
  EXPECT_EQ(open_request(), "");
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("redact user \"credit-card\"")));
}

TEST_F(AccountAct, AHeldStatusIsPublishedAsWrittenOnce) {
  set_status("away", text);
  EXPECT_TRUE(press_in_request("Publish as written"));
  EXPECT_THAT(acts(), ElementsAre("status away: ", std::string("status away: ") + text));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("send user")));
}

TEST_F(AccountAct, AStatusThatGoesBackKeepsItsTextToItself) {
  set_status("away", text);
  EXPECT_TRUE(press_in_request("Go back"));
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  EXPECT_EQ(open_request(), "");
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("cancel user")));
}

TEST_F(AccountAct, TheSameStatusAfterAnAbsenceIsMaskedAgainWithoutAQuestion) {
  set_status("away", text);
  press_in_request("Mask and publish");
  set_status("available", nullptr);
  set_status("away", text);
  EXPECT_EQ(open_request(), "");
  EXPECT_EQ(acts().back(), std::string("status away: ") + masked);
}

TEST_F(AccountAct, AnotherStatusEndsTheQuestionAboutTheOneBefore) {
  set_status("away", text);
  set_status("available", "back again");
  EXPECT_EQ(open_request(), "");
  EXPECT_EQ(acts().back(), "status available: back again");
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
}

TEST_F(AccountAct, AClosedWindowPublishesNothingAndTheSameStatusAsksAgain) {
  set_status("away", text);
  close_request_window();
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  set_status("available", nullptr);
  set_status("away", text);
  EXPECT_THAT(open_request(), HasSubstr(masked));
}

TEST_F(AccountAct, AnAccountConnectsWithoutTheTextOfItsStatus) {
  disconnect(xmpp_);
  forget();
  set_status("away", text);
  EXPECT_TRUE(purple_account_is_connected(xmpp_));
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  EXPECT_TRUE(press_in_request("Mask and publish"));
  EXPECT_THAT(acts(), ElementsAre("status away: ", std::string("status away: ") + masked));
}

TEST_F(AccountAct, WhileDisconnectedTheAnswerSaysWhyAndIsAskedForAgain) {
  set_status("away", text);
  purple_account_disconnect(xmpp_);
  forget();
  EXPECT_TRUE(press_in_request("Mask and publish"));
  EXPECT_THAT(open_request(), HasSubstr("not connected"));
  EXPECT_THAT(acts(), IsEmpty());
}

TEST_F(AccountAct, ASecretIsMaskedToo) {
  set_status("away", token);
  ASSERT_NE(open_request(), "");
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  EXPECT_TRUE(press_in_request("Mask and publish"));
  EXPECT_THAT(acts().back(), Not(HasSubstr(token)));
}

TEST_F(AccountAct, AtAnAiServiceASecretNeedsTheFirstLettersOfTheReader) {
  use_deepseek();
  purple_account_set_status(ai_, "away", TRUE, "message", token, nullptr);
  EXPECT_TRUE(press_in_request("Publish as written…"));
  EXPECT_THAT(open_request(), HasSubstr("first letters of"));
  EXPECT_TRUE(press_in_request("Publish as written", "zzzz"));
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  EXPECT_THAT(open_request(), HasSubstr("first letters of"));
  EXPECT_TRUE(press_in_request("Publish as written…"));
  EXPECT_TRUE(press_in_request("Publish as written", "deep"));
  EXPECT_THAT(acts(), ElementsAre("status away: ", std::string("status away: ") + token));
}

TEST_F(AccountAct, AProfileWaitsAndIsPublishedMasked) {
  set_info("I am fond of doves");
  set_info(text);
  EXPECT_THAT(acts(), ElementsAre("info: I am fond of doves"));
  EXPECT_THAT(open_request(), AllOf(HasSubstr("everyone who sees your profile"), HasSubstr("stays as it was")));
  EXPECT_TRUE(press_in_request("Mask and publish"));
  EXPECT_THAT(acts(), ElementsAre("info: I am fond of doves", std::string("info: ") + masked));
}

TEST_F(AccountAct, TheCardOfAnXmppAccountKeepsItsFieldsWhenMasked) {
  const std::string before = "<vCard xmlns='vcard-temp'>\n\t<FN>Bob &amp; Ann</FN>\n\t<DESC>";
  const std::string after = "</DESC>\n</vCard>\n";
  set_info((before + text + after).c_str());
  EXPECT_TRUE(press_in_request("Mask and publish"));
  EXPECT_THAT(acts(), ElementsAre("info: " + before + masked + after));
  set_info((before + "6011 0009 9013 9424" + after).c_str());
  EXPECT_TRUE(press_in_request("Publish as written"));
  EXPECT_EQ(acts().back(), "info: " + before + "6011 0009 9013 9424" + after);
}

TEST_F(AccountAct, AProfileThatGoesBackIsNotPublished) {
  set_info(text);
  EXPECT_TRUE(press_in_request("Go back"));
  EXPECT_THAT(acts(), IsEmpty());
}

TEST_F(AccountAct, APictureIsPublishedAndAtAnAiServiceAnnouncedOnce) {
  use_deepseek();
  for (PurpleAccount* account : {xmpp_, ai_, ai_}) {
    PurpleStoredImage* picture = purple_imgstore_add(g_strdup("png"), 3, "dove.png");
    PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl(purple_account_get_protocol_id(account)))
        ->set_buddy_icon(purple_account_get_connection(account), picture);
    purple_imgstore_unref(picture);
  }
  EXPECT_THAT(acts(), ElementsAre("icon: set", "icon: set", "icon: set"));
  EXPECT_THAT(shown_notices(), ElementsAre(HasSubstr("DeepSeek")));
}

TEST_F(AccountAct, ARemovedAccountTakesItsQuestionAlong) {
  set_status("away", text);
  purple_accounts_delete(std::exchange(xmpp_, nullptr));
  EXPECT_EQ(open_request(), "");
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
}

TEST_F(AccountAct, UnloadingClosesTheQuestionAndRecordsThatNobodyDecided) {
  set_status("away", text);
  unload();
  EXPECT_EQ(open_request(), "");
  EXPECT_THAT(acts(), ElementsAre("status away: "));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
}

}  // namespace
}  // namespace loftgate
