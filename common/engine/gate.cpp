// SPDX-License-Identifier: GPL-2.0-or-later
// What comes to the gate: drafts, messages and conversations. The user's answers are in gate_answers.cpp.
#include "common/engine/gate.h"

#include <algorithm>
#include <utility>

#include "common/engine/attached.h"
#include "common/engine/content.h"
#include "common/engine/record.h"
#include "common/engine/standing.h"
#include "common/engine/wording.h"
#include "common/text/ciphertext.h"
#include "common/text/mask.h"

namespace loftgate {
namespace {

/// Lines of one paste arrive one by one within a moment; they are one question.
constexpr std::int64_t burst_us = 1000000;

std::vector<Replacement> masks(const Exposure& exposure) {
  std::vector<Replacement> parts;
  for (const Finding& finding : exposure.counted) parts.push_back({finding.span, mask_label(finding.type)});
  return parts;
}

/// Whether what comes can be let out together with what is held: by one outbox, to one reader. A command is a whole
/// line: no other text can join it, and it joins none.
bool on_one_way(const Hold& open, const Message& message, const Outbox& outbox) {
  const bool is_line = open.message.content_from != 0 || message.content_from != 0;
  return open.outbox == &outbox && open.message.reader() == message.reader() && !message.is_file() && !is_line;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

Gate::Gate(GateParts parts) : parts_(std::move(parts)) {}
Gate::~Gate() = default;

Weighed Gate::weigh(const Message& message) {
  Weighed weighed;
  weighed.plain = read_markup(message.markup);
  read_attachments(message, weighed);
  const Moment now = parts_.clock.now();
  const Result<Knowledge>& known = parts_.knowledge();
  if (!known) {
    weighed.exposure = assess({}, false, weighed.audience, now.local_day());
    weighed.decision = {Strength::badge, DecidedBy::unchecked};
    return weighed;
  }
  ScanResult scan = scan_content(known->scanner, message, weighed.plain.text, {parts_.settings.region});
  if (const auto hidden = ciphertext_in(weighed.plain.body()); !hidden.empty()) {
    // Base64 looks like anything. What it hides was not read, and is not said to be clean.
    std::erase_if(scan.findings, [&](const Finding& finding) { return is_within(finding.span, hidden); });
    scan.complete = false;
  }
  weighed.audience = audience_of(known->book, message, content_of(message, weighed.plain.body()));
  if (message.reader().kind == PeerKind::contacts) name_contacts(weighed.audience, message.reader());
  Circumstances around;
  std::erase_if(scan.findings, [&](const Finding& finding) {
    if (parts_.exceptions.has(finding.type, value_of(weighed.plain, finding))) return true;
    const Recalled known_value = memory_.recall(finding.type, value_of(weighed.plain, finding), message.reader());
    if (known_value.has(Remembered::sent) || known_value.has(Remembered::received)) return true;
    // What was masked, taken back or left open must not slip out because a budget is spent.
    if (known_value.has(Remembered::asked)) around.asked_before = true;
    return false;
  });
  weighed.exposure = assess(scan.findings, scan.complete, weighed.audience, now.local_day());
  note_unread(message, weighed.exposure);
  for (const Finding& finding : weighed.exposure.counted) {
    if (finding.type != EntityType::api_key || !weighed.token_name.empty()) continue;
    weighed.token_name = known->scanner.detector(finding.detector).name;
  }
  const auto& settings = parts_.settings;
  around.preset = settings.preset;
  around.now_us = now.us;
  around.enabled = settings.enabled;
  around.paused = settings.paused_until_us && now.us < *settings.paused_until_us;
  around.already_noticed = settings.announced.contains(announcement_key(weighed.audience, message.reader()));
  around.history.contact_asks_today = contact_asks_.first == now.local_day() ? contact_asks_.second : 0;
  if (const auto last = last_contact_ask_.find(weighed.audience.service); last != last_contact_ask_.end()) {
    around.history.last_contact_ask_us = last->second;
  }
  weighed.decision = decide(weighed.exposure, around);
  return weighed;
}

bool Gate::concerns(const Message& message) {
  return holds_.contains(message.to) || weigh(message).decision.holds();
}

Door::Outcome Gate::draft(const Message& message, WarningView& view, Outbox& outbox) {
  if (passes(message)) return Outcome::go;
  if (const auto open = holds_.find(message.to); open != holds_.end()) {
    if (open->second.message.markup == message.markup) {
      open->second.view->remind(open->second.warning);
      return Outcome::held;
    }
    if (open->second.from == Hold::From::net) {
      // One question at a time: what needs none may go, anything else waits for the answer.
      if (!weigh(message).decision.holds()) return Outcome::go;
      open->second.view->remind(open->second.warning);
      return Outcome::held;
    }
    Hold before = std::move(open->second);
    holds_.erase(open);
    before.view->close(before.warning.id, Act::back);
    taken_back_.insert_or_assign(message.to, std::move(before));
    note_closed(message.to);
  }
  const Weighed weighed = weigh(message);
  if (!weighed.decision.holds()) return Outcome::go;
  return ask(message, weighed, view, outbox, Hold::From::draft);
}

Door::Outcome Gate::outgoing(const Message& message, WarningView& view, Outbox& outbox) {
  if (passes(message)) return Outcome::go;
  const bool intercepted = pass_ && pass_->to == message.to;
  if (intercepted) pass_->intercepted = true;   // somebody changed the released text on its way
  const auto open = holds_.find(message.to);
  // A text that exists only here is never replaced: what comes to it joins it, in the order it came.
  const bool joins = !intercepted && open != holds_.end() && open->second.from == Hold::From::net;
  if (joins && on_one_way(open->second, message, outbox) && continues_burst(open->second)) return join(open->second, message);
  const Weighed weighed = weigh(message);
  if (weighed.decision.holds()) {
    if (!joins) return ask(message, weighed, view, outbox, Hold::From::net);
    if (!on_one_way(open->second, message, outbox)) return wait(message, view, outbox);
    if (open->second.message.markup != message.markup) return join(open->second, message);
    open->second.view->remind(open->second.warning);   // typed once more, not a further line
    return Outcome::held;
  }
  record_edit(message);
  speak(message, weighed, view);
  return Outcome::go;
}

Door::Outcome Gate::join(const Hold& open, const Message& message) {
  Message joined = open.message;
  joined.markup += "<br>" + message.markup;
  joined.attachments.insert(joined.attachments.end(), message.attachments.begin(), message.attachments.end());
  WarningView& view = *open.view;
  Outbox& outbox = *open.outbox;
  const Weighed weighed = weigh(joined);
  return show(hold(joined, weighed, view, outbox, Hold::From::net, false));
}

Door::Outcome Gate::ask(const Message& message, const Weighed& weighed, WarningView& view, Outbox& outbox,
                        Hold::From from) {
  const StandingAnswer standing =
      standing_answer(parts_.ledger.rules(), message.reader(), weighed, session_rules_, parts_.clock.now().us);
  // A copy: recording may read the rules anew.
  if (standing.rule && answers_for(*standing.rule, message, weighed)) return apply(StandingRule(*standing.rule), message, weighed, view, outbox, from);
  count_ask(weighed);
  return show(hold(message, weighed, view, outbox, from, standing.stale));
}

/// Keeps a message. Nothing is asked yet.
Hold& Gate::hold(const Message& message, const Weighed& weighed, WarningView& view, Outbox& outbox, Hold::From from,
                 bool stale) {
  const auto before = holds_.find(message.to);
  Hold held{message, weighed, {}, from, parts_.clock.now().us, &view, &outbox};
  Warning& warning = held.warning;
  warning.id = before != holds_.end() ? before->second.warning.id : ++last_id_;
  warning.to = message.to;
  warning.strength = std::max(weighed.decision.strength, Strength::ask);
  const auto parts = message.is_file() ? std::vector<Replacement>() : masks(weighed.exposure);
  warning.has_mask = !parts.empty();
  fill_warning(warning, weighed, message, stale);
  warning.masked_markup = mask_markup(message.markup, weighed.plain, parts);
  warning.preview = std::string(read_markup(warning.masked_markup).body());
  for (const Finding& finding : weighed.exposure.counted) {
    memory_.add(Remembered::asked, finding.type, value_of(weighed.plain, finding), message.reader());
  }
  return holds_.insert_or_assign(message.to, std::move(held)).first->second;
}

/// A view may answer while it is asked, and the hold be gone when it returns: it gets a copy.
Door::Outcome Gate::show(const Hold& hold) {
  note_open(hold);
  const Warning shown = hold.warning;
  hold.view->ask(shown);
  return Outcome::held;
}

/// A remembered choice acts by itself: recorded first, then done.
Door::Outcome Gate::apply(const StandingRule& rule, const Message& message, const Weighed& weighed, WarningView& view,
                          Outbox& outbox, Hold::From from) {
  // A draft that may go is seen again as it leaves; it is recorded then, once.
  if (rule.choice == LoggedChoice::send && from == Hold::From::draft) return Outcome::go;
  Entry entry = decision_entry(message, weighed, rule.choice, Actor::rule, "");
  entry.rule = rule.id;
  if (const auto recorded = parts_.ledger.record(entry, who_of(message.reader())); !recorded) {
    Hold& held = hold(message, weighed, view, outbox, from, false);
    held.warning.trouble = trouble_text(recorded.error());
    held.warning.unrecorded = true;
    return show(held);
  }
  if (rule.choice == LoggedChoice::send) return Outcome::go;
  Hold& held = hold(message, weighed, view, outbox, from, false);
  const std::string masked = held.warning.masked_markup;
  const HoldId id = held.warning.id;
  if (const Released released = release(held, masked); !released.sent) {
    if (released.ended) conversation_ended(message.to);
    else show(held);
    return Outcome::held;
  }
  holds_.erase(message.to);
  view.close(id, Act::mask);
  return Outcome::held;
}

bool Gate::passes(const Message& message) const {
  if (!pass_ || pass_->to != message.to || message.is_file()) return false;
  // The host may send the released text line by line, or with links made of addresses: what counts is what it reads.
  const PlainText plain = read_markup(message.markup);
  return pass_->text.find(trimmed(plain.body())) != std::string::npos;
}

bool Gate::continues_burst(const Hold& hold) const {
  const std::int64_t age = parts_.clock.now().us - hold.since_us;
  return age >= 0 && age <= burst_us;
}

bool Gate::incoming(const Message& message) {
  const Result<Knowledge>& known = parts_.knowledge();
  if (!known || !parts_.settings.enabled) return false;
  const PlainText plain = read_markup(message.markup);
  for (const Finding& finding : known->scanner.scan(plain.text, {parts_.settings.region}).findings) {
    memory_.add(Remembered::received, finding.type, value_of(plain, finding), message.to);
  }
  // In a room only a member's own line could disclose anything, and the room is not the member.
  const bool is_room = message.to.kind == PeerKind::room;
  if (is_room || message.signs.mark != Mark::none || !message.signs.disclosed.empty()) return false;
  const auto disclosure = known->book.disclosure(plain.body());
  if (!disclosure || !disclosure->strong) return false;
  const Date today = parts_.clock.now().local_day();
  if (!disclosed_.try_emplace(message.to, Disclosed{disclosure->id, iso_date(today)}).second) return false;
  if (parts_.remember_disclosure) parts_.remember_disclosure(message.to, *disclosure, today);
  return true;
}

void Gate::forget(const Destination& who) { disclosed_.erase(who); }

/// A contact that nobody can store (it is on no list) still is known for the session.
Audience Gate::audience_of(const PolicyBook& book, const Message& message, std::string_view plain) const {
  const auto disclosed = disclosed_.find(message.reader());
  if (disclosed == disclosed_.end() || !message.signs.disclosed.empty()) return book.audience(message, plain);
  Message told = message;
  told.signs.disclosed = disclosed->second.id;
  told.signs.disclosed_on = disclosed->second.on;
  return book.audience(told, plain);
}

void Gate::conversation_ended(const Destination& to) {
  if (pass_ && pass_->to == to) {
    pass_->ended = true;   // its text is on its way; what becomes of the hold is known when release() returns
    return;
  }
  taken_back_.erase(to);
  badges_.erase(to);
  const auto open = holds_.find(to);
  if (open == holds_.end()) return;
  Hold ended = std::move(open->second);
  holds_.erase(open);
  ended.view->close(ended.warning.id, Act::back);
  defer(std::move(ended));
  defer_waiting(to);
}

std::optional<std::string> Gate::take_kept(const Destination& to) {
  const auto kept = kept_.find(to);
  if (kept == kept_.end()) return std::nullopt;
  std::string markup = std::move(kept->second);
  kept_.erase(kept);
  note_closed(to);
  return markup;
}

std::vector<Destination> Gate::kept() const {
  std::vector<Destination> all;
  for (const auto& [to, markup] : kept_) all.push_back(to);
  return all;
}

void Gate::view_gone(WarningView& view) {
  std::vector<Destination> ended;
  for (const auto& [to, hold] : holds_) {
    if (hold.view == &view) ended.push_back(to);
  }
  for (const Destination& to : ended) {
    // A draft stays where it is: in the entry, which outlives the view.
    const bool in_entry = holds_.at(to).from == Hold::From::draft;
    conversation_ended(to);
    if (in_entry) take_kept(to);
  }
  end_waiting_in(view);
}

const Warning* Gate::open_question(const Destination& to) const {
  const auto open = holds_.find(to);
  return open == holds_.end() ? nullptr : &open->second.warning;
}

}  // namespace loftgate
