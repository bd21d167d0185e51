// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/attached.h"

namespace loftgate {

void read_attachments(const Message& message, Weighed& weighed) {
  for (const Attachment& attachment : message.attachments) {
    if (attachment.form == Attachment::Form::file) weighed.plain.text += value_separator + attachment.name;
    if (!attachment.text.empty()) weighed.plain.text += value_separator + attachment.text;
    weighed.attachments.push_back(attachment);
    weighed.attachments.back().text.clear();
  }
}

void note_unread(const Message& message, Exposure& exposure) {
  for (const Attachment& attachment : message.attachments) {
    if (attachment.read_whole) continue;
    exposure.unread = true;
    if (!attachment.text.empty()) exposure.checked = false;
  }
}

bool answers_for(const StandingRule& rule, const Message& message, const Weighed& weighed) {
  if (message.attachments.empty()) return true;
  return rule.choice == LoggedChoice::send && !weighed.exposure.unread;
}

}  // namespace loftgate
