// SPDX-License-Identifier: GPL-2.0-or-later
// Who reads a message, and which practice applies: the rules that no single record can show.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/policy/example.h"

namespace loftgate {
namespace {

/// The audience of a message in the notation of examples.
Audience of(std::string_view written) {
  const WrittenExample example = read_example(written);
  return bundled_book().audience(example.message, example.text);
}

Audience of(const Message& message, std::string_view plain = "hello") {
  return bundled_book().audience(message, plain);
}

Message to(std::string_view written) { return read_example(written).message; }

TEST(Audience, OfAFriendOnXmppIsTheirServerAndUnknown) {
  const Audience audience = of("prpl-jabber|me@example.org|friend@example.org");
  EXPECT_FALSE(audience.is_ai);
  EXPECT_EQ(audience.surface, Surface::private_messages);
  EXPECT_EQ(audience.reader, "friend@example.org");
  EXPECT_EQ(audience.practice.training, Stance::unknown);
  EXPECT_EQ(audience.practice.basis, Basis::operator_dependent);
  EXPECT_TRUE(audience.reviewed);
}

TEST(Audience, OfATextForSomebodyElseIsThatReaders) {
  Message message = to("prpl-hehoe-whatsmeow|me|friend@s.whatsapp.net");
  message.addressed = Destination{message.to.protocol, message.to.account, "13135550002@s.whatsapp.net"};
  EXPECT_EQ(of(message).reader, "Meta AI");
}

TEST(Audience, OfAStatusIsWhoeverSeesTheAccount) {
  Message message = to("prpl-facebook|me|status");
  message.to.kind = PeerKind::contacts;
  EXPECT_EQ(of(message).surface, Surface::public_posts);
}

TEST(Audience, OfAnUnknownProtocolIsNotReviewed) {
  const Audience audience = of("prpl-nobody-knows|me|friend");
  EXPECT_EQ(audience.service, "");
  EXPECT_EQ(audience.version, "");
  EXPECT_EQ(audience.practice.training, Stance::unknown);
  EXPECT_EQ(audience.practice.basis, Basis::not_reviewed);
}

TEST(Audience, KeepsUnknownSilentAndNotReviewedApart) {
  EXPECT_EQ(of("prpl-jabber|me@jabber.org|friend@example.org").practice.basis, Basis::silent);
  EXPECT_EQ(of("prpl-vkcom|me|friend").practice.basis, Basis::not_reviewed);
  EXPECT_EQ(of("prpl-jabber|me@example.org|friend@example.org").practice.basis, Basis::operator_dependent);
  EXPECT_EQ(of("prpl-eionrobb-msteams|me|friend").practice.basis, Basis::ambiguous);
}

TEST(Audience, NamesTheContactByItsAlias) {
  EXPECT_EQ(of("prpl-jabber|me@example.org|friend@example.org|alias=Ada").reader, "Ada");
}

TEST(Audience, KnowsANetworkByItsServerWhateverTheCase) {
  EXPECT_EQ(of("prpl-irc|me|friend|host=IRC.Libera.Chat").service, "irc-libera");
  EXPECT_EQ(of("prpl-irc|me|friend|host=irc.libera.chat.").service, "irc-libera");
  EXPECT_EQ(of("prpl-irc|me|friend|host=eu.libera.chat").service, "irc-libera");
}

TEST(Audience, IsNotFooledByALookAlikeServer) {
  for (const char* host : {"notlibera.chat", "libera.chat.example.org", "irc-libera.chat", "libera.chatx", ".", ""}) {
    EXPECT_EQ(of(std::string("prpl-irc|me|friend|host=") + host).service, "irc-generic") << host;
  }
}

TEST(Audience, OfAMatrixServerOfSomebodyElseIsNotMatrixOrg) {
  EXPECT_EQ(of("prpl-matrix|@me:matrix.org|@you:example.org").service, "matrix-org");
  EXPECT_EQ(of("prpl-matrix|@me:example.org|@you:matrix.org").service, "");
}

TEST(Audience, OfARoomIsThePublicOne) {
  const Audience room = of("prpl-irc|me@irc.libera.chat|#loft|room");
  EXPECT_EQ(room.surface, Surface::public_posts);
  EXPECT_EQ(room.reader, "#loft");
  EXPECT_EQ(of("prpl-nobody-knows|me|room|room").surface, Surface::public_posts);
}

TEST(Audience, OfARoomThatIsNotPublicIsThePrivateOne) {
  EXPECT_EQ(of("prpl-slack|me|room|room").surface, Surface::private_messages);
  const Audience group = of("prpl-hehoe-whatsmeow|me|12345-678@g.us|room");
  EXPECT_EQ(group.surface, Surface::private_messages);
  EXPECT_TRUE(group.encrypted);
}

TEST(Audience, OfAnEncryptedTalkCannotBeReadByTheService) {
  EXPECT_TRUE(of("prpl-hehoe-presage|me|friend").encrypted);
  EXPECT_FALSE(of("prpl-eionrobb-discord|me|friend").encrypted);
  Message message = to("prpl-jabber|me@example.org|friend@example.org");
  message.signs.encrypted = true;
  EXPECT_TRUE(of(message).encrypted);
  message.signs.bot_sign = "list-emblem";
  EXPECT_FALSE(of(message).encrypted) << "encryption does not hide text from a bot at the other end";
}

TEST(Audience, OfALinkLocalChatStaysLocal) {
  EXPECT_TRUE(of("prpl-bonjour|me|friend").is_local);
  EXPECT_FALSE(of("prpl-jabber|me@example.org|friend@example.org").is_local);
}

TEST(Audience, OfAnApiHasTheTermsOfTheApi) {
  const Audience openai = of("prpl-aranaga-aichat|me|gpt-4o|provider=openai");
  EXPECT_EQ(openai.sign, Sign::protocol);
  EXPECT_EQ(openai.sign_detail, "openai");
  EXPECT_EQ(openai.reader, "OpenAI");
  EXPECT_EQ(openai.practice.training, Stance::opt_in);
  EXPECT_EQ(openai.practice.retention_days, 30);
  EXPECT_EQ(of("prpl-aranaga-aichat|me|claude|provider=anthropic").practice.training, Stance::no);
}

TEST(Audience, OfAnApiWithSeveralPlansHasTheStrictest) {
  EXPECT_EQ(of("prpl-aranaga-aichat|me|gemini|provider=google").practice.training, Stance::yes);
  EXPECT_EQ(of("prpl-aranaga-aichat|me|mistral|provider=mistral").practice.training, Stance::opt_out);
}

TEST(Audience, OfALocalModelIsLocalOnlyOnThisMachine) {
  EXPECT_TRUE(of("prpl-aranaga-aichat|me|llama|provider=ollama").is_local);
  EXPECT_TRUE(of("prpl-aranaga-aichat|me|llama|provider=ollama|endpoint=http://127.1.2.3:11434/api").is_local);
  for (const char* url : {"http://127.0.0.1.example.org/", "http://localhost.example.org", "http://10.0.0.2:11434",
                          "http://localhost@example.org/", "https://llm.example.org/localhost",
                          "http://[2001:db8::1]/"}) {
    const Audience audience = of(std::string("prpl-aranaga-aichat|me|llama|provider=ollama|endpoint=") + url);
    EXPECT_FALSE(audience.is_local) << url;
    EXPECT_EQ(audience.service, "custom-endpoint") << url;
  }
}

TEST(Audience, OfAServiceWithALeftoverLocalEndpointIsStillTheService) {
  const Audience audience = of("prpl-aranaga-aichat|me|gpt-4o|provider=openai|endpoint=http://localhost:8080");
  EXPECT_EQ(audience.service, "openai");
  EXPECT_FALSE(audience.is_local);
}

TEST(Audience, OfAnEndpointIsWhoOwnsItsHost) {
  EXPECT_EQ(of("prpl-aranaga-aichat|me|m|provider=custom|endpoint=https://api.perplexity.ai/v1").service,
            "perplexity");
  EXPECT_EQ(of("prpl-aranaga-aichat|me|m|provider=custom|endpoint=not a url").service, "custom-endpoint");
  EXPECT_EQ(of("prpl-aranaga-aichat|me|m").service, "custom-endpoint");
}

TEST(Audience, OfMetaAiOnWhatsAppIsMeta) {
  const Audience audience = of("prpl-hehoe-whatsmeow|me|13135550002@s.whatsapp.net");
  EXPECT_EQ(audience.sign, Sign::peer_id);
  EXPECT_EQ(audience.chatbot, "meta-ai");
  EXPECT_EQ(audience.service, "meta-whatsapp");
  EXPECT_EQ(audience.service_name, "Meta AI");
  EXPECT_EQ(audience.reader, "Meta AI");
  EXPECT_EQ(audience.practice.training, Stance::yes);
  EXPECT_FALSE(audience.encrypted);
}

TEST(Audience, TellsTheMostExactBot) {
  EXPECT_EQ(of("prpl-hehoe-whatsmeow|me|867051314767696@bot").chatbot, "meta-ai");
  EXPECT_EQ(of("prpl-hehoe-whatsmeow|me|12345@bot").chatbot, "meta-ai-characters");
}

TEST(Audience, KnowsAnIdOnlyOnItsOwnNetwork) {
  EXPECT_FALSE(of("prpl-jabber|me@example.org|13135550002@s.whatsapp.net").is_ai);
  EXPECT_FALSE(of("prpl-jabber|me@example.org|soulshack").is_ai);
  EXPECT_TRUE(of("prpl-irc|me@irc.example.org|soulshack").is_ai);
}

TEST(Audience, DoesNotTrustADisplayName) {
  EXPECT_FALSE(of("prpl-hehoe-whatsmeow|me|15551234567@s.whatsapp.net|alias=Meta AI").is_ai);
  EXPECT_FALSE(of("prpl-jabber|me@example.org|claude@example.org|alias=Claude").is_ai);
}

TEST(Audience, OfABotNobodyKnowsIsAnAiOfNobodyKnown) {
  const Audience audience = of("prpl-jabber|me@example.org|helper@example.org|emblem=bot");
  EXPECT_TRUE(audience.is_ai);
  EXPECT_EQ(audience.sign, Sign::emblem);
  EXPECT_EQ(audience.surface, Surface::ai_chat);
  EXPECT_EQ(audience.service, "");
  EXPECT_EQ(audience.reader, "helper@example.org");
  EXPECT_EQ(audience.practice.training, Stance::unknown);
  EXPECT_EQ(audience.practice.basis, Basis::not_reviewed);
}

TEST(Audience, OfABotWithAKnownNameIsKnown) {
  EXPECT_EQ(of("prpl-hehoe-whatsmeow|me|15551234567@s.whatsapp.net|alias=Meta AI|emblem=bot").service,
            "meta-whatsapp");
}

TEST(Audience, OfATeamsBotIsNotCopilotByItsIdAlone) {
  const Audience audience = of("prpl-eionrobb-msteams|me|28:app|alias=Lunch");
  EXPECT_TRUE(audience.is_ai);
  EXPECT_EQ(audience.chatbot, "");
  EXPECT_EQ(audience.reader, "Lunch");
  EXPECT_EQ(of("prpl-eionrobb-msteams|me|28:app|alias=Copilot").chatbot, "copilot-teams");
}

TEST(Audience, OfAContactThatCalledItselfAnAiIsAnAi) {
  Message message = to("prpl-jabber|me@example.org|helper@example.org");
  message.signs.disclosed = "en-self-iam";
  message.signs.disclosed_on = "2026-11-23";
  const Audience audience = of(message);
  EXPECT_TRUE(audience.is_ai);
  EXPECT_EQ(audience.sign, Sign::disclosure);
  EXPECT_EQ(audience.sign_detail, "en-self-iam 2026-11-23");
  message.signs.disclosed = "en-handoff";
  EXPECT_FALSE(of(message).is_ai) << "a weak one counts for nothing alone";
}

TEST(Audience, FollowsWhatTheUserSaidAboutAContact) {
  Message message = to("prpl-hehoe-whatsmeow|me|13135550002@s.whatsapp.net");
  message.signs.mark = Mark::person;
  EXPECT_FALSE(of(message).is_ai);
  message.signs.mark = Mark::ai;
  EXPECT_EQ(of(message).sign, Sign::user_mark);
  EXPECT_EQ(of(message).service, "meta-whatsapp") << "a mark does not hide whose bot it is";
  message = to("prpl-jabber|me@example.org|friend@example.org");
  message.signs.mark = Mark::ai;
  EXPECT_TRUE(of(message).is_ai);
  EXPECT_EQ(of(message).service, "");
}

TEST(Audience, OfARoomWithAKnownBotIsTheBots) {
  const Audience audience = of("prpl-irc|me@irc.example.org|#loft|room|member=ada|member=soulshack");
  EXPECT_TRUE(audience.is_ai);
  EXPECT_EQ(audience.chatbot, "soulshack");
  EXPECT_FALSE(of("prpl-irc|me@irc.example.org|#loft|room|member=ada|member=soulshacker").is_ai);
}

TEST(Audience, OfABotSomebodyRunsIsDecidedByTheStrictestReader) {
  const Audience audience = of("prpl-irc|me@irc.example.org|aibird");
  EXPECT_EQ(audience.service, "custom-endpoint") << "whoever runs it reads too, whatever the model's API says";
  EXPECT_EQ(audience.practice.basis, Basis::operator_dependent);
  EXPECT_EQ(audience.reader, "aibird");
}

RecordFile service(const std::string& id, const std::string& stance, const std::string& more = "") {
  const std::string head = "id = \"" + id + "\"\nname = \"" + id + "\"\nkind = \"messaging\"\n";
  const std::string tail = "[private]\napplies = \"yes\"\ntraining = \"" + stance + "\"\n";
  return {id + ".toml", head + "[[protocols]]\nid = \"prpl-acme\"\n" + more + tail};
}

TEST(Audience, OfEquallyLikelyServicesIsTheStrictest) {
  const std::vector<std::string> mild_to_strict{"no", "opt-in", "unknown", "opt-out", "yes"};
  for (std::size_t i = 1; i < mild_to_strict.size(); ++i) {
    const RecordFile mild = service("mild", mild_to_strict[i - 1]), strict = service("strict", mild_to_strict[i]);
    const auto book = PolicyBook::load({mild, strict}, {}, {}, {});
    ASSERT_TRUE(book) << book.error().text;
    EXPECT_EQ(book->audience(to("prpl-acme|me|friend"), "").service, "strict") << mild_to_strict[i];
  }
}

TEST(Audience, OfTheServiceAtTheHostComesBeforeAStricterOne) {
  const RecordFile mild = service("mild", "no", "[[hosts]]\npattern = \"acme.example\"\n");
  const auto book = PolicyBook::load({mild, service("strict", "yes")}, {}, {}, {});
  ASSERT_TRUE(book) << book.error().text;
  EXPECT_EQ(book->audience(to("prpl-acme|me@acme.example|friend"), "").service, "mild");
  EXPECT_EQ(book->audience(to("prpl-acme|me@other.example|friend"), "").service, "strict");
}

TEST(Audience, IsTheSameWhateverTheLoadOrder) {
  std::vector<std::vector<RecordFile>> records;
  for (const char* folder : {"providers", "chatbots", "disclosures", "triggers"}) {
    records.push_back(bundled_records(folder));
  }
  std::mt19937 random(7);
  for (int round = 0; round < 3; ++round) {
    for (auto& files : records) std::shuffle(files.begin(), files.end(), random);
    const auto book = PolicyBook::load(records[0], records[1], records[2], records[3]);
    ASSERT_TRUE(book);
    for (const Chatbot& bot : bundled_book().chatbots()) {
      for (const std::string& written : bot.examples.matches) {
        const WrittenExample example = read_example(written);
        const Audience one = bundled_book().audience(example.message, example.text);
        const Audience other = book->audience(example.message, example.text);
        EXPECT_EQ(one.chatbot, other.chatbot) << written;
        EXPECT_EQ(one.service + one.version, other.service + other.version) << written;
        EXPECT_EQ(one.sign_detail, other.sign_detail) << written;
      }
    }
  }
}

}  // namespace
}  // namespace loftgate
