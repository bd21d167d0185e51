// SPDX-License-Identifier: GPL-2.0-or-later
// Accounts at AI services: whom the account's own settings name is who reads.
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* details = "pay with 4539 1488 0343 6467";

class AiAccount : public PurpleBed {
 protected:
  void SetUp() override {
    PurpleBed::SetUp();
    chat_ = purple_account_new("me", "prpl-aranaga-aichat");
    purple_accounts_add(chat_);
    purple_account_set_enabled(chat_, purple_core_get_ui(), TRUE);
    connect(chat_);
  }
  void TearDown() override {
    purple_accounts_delete(chat_);
    PurpleBed::TearDown();
  }

  /// What is said about who reads a talk of an account with these settings.
  std::string reader(const char* provider, const char* endpoint = "") {
    purple_account_set_string(chat_, "provider", provider);
    purple_account_set_string(chat_, "endpoint", endpoint);
    open(chat_, "model");
    told();
    choose("status");
    choose("why");
    std::string words = told();
    return words;
  }
  /// Whether details are held with the settings given last.
  bool holds() {
    const std::size_t before = wire().size();
    type(details);
    const bool held = wire().size() == before;
    if (held) choose("keep");
    return held;
  }

  PurpleAccount* chat_ = nullptr;
};

TEST_F(AiAccount, OfChatGptIsOpenAis) {
  open(ai_, "gpt-4o");
  type(details);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("OpenAI"));
}

TEST_F(AiAccount, IsReadByTheServiceItsSettingNames) {
  EXPECT_THAT(reader("openai"), AllOf(HasSubstr("OpenAI"), HasSubstr("AI service (openai)")));
  EXPECT_TRUE(holds());
  EXPECT_THAT(reader("anthropic"), AllOf(HasSubstr("Anthropic"), HasSubstr("AI service (anthropic)")));
  EXPECT_THAT(reader("google"), AllOf(HasSubstr("Google"), HasSubstr("AI service (google)")));
}

TEST_F(AiAccount, OfAModelOnThisMachineIsSaidToStayHere) {
  for (const char* endpoint : {"", "http://localhost:11434", "http://127.0.0.1:11434/api", "http://[::1]:11434/"}) {
    EXPECT_THAT(reader("ollama", endpoint), HasSubstr("runs on this machine")) << endpoint;
    EXPECT_FALSE(holds()) << endpoint;
  }
}

TEST_F(AiAccount, OfAModelOnAnotherMachineIsNotSaidToStayHere) {
  // Loopback alone is this machine: whoever runs another one, in the same house or not, can read.
  for (const char* endpoint : {"http://192.168.1.20:11434", "http://10.0.0.2:11434", "http://172.16.0.9:11434",
                               "http://169.254.7.7:11434", "http://[fd00::1]:11434", "http://nas.local:11434",
                               "http://ollama:11434", "http://0.0.0.0:11434", "http://localhost.example.org/"}) {
    EXPECT_THAT(reader("ollama", endpoint), AllOf(Not(HasSubstr("this machine")), HasSubstr("no policy is known")))
        << endpoint;
    EXPECT_TRUE(holds()) << endpoint;
  }
}

TEST_F(AiAccount, WithAnEndpointIsReadByWhoeverOwnsItsHost) {
  EXPECT_THAT(reader("custom", "https://api.openai.com/v1"), HasSubstr("OpenAI"));
  EXPECT_THAT(reader("custom", "https://api.anthropic.com/v1"), HasSubstr("Anthropic"));
  EXPECT_THAT(reader("custom", "http://localhost:8080/v1"), HasSubstr("runs on this machine"));
}

TEST_F(AiAccount, WithAnEndpointOfNobodyKnownSaysSo) {
  for (const char* endpoint : {"https://llm.example.org/v1", "https://api.openai.com.example.org/", "not a url"}) {
    EXPECT_THAT(reader("custom", endpoint), AllOf(HasSubstr("no policy is known"), Not(HasSubstr("OpenAI"))))
        << endpoint;
    EXPECT_TRUE(holds()) << endpoint;
  }
}

TEST_F(AiAccount, WithAServiceNobodyKnowsSaysSo) {
  EXPECT_THAT(reader("brand-new"), AllOf(HasSubstr("no policy is known"), Not(HasSubstr("does not train"))));
  EXPECT_TRUE(holds());
}

TEST_F(AiAccount, WhoseSettingChangesIsReadByTheNewService) {
  EXPECT_THAT(reader("ollama"), HasSubstr("this machine"));
  EXPECT_THAT(reader("openai"), AllOf(HasSubstr("OpenAI"), Not(HasSubstr("this machine"))));
}

}  // namespace
}  // namespace loftgate
