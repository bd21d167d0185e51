// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/wording.h"

#include <algorithm>

#include "common/base/i18n.h"
#include "common/engine/attached_words.h"
#include "common/engine/peer_words.h"
#include "common/engine/standing.h"
#include "common/engine/type_words.h"

namespace loftgate {
namespace {

/// Kinds found, the gravest first, each once.
std::vector<EntityType> kinds(const Exposure& exposure) {
  std::vector<Finding> sorted = exposure.counted;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  std::vector<EntityType> types;
  for (const Finding& finding : sorted) {
    if (std::find(types.begin(), types.end(), finding.type) == types.end()) types.push_back(finding.type);
  }
  return types;
}

/// Who makes the claim about training: the service if one is known, else the reader.
const std::string& claimant(const Audience& audience) {
  return audience.service_name.empty() ? audience.reader : audience.service_name;
}

std::string retention_sentence(const Practice& practice) {
  if (practice.retention_days) {
    const auto days = static_cast<unsigned long>(std::max(0, *practice.retention_days));
    return format(tr_n("Kept: %lu day, it says.", "Kept: up to %lu days, it says.", days), days);
  }
  if (practice.retention.empty() || practice.retention == "unknown") return tr("Kept: not known.");
  return tr("Kept: no limit stated.");
}

/// What somebody can do with a secret of this kind.
std::string secret_sentence(EntityType type) {
  switch (type) {
    case EntityType::password: return tr("Anyone with this password can sign in as you.");
    case EntityType::private_key: return tr("Anyone with this key can act as you.");
    case EntityType::otp: return tr("Anyone with this code can finish your sign-in.");
    case EntityType::connection_string: return tr("Anyone with this address can open what it leads to.");
    case EntityType::card_cvv: return tr("Anyone with this code can pay with your card.");
    default: return tr("Anyone with this token can act as you.");
  }
}

std::string found_sentence(const Exposure& exposure) {
  std::string list;
  for (const EntityType type : kinds(exposure)) {
    const auto n = static_cast<unsigned long>(std::count_if(exposure.counted.begin(), exposure.counted.end(),
                                                            [&](const Finding& f) { return f.type == type; }));
    // Translators: a kind of detail and how often it was found, "Phone number × 2".
    const std::string item = format(tr("%s × %lu"), noun(type).c_str(), n);
    list = list.empty() ? item : format(tr("%s, %s"), list.c_str(), item.c_str());
  }
  return list;
}

void add_sources(std::vector<WhyLine>& lines, const Practice& practice) {
  const std::size_t most = lines.size() + 4;
  for (const Evidence& evidence : practice.evidence) {
    const bool to_the_day = evidence.as_of && evidence.as_of_text == iso_date(*evidence.as_of);
    const std::string date = evidence.seen_until ? spelled_date(*evidence.seen_until)
                             : to_the_day        ? spelled_date(*evidence.as_of)
                                                 : evidence.as_of_text;
    lines.push_back({tr("Source"), date.empty() ? evidence.url : format(tr("%s, read as of %s"), evidence.url.c_str(), date.c_str()),
                     evidence.url});
    if (lines.size() == most) return;
  }
}

/// A bot at the other end reads what the service cannot.
bool hides_from_service(const Audience& audience) { return audience.encrypted && !audience.is_ai; }

std::string claim_and_date(const Weighed& weighed) {
  if (hides_from_service(weighed.audience)) return tr("End-to-end encrypted: the service cannot read it.");
  const std::string claim = claim_line(weighed);
  if (!weighed.audience.reviewed) return claim;
  return format(tr("%s Checked %s."), claim.c_str(), spelled_date(*weighed.audience.reviewed).c_str());
}

std::string tooltip(const Weighed& weighed) {
  const Audience& audience = weighed.audience;
  std::string text = claim_and_date(weighed);
  if (audience.is_ai) return text;
  // Translators: two whole sentences, one after the other.
  if (const std::string bots = bots_sentence(audience); !bots.empty()) text = format(tr("%s %s"), text.c_str(), bots.c_str());
  if (audience.bridged) text = format(tr("%s %s"), text.c_str(), tr("A bridge carries it on to another network."));
  return text;
}

/// What was found and who would read it, "" when nothing was found.
std::string details_lead(const Weighed& weighed, const std::string& reader) {
  const auto types = kinds(weighed.exposure);
  if (types.empty()) return {};
  // A token is better known by whose it is.
  const bool named_token = types[0] == EntityType::api_key && !weighed.token_name.empty();
  const std::string first = named_token ? weighed.token_name : noun(types[0]);
  if (types.size() == 1) return format(tr("%s to %s"), first.c_str(), reader.c_str());
  const auto others = static_cast<unsigned long>(types.size() - 1);
  // Translators: the gravest detail found, how many other kinds were found, and who would read them.
  return format(tr_n("%s and %lu other detail to %s", "%s and %lu other details to %s", others), first.c_str(), others,
                reader.c_str());
}

/// The lead as the log's hash vouches for it: without names and sizes of files.
std::string lead_on_record(const Weighed& weighed, const Destination& to) {
  if (weighed.attachments.empty()) return lead_line(weighed, to);
  const std::string reader = reader_name(weighed.audience, to);
  return attachment_lead(weighed, attachment_word(weighed), details_lead(weighed, reader), reader);
}

// Translators: state, lead and reason of a warning, then the keys.
const char* spoken_with_mask(Strength strength) {
  return strength == Strength::ask_inhibited
             ? tr("%s: %s. %s Nothing was sent. Alt+M masks and sends, Alt+G goes back. To send as written, type the "
                  "reader's first four letters in the bar, then Alt+W.")
             : tr("%s: %s. %s Nothing was sent. Alt+M masks and sends, Alt+G goes back, Alt+W sends as written.");
}

const char* spoken_without_mask(Strength strength) {
  return strength == Strength::ask_inhibited
             ? tr("%s: %s. %s Nothing was sent. Alt+G goes back. To send it as it is, type the reader's first four "
                  "letters in the bar, then Alt+W.")
             : tr("%s: %s. %s Nothing was sent. Alt+G goes back, Alt+W sends it as it is.");
}

}  // namespace

void name_contacts(Audience& audience, const Destination& contacts) {
  if (audience.is_ai) return;
  if (contacts.peer == "profile") audience.reader = tr("everyone who sees your profile");
  else if (contacts.peer == "picture") audience.reader = tr("everyone who sees your picture");
  else if (contacts.peer == "operators") audience.reader = tr("the network's operators");
  else audience.reader = tr("everyone who sees your status");
  // Translators: stands for the name of a service that no record knows, "It is not known if the service trains AI on this."
  if (audience.service_name.empty()) audience.service_name = tr("the service");
}

std::string reader_name(const Audience& audience, const Destination& to) {
  return audience.reader.empty() ? to.peer : audience.reader;
}

std::string lead_line(const Weighed& weighed, const Destination& to) {
  const std::string reader = reader_name(weighed.audience, to);
  const std::string details = details_lead(weighed, reader);
  if (!weighed.attachments.empty()) return attachment_lead(weighed, attachment_words(weighed), details, reader);
  return details.empty() ? format(tr("Message to %s"), reader.c_str()) : details;
}

std::string claim_line(const Weighed& weighed) {
  const std::string& who = claimant(weighed.audience);
  const char* name = who.c_str();
  switch (weighed.exposure.claim) {
    case Claim::trains: return format(tr("%s says it trains AI on this."), name);
    case Claim::trains_unless_opted_out: return format(tr("%s says it trains AI on this unless you opt out."), name);
    case Claim::no_training: return format(tr("%s says it does not train AI on this."), name);
    case Claim::no_training_unless_opted_in:
      return format(tr("%s says it does not train AI on this unless you allow it."), name);
    case Claim::stays_here: return format(tr("%s runs on this machine."), name);
    case Claim::silent: return format(tr("%s does not say if it trains AI on this."), name);
    case Claim::ambiguous: return format(tr("What %s says about training AI is not clear."), name);
    case Claim::operator_decides:
      return weighed.audience.is_ai ? format(tr("Whoever runs %s decides if it trains; no policy is known."),
                                             weighed.audience.reader.c_str())
                                    : std::string(tr("Whoever runs the server can read it; no policy is known."));
    case Claim::not_reviewed: return format(tr("What %s says about training AI has not been read yet."), name);
    case Claim::unknown: return format(tr("It is not known if %s trains AI on this."), name);
  }
  return {};
}

std::string reason_line(const Weighed& weighed) {
  const std::string claim = claim_line(weighed);
  if (weighed.exposure.unread && weighed.exposure.severity != Severity::secret) return unread_reason(weighed, claim);
  const bool secret = weighed.exposure.severity == Severity::secret;
  const std::string second =
      secret ? secret_sentence(kinds(weighed.exposure).front()) : retention_sentence(weighed.audience.practice);
  if (weighed.exposure.claim == Claim::stays_here && !secret) return claim;
  // Translators: two whole sentences, one after the other.
  return secret ? format(tr("%s %s"), second.c_str(), claim.c_str()) : format(tr("%s %s"), claim.c_str(), second.c_str());
}

std::vector<WhyLine> why_lines(const Weighed& weighed, bool recorded) {
  const Audience& audience = weighed.audience;
  std::vector<WhyLine> lines;
  if (!weighed.exposure.counted.empty()) lines.push_back({tr("Found"), found_sentence(weighed.exposure), ""});
  if (!weighed.exposure.checked && !weighed.exposure.unread) lines.push_back({tr("Not checked"), tr("Part of the text could not be read."), ""});
  if (weighed.exposure.unread) {
    lines.push_back({tr("Not checked"), tr("What could not be read may hold anything: only text is read, and a long one in part."), ""});
  }
  if (hides_from_service(audience)) {
    lines.push_back({tr("Encryption"), tr("End-to-end encrypted: the service cannot read it."), ""});
  }
  lines.push_back({tr("What it says"), audience.practice.statement.empty() ? claim_line(weighed) : audience.practice.statement, ""});
  add_peer_lines(lines, audience);
  add_sources(lines, audience.practice);
  if (audience.reviewed) lines.push_back({tr("Checked"), spelled_date(*audience.reviewed), ""});
  if (weighed.exposure.facts_aged) {
    lines.push_back({tr("Age"), tr("These facts are over 180 days old, so they no longer count as a promise."), ""});
  }
  if (!audience.opt_out.how.empty()) lines.push_back({tr("Opting out"), audience.opt_out.how, audience.opt_out.url});
  if (recorded) {
    lines.push_back({tr("What is recorded"),
                     tr("On this machine only: the kinds found, the reader, your choice and the time. Never the text."), ""});
  }
  if (std::string correction = correction_sentence(audience); !correction.empty())
    lines.push_back({tr("If it is no AI"), std::move(correction), ""});
  return lines;
}

void fill_warning(Warning& warning, const Weighed& weighed, const Message& message, bool stale) {
  const bool secret = weighed.exposure.severity == Severity::secret;
  warning.mark = secret ? "[X]" : stale ? "[~]" : "[!]";
  warning.state = stale ? tr("ASKING AGAIN") : tr("HELD");
  warning.lead = lead_line(weighed, message.reader());
  warning.lead_on_record = lead_on_record(weighed, message.reader());
  warning.is_file = message.is_file();
  warning.reason = stale ? format(tr("%s Its policy has changed since you decided."), claim_line(weighed).c_str())
                         : reason_line(weighed);
  warning.reader = reader_name(weighed.audience, message.reader());
  warning.letters = letters_to_type(warning.reader);
  warning.service_label = claimant(weighed.audience);
  warning.markup = message.markup;
  for (const Finding& finding : weighed.exposure.counted) {
    auto& mistakes = warning.mistakes;
    if (std::find(mistakes.begin(), mistakes.end(), finding.type) == mistakes.end()) mistakes.push_back(finding.type);
  }
  warning.offers = offers_for(weighed.exposure.severity, weighed.audience);
  warning.why = why_lines(weighed, true);
  for (const Finding& finding : weighed.exposure.counted) {
    if (finding.span.end <= weighed.plain.body_size) warning.found.push_back(finding.span);
  }
  warning.spoken = spoken_line(warning);
}

std::string trouble_text(const Error& error) {
  return format(tr("Your choice could not be recorded: %s Nothing was sent."), error.text.c_str());
}

std::string spoken_line(const Warning& warning) {
  const char* format_text = warning.has_mask ? spoken_with_mask(warning.strength) : spoken_without_mask(warning.strength);
  return format(format_text, warning.state.c_str(), warning.lead.c_str(), warning.reason.c_str());
}

std::string notice_line(const Weighed& weighed) {
  const std::string claim = claim_line(weighed);
  const std::string reader = weighed.audience.reader;
  if (weighed.exposure.counted.empty() && weighed.exposure.unread) {
    // Translators: the reader, what goes there, and what the reader says about training.
    return format(tr("(i) To %s: %s, not checked. %s"), reader.c_str(), attachment_words(weighed).c_str(), claim.c_str());
  }
  if (weighed.exposure.counted.empty()) {
    if (!weighed.audience.reviewed) return format(tr("(i) %s"), claim.c_str());
    const std::string date = spelled_date(*weighed.audience.reviewed);
    return weighed.audience.opt_out.how.empty()
               ? format(tr("(i) %s Checked %s"), claim.c_str(), date.c_str())
               : format(tr("(i) %s Opt out: Why? · checked %s"), claim.c_str(), date.c_str());
  }
  return format(tr("(i) To %s: %s. %s"), reader.c_str(), found_sentence(weighed.exposure).c_str(), claim.c_str());
}

Badge::Level badge_level(const Weighed& weighed) {
  using Level = Badge::Level;
  const Audience& audience = weighed.audience;
  const Exposure& exposure = weighed.exposure;
  if (weighed.decision.by == DecidedBy::paused) return Level::paused;
  if (!exposure.checked) return Level::not_checked;
  if (audience.is_ai && audience.is_local) return Level::local;
  if (exposure.reach == Reach::ai_no_training) return Level::ai_no_training;
  if (audience.is_ai) {
    const bool trains = exposure.claim == Claim::trains || exposure.claim == Claim::trains_unless_opted_out;
    return trains ? Level::ai_trains : Level::ai_unknown;
  }
  if (audience.surface == Surface::public_posts) return Level::public_room;
  return exposure.reach == Reach::open_or_unknown ? Level::people_unknown : Level::people;
}

Badge badge_of(const Weighed& weighed) {
  Badge badge;
  badge.level = badge_level(weighed);
  badge.word = badge_word(badge.level);
  badge.tooltip = tooltip(weighed);
  badge.why = why_lines(weighed, false);
  return badge;
}

}  // namespace loftgate
