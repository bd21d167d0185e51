// SPDX-License-Identifier: GPL-2.0-or-later
// What the world can break is answered with a value or an Error, never with an exception.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace loftgate {

/// What kind of thing went wrong; callers branch on this, people read Error::text.
enum class Code {
  invalid,      ///< input does not follow its format
  not_found,    ///< the named thing is not there
  busy,         ///< somebody else holds it; trying again may help
  full,         ///< no space left
  read_only,    ///< the place cannot be written
  corrupt,      ///< damaged, or not ours
  newer,        ///< written by a newer Loftgate
  permission,   ///< not allowed to
  offline,      ///< the account is not connected
  io,           ///< anything else the system reported
};

/// An error for people: names the thing (file, line) and the remedy. Never holds text of a message.
struct Error {
  Code code = Code::io;
  std::string text;
};

/// A value or an Error, with the member names of std::expected.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace loftgate
