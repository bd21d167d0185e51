// SPDX-License-Identifier: GPL-2.0-or-later
// Reads files and standard input, whole or line by line while they are still being written.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace loftgate::cli {

/// A file that is open for reading; "-" is standard input.
class Input {
 public:
  static Result<Input> open(const std::string& name);

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

  /// The name for messages.
  const std::string& name() const { return name_; }

  /// True when the next line can be had without waiting for more input.
  bool line_is_here() const;

  /// The next line without its line feed; valid until the next call. False at the end.
  Result<bool> next_line(std::string_view& line);

  /// Everything that has not been read yet.
  Result<std::string> rest();

 private:
  Input(std::string name, int file);
  Result<bool> read_more();

  std::string name_;
  int file_;
  std::string buffer_;
  std::size_t at_ = 0;          ///< where the next line begins in `buffer_`
  std::size_t searched_ = 0;    ///< up to where there is no line feed
  bool at_end_ = false;
};

}  // namespace loftgate::cli
