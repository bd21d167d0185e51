// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/provider.h"

#include "common/policy/host.h"
#include "common/policy/practice_reader.h"
#include "common/policy/version.h"

namespace loftgate {
namespace {

constexpr Word<Endpoint> endpoints[] = {
    {"fixed", Endpoint::fixed}, {"its-hosts", Endpoint::its_hosts}, {"any", Endpoint::any}};
constexpr Word<bool> host_kinds[] = {{"suffix", false}, {"cidr", true}};

std::vector<ProtocolUse> read_protocols(RecordTable& record) {
  std::vector<ProtocolUse> uses;
  for (RecordTable& table : record.tables("protocols")) {
    ProtocolUse use;
    use.id = table.text("id");
    use.e2ee = table.word("e2ee", encryption_words(), Encryption::unknown);
    use.ai = table.flag("ai");
    use.setting = table.text("setting");
    use.endpoint = table.word("endpoint", endpoints, Endpoint::fixed);
    use.tier = table.text("tier");
    use.only_its_hosts = table.flag("only_its_hosts");
    use.plugin = table.text("plugin");
    use.api = table.has("api") ? table.text("api") : "libpurple2";
    use.state = table.text("state");
    use.source = table.text("source");
    use.note = table.text("note");
    table.done();
    uses.push_back(std::move(use));
  }
  return uses;
}

std::vector<HostPattern> read_hosts(RecordTable& record) {
  std::vector<HostPattern> hosts;
  for (RecordTable& table : record.tables("hosts")) {
    HostPattern host;
    host.pattern = table.required_text("pattern");
    host.cidr = table.word("match", host_kinds, false);
    if (host.cidr && !is_network(host.pattern)) table.wrong("pattern", "is no network; write it as \"127.0.0.0/8\"");
    host.use = table.text("use");
    host.verified = table.flag("verified");
    table.done();
    hosts.push_back(std::move(host));
  }
  return hosts;
}

std::vector<PeerPattern> read_ai_recipients(RecordTable& record) {
  std::vector<PeerPattern> recipients;
  for (RecordTable& table : record.tables("ai_recipients")) {
    PeerPattern recipient;
    recipient.id = table.text("id");
    recipient.emblem = table.text("emblem");
    if (recipient.id.empty() == recipient.emblem.empty()) table.wrong("id", "or emblem is needed; give one of them");
    recipient.who = table.text("who");
    recipient.source = table.text("source");
    table.done();
    recipients.push_back(std::move(recipient));
  }
  return recipients;
}

std::vector<AiFeature> read_features(RecordTable& record) {
  std::vector<AiFeature> features;
  for (RecordTable& table : record.tables("features")) {
    AiFeature feature;
    feature.id = table.required_text("id");
    feature.what = table.required_text("what");
    feature.visible = table.text("visible");
    feature.confidence = table.text("confidence");
    feature.sources = table.texts("sources");
    table.done();
    features.push_back(std::move(feature));
  }
  return features;
}

std::vector<PastEvent> read_history(RecordTable& record) {
  std::vector<PastEvent> history;
  for (RecordTable& table : record.tables("history")) {
    PastEvent past;
    past.date = table.date("date");
    past.event = table.required_text("event");
    past.url = table.text("url");
    past.source_kind = table.text("kind");
    table.done();
    history.push_back(std::move(past));
  }
  return history;
}

void read_identity(RecordTable& record, Provider& provider) {
  provider.id = record.required_text("id");
  provider.name = record.required_text("name");
  provider.short_name = record.text("short_name");
  if (provider.short_name.empty()) provider.short_name = provider.name;
  provider.ai_name = record.text("ai_name");
  if (provider.ai_name.empty()) provider.ai_name = provider.short_name;
  provider.parent = record.text("parent");
  provider.kind = record.required_text("kind");
  provider.status = record.text("status");
  provider.operator_dependent = record.flag("operator_dependent");
  provider.stays_local = record.flag("stays_local");
  provider.services = record.texts("services");
  provider.reviewed = record.date("reviewed");
  provider.notes = record.text("notes");
}

}  // namespace

Result<Provider> read_provider(const RecordFile& file) {
  return read_record<Provider>(file, [](RecordTable& record) {
    Provider provider;
    read_identity(record, provider);
    provider.protocols = read_protocols(record);
    provider.hosts = read_hosts(record);
    provider.ai_recipients = read_ai_recipients(record);
    provider.public_posts = read_practice(record, "public");
    provider.private_messages = read_practice(record, "private");
    provider.ai_chat = read_practice(record, "ai_chat");
    provider.opt_out = read_opt_out(record);
    provider.features = read_features(record);
    provider.history = read_history(record);
    provider.examples = read_examples(record);
    provider.version = policy_version(provider);
    return provider;
  });
}

}  // namespace loftgate
