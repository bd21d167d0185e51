// SPDX-License-Identifier: GPL-2.0-or-later
// Holds messages until their author has decided. The only stateful part of the engine: everything it weighs with is
// a pure function.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/engine/exceptions.h"
#include "common/engine/hold.h"
#include "common/engine/knowledge.h"
#include "common/engine/ledger.h"
#include "common/engine/open_holds.h"
#include "common/engine/ports.h"
#include "common/engine/settings.h"
#include "common/engine/value_memory.h"

namespace loftgate {

/// What the gate is given. References outlive the gate.
struct GateParts {
  const Clock& clock;
  Settings& settings;
  Ledger& ledger;
  /// What is known, or why it could not be loaded; may wait for the loading thread.
  std::function<const Result<Knowledge>&()> knowledge;
  /// A contact called itself an AI for the first time: to be remembered as PeerSigns::disclosed and disclosed_on.
  std::function<void(const Destination&, const Disclosure&, Date)> remember_disclosure;
  /// `settings` was changed by the gate (something was announced): to be stored.
  std::function<void()> settings_changed;
  /// What the user said is no detail.
  Exceptions& exceptions;
  /// A question waits for an answer, or a text for its conversation: to be noted for the next start.
  std::function<void(const OpenHold&)> hold_opened = nullptr;
  /// It was answered, or the text is with its author again.
  std::function<void(const Destination&)> hold_closed = nullptr;
};

class Gate final : public Door {
 public:
  explicit Gate(GateParts parts);
  ~Gate() override;

  bool concerns(const Message& message) override;
  Outcome draft(const Message& message, WarningView& view, Outbox& outbox) override;
  Outcome outgoing(const Message& message, WarningView& view, Outbox& outbox) override;
  bool incoming(const Message& message) override;
  void withdraw(const Outbox& outbox, bool by_user) override;
  Result<void> choose(HoldId id, const Choice& choice) override;
  const Warning* open_question(const Destination& to) const override;
  std::vector<Span> underline(const Message& message) override;
  void look(const Message& context, WarningView& view) override;
  void forget(const Destination& who) override;
  void conversation_ended(const Destination& to) override;
  std::optional<std::string> take_kept(const Destination& to) override;
  std::vector<Destination> kept() const override;
  void view_gone(WarningView& view) override;

 private:
  Weighed weigh(const Message& message);
  Audience audience_of(const PolicyBook& book, const Message& message, std::string_view plain) const;
  Outcome join(const Hold& open, const Message& message);
  Outcome wait(const Message& message, WarningView& view, Outbox& outbox);
  void take_turns(const Destination& to);
  void let_by(const Waiting& turn, const Weighed& weighed);
  void defer_waiting(const Destination& to);
  void end_waiting_in(const WarningView& view);
  void end_waiting(Waiting waiting, LoggedChoice choice, Actor actor, bool unasked);
  void give_up(const Hold& hold);
  void keep(const Destination& to, const std::string& markup);
  Outcome ask(const Message& message, const Weighed& weighed, WarningView& view, Outbox& outbox, Hold::From from);
  Hold& hold(const Message& message, const Weighed& weighed, WarningView& view, Outbox& outbox, Hold::From from,
             bool stale);
  Outcome show(const Hold& hold);
  Outcome apply(const StandingRule& rule, const Message& message, const Weighed& weighed, WarningView& view,
                Outbox& outbox, Hold::From from);
  Result<void> let_go(Hold& hold, const Choice& choice);
  Result<void> except(Hold& hold, std::optional<EntityType> only);
  Result<void> refuse(Hold& hold, Error error, bool unrecorded = false);
  struct Released {
    bool sent = false;
    bool ended = false;   ///< the conversation went away meanwhile; the hold is still there
  };
  Released release(const Hold& hold, const std::string& markup);
  Result<void> keep_unsent(Hold& hold, const Released& released);
  void take_back(Hold hold);
  void defer(Hold hold);
  void note_open(const Hold& hold) const;
  void note_closed(const Destination& to) const;
  void speak(const Message& message, const Weighed& weighed, WarningView& view);
  void show_badge(const Destination& to, const Weighed& weighed, WarningView& view);
  void announce(const Audience& audience, const Destination& to);
  /// What an announcement is remembered by: the service and its policy, or the contact when no record knows it.
  static std::string announcement_key(const Audience& audience, const Destination& to);
  bool passes(const Message& message) const;
  bool continues_burst(const Hold& hold) const;
  void record_outcome(const Hold& hold, LoggedChoice choice, Actor actor);
  void record_edit(const Message& message);
  void count_ask(const Weighed& weighed);
  Hold* held(HoldId id);

  GateParts parts_;
  HoldId last_id_ = 0;
  std::map<Destination, Hold> holds_;
  std::map<Destination, std::deque<Waiting>> waiting_;   ///< what could not join the open question
  std::map<Destination, Hold> taken_back_;        ///< drafts the user went back to: an edit is recorded when sent
  std::map<Destination, std::string> kept_;       ///< text of holds whose conversation went away
  std::map<Destination, Badge::Level> badges_;    ///< what each conversation's badge shows
  std::set<std::string> session_rules_;           ///< rules "for this conversation" made in this session
  std::set<Destination> told_unread_;             ///< who was named in a notice about what could not be read
  std::optional<Pass> pass_;                      ///< what is being released right now
  ValueMemory memory_;
  std::map<std::string, std::int64_t> last_contact_ask_;   ///< by service
  std::pair<Date, int> contact_asks_{};                    ///< local day, asks
  struct Disclosed {
    std::string id;
    std::string on;
  };
  std::map<Destination, Disclosed> disclosed_;    ///< who called itself an AI in this session, stored or not
};

}  // namespace loftgate
