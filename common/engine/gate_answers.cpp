// SPDX-License-Identifier: GPL-2.0-or-later
// What the user answers, and what follows: first the record, then the message.
#include <algorithm>
#include <utility>

#include "common/base/i18n.h"
#include "common/engine/gate.h"
#include "common/engine/record.h"
#include "common/engine/standing.h"
#include "common/engine/wording.h"

namespace loftgate {
namespace {

LoggedChoice logged(Act act) {
  switch (act) {
    case Act::mask: return LoggedChoice::redact;
    case Act::send: return LoggedChoice::send;
    case Act::back:
    case Act::keep:
    case Act::mistaken: return LoggedChoice::cancel;
  }
  return LoggedChoice::cancel;
}

}  // namespace

Hold* Gate::held(HoldId id) {
  for (auto& [to, hold] : holds_) {
    if (hold.warning.id == id) return &hold;
  }
  return nullptr;
}

Result<void> Gate::choose(HoldId id, const Choice& choice) {
  Hold* hold = held(id);
  if (!hold) return Error{Code::not_found, tr("This question is answered already. Nothing was sent again.")};
  switch (choice.act) {
    case Act::mask:
      if (!hold->warning.has_mask) return Error{Code::invalid, tr("There is nothing to mask in this text.")};
      return let_go(*hold, choice);
    case Act::send: {
      const bool inhibited = hold->warning.strength == Strength::ask_inhibited;
      if (inhibited && !same_letters(choice.typed_reader, letters_to_type(hold->warning.reader))) {
        return Error{Code::invalid, format(tr("To send this as written, type the first letters of %s: %s."),
                                           hold->warning.reader.c_str(),
                                           letters_to_type(hold->warning.reader).c_str())};
      }
      return let_go(*hold, choice);
    }
    case Act::back: {
      Hold taken = std::move(*hold);
      const Destination to = taken.message.to;
      holds_.erase(to);
      note_closed(to);
      take_back(std::move(taken));
      take_turns(to);
      return {};
    }
    case Act::mistaken: return except(*hold, choice.mistaken);
    case Act::keep: {
      Hold kept = std::move(*hold);
      holds_.erase(kept.message.to);
      note_closed(kept.message.to);
      record_outcome(kept, LoggedChoice::cancel, Actor::user);
      kept.view->close(kept.warning.id, Act::keep);
      give_up(kept);
      take_turns(kept.message.to);
      return {};
    }
  }
  return {};
}

/// Lets the message out, masked or as written: first the record, then the message.
Result<void> Gate::let_go(Hold& hold, const Choice& choice) {
  const Destination to = hold.message.to;
  if (auto obstacle = hold.outbox->obstacle(to)) return refuse(hold, std::move(*obstacle));
  const std::int64_t now = parts_.clock.now().us;
  const RuleTerms terms = terms_of(choice, now);
  Entry entry = decision_entry(hold.message, hold.weighed, logged(choice.act), Actor::user, notice_wording(hold.warning));
  entry.scope = terms.scope;
  entry.expires = terms.expires;
  const auto& offers = hold.warning.offers;
  const bool offered = std::find(offers.begin(), offers.end(), choice.remember) != offers.end();
  if (!offered) return Error{Code::invalid, tr("A choice about this detail cannot be remembered that long.")};
  if (terms.scope != Scope::once) entry.rule = new_uuid();
  if (const auto recorded = parts_.ledger.record(entry, who_of(hold.message.reader())); !recorded) {
    if (!choice.without_record) {
      return refuse(hold, {recorded.error().code, trouble_text(recorded.error())}, true);
    }
    parts_.ledger.count_missed(recorded.error());
  } else if (terms.scope == Scope::conversation) {
    session_rules_.insert(entry.rule);
  }
  const std::string markup = choice.act == Act::mask ? hold.warning.masked_markup : hold.warning.markup;
  const Released released = release(hold, markup);
  if (!released.sent) return keep_unsent(hold, released);
  Hold done = std::move(hold);
  holds_.erase(to);
  note_closed(to);
  if (choice.act == Act::send) {
    for (const Finding& finding : done.weighed.exposure.counted) {
      memory_.add(Remembered::sent, finding.type, value_of(done.weighed.plain, finding), done.message.reader());
    }
  }
  taken_back_.erase(to);
  done.view->close(done.warning.id, choice.act);
  if (released.ended) defer_waiting(to);
  else take_turns(to);
  return {};
}

/// Asks about what is left. If that is nothing the text goes back to its author, who has not decided to send it yet.
Result<void> Gate::except(Hold& hold, std::optional<EntityType> only) {
  for (const Finding& finding : hold.weighed.exposure.counted) {
    if (only && finding.type != *only) continue;
    if (auto added = parts_.exceptions.add(finding.type, value_of(hold.weighed.plain, finding)); !added) {
      return refuse(hold, added.error());
    }
  }
  const Message message = hold.message;
  const Weighed left = weigh(message);
  if (left.decision.holds()) {
    show(this->hold(message, left, *hold.view, *hold.outbox, hold.from, false));
    return {};
  }
  return choose(hold.warning.id, Choice());   // Act::back
}

/// Keeps the hold, says why, and hands the reason back.
Result<void> Gate::refuse(Hold& hold, Error error, bool unrecorded) {
  hold.warning.trouble = error.text;
  hold.warning.unrecorded = unrecorded;
  const Warning shown = hold.warning;
  hold.view->ask(shown);
  return error;
}

/// The record says that the text was let go; this one says that it did not leave.
Result<void> Gate::keep_unsent(Hold& hold, const Released& released) {
  record_outcome(hold, LoggedChoice::defer, Actor::app);
  const Error error{Code::offline, tr("The message could not be sent. It is still here.")};
  if (!released.ended) return refuse(hold, error);
  conversation_ended(hold.message.to);
  return error;
}

Gate::Released Gate::release(const Hold& hold, const std::string& markup) {
  const PlainText plain = read_markup(markup);
  pass_ = Pass{hold.message.to, std::string(plain.body())};
  const bool sent = hold.outbox->release(hold.warning.id, hold.message.to, markup, hold.message.flags);
  const Pass pass = std::move(*pass_);
  pass_.reset();
  return {sent && !pass.intercepted, pass.ended};
}

/// A draft stays in its entry and an edit is recorded when it is sent; a text that exists only here is given back.
void Gate::take_back(Hold hold) {
  const HoldId id = hold.warning.id;
  const Destination to = hold.message.to;
  WarningView& view = *hold.view;
  if (hold.from == Hold::From::draft) {
    taken_back_.insert_or_assign(to, std::move(hold));
    view.close(id, Act::back);
    return;
  }
  record_outcome(hold, LoggedChoice::cancel, Actor::user);
  view.close(id, Act::back);
  if (hold.message.is_file()) give_up(hold);
  else view.give_back(to, hold.message.markup);
}

void Gate::defer(Hold hold) {
  record_outcome(hold, LoggedChoice::defer, Actor::timeout);
  note_open(hold);
  if (!hold.message.is_file()) return keep(hold.message.to, hold.message.markup);
  note_closed(hold.message.to);
  give_up(hold);
}

/// Where the text waits no longer matters, only that nobody has decided.
void Gate::note_open(const Hold& hold) const {
  if (parts_.hold_opened) parts_.hold_opened({hold.warning.to, hold.warning.lead_on_record, hold.since_us});
}

void Gate::note_closed(const Destination& to) const {
  if (parts_.hold_closed) parts_.hold_closed(to);
}

/// Records what became of a hold that lets nothing out: a record that fails is counted, never a reason to send.
void Gate::record_outcome(const Hold& hold, LoggedChoice choice, Actor actor) {
  const Entry entry = decision_entry(hold.message, hold.weighed, choice, actor, notice_wording(hold.warning));
  if (const auto recorded = parts_.ledger.record(entry, who_of(hold.message.reader())); !recorded) {
    parts_.ledger.count_missed(recorded.error());
  }
}

/// A text the user went back to and changed is leaving: that was the answer to the question.
void Gate::record_edit(const Message& message) {
  const auto before = taken_back_.find(message.to);
  if (before == taken_back_.end() || before->second.message.addressed != message.addressed) return;
  record_outcome(before->second, LoggedChoice::edit, Actor::user);
  taken_back_.erase(before);
}

void Gate::count_ask(const Weighed& weighed) {
  if (weighed.exposure.severity != Severity::contact) return;
  const Moment now = parts_.clock.now();
  last_contact_ask_[weighed.audience.service] = now.us;
  if (contact_asks_.first != now.local_day()) contact_asks_ = {now.local_day(), 0};
  ++contact_asks_.second;
}

}  // namespace loftgate
