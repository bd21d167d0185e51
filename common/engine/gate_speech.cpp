// SPDX-License-Identifier: GPL-2.0-or-later
// What the gate says without asking: badges, notices, announcements and underlines.
#include <utility>

#include "common/engine/gate.h"
#include "common/engine/wording.h"

namespace loftgate {

void Gate::speak(const Message& message, const Weighed& weighed, WarningView& view) {
  if (!message.addressed) show_badge(message.to, weighed, view);
  if (weighed.decision.strength != Strength::notice) return;
  if (weighed.exposure.counted.empty() && !weighed.exposure.unread) {
    announce(weighed.audience, message.reader());
    view.notice({message.to, notice_line(weighed)});
    return;
  }
  bool news = weighed.exposure.unread && told_unread_.insert(message.reader()).second;
  for (const Finding& finding : weighed.exposure.counted) {
    const auto value = value_of(weighed.plain, finding);
    if (memory_.recall(finding.type, value, message.reader()).has(Remembered::noticed)) continue;
    memory_.add(Remembered::noticed, finding.type, value, message.reader());
    news = true;
  }
  if (news) view.notice({message.to, notice_line(weighed)});
}

void Gate::show_badge(const Destination& to, const Weighed& weighed, WarningView& view) {
  const auto level = badge_level(weighed);
  const auto [shown, is_new] = badges_.try_emplace(to, level);
  if (!is_new && shown->second == level) return;
  shown->second = level;
  view.badge(to, badge_of(weighed));
}

std::string Gate::announcement_key(const Audience& audience, const Destination& to) {
  return audience.service.empty() ? "peer:" + to.protocol + "/" + to.peer : audience.service + "@" + audience.version;
}

void Gate::announce(const Audience& audience, const Destination& to) {
  if (!parts_.settings.announced.insert(announcement_key(audience, to)).second) return;
  if (parts_.settings_changed) parts_.settings_changed();
}

std::vector<Span> Gate::underline(const Message& message) {
  const Weighed weighed = weigh(message);
  std::vector<Span> spans;
  if (weighed.decision.strength < Strength::notice) return spans;
  for (const Finding& finding : weighed.exposure.counted) {
    if (finding.span.end <= weighed.plain.body_size) spans.push_back(finding.span);
  }
  return spans;
}

void Gate::look(const Message& context, WarningView& view) {
  Message nothing = context;
  nothing.markup.clear();
  nothing.direction = Direction::outgoing;
  badges_.erase(context.to);
  speak(nothing, weigh(nothing), view);
}

}  // namespace loftgate
