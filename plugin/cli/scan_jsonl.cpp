// SPDX-License-Identifier: GPL-2.0-or-later
#include <json-glib/json-glib.h>

#include <optional>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/cli/scan.h"
#include "plugin/cli/terminal.h"

namespace loftgate::cli {
namespace {

using ParserPtr = CPtr<JsonParser, g_object_unref>;

/// One line of input. The strings belong to the parser.
struct Item {
  JsonNode* id = nullptr;
  std::string_view text;
  std::string_view region;
};

/// True when the JSON text holds an escaped NUL: json-glib would silently end the string there.
bool holds_nul(std::string_view json) {
  constexpr std::string_view nul = "\\u0000";
  for (std::size_t at = json.find(nul); at != std::string_view::npos; at = json.find(nul, at + 1)) {
    std::size_t slashes = 0;
    while (slashes < at && json[at - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 0) return true;
  }
  return json.find('\0') != std::string_view::npos;
}

bool is_string(JsonNode* node) { return node && json_node_get_value_type(node) == G_TYPE_STRING; }

/// Reads one line. The parser's own message is not used: it would quote the text.
std::optional<Item> read_item(JsonParser* parser, std::string_view line) {
  if (!json_parser_load_from_data(parser, line.data(), static_cast<gssize>(line.size()), nullptr)) return std::nullopt;
  JsonNode* root = json_parser_get_root(parser);
  if (!root || !JSON_NODE_HOLDS_OBJECT(root)) return std::nullopt;
  JsonObject* object = json_node_get_object(root);
  Item item;
  item.id = json_object_get_member(object, "id");
  JsonNode* text = json_object_get_member(object, "text");
  JsonNode* region = json_object_get_member(object, "region");
  if (!item.id || !JSON_NODE_HOLDS_VALUE(item.id) || !is_string(text)) return std::nullopt;
  item.text = json_node_get_string(text);
  if (is_string(region)) item.region = json_node_get_string(region);
  return item;
}

/// Turns byte offsets into offsets of code points. Goes forward only.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::size_t before(std::size_t offset) {
    for (; at_ < offset; ++at_) count_ += (static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

std::string spans_line(const Item& item, const ScanResult& result, bool unsure) {
  std::string line = R"({"id":)" + take(json_to_string(item.id, FALSE)) + R"(,"spans":[)";
  CodePoints points(item.text);
  bool first = true;
  for (const Finding& finding : result.findings) {
    if (finding.confidence < Finding::sure && !unsure) continue;
    if (!first) line += ',';
    first = false;
    line += R"({"start":)" + std::to_string(points.before(finding.span.begin));
    line += R"(,"end":)" + std::to_string(points.before(finding.span.end));
    line.append(R"(,"type":")").append(type_name(finding.type)).append("\"}");
  }
  return line + "]}\n";
}

void complain(const Input& input, std::size_t line, const char* what) {
  // Translators: file, line number, what is wrong and what to do.
  say_trouble(format(tr("%s:%zu: %s"), input.name().c_str(), line, what));
}

}  // namespace

Result<std::size_t> scan_jsonl(const Scanner& scanner, const ScanSettings& settings, Input& input) {
  const ParserPtr parser(json_parser_new());
  std::size_t unusable = 0;
  for (std::size_t number = 1;; ++number) {
    if (!input.line_is_here()) flush_output();
    std::string_view line;
    const auto read = input.next_line(line);
    if (!read) return read.error();
    if (!*read) return unusable;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto item = holds_nul(line) ? std::nullopt : read_item(parser.get(), line);
    if (!item) {
      complain(input, number,
               holds_nul(line) ? tr("holds a NUL character; take it out")
                               : tr("is no JSON object with \"id\" and the string \"text\"; write one on each line"));
      ++unusable;
      continue;
    }
    const ScanResult result = scanner.scan(item->text, {item->region.empty() ? settings.region : item->region});
    print(spans_line(*item, result, settings.unsure));
    if (!result.complete) {
      complain(input, number, tr("part of the text could not be read; split it into shorter lines"));
      ++unusable;
    }
  }
}

}  // namespace loftgate::cli
