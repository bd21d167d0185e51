// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/open_holds.h"

#include <glib.h>
#include <glib/gstdio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <optional>
#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr std::array kinds{"person", "room", "contacts"};

std::optional<std::string> text_in(GKeyFile* file, const char* group, const char* key) {
  const GChars value(g_key_file_get_string(file, group, key, nullptr));
  if (!value) return std::nullopt;
  return copy(value.get());
}

std::optional<OpenHold> hold_in(GKeyFile* file, const char* group) {
  const auto protocol = text_in(file, group, "protocol");
  const auto account = text_in(file, group, "account");
  const auto peer = text_in(file, group, "peer");
  const auto kind = text_in(file, group, "kind");
  const auto about = text_in(file, group, "about");
  const gint64 since = g_key_file_get_int64(file, group, "since", nullptr);
  if (!protocol || !account || !peer || !kind || !about || since <= 0) return std::nullopt;
  const auto found = std::find(kinds.begin(), kinds.end(), *kind);
  if (found == kinds.end()) return std::nullopt;
  return OpenHold{{*protocol, *account, *peer, static_cast<PeerKind>(found - kinds.begin())}, *about, since};
}

void put(GKeyFile* file, const OpenHold& hold, std::size_t number) {
  const std::string group = std::to_string(number);
  const auto set = [&](const char* key, const char* value) { g_key_file_set_string(file, group.c_str(), key, value); };
  set("protocol", hold.to.protocol.c_str());
  set("account", hold.to.account.c_str());
  set("peer", hold.to.peer.c_str());
  set("kind", kinds.at(static_cast<std::size_t>(hold.to.kind)));
  set("about", hold.about.c_str());
  g_key_file_set_int64(file, group.c_str(), "since", hold.since_us);
}

/// nullopt: this was not written by us.
std::optional<std::vector<OpenHold>> holds_in(const std::string& content) {
  const GKeyFilePtr file(g_key_file_new());
  if (!g_key_file_load_from_data(file.get(), content.c_str(), content.size(), G_KEY_FILE_NONE, nullptr)) {
    return std::nullopt;
  }
  std::vector<OpenHold> holds;
  const CPtr<gchar*, g_strfreev> groups(g_key_file_get_groups(file.get(), nullptr));
  for (gchar** group = groups.get(); *group; ++group) {
    auto hold = hold_in(file.get(), *group);
    if (!hold) return std::nullopt;
    holds.push_back(std::move(*hold));
  }
  if (holds.empty()) return std::nullopt;   // an empty list is no file
  return holds;
}

Error not_written(const std::string& path, const char* why) {
  return {Code::io, format(tr("%s could not be written: %s"), path.c_str(), why)};
}

}  // namespace

OpenHolds::OpenHolds(std::function<std::string()> folder) : folder_(std::move(folder)) {}

std::string OpenHolds::path() const { return folder_() + G_DIR_SEPARATOR_S "open-holds.ini"; }

Result<void> OpenHolds::open(const OpenHold& hold) {
  damage_ = read();
  const auto noted = open_.find(hold.to);
  if (noted != open_.end() && noted->second == hold) return {};
  open_.insert_or_assign(hold.to, hold);
  return write();
}

Result<void> OpenHolds::close(const Destination& to) {
  if (frozen_ || open_.erase(to) == 0) return {};
  return write();
}

Result<std::vector<OpenHold>> OpenHolds::take_left(const Destination& to) {
  damage_ = read();
  if (!damage_) return std::exchange(damage_, {}).error();
  std::vector<OpenHold> taken;
  const auto others = std::stable_partition(left_.begin(), left_.end(), [&](const OpenHold& one) { return one.to != to; });
  std::move(others, left_.end(), std::back_inserter(taken));
  left_.erase(others, left_.end());
  // Told twice is better than not told: an error to forget it is none for the reader.
  if (!taken.empty()) (void)write();
  return taken;
}

/// The first time only; gives back what is still to be told.
Result<void> OpenHolds::read() {
  if (std::exchange(read_, true)) return damage_;
  const std::string file = path();
  char* content = nullptr;
  gsize size = 0;
  GError* raw = nullptr;
  const bool there = g_file_get_contents(file.c_str(), &content, &size, &raw);
  const GChars owned(content);
  const GErrorPtr error(raw);
  const auto failed = [&](GFileError code) { return g_error_matches(error.get(), G_FILE_ERROR, code) != FALSE; };
  if (failed(G_FILE_ERROR_NOENT) || failed(G_FILE_ERROR_NOTDIR)) return {};
  if (there) {
    if (auto holds = holds_in({content, size})) {
      left_ = std::move(*holds);
      return {};
    }
  }
  const std::string aside = file + ".damaged";
  if (g_rename(file.c_str(), aside.c_str()) != 0) {
    return Error{Code::corrupt, format(tr("%s cannot be read. Whether a message was held when the program ended last "
                                          "time is not known."), file.c_str())};
  }
  return Error{Code::corrupt, format(tr("%s was damaged and is now %s. Whether a message was held when the program "
                                        "ended last time is not known."), file.c_str(), aside.c_str())};
}

Result<void> OpenHolds::write() const {
  const std::string file = path();
  if (left_.empty() && open_.empty()) {
    if (g_unlink(file.c_str()) != 0 && errno != ENOENT) return not_written(file, g_strerror(errno));
    return {};
  }
  const GKeyFilePtr keys(g_key_file_new());
  std::size_t number = 0;
  for (const OpenHold& hold : left_) put(keys.get(), hold, ++number);
  for (const auto& [to, hold] : open_) put(keys.get(), hold, ++number);
  gsize size = 0;
  const GChars content(g_key_file_to_data(keys.get(), &size, nullptr));
  g_mkdir_with_parents(folder_().c_str(), 0700);
  GError* error = nullptr;
  if (g_file_set_contents_full(file.c_str(), content.get(), static_cast<gssize>(size), G_FILE_SET_CONTENTS_CONSISTENT,
                               0600, &error)) {
    return {};
  }
  const GErrorPtr owned(error);
  return not_written(file, owned->message);
}

}  // namespace loftgate
