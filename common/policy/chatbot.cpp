// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/chatbot.h"

#include "common/policy/practice_reader.h"

namespace loftgate {
namespace {

constexpr Word<std::string_view> statuses[] = {{"active", "active"}, {"ended", "ended"}, {"unknown", "unknown"}};

std::vector<ChatbotNetwork> read_networks(RecordTable& record) {
  std::vector<ChatbotNetwork> networks;
  for (RecordTable& table : record.tables("networks")) {
    ChatbotNetwork network;
    network.network = table.required_text("network");
    network.protocols = table.texts("protocols");
    network.services = table.texts("services");
    network.tier = table.text("tier");
    network.ids = table.texts("ids");
    network.display_names = table.texts("display_names");
    network.phone = table.texts("phone");
    network.mentions = table.texts("mentions");
    network.weak_mentions = table.texts("weak_mentions");
    network.commands = table.texts("commands");
    network.hints = table.texts("hints");
    network.note = table.text("note");
    table.done();
    networks.push_back(std::move(network));
  }
  return networks;
}

}  // namespace

Result<Chatbot> read_chatbot(const RecordFile& file) {
  return read_record<Chatbot>(file, [](RecordTable& record) {
    Chatbot bot;
    bot.id = record.required_text("id");
    bot.name = record.required_text("name");
    bot.short_name = record.text("short_name");
    if (bot.short_name.empty()) bot.short_name = bot.name;
    bot.operator_name = record.text("operator");
    bot.status = record.word("status", statuses, std::string_view("unknown"));
    bot.since = record.text("since");
    bot.until = record.text("until");
    bot.status_note = record.text("status_note");
    bot.ways = record.texts("ways");
    bot.backend = record.text("backend");
    bot.confidence = record.text("confidence");
    bot.reviewed = record.date("reviewed");
    bot.notes = record.text("notes");
    bot.networks = read_networks(record);
    bot.evidence = read_evidence(record);
    bot.examples = read_examples(record);
    return bot;
  });
}

Result<Trigger> read_trigger(const RecordFile& file) {
  return read_record<Trigger>(file, [](RecordTable& record) {
    Trigger trigger;
    trigger.id = record.required_text("id");
    trigger.name = record.required_text("name");
    trigger.protocols = record.texts("protocols");
    trigger.services = record.texts("services");
    trigger.mentions = record.texts("mentions");
    trigger.commands = record.texts("commands");
    trigger.also_people = record.flag("also_people");
    trigger.examples = read_examples(record);
    return trigger;
  });
}

}  // namespace loftgate
