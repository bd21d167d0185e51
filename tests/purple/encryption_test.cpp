// SPDX-License-Identifier: GPL-2.0-or-later
// What is encrypted from end to end is weighed so: as OTR leaves it with the conversation, as lurch answers when asked.
#include "plugin/purple/encryption_watch.h"

#include <deque>

#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* details = "pay with 4539 1488 0343 6467";
constexpr const char* encrypted_words = "End-to-end encrypted: the service cannot read it.";

enum LurchStatus { disabled, not_supported, no_session, ok };

/// A plugin with lurch's id that answers lurch's question, at once or when told to.
class Lurch {
 public:
  using Answer = void (*)(std::int32_t, int, void*);

  Lurch() {
    plugin().loaded = TRUE;
    purple_signal_register(purple_plugins_get_handle(), "lurch-status-im",
                           purple_marshal_VOID__POINTER_POINTER_POINTER_POINTER, nullptr, 0);
    purple_signal_connect(purple_plugins_get_handle(), "lurch-status-im", this, PURPLE_CALLBACK(on_asked), this);
  }
  ~Lurch() {
    purple_signals_disconnect_by_handle(this);
    purple_signal_unregister(purple_plugins_get_handle(), "lurch-status-im");
    plugin().loaded = FALSE;
    purple_signal_emit(purple_plugins_get_handle(), "plugin-unload", &plugin());
  }
  void answer(std::size_t question, LurchStatus said, std::int32_t error = 0) {
    waiting_.at(question).first(error, said, waiting_.at(question).second);
  }

  LurchStatus status = ok;
  bool at_once = true;
  std::vector<std::string> asked;

 private:
  /// The real lurch where it is installed, not loaded: it is only said to be. Else an empty plugin of that id.
  static PurplePlugin& plugin() {
    constexpr char id[] = "core-riba-lurch";
    if (PurplePlugin* installed = purple_plugins_find_with_id(id)) return *installed;
    static PurplePlugin plugin{};
    static PurplePluginInfo info{};
    info.magic = PURPLE_PLUGIN_MAGIC;
    info.major_version = PURPLE_MAJOR_VERSION;
    info.minor_version = PURPLE_MINOR_VERSION;
    info.type = PURPLE_PLUGIN_STANDARD;
    info.id = info.name = const_cast<char*>(id);
    plugin.native_plugin = TRUE;
    plugin.info = &info;
    purple_plugin_register(&plugin);
    purple_plugins_probe("none");   // takes in what was registered, and no files
    return plugin;
  }
  static void on_asked(PurpleAccount*, const char* jid, Answer answer, void* data, Lurch* self) {
    self->asked.emplace_back(jid);
    if (self->at_once) answer(0, self->status, data);
    else self->waiting_.emplace_back(answer, data);
  }

  std::deque<std::pair<Answer, void*>> waiting_;
};

class Encryption : public PurpleBed {
 protected:
  /// Who reads, in the words of /lg status.
  std::string status() {
    told();
    choose("status");
    turn();
    return told();
  }
  void set(const char* name, bool on) { purple_conversation_set_data(conversation(), name, on ? this : nullptr); }
};

TEST_F(Encryption, ByOtrHidesDetailsFromTheServiceUntilItEnds) {
  write_to(friend_name);
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
  set("otr-private", true);
  EXPECT_THAT(status(), HasSubstr(encrypted_words));
  type(details);
  EXPECT_THAT(wire(), ElementsAre(details));
  set("otr-finished", true);
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
  type("or with 6011 0009 9013 9424");
  EXPECT_THAT(wire(), SizeIs(1)) << "the contact ended the private talk";
}

