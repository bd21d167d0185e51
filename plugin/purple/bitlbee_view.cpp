// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/bitlbee_view.h"

#include <cstring>
#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/text/markup.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

constexpr std::string_view summons = "!lg";

/// BitlBee puts "purple - Loftgate - " before the first line, and the second behind it.
void say(const Lines& lines) {
  if (lines.empty()) return;
  std::string rest;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    if (!rest.empty()) rest += '\n';
    rest += lines[at];
  }
  purple_notify_message(nullptr, PURPLE_NOTIFY_MSG_INFO, "Loftgate", lines[0].c_str(),
                        rest.empty() ? nullptr : rest.c_str(), nullptr, nullptr);
}

/// The words after "!lg" in lower case, or nothing when a message is no answer. Keyboards of telephones begin a line
/// with a capital.
std::optional<std::string> words_of(const char* markup) {
  std::string text = take(g_ascii_strdown(std::string(read_markup(markup).body()).c_str(), -1));
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string::npos || text.compare(begin, summons.size(), summons) != 0) return std::nullopt;
  text.erase(0, begin + summons.size());
  if (!text.empty() && text[0] != ' ' && text[0] != '\n') return std::nullopt;
  text.erase(text.find_last_not_of(" \t\n") + 1);
  return text;
}

/// The answers to a question, as they are typed: never translated.
std::string commands_of(const Warning& warning) {
  std::string commands = warning.has_mask ? "!lg mask | " : "";
  commands += "!lg send";
  if (warning.strength == Strength::ask_inhibited) commands += " " + warning.letters;
  return commands + " | !lg back";
}

std::string reply_line(const Warning& warning) {
  // Translators: ends with words that the user types in the conversation with the contact, and that stay as they are.
  return format(tr("reply there: %s"), commands_of(warning).c_str());
}

Lines held_lines(const Warning& warning) {
  // Translators: begins a line in BitlBee's control channel; followed by "Phone number to Meta AI".
  Lines lines{format(tr("Held: %s"), warning.lead.c_str()), reply_line(warning), warning.reason};
  if (warning.has_mask) lines.push_back(format(tr("Nothing was sent. Masked it reads: %s"), warning.preview.c_str()));
  else lines.push_back(tr("Nothing was sent."));
  return lines;
}

Lines stuck_lines(const Warning& warning) {
  Lines lines{warning.trouble, reply_line(warning)};
  if (warning.unrecorded)
    lines.push_back(format(tr("To go on without a record, add the word %s to the answer."),
                           std::string(unrecorded_word).c_str()));
  return lines;
}

Lines all_answers() {
  // Translators: words beginning with !lg are typed by the user and stay as they are.
  return {tr("Answers are written to the contact or room itself and are never sent:"),
          tr("!lg mask: sends the text with the details masked"),
          tr("!lg back: gives the text back here, nothing is sent"),
          tr("!lg send: sends the text as written"),
          tr("!lg keep: discards the text, nothing is sent"),
          tr("!lg mistaken: says that what was found is none, and is never asked about again; gives the text back"),
          tr("!lg mask 1h, !lg send contact, …: remembers the answer for once, conversation, 1h, contact or service"),
          tr("!lg why: what was found and what the service says"),
          tr("!lg status: what is held there and who reads it")};
}

}  // namespace

bool BitlbeeView::is_wanted() {
  const char* client = purple_core_get_ui();
  return client && std::strcmp(client, "BitlBee") == 0;
}

BitlbeeView::BitlbeeView(Door& door) : door_(door) {}

void BitlbeeView::ask(const Warning& warning) {
  asked_again_ = true;
  asked_.insert(warning.id);
  const bool troubled = !warning.trouble.empty();
  if (!troubled || !answering_) say(held_lines(warning));
  if (troubled) say(stuck_lines(warning));
}

void BitlbeeView::remind(const Warning& warning) { say(held_lines(warning)); }

void BitlbeeView::notice(const Notice& notice) { say({notice.text}); }

void BitlbeeView::close(HoldId id, Act how) {
  // BitlBee does not show what is sent in the user's name; the IRC client shows what was typed.
  if (asked_.erase(id) == 0 && how == Act::mask) say({tr("That message was sent masked, as you chose before.")});
}

void BitlbeeView::badge(const Destination&, const Badge& badge) { badge_ = badge; }

void BitlbeeView::give_back(const Destination& to, const std::string& markup) {
  say({format(tr("Nothing was sent to %s. Your text:"), to.peer.c_str()), std::string(read_markup(markup).body())});
}

/// The text is taken out first: whatever happens then, an answer never leaves.
void BitlbeeView::sending_im(PurpleAccount* account, const char* receiver, char** message) {
  if (!message || !*message) return;
  const auto words = words_of(*message);
  if (!words) return;
  g_free(std::exchange(*message, nullptr));
  obey(destination_of(account, receiver, PeerKind::person), *words);
}

void BitlbeeView::sending_chat(PurpleAccount* account, char** message, int id) {
  if (!message || !*message) return;
  const auto words = words_of(*message);
  if (!words) return;
  g_free(std::exchange(*message, nullptr));
  PurpleConnection* connection = purple_account_get_connection(account);
  if (PurpleConversation* room = connection ? purple_find_chat(connection, id) : nullptr)
    obey(destination_of(room), *words);
}

void BitlbeeView::obey(const Destination& to, std::string_view words) {
  const auto read = read_answer(words);
  if (!read) return say(all_answers());
  const Warning* open = door_.open_question(to);
  if (const auto* question = std::get_if<Question>(&*read)) return tell(*question, to, open);
  if (!open) return say({format(tr("Nothing is held for %s, so there is nothing to answer."), to.peer.c_str())});
  if (std::holds_alternative<Remember>(*read))
    return say({tr("To remember an answer, add the word to it: !lg mask 1h, !lg send contact.")});
  answer(Warning(*open), std::get<Choice>(*read));
}

void BitlbeeView::answer(const Warning& question, const Choice& choice) {
  answering_ = true;
  asked_again_ = false;
  const Result<void> done = door_.choose(question.id, choice);
  answering_ = false;
  if (!done) {
    if (!asked_again_) say({done.error().text});
    return;
  }
  switch (choice.act) {
    case Act::mask: return say({format(tr("Sent to %s:"), question.reader.c_str()), question.preview});
    case Act::send: return say({format(tr("Sent to %s as written."), question.reader.c_str())});
    case Act::keep: return say({tr("Nothing was sent. The text is discarded.")});
    case Act::mistaken: return say({tr("Loftgate does not ask about what it found there again.")});
    case Act::back: return;   // give_back() has told
  }
}

void BitlbeeView::tell(Question question, const Destination& to, const Warning* open) {
  switch (question) {
    case Question::usage: return say(all_answers());
    case Question::why: return say(why_lines_of(open ? open->why : badge_now(to).why));
    case Question::status: {
      if (open) return say(held_lines(*open));
      const Badge badge = badge_now(to);
      return say({format(tr("Nothing is held for %s."), to.peer.c_str()), badge.word, badge.tooltip});
    }
  }
}

Badge BitlbeeView::badge_now(const Destination& to) {
  badge_.reset();
  if (PurpleConversation* conversation = find_conversation(to)) door_.look(describe(conversation, ""), *this);
  return badge_.value_or(Badge{});
}

}  // namespace loftgate
