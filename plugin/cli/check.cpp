// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <string>
#include <utility>

#include "common/base/clock.h"
#include "common/base/i18n.h"
#include "common/engine/decision.h"
#include "common/engine/hold.h"
#include "common/engine/knowledge.h"
#include "common/engine/wording.h"
#include "common/log/canonical_json.h"
#include "common/text/mask.h"
#include "plugin/cli/input.h"
#include "plugin/cli/options.h"
#include "plugin/cli/places.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

/// Nothing could be decided (EX_SOFTWARE of sysexits.h); 0 to 3 are answers.
constexpr int no_answer = 70;

/// Reads PROTOCOL:ACCOUNT:PEER. The peer may hold colons; "jabber" is short for "prpl-jabber".
std::optional<Destination> read_destination(const std::string& text) {
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string::npos ? first : text.find(':', first + 1);
  if (second == std::string::npos) return std::nullopt;
  Destination to;
  to.protocol = text.substr(0, first);
  to.account = text.substr(first + 1, second - first - 1);
  to.peer = text.substr(second + 1);
  if (to.protocol.empty() || to.peer.empty()) return std::nullopt;
  if (!to.protocol.starts_with("prpl-")) to.protocol = "prpl-" + to.protocol;
  return to;
}

/// The server of an account: libpurple writes "user@server/resource" and "nick@irc.example.org".
std::string host_of(const std::string& account) {
  const std::size_t at = account.rfind('@');
  if (at == std::string::npos) return {};
  const std::string host = account.substr(at + 1);
  return host.substr(0, host.find('/'));
}

int exit_code_of(Strength strength) {
  switch (strength) {
    case Strength::silent:
    case Strength::badge: return 0;
    case Strength::notice: return 1;
    case Strength::ask: return 2;
    case Strength::ask_inhibited: return 3;
  }
  return no_answer;
}

std::string outcome_line(Strength strength) {
  switch (strength) {
    case Strength::silent:
    case Strength::badge: return tr("Loftgate would let it go without a word.");
    case Strength::notice: return tr("Loftgate would let it go and say one line about it.");
    case Strength::ask: return tr("Loftgate would hold it and ask.");
    case Strength::ask_inhibited:
      return tr("Loftgate would hold it and ask; sending as written needs the reader's name typed.");
  }
  return {};
}

struct Request {
  Destination to;
  std::string host;     ///< server of the account, "" unknown
  Preset preset = Preset::balanced;
  std::string region;
  std::string folder = default_folder();
  bool json = false;
};

/// The answer to one text, before anything is remembered about the conversation.
struct Answer {
  std::string reader;
  Weighed weighed;
  std::string masked;   ///< plain text of what Mask and send would send
};

Answer weigh(const Knowledge& knowledge, const Request& request, std::string_view text) {
  Message message;
  message.to = request.to;
  message.signs.host = request.host;
  message.markup = to_markup(text);
  Answer answer;
  Weighed& weighed = answer.weighed;
  const Moment now = SystemClock().now();
  weighed.plain = read_plain(text);
  const ScanResult scan = knowledge.scanner.scan(weighed.plain.text, {request.region});
  weighed.audience = knowledge.book.audience(message, weighed.plain.body());
  weighed.exposure = assess(scan.findings, scan.complete, weighed.audience, now.local_day());
  Circumstances around;
  around.preset = request.preset;
  around.now_us = now.us;
  weighed.decision = decide(weighed.exposure, around);
  std::vector<Replacement> parts;
  for (const Finding& finding : weighed.exposure.counted) parts.push_back({finding.span, mask_label(finding.type)});
  answer.masked = mask_plain(weighed.plain.text, std::move(parts));
  answer.reader = reader_name(weighed.audience, request.to);
  return answer;
}

void print_answer(const Answer& answer) {
  const Weighed& weighed = answer.weighed;
  print_line(format(tr("Reader: %s"), printable(answer.reader).c_str()));
  print_line(reason_line(weighed));
  for (const WhyLine& line : why_lines(weighed, false)) {
    print_line(format("%s: %s", line.heading.c_str(), printable(line.text).c_str()));
  }
  print_line(outcome_line(weighed.decision.strength));
  if (weighed.decision.holds() && !weighed.exposure.counted.empty()) {
    print_line(tr("Mask and send would send:"));
    print_line(printable_lines(answer.masked));
  }
}