TEST_F(Encryption, ByOtrHidesNothingFromABot) {
  write_to(bot_name);
  set("otr-private", true);
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
  type(details);
  EXPECT_THAT(wire(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]"));
}

TEST_F(Encryption, ByLurchHidesDetailsFromTheService) {
  Lurch lurch;
  write_to("Ann@Example.org/phone");
  EXPECT_THAT(lurch.asked, Contains(std::string(friend_name)));
  EXPECT_THAT(status(), HasSubstr(encrypted_words));
  choose("why");
  EXPECT_THAT(told(), HasSubstr(encrypted_words));
  type(details);
  EXPECT_THAT(wire(), ElementsAre(details));
}

TEST_F(Encryption, ByLurchHidesNothingFromABot) {
  Lurch lurch;
  write_to(bot_name);
  type(details);
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(Encryption, IsOnlyWhatLurchSaysIsOk) {
  Lurch lurch;
  for (const LurchStatus no : {disabled, not_supported, no_session}) {
    lurch.status = no;
    write_to(friend_name);
    EXPECT_FALSE(is_encrypted(conversation())) << no;
    type(details);
    close_conversation();
  }
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(Encryption, IsNotKnownUntilLurchAnswers) {
  Lurch lurch;
  lurch.at_once = false;
  write_to(friend_name);
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
  lurch.answer(0, ok);
  EXPECT_THAT(status(), HasSubstr(encrypted_words));
}

TEST_F(Encryption, IsNotWhatLurchCouldNotTell) {
  Lurch lurch;
  lurch.at_once = false;
  write_to(friend_name);
  lurch.answer(0, ok, -1);
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
}

TEST_F(Encryption, IsAskedForAgainAfterEveryLineAndByANewTitle) {
  Lurch lurch;
  lurch.status = not_supported;
  write_to(friend_name);
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
  lurch.status = ok;
  hear(xmpp_, friend_name, "now I have OMEMO too");
  turn();
  EXPECT_THAT(status(), HasSubstr(encrypted_words));
  lurch.status = no_session;
  purple_conversation_set_title(conversation(), "Ann (OMEMO available)");
  turn();
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
  lurch.status = ok;
  purple_conversation_set_title(conversation(), "Ann (OMEMO)");
  turn();
  EXPECT_THAT(status(), HasSubstr(encrypted_words));
  lurch.status = disabled;
  purple_conversation_write(conversation(), "lurch", "disabled", PurpleMessageFlags(PURPLE_MESSAGE_SYSTEM | PURPLE_MESSAGE_NO_LOG), 0);
  turn();
  EXPECT_THAT(status(), Not(HasSubstr(encrypted_words)));
}

TEST_F(Encryption, OfAClosedConversationIsForgotten) {
  Lurch lurch;
  lurch.at_once = false;
  write_to(friend_name);
  close_conversation();
  lurch.answer(0, ok);
  lurch.status = not_supported;
  lurch.at_once = true;
  write_to(friend_name);
  lurch.answer(0, ok);
  EXPECT_FALSE(is_encrypted(conversation())) << "an answer to a question of before";
}

TEST_F(Encryption, EndsWithLurch) {
  {
    Lurch lurch;
    write_to(friend_name);
    EXPECT_TRUE(is_encrypted(conversation()));
  }
  EXPECT_FALSE(is_encrypted(conversation())) << "before anything else happens";
  type(details);
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(Encryption, AnsweredAfterLoftgateIsGoneHarmsNothing) {
  Lurch lurch;
  lurch.at_once = false;
  write_to(friend_name);
  unload();
  lurch.answer(0, ok);
  EXPECT_FALSE(is_encrypted(conversation()));
  load();
}

TEST_F(Encryption, ByLurchIsNotAskedForOnOtherNetworksOrInRooms) {
  Lurch lurch;
  open(irc_, "helper");
  enter_room(xmpp_, "room@conference.example.org", {"ann"});
  EXPECT_THAT(lurch.asked, IsEmpty());
}

TEST_F(Encryption, DoneAlreadyIsNotAskedAbout) {
  write_to(bot_name);
  const std::string otr = "?OTR:AAMDJ+MVmSfjFZcAAAAAAQAAAAIAAADA1g5IjDAKIAIOSFODNN7EXAMPLE4539148803436467+.";
  type(otr);
  EXPECT_THAT(wire(), ElementsAre(otr));
  type("-----BEGIN PRIVATE KEY-----<br>MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEAq7BFUpkGp3+LQmlQ<br>"
       "-----END PRIVATE KEY-----");
  EXPECT_THAT(wire(), SizeIs(1)) << "a key is not ciphertext";
}

}  // namespace
}  // namespace loftgate
