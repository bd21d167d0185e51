// SPDX-License-Identifier: GPL-2.0-or-later
// The doors between the gate and the world. Each has real second implementations; nothing else can be swapped.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "common/engine/warning.h"
#include "common/text/message.h"

namespace loftgate {

/// Lets a message out. `release` is called by the gate only, after the choice is on record, and sends exactly once
/// before it returns. While it runs, the gate lets the released text through.
class Outbox {
 public:
  virtual ~Outbox() = default;
  /// Says why a message to `to` cannot leave now (account offline, conversation gone), or nothing.
  virtual std::optional<Error> obstacle(const Destination& to) = 0;
  /// Sends `markup`. False: nothing was sent; the gate keeps the hold.
  virtual bool release(HoldId id, const Destination& to, const std::string& markup, std::uint32_t flags) = 0;
  /// A file that this outbox has will never be released: to be given up, so that nothing stays half open.
  virtual void give_up() {}
};

/// Shows what the gate has to say. Views never decide.
class WarningView {
 public:
  virtual ~WarningView() = default;
  /// Asks about a held message. A second call with the same id replaces what is shown (new text, or `trouble` set).
  virtual void ask(const Warning& warning) = 0;
  /// The same text was tried again: say once more that nothing was sent.
  virtual void remind(const Warning& warning) = 0;
  virtual void notice(const Notice& notice) = 0;
  /// The hold is over (released, taken back, kept or ended): take the question away.
  virtual void close(HoldId id, Act how) = 0;
  virtual void badge(const Destination& to, const Badge& badge) = 0;
  /// Gives a text back to the user so that nothing is lost (net holds that were taken back).
  virtual void give_back(const Destination& to, const std::string& markup) = 0;
};

/// What a view or adapter may ask of the gate.
class Door {
 public:
  enum class Outcome { go, held };

  virtual ~Door() = default;
  /// Whether a draft that reads like this has to go through draft(). For entries whose markup is costly to write out:
  /// `message.markup` may be the bare text, escaped. What hides in markup alone is still seen by outgoing().
  virtual bool concerns(const Message& message) = 0;
  /// A draft is about to be sent from an entry that still holds it. On `held` the caller stops its own sending and
  /// keeps the draft; the answer comes through `outbox`. On `go` the caller lets it on; `outgoing` sees it again.
  virtual Outcome draft(const Message& message, WarningView& view, Outbox& outbox) = 0;
  /// A message is leaving through libpurple. On `held` the caller cancels it; the gate keeps the text.
  virtual Outcome outgoing(const Message& message, WarningView& view, Outbox& outbox) = 0;
  /// A message came in; never asks. True when it revealed that its sender is an AI: then look() is due as soon as
  /// its conversation is open.
  virtual bool incoming(const Message& message) = 0;
  /// What `outbox` was to release cannot be released any more; nothing of it is held from now on. `by_user`: the user
  /// ended it, somewhere else than in its question; otherwise the outbox is told to give it up.
  virtual void withdraw(const Outbox& outbox, bool by_user) = 0;
  /// The user's answer. The error says why nothing happened; the hold is then still there.
  virtual Result<void> choose(HoldId id, const Choice& choice) = 0;
  /// The open question of a conversation, if there is one.
  virtual const Warning* open_question(const Destination& to) const = 0;
  /// What would be found in a text while it is typed: spans of the plain body. Never asks.
  virtual std::vector<Span> underline(const Message& message) = 0;
  /// A conversation was shown, or its members or signs changed: brings its badge up to date.
  virtual void look(const Message& context, WarningView& view) = 0;
  /// A name belongs to somebody else now: what its bearer said about being an AI counts no longer.
  virtual void forget(const Destination& who) = 0;
  /// The conversation is going away. A held text is kept for `take_kept`.
  virtual void conversation_ended(const Destination& to) = 0;
  /// Text that was held when its conversation went away, once: for the entry when it comes back.
  virtual std::optional<std::string> take_kept(const Destination& to) = 0;
  /// Conversations for which text is kept.
  virtual std::vector<Destination> kept() const = 0;
  /// A view is going away: its holds go to `kept` and are logged as deferred.
  virtual void view_gone(WarningView& view) = 0;
};

}  // namespace loftgate