Json found_json(const Exposure& exposure) {
  Json::List list;
  for (const Finding& finding : exposure.counted) {
    Json item = Json::object();
    item.set("type", std::string(type_name(finding.type)));
    item.set("begin", std::int64_t{finding.span.begin});
    item.set("end", std::int64_t{finding.span.end});
    list.push_back(std::move(item));
  }
  return list;
}

Json answer_json(const Answer& answer) {
  const Weighed& weighed = answer.weighed;
  Json::List why;
  for (const WhyLine& line : why_lines(weighed, false)) {
    Json item = Json::object();
    item.set("heading", line.heading);
    item.set("text", line.text);
    item.set("link", line.link);
    why.push_back(std::move(item));
  }
  Json all = Json::object();
  all.set("strength", std::string(strength_name(weighed.decision.strength)));
  all.set("decided_by", std::string(decided_by_name(weighed.decision.by)));
  all.set("checked", weighed.exposure.checked);
  all.set("reader", answer.reader);
  all.set("service", weighed.audience.service);
  all.set("is_ai", weighed.audience.is_ai);
  all.set("says", claim_line(weighed));
  all.set("found", found_json(weighed.exposure));
  all.set("masked", answer.masked);
  all.set("why", std::move(why));
  return all;
}

/// Everything on standard input, without the line feed that ends the last line.
Result<std::string> read_text() {
  auto input = Input::open("-");
  if (!input) return input.error();
  auto text = input->rest();
  if (text && text->ends_with('\n')) text->pop_back();
  if (text && !g_utf8_validate(text->data(), static_cast<gssize>(text->size()), nullptr)) {
    return Error{Code::invalid, tr("stdin: is not UTF-8; convert it first")};
  }
  return text;
}

/// Reads the command. Gives back an exit code when it cannot be followed.
std::optional<int> read_request(int argc, char** argv, Request& request) {
  Options options("check", "--to PROTOCOL:ACCOUNT:PEER < TEXT",
                  tr("Says who would read a text, what was found in it, what they say they do with it, and what would "
                     "happen. Exit code 0: goes without a word, 1: a notice, 2: asks, 3: asks and needs the reader's "
                     "name typed, 70: no answer."));
  std::string to;
  std::string preset(preset_name(request.preset));
  std::string host;
  bool room = false;
  options.text("to", to, tr("Who would get it, as in prpl-jabber:me@example.org:friend@example.org"),
               tr("PROTOCOL:ACCOUNT:PEER"));
  options.flag("room", room, tr("It goes to a room, not to a person"));
  options.text("preset", preset, tr("balanced, quiet or strict"), tr("NAME"));
  options.text("host", host, tr("Server of the account, if its name does not tell"), tr("HOST"));
  options.text("region", request.region, tr("Country of the writer, for national phone numbers"), tr("CC"));
  options.text("folder", request.folder, tr("Loftgate's folder, for your own records"), tr("DIR"));
  options.flag("json", request.json, tr("Print JSON"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (!options.operands().empty()) return options.complain(tr("the text is read from standard input"));
  const auto destination = read_destination(to);
  if (!destination) {
    return options.complain(tr("--to needs PROTOCOL:ACCOUNT:PEER, as in prpl-irc:me@irc.example.org:friend"));
  }
  if (!preset_named(preset)) return options.complain(tr("--preset is balanced, quiet or strict"));
  request.preset = *preset_named(preset);
  request.to = *destination;
  request.to.kind = room ? PeerKind::room : PeerKind::person;
  request.host = host.empty() ? host_of(request.to.account) : host;
  return std::nullopt;
}

}  // namespace

int check(int argc, char** argv) {
  Request request;
  if (const auto refused = read_request(argc, argv, request)) return *refused;
  const auto text = read_text();
  if (!text) {
    say_trouble(text.error().text);
    return no_answer;
  }
  const auto knowledge = load_knowledge(request.folder);
  if (!knowledge) {
    say_trouble(knowledge.error().text);
    return no_answer;
  }
  for (const std::string& problem : knowledge->problems) say_trouble(problem);
  const Answer answer = weigh(*knowledge, request, *text);
  request.json ? print_line(canonical(answer_json(answer))) : print_answer(answer);
  return exit_code_of(answer.weighed.decision.strength);
}

}  // namespace loftgate::cli
