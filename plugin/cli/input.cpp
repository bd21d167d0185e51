// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/base/i18n.h"
#include "plugin/cli/terminal.h"

namespace loftgate::cli {
namespace {

constexpr std::size_t chunk = 1 << 16;

Error unreadable(const std::string& name, int error) {
  return {error == ENOENT ? Code::not_found : Code::io,
          format(tr("%s: cannot be read: %s"), name.c_str(), g_strerror(error))};
}

}  // namespace

Input::Input(std::string name, int file) : name_(std::move(name)), file_(file) {}

Input::Input(Input&& other) noexcept
    : name_(std::move(other.name_)), file_(std::exchange(other.file_, -1)), buffer_(std::move(other.buffer_)),
      at_(other.at_), searched_(other.searched_), at_end_(other.at_end_) {}

Input::~Input() {
  if (file_ > STDERR_FILENO) ::close(file_);
}

Result<Input> Input::open(const std::string& name) {
  if (name == "-") return Input("stdin", STDIN_FILENO);
  const int file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(printable(name), errno);
  return Input(printable(name), file);
}

bool Input::line_is_here() const { return at_end_ || buffer_.find('\n', searched_) != std::string::npos; }

Result<bool> Input::read_more() {
  if (at_ > chunk || at_ == buffer_.size()) {
    buffer_.erase(0, at_);
    searched_ -= at_;
    at_ = 0;
  }
  const std::size_t before = buffer_.size();
  buffer_.resize(before + chunk);
  ssize_t got = 0;
  do {
    got = ::read(file_, buffer_.data() + before, chunk);
  } while (got < 0 && errno == EINTR);
  const int error = errno;
  buffer_.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0) return unreadable(name_, error);
  at_end_ = got == 0;
  return !at_end_;
}

Result<bool> Input::next_line(std::string_view& line) {
  while (true) {
    const std::size_t end = buffer_.find('\n', searched_);
    if (end != std::string::npos) {
      line = std::string_view(buffer_).substr(at_, end - at_);
      at_ = searched_ = end + 1;
      return true;
    }
    searched_ = buffer_.size();
    if (at_end_) break;
    if (auto more = read_more(); !more) return more;
  }
  line = std::string_view(buffer_).substr(at_);
  at_ = searched_ = buffer_.size();
  return !line.empty();
}

Result<std::string> Input::rest() {
  while (!at_end_) {
    if (auto more = read_more(); !more) return more.error();
  }
  return buffer_.substr(at_);
}

}  // namespace loftgate::cli
