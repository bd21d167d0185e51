// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "common/base/i18n.h"
#include "common/engine/exposure.h"
#include "common/engine/wording.h"
#include "plugin/cli/service_report.h"
#include "plugin/cli/terminal.h"

namespace loftgate::cli {
namespace {

void line(const std::string& text) {
  if (!text.empty()) print_line("  " + printable(text));
}

/// What the service says about training, in the words a warning would use.
std::string claim(const Provider& provider, const Practice& practice, bool about_ai) {
  Weighed weighed;
  weighed.audience.practice = practice;
  weighed.audience.is_ai = about_ai;
  weighed.audience.is_local = provider.stays_local;
  weighed.audience.service_name = about_ai && !provider.ai_name.empty() ? provider.ai_name
                                  : provider.short_name.empty()         ? provider.name
                                                                        : provider.short_name;
  weighed.audience.reader = weighed.audience.service_name;
  weighed.exposure.claim = claim_of(weighed.audience);
  return claim_line(weighed);
}

std::string stance_words(Stance stance) {
  switch (stance) {
    case Stance::yes: return tr("trains on it");
    case Stance::no: return tr("does not train on it");
    case Stance::opt_in: return tr("does not train on it unless you allow it");
    case Stance::opt_out: return tr("trains on it unless you opt out");
    case Stance::unknown: return tr("not known");
  }
  return {};
}

void print_variants(const std::map<std::string, Variant>& variants) {
  for (const auto& [name, variant] : variants) {
    // Translators: a plan or region, and what the service does there.
    line(format(tr("For %s: %s"), name.c_str(), stance_words(variant.training).c_str()));
  }
}

/// The last day the source is known to have said so, else the date of the text, as exact as it is known.
std::string read_on(const Evidence& evidence) {
  if (evidence.seen_until) return spelled_date(*evidence.seen_until);
  const bool to_the_day = evidence.as_of && evidence.as_of_text == iso_date(*evidence.as_of);
  return to_the_day ? spelled_date(*evidence.as_of) : evidence.as_of_text;
}

void print_source(const Evidence& evidence) {
  const std::string date = read_on(evidence);
  line(date.empty() ? format(tr("Source: %s"), evidence.url.c_str())
                    : format(tr("Source: %s, read as of %s"), evidence.url.c_str(), date.c_str()));
}

void print_practice(const char* heading, const Provider& provider, const Practice& practice, bool about_ai) {
  print_line("");
  print_line(heading);
  if (practice.applies == Applies::no) {
    line(practice.statement.empty() ? std::string(tr("Not offered there.")) : practice.statement);
    return;
  }
  line(claim(provider, practice, about_ai));
  line(practice.statement);
  print_variants(practice.tiers);
  print_variants(practice.regions);
  if (practice.human_review == Review::yes) line(tr("People who work there may read it."));
  if (!practice.retention.empty()) line(format(tr("Kept: %s"), practice.retention.c_str()));
  for (const std::string& caveat : practice.caveats) line(caveat);
  for (const Evidence& evidence : practice.evidence) print_source(evidence);
}

void print_opt_out(const OptOut& opt_out) {
  if (opt_out.how.empty() && opt_out.url.empty()) return;
  print_line("");
  print_line(tr("Opting out"));
  line(opt_out.how);
  line(opt_out.url);
  for (const std::string& url : opt_out.other_urls) line(url);
}

}  // namespace

void print_facts(const Provider& provider) {
  print_line(format("%s (%s)", printable(provider.name).c_str(), provider.id.c_str()));
  line(provider.reviewed ? format(tr("Checked %s."), spelled_date(*provider.reviewed).c_str())
                         : std::string(tr("Not checked yet.")));
  print_practice(tr("What everybody can read"), provider, provider.public_posts, false);
  print_practice(tr("Messages between people"), provider, provider.private_messages, false);
  print_practice(tr("What is written to its AI"), provider, provider.ai_chat, true);
  print_opt_out(provider.opt_out);
}

}  // namespace loftgate::cli
