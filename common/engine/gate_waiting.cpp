// SPDX-License-Identifier: GPL-2.0-or-later
// What waits behind an open question, and what becomes of files that will not be sent.
#include <algorithm>
#include <utility>

#include "common/base/i18n.h"
#include "common/engine/attached_words.h"
#include "common/engine/gate.h"

namespace loftgate {

/// One question at a time: this one is asked when the open one is answered. Its entry may be empty by now, so that is
/// said.
Door::Outcome Gate::wait(const Message& message, WarningView& view, Outbox& outbox) {
  waiting_[message.to].push_back({message, &view, &outbox});
  view.notice({message.to, tr("(i) Held behind the open question. Nothing was sent.")});
  return Outcome::held;
}

/// A question was answered: what waited behind it has its turn, until something is asked again.
void Gate::take_turns(const Destination& to) {
  while (!holds_.contains(to)) {
    const auto queue = waiting_.find(to);
    if (queue == waiting_.end()) return;
    const Waiting turn = std::move(queue->second.front());
    queue->second.pop_front();
    if (queue->second.empty()) waiting_.erase(queue);
    const Weighed weighed = weigh(turn.message);
    // What was just sent by choice may have answered for it, or a choice that was remembered.
    const bool held = weighed.decision.holds() &&
                      ask(turn.message, weighed, *turn.view, *turn.outbox, Hold::From::net) == Outcome::held;
    if (!held) let_by(turn, weighed);
  }
}

/// Lets out what waited and needs no question any more.
void Gate::let_by(const Waiting& turn, const Weighed& weighed) {
  speak(turn.message, weighed, *turn.view);
  const Destination to = turn.message.to;
  Hold& held = hold(turn.message, weighed, *turn.view, *turn.outbox, Hold::From::net, false);
  if (auto obstacle = turn.outbox->obstacle(to)) {
    (void)refuse(held, std::move(*obstacle));
    return;
  }
  const Released released = release(held, turn.message.markup);
  if (released.sent) {
    holds_.erase(to);
    if (released.ended) defer_waiting(to);
  } else if (released.ended) {
    conversation_ended(to);
  } else {
    show(held);
  }
}

void Gate::withdraw(const Outbox& outbox, bool by_user) {
  const auto choice = by_user ? LoggedChoice::cancel : LoggedChoice::defer;
  const auto actor = by_user ? Actor::user : Actor::timeout;
  const auto is_of = [&outbox](const Waiting& one) { return one.outbox == &outbox; };
  for (auto& [to, queue] : waiting_) {
    const auto found = std::find_if(queue.begin(), queue.end(), is_of);
    if (found == queue.end()) continue;
    Waiting waiting = std::move(*found);
    queue.erase(found);
    if (queue.empty()) waiting_.erase(Destination(to));
    end_waiting(std::move(waiting), choice, actor, !by_user);
    return;
  }
  const auto open = std::find_if(holds_.begin(), holds_.end(),
                                 [&outbox](const auto& one) { return one.second.outbox == &outbox; });
  if (open == holds_.end()) return;
  const Hold ended = std::move(open->second);
  holds_.erase(open);
  note_closed(ended.message.to);
  ended.view->close(ended.warning.id, Act::back);
  record_outcome(ended, choice, actor);
  if (!by_user) give_up(ended);
  take_turns(ended.message.to);
}

/// Ends what waits for a conversation that is going away.
void Gate::defer_waiting(const Destination& to) {
  const auto queue = waiting_.find(to);
  if (queue == waiting_.end()) return;
  std::deque<Waiting> ended = std::move(queue->second);
  waiting_.erase(queue);
  for (Waiting& waiting : ended) end_waiting(std::move(waiting), LoggedChoice::defer, Actor::timeout, true);
}

/// Ends what would be asked in a view that is going away, behind a question of another.
void Gate::end_waiting_in(const WarningView& view) {
  std::vector<Destination> ended;
  for (const auto& [to, queue] : waiting_) {
    if (std::any_of(queue.begin(), queue.end(), [&view](const Waiting& one) { return one.view == &view; })) ended.push_back(to);
  }
  for (const Destination& to : ended) defer_waiting(to);
}

/// `unasked`: nobody decided; a text is kept, a file given up.
void Gate::end_waiting(Waiting waiting, LoggedChoice choice, Actor actor, bool unasked) {
  Hold never_asked{waiting.message, weigh(waiting.message), {}, Hold::From::net, 0, waiting.view, waiting.outbox};
  record_outcome(never_asked, choice, actor);
  if (!unasked) return;
  if (waiting.message.is_file()) give_up(never_asked);
  else keep(waiting.message.to, waiting.message.markup);
}

/// A file will not be sent: its outbox lets go of it, and the user is told which one it was.
void Gate::give_up(const Hold& hold) {
  if (!hold.message.is_file()) return;
  hold.outbox->give_up();
  hold.view->notice({hold.message.to, unsent_line(hold.weighed)});
}

/// Keeps a text for when its conversation comes back, behind what is kept for it already.
void Gate::keep(const Destination& to, const std::string& markup) {
  std::string& kept = kept_[to];
  kept += kept.empty() ? markup : "<br>" + markup;
}

}  // namespace loftgate
