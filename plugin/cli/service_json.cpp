// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "plugin/cli/service_report.h"

namespace loftgate::cli {
namespace {

Json word(std::string_view text) { return Json(std::string(text)); }
Json date(const std::optional<Date>& day) { return day ? Json(iso_date(*day)) : Json(); }

std::string_view applies_name(Applies applies) {
  switch (applies) {
    case Applies::yes: return "yes";
    case Applies::no: return "no";
    case Applies::web: return "web";
  }
  return "no";
}

Json variants_json(const std::map<std::string, Variant>& variants) {
  Json all = Json::object();
  for (const auto& [name, variant] : variants) all.set(name, word(stance_name(variant.training)));
  return all;
}

Json evidence_json(const std::vector<Evidence>& evidence) {
  Json::List list;
  for (const Evidence& source : evidence) {
    Json item = Json::object();
    item.set("url", source.url);
    item.set("kind", source.source_kind);
    item.set("as_of", source.as_of_text.empty() ? Json() : Json(source.as_of_text));
    item.set("seen_until", date(source.seen_until));
    item.set("effective", date(source.effective));
    item.set("note", source.note);
    item.set("archive", source.archive);
    list.push_back(std::move(item));
  }
  return list;
}

Json practice_json(const Practice& practice) {
  Json item = Json::object();
  item.set("applies", word(applies_name(practice.applies)));
  item.set("training", word(stance_name(practice.training)));
  item.set("other_ml", word(stance_name(practice.other_ml)));
  item.set("third_party", word(stance_name(practice.third_party)));
  item.set("human_review", word(review_name(practice.human_review)));
  item.set("retention", practice.retention);
  item.set("retention_days", practice.retention_days ? Json(std::int64_t{*practice.retention_days}) : Json());
  item.set("e2ee", word(encryption_name(practice.e2ee)));
  item.set("basis", word(basis_name(practice.basis)));
  item.set("confidence", practice.confidence);
  item.set("statement", practice.statement);
  item.set("tiers", variants_json(practice.tiers));
  item.set("regions", variants_json(practice.regions));
  item.set("caveats", Json::List(practice.caveats.begin(), practice.caveats.end()));
  item.set("evidence", evidence_json(practice.evidence));
  return item;
}

Json opt_out_json(const OptOut& opt_out) {
  Json item = Json::object();
  item.set("available", opt_out.available);
  item.set("url", opt_out.url);
  item.set("other_urls", Json::List(opt_out.other_urls.begin(), opt_out.other_urls.end()));
  item.set("how", opt_out.how);
  item.set("regions", Json::List(opt_out.regions.begin(), opt_out.regions.end()));
  item.set("default", opt_out.default_state);
  item.set("scope", opt_out.scope);
  item.set("retroactive", opt_out.retroactive);
  return item;
}

Json places_json(const Provider& provider) {
  Json::List hosts;
  for (const HostPattern& host : provider.hosts) hosts.push_back(host.pattern);
  Json::List protocols;
  for (const ProtocolUse& use : provider.protocols) {
    if (!use.id.empty()) protocols.push_back(use.id);
  }
  Json places = Json::object();
  places.set("hosts", std::move(hosts));
  places.set("protocols", std::move(protocols));
  return places;
}

}  // namespace

Json provider_json(const Provider& provider) {
  Json all = Json::object();
  all.set("id", provider.id);
  all.set("name", provider.name);
  all.set("parent", provider.parent);
  all.set("kind", provider.kind);
  all.set("status", provider.status);
  all.set("operator_dependent", provider.operator_dependent);
  all.set("reviewed", date(provider.reviewed));
  all.set("version", provider.version);
  all.set("reached_by", places_json(provider));
  all.set("public", practice_json(provider.public_posts));
  all.set("private", practice_json(provider.private_messages));
  all.set("ai_chat", practice_json(provider.ai_chat));
  all.set("opt_out", opt_out_json(provider.opt_out));
  return all;
}

}  // namespace loftgate::cli
