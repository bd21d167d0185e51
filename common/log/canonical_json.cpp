// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/canonical_json.h"

#include <json-glib/json-glib.h>

#include <algorithm>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

using ParserPtr = CPtr<JsonParser, g_object_unref>;

constexpr int max_depth = 16;
constexpr int max_digits = 16;   // of 2^53

/// Orders UTF-8 keys as their UTF-16 code units would be. Only characters above U+FFFF (lead byte F0 and up) sort
/// differently from their bytes: their surrogates come before U+E000 (lead bytes EE and EF).
bool comes_before(std::string_view a, std::string_view b) {
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (left == a.end() || right == b.end()) return right != b.end();
  const auto l = static_cast<unsigned char>(*left);
  const auto r = static_cast<unsigned char>(*right);
  if (l >= 0xEE && r >= 0xEE && (l >= 0xF0) != (r >= 0xF0)) return l >= 0xF0;
  return l < r;
}

void write_string(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\f': out += "\\f"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += hex[(c >> 4) & 1];
          out += hex[c & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void write(std::string& out, const Json& value);

void write_list(std::string& out, const Json::List& list) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    write(out, list[i]);
  }
  out += ']';
}

void write_object(std::string& out, const Json::Object& members) {
  std::vector<const Json::Member*> ordered;
  ordered.reserve(members.size());
  for (const Json::Member& member : members) ordered.push_back(&member);
  std::sort(ordered.begin(), ordered.end(), [](auto* a, auto* b) { return comes_before(a->key, b->key); });
  out += '{';
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    if (i > 0) out += ',';
    write_string(out, ordered[i]->key);
    out += ':';
    write(out, ordered[i]->value);
  }
  out += '}';
}

void write(std::string& out, const Json& value) {
  if (const auto* text = value.string()) {
    write_string(out, *text);
  } else if (const auto* number = value.integer()) {
    out += std::to_string(*number);
  } else if (const auto* flag = value.boolean()) {
    out += *flag ? "true" : "false";
  } else if (const auto* list = value.list()) {
    write_list(out, *list);
  } else if (const auto* members = value.members()) {
    write_object(out, *members);
  } else {
    out += "null";
  }
}

/// json-glib recurses once a level, so that a hostile file could exhaust the stack, and lets numbers of 20 digits wrap.
bool is_beyond_limits(std::string_view text) {
  int depth = 0;
  int digits = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    digits = g_ascii_isdigit(c) ? digits + 1 : 0;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > max_depth || digits > max_digits) return true;
    quoted = c == '"';
  }
  return false;
}

std::optional<Json> from_node(JsonNode* node);

std::optional<Json> from_array(JsonArray* array) {
  Json::List list;
  const guint length = json_array_get_length(array);
  for (guint i = 0; i < length; ++i) {
    auto element = from_node(json_array_get_element(array, i));
    if (!element) return std::nullopt;
    list.push_back(std::move(*element));
  }
  return Json(std::move(list));
}

std::optional<Json> from_object(JsonObject* object) {
  Json result = Json::object();
  JsonObjectIter iter;
  const char* key = nullptr;
  JsonNode* node = nullptr;
  json_object_iter_init(&iter, object);
  while (json_object_iter_next(&iter, &key, &node)) {
    auto value = from_node(node);
    if (!value) return std::nullopt;
    result.set(key, std::move(*value));
  }
  return result;
}

std::optional<Json> from_node(JsonNode* node) {
  if (JSON_NODE_HOLDS_OBJECT(node)) return from_object(json_node_get_object(node));
  if (JSON_NODE_HOLDS_ARRAY(node)) return from_array(json_node_get_array(node));
  if (JSON_NODE_HOLDS_NULL(node)) return Json();
  const GType type = json_node_get_value_type(node);
  if (type == G_TYPE_BOOLEAN) return Json(json_node_get_boolean(node) != FALSE);
  if (type == G_TYPE_STRING) return Json(std::string(json_node_get_string(node)));
  if (type != G_TYPE_INT64) return std::nullopt;
  const std::int64_t number = json_node_get_int(node);
  if (number > max_safe_integer || number < -max_safe_integer) return std::nullopt;
  return Json(number);
}

}  // namespace

Json::Json() = default;
Json::Json(bool value) : value_(value) {}
Json::Json(std::int64_t value) : value_(value) {}
Json::Json(std::string value) : value_(std::move(value)) {}
Json::Json(const char* value) : value_(std::string(value)) {}
Json::Json(List value) : value_(std::move(value)) {}

Json Json::object() {
  Json result;
  result.value_ = Object();
  return result;
}

void Json::set(std::string key, Json value) {
  auto& members = std::get<Object>(value_);
  for (Member& member : members) {
    if (member.key == key) {
      member.value = std::move(value);
      return;
    }
  }
  members.push_back({std::move(key), std::move(value)});
}

const Json* Json::find(std::string_view key) const {
  const auto* all = members();
  if (!all) return nullptr;
  const auto at = std::find_if(all->begin(), all->end(), [key](const Member& member) { return member.key == key; });
  return at == all->end() ? nullptr : &at->value;
}

std::string_view Json::text_of(std::string_view key) const {
  const Json* member = find(key);
  const std::string* text = member ? member->string() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

std::optional<std::int64_t> Json::integer_of(std::string_view key) const {
  const Json* member = find(key);
  const std::int64_t* number = member ? member->integer() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

std::string canonical(const Json& value) {
  std::string out;
  write(out, value);
  return out;
}

std::optional<Json> parse_json(std::string_view text) {
  if (text.empty() || is_beyond_limits(text)) return std::nullopt;
  const ParserPtr parser(json_parser_new_immutable());
  const auto size = static_cast<gssize>(text.size());
  if (!json_parser_load_from_data(parser.get(), text.data(), size, nullptr)) return std::nullopt;
  JsonNode* root = json_parser_get_root(parser.get());
  return root ? from_node(root) : std::nullopt;
}

}  // namespace loftgate
