// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "common/base/glib_ptr.h"
#include "common/log/open_log.h"

namespace loftgate {
namespace {

/// Opening alone touches no file; the first read shows whether this way works.
Result<Database> open_and_read(const std::string& path, Database::Mode mode) {
  auto db = Database::open(path, mode);
  if (!db) return db;
  if (const auto read = db->integer("SELECT count(*) FROM sqlite_schema"); !read) return read.error();
  return db;
}

bool is_empty_or_absent(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) != 0 || info.st_size == 0;
}

/// Whether another way of reading could work: damage stays damage, and a busy file needs time.
bool is_about_the_place(const Error& error) { return error.code != Code::corrupt && error.code != Code::busy; }

Result<void> copy_file(const std::string& from, const std::string& to) {
  const Fd source(open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (!source) return log_error(errno, from);
  const Fd target(open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!target) return log_error(errno, to);
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t got = read(source.get(), buffer.data(), buffer.size());
    if (got == 0) return {};
    if (got < 0) return log_error(errno, from);
    if (write(target.get(), buffer.data(), static_cast<std::size_t>(got)) != got) {
      return log_error(errno == 0 ? ENOSPC : errno, to);
    }
  }
}

}  // namespace

Result<std::unique_ptr<PrivateCopy>> PrivateCopy::of(const std::string& database) {
  std::unique_ptr<PrivateCopy> copy(new PrivateCopy);
  std::string folder = std::string(g_get_tmp_dir()) + "/loftgate-XXXXXX";
  if (!g_mkdtemp_full(folder.data(), 0700)) return log_error(errno, folder);
  copy->folder_ = folder;
  if (const auto done = copy_file(database, copy->database()); !done) return done.error();
  if (const auto done = copy_file(database + "-wal", copy->database() + "-wal"); !done) return done.error();
  return copy;
}

PrivateCopy::~PrivateCopy() {
  if (folder_.empty()) return;
  for (const char* ending : {"", "-wal", "-shm"}) std::remove((database() + ending).c_str());
  rmdir(folder_.c_str());
}

Result<OpenLog> open_unchecked(LogFolder folder, const std::string& database) {
  std::unique_ptr<PrivateCopy> copy;
  auto db = open_and_read(database, Database::Mode::read);
  if (!db && is_about_the_place(db.error())) {
    const auto lock = folder.lock(LogFolder::Sharing::shared);
    if (!lock) return lock.error();
    if (is_empty_or_absent(database + "-wal")) {
      db = open_and_read(database, Database::Mode::immutable);
    } else {
      auto copied = PrivateCopy::of(database);
      if (!copied) return copied.error();
      copy = std::move(*copied);
      db = open_and_read(copy->database(), Database::Mode::write);
    }
  }
  if (!db) return db.error();
  const auto mode = db->text("PRAGMA journal_mode");
  if (!mode) return mode.error();
  return OpenLog{std::move(folder), database, std::move(copy), std::move(*db), {}, *mode == "wal"};
}

}  // namespace loftgate
