// SPDX-License-Identifier: GPL-2.0-or-later
// JSON as the consent log stores and hashes it: RFC 8785 without fractions, so that equal content is equal bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace loftgate {

/// A JSON value. Strings are valid UTF-8; integers lie strictly between -2^53 and 2^53.
class Json {
 public:
  struct Member;
  using List = std::vector<Json>;
  using Object = std::vector<Member>;   ///< keys are unique; the order does not matter

  Json();   ///< null
  Json(bool value);
  Json(std::int64_t value);
  Json(std::string value);
  Json(const char* value);
  Json(List value);
  static Json object();   ///< without members

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const List* list() const { return std::get_if<List>(&value_); }
  const Object* members() const { return std::get_if<Object>(&value_); }

  /// Sets a member of an object, replacing one of the same name.
  void set(std::string key, Json value);

  /// The member of that name; null pointer if there is none or this is no object.
  const Json* find(std::string_view key) const;

  /// The named member if it is a string, "" otherwise.
  std::string_view text_of(std::string_view key) const;

  /// The named member if it is an integer.
  std::optional<std::int64_t> integer_of(std::string_view key) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, std::string, List, Object> value_;
};

struct Json::Member {
  std::string key;
  Json value;
};

/// The one way to write a value: no spaces, keys in UTF-16 order, only the escapes JSON demands (RFC 8785).
std::string canonical(const Json& value);

/// Reads JSON text. nullopt if it is no JSON, holds a number that is no safe integer, or nests deeper than 16.
std::optional<Json> parse_json(std::string_view text);

/// Largest integer that a JSON number carries safely, 2^53 - 1.
inline constexpr std::int64_t max_safe_integer = (std::int64_t{1} << 53) - 1;

}  // namespace loftgate
