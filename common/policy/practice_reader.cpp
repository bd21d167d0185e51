// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/practice_reader.h"

namespace loftgate {
namespace {

constexpr Word<Stance> stances[] = {
    {"yes", Stance::yes},         {"no", Stance::no},           {"opt-in", Stance::opt_in},
    {"opt-out", Stance::opt_out}, {"unknown", Stance::unknown},
};
constexpr Word<Basis> bases[] = {
    {"stated", Basis::stated},
    {"partly-stated", Basis::partly_stated},
    {"inferred", Basis::inferred},
    {"ambiguous", Basis::ambiguous},
    {"silent", Basis::silent},
    {"operator-dependent", Basis::operator_dependent},
    {"not-reviewed", Basis::not_reviewed},
    {"not-applicable", Basis::not_applicable},
};
constexpr Word<Review> reviews[] = {
    {"yes", Review::yes}, {"no", Review::no}, {"limited", Review::limited}, {"unknown", Review::unknown},
};
constexpr Word<Encryption> encryptions[] = {
    {"yes", Encryption::yes},         {"no", Encryption::no},           {"opt-in", Encryption::opt_in},
    {"partial", Encryption::partial}, {"unknown", Encryption::unknown},
};
constexpr Word<Applies> applies_words[] = {{"yes", Applies::yes}, {"no", Applies::no}, {"web", Applies::web}};

Stance read_stance(RecordTable& table, std::string_view key) {
  return table.word(key, stance_words(), Stance::unknown);
}

Variant read_variant(RecordTable& table) {
  Variant variant;
  variant.training = read_stance(table, "training");
  if (table.has("human_review")) variant.human_review = table.word("human_review", review_words(), Review::unknown);
  variant.retention_days = table.number("retention_days");
  variant.confidence = table.text("confidence");
  variant.note = table.text("note");
  return variant;
}

std::map<std::string, Variant> read_tiers(RecordTable& table) {
  std::map<std::string, Variant> tiers;
  for (auto& [name, tier] : table.named_tables("tiers")) {
    tiers[name] = read_variant(tier);
    tier.done();
  }
  return tiers;
}

std::map<std::string, Variant> read_regions(RecordTable& table) {
  std::map<std::string, Variant> regions;
  for (RecordTable& region : table.tables("regions")) {
    const std::string name = region.required_text("region");
    regions[name] = read_variant(region);
    region.done();
  }
  return regions;
}

}  // namespace

std::span<const Word<Stance>> stance_words() { return stances; }
std::span<const Word<Basis>> basis_words() { return bases; }
std::span<const Word<Review>> review_words() { return reviews; }
std::span<const Word<Encryption>> encryption_words() { return encryptions; }

std::vector<Evidence> read_evidence(RecordTable& table) {
  std::vector<Evidence> all;
  for (RecordTable& source : table.tables("evidence")) {
    Evidence evidence;
    evidence.url = source.required_text("url");
    evidence.source_kind = source.required_text("kind");
    evidence.as_of = source.date("as_of");
    evidence.as_of_text = source.text("as_of");
    evidence.seen_until = source.date("seen_until");
    evidence.effective = source.date("effective");
    evidence.note = source.text("note");
    evidence.archive = source.text("archive");
    source.done();
    all.push_back(std::move(evidence));
  }
  return all;
}

Practice read_practice(RecordTable& record, std::string_view section) {
  Practice practice;
  practice.basis = Basis::not_applicable;
  auto table = record.table(section);
  if (!table) return practice;
  if (!table->has("applies")) table->wrong("applies", "is missing; add yes, no or web");
  practice.applies = table->word("applies", applies_words, Applies::no);
  practice.training = read_stance(*table, "training");
  practice.other_ml = read_stance(*table, "other_ml");
  practice.third_party = read_stance(*table, "third_party");
  practice.human_review = table->word("human_review", review_words(), Review::unknown);
  practice.retention = table->text("retention");
  practice.retention_days = table->number("retention_days");
  practice.e2ee = table->word("e2ee", encryption_words(), Encryption::unknown);
  practice.basis = table->word("basis", basis_words(),
                               practice.applies == Applies::no ? Basis::not_applicable : Basis::not_reviewed);
  practice.confidence = table->text("confidence");
  practice.statement = table->text("statement");
  practice.caveats = table->texts("caveats");
  practice.tiers = read_tiers(*table);
  practice.regions = read_regions(*table);
  practice.evidence = read_evidence(*table);
  table->done();
  return practice;
}

OptOut read_opt_out(RecordTable& record) {
  OptOut opt_out;
  auto table = record.table("opt_out");
  if (!table) return opt_out;
  opt_out.available = table->required_text("available");
  opt_out.url = table->text("url");
  opt_out.other_urls = table->texts("other_urls");
  opt_out.how = table->text("how");
  opt_out.regions = table->texts("regions");
  opt_out.default_state = table->text("default");
  opt_out.scope = table->text("scope");
  opt_out.retroactive = table->text("retroactive");
  table->done();
  return opt_out;
}

}  // namespace loftgate
