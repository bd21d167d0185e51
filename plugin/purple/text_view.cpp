// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/text_view.h"

#include <algorithm>
#include <ctime>

#include "common/base/i18n.h"
#include "common/text/markup.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/members.h"
#include "plugin/purple/peer_marks.h"
#include "plugin/purple/text_lines.h"

namespace loftgate {
namespace {

/// Unlogged, because lines quote the message; SYSTEM, because clients show a line that is only NO_LOG in pale grey.
constexpr auto line_flags =
    PurpleMessageFlags(PURPLE_MESSAGE_SYSTEM | PURPLE_MESSAGE_NO_LOG | PURPLE_MESSAGE_NO_LINKIFY);

void write_markup(PurpleConversation* conversation, const std::string& markup) {
  if (conversation) purple_conversation_write(conversation, nullptr, markup.c_str(), line_flags, std::time(nullptr));
}

void write_lines(PurpleConversation* conversation, const Lines& lines) {
  std::string markup;
  for (const std::string& line : lines) {
    if (!markup.empty()) markup += "<br>";
    markup += to_markup(line);
  }
  write_markup(conversation, markup);
}

void write_lines(const Destination& to, const Lines& lines) { write_lines(find_conversation(to), lines); }

}  // namespace

TextView::TextView(Door& door)
    : door_(door),
      command_(Command::to<&TextView::command>(
          this, "lg",
          tr("lg &lt;mask|send|back|keep|mistaken|why|status|ai|person|unmark&gt;: answers Loftgate's question about a held message"))) {}

void TextView::ask(const Warning& warning) {
  asked_again_ = true;
  const bool troubled = !warning.trouble.empty();
  if (!troubled || !answering_) write_lines(warning.to, question_lines(warning));
  if (troubled) write_lines(warning.to, trouble_lines(warning));
}

void TextView::remind(const Warning& warning) { write_lines(warning.to, question_lines(warning)); }

void TextView::notice(const Notice& notice) { write_lines(notice.to, {notice.text}); }

void TextView::close(HoldId id, Act) { remember_next_.erase(id); }

void TextView::badge(const Destination&, const Badge& badge) { badge_ = badge; }

void TextView::give_back(const Destination& to, const std::string& markup) {
  PurpleConversation* conversation = find_conversation(to);
  write_lines(conversation, {tr("Nothing was sent. Your text:")});
  write_markup(conversation, markup);
  finch_entry_.put_back(to, std::string(read_markup(markup).body()));
}

PurpleCmdRet TextView::command(PurpleConversation* conversation, const char*, char** words, char**) {
  const auto read = read_answer(words && words[0] ? words[0] : "");
  if (!read) {
    write_lines(conversation, usage_lines());
    return PURPLE_CMD_RET_OK;
  }
  const Warning* open = door_.open_question(destination_of(conversation));
  if (const auto* question = std::get_if<Question>(&*read)) {
    tell(*question, conversation, open);
  } else if (const auto* as = std::get_if<MarkAs>(&*read)) {
    mark(*as, conversation);
  } else if (!open) {
    write_lines(conversation, {tr("Nothing is held here, so there is nothing to answer.")});
  } else if (const auto* scope = std::get_if<Remember>(&*read)) {
    remember(*open, *scope);
  } else {
    answer(Warning(*open), std::get<Choice>(*read));
  }
  return PURPLE_CMD_RET_OK;
}

void TextView::answer(const Warning& question, Choice choice) {
  const auto scope = remember_next_.find(question.id);
  if (scope != remember_next_.end() && choice.remember == Remember::once) choice.remember = scope->second;
  answering_ = true;
  asked_again_ = false;
  const Result<void> done = door_.choose(question.id, choice);
  answering_ = false;
  if (done) {
    if (choice.act == Act::mistaken) write_lines(question.to, {tr("Loftgate does not ask about what it found there again.")});
    if (choice.act == Act::keep && !question.is_file) write_lines(question.to, {tr("Nothing was sent. The text is discarded.")});
    return;
  }
  if (!asked_again_) write_lines(question.to, {done.error().text});
}

void TextView::remember(const Warning& question, Remember remember) {
  const bool offered = std::find(question.offers.begin(), question.offers.end(), remember) != question.offers.end();
  if (!offered) return write_lines(question.to, {tr("An answer about this detail cannot be remembered that long.")});
  remember_next_[question.id] = remember;
  const std::string scope(remember_name(remember));
  write_lines(question.to, {format(tr("The next answer here counts for: %s."), scope.c_str())});
}

void TextView::mark(const MarkAs& as, PurpleConversation* conversation) {
  const Destination here = destination_of(conversation);
  const bool member = here.kind == PeerKind::room && !as.member.empty();
  set_mark(member ? member_of(conversation, as.member.c_str()) : here, as.mark);
  write_lines(conversation, mark_lines(member ? as.member : here.peer, as.mark));
}

void TextView::tell(Question question, PurpleConversation* conversation, const Warning* open) {
  switch (question) {
    case Question::usage: return write_lines(conversation, usage_lines());
    case Question::why: return write_lines(conversation, why_lines_of(open ? open->why : badge_now(conversation).why));
    case Question::status: {
      if (open) return write_lines(conversation, question_lines(*open));
      const Badge badge = badge_now(conversation);
      return write_lines(conversation,
                         {format(tr("Nothing is held here. %s: %s"), badge.word.c_str(), badge.tooltip.c_str())});
    }
  }
}

Badge TextView::badge_now(PurpleConversation* conversation) {
  badge_.reset();
  door_.look(describe(conversation, ""), *this);
  return badge_.value_or(Badge{});
}

}  // namespace loftgate
