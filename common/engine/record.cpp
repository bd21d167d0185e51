// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/record.h"

#include "common/base/glib_ptr.h"
#include "common/engine/standing.h"

namespace loftgate {
namespace {

const char* surface_of(const Message& message, const Audience& audience) {
  if (audience.is_ai) return "bot";
  switch (message.reader().kind) {
    case PeerKind::person: return "im";
    case PeerKind::room: return "chat";
    case PeerKind::contacts: return "other";
  }
  return "other";
}

std::vector<std::string> purposes_of(Claim claim) {
  switch (claim) {
    case Claim::no_training:
    case Claim::no_training_unless_opted_in: return {"retention"};
    case Claim::stays_here: return {};
    default: return {"ai-training", "retention"};
  }
}

std::string retention_of(const Practice& practice) {
  if (practice.retention_days) return "P" + std::to_string(*practice.retention_days) + "D";
  return practice.retention.empty() || practice.retention == "unknown" ? "unknown" : "indefinite";
}

/// The text's and that of all that goes along.
std::size_t bytes_of(const Weighed& weighed) {
  std::size_t bytes = weighed.plain.body_size;
  for (const Attachment& attachment : weighed.attachments) bytes += attachment.size;
  return bytes;
}

std::string sha256(const std::string& text) {
  return take(g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(text.data()), text.size()));
}

}  // namespace

std::string notice_wording(const Warning& warning) {
  return warning.mark + "\n" + warning.state + "\n" + warning.lead_on_record + "\n" + warning.reason;
}

std::string risk_of(const Exposure& exposure) {
  if ((!exposure.checked || exposure.unread) && exposure.severity == Severity::none) return "unknown";
  switch (cell(Preset::balanced, exposure.severity, exposure.reach)) {
    case Strength::silent: return "none";
    case Strength::badge: return "low";
    case Strength::notice: return "medium";
    default: return "high";
  }
}

Entry decision_entry(const Message& message, const Weighed& weighed, LoggedChoice choice, Actor actor,
                     const std::string& notice) {
  const Audience& audience = weighed.audience;
  Entry entry;
  entry.actor = actor;
  entry.service = audience.service.empty() ? "unknown" : audience.service;
  entry.protocol = message.reader().protocol;
  entry.surface = surface_of(message, audience);
  entry.choice = choice;
  entry.scope = Scope::once;
  entry.purposes = purposes_of(weighed.exposure.claim);
  entry.categories = categories_of(weighed.exposure);
  entry.redactions =
      choice == LoggedChoice::redact ? static_cast<std::int64_t>(weighed.exposure.counted.size()) : 0;
  entry.risk = risk_of(weighed.exposure);
  entry.retention = retention_of(audience.practice);
  entry.size = size_bucket(bytes_of(weighed));
  entry.notice = "sha256:" + sha256(notice);
  entry.kb = audience.version.empty() ? "unknown" : audience.version;
  return entry;
}

}  // namespace loftgate
