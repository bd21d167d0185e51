// SPDX-License-Identifier: GPL-2.0-or-later
// Disks that are full and folders that cannot be written, for root as well, whom file modes do not stop.
#pragma once

#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace loftgate {

/// A folder on a disk of 1 MiB; where none can be mounted, a bound on the size of any file stands in.
class SmallDisk {
 public:
  explicit SmallDisk(std::string folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    mounted_ = mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m,mode=0700") == 0;
    if (mounted_) {
      std::ofstream(ballast()) << std::string(400 * 1024, 'b');
      return;
    }
    ignored_ = signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    bound(300 * 1024);
  }
  ~SmallDisk() {
    if (mounted_) {
      umount2(folder_.c_str(), MNT_DETACH);
    } else {
      bound(before_.rlim_cur);
      signal(SIGXFSZ, ignored_);
    }
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  /// Leaves not a byte.
  void fill() {
    if (mounted_) {
      std::ofstream more(folder_ + "/more", std::ios::binary);
      const std::string block(4096, 'm');
      while (more.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) continue;
    } else {
      bound(0);
    }
  }
  void make_room() {
    if (mounted_) {
      std::filesystem::remove(ballast());
      std::filesystem::remove(folder_ + "/more");
    } else {
      bound(before_.rlim_cur);
    }
  }

 private:
  std::string ballast() const { return folder_ + "/ballast"; }
  void bound(rlim_t bytes) {
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  std::string folder_;
  bool mounted_ = false;
  rlimit before_ = {};
  void (*ignored_)(int) = SIG_DFL;
};

/// A folder that this process may only read, by its mode. Root becomes nobody for as long as it lasts.
class ReadOnlyFolder {
 public:
  /// `top` is the folder whose whole way down nobody may enter.
  ReadOnlyFolder(const std::string& top, std::string folder) : folder_(std::move(folder)) {
    namespace fs = std::filesystem;
    if (geteuid() == 0) {
      for (const auto& item : fs::recursive_directory_iterator(top)) (void)!chown(item.path().c_str(), nobody, nobody);
      (void)!chown(top.c_str(), nobody, nobody);
    }
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    became_nobody_ = geteuid() == 0 && seteuid(nobody) == 0;
  }
  ~ReadOnlyFolder() {
    if (became_nobody_) (void)!seteuid(0);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  }
  ReadOnlyFolder(const ReadOnlyFolder&) = delete;
  ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

 private:
  static constexpr uid_t nobody = 65534;
  std::string folder_;
  bool became_nobody_ = false;
};

/// A folder on a file system that is mounted read-only; false if this process may not mount.
class ReadOnlyMount {
 public:
  explicit ReadOnlyMount(std::string folder) : folder_(std::move(folder)) {
    mounted_ = mount(folder_.c_str(), folder_.c_str(), nullptr, MS_BIND, nullptr) == 0;
    read_only_ = mounted_ && mount(nullptr, folder_.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
  }
  ~ReadOnlyMount() {
    if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
  }
  ReadOnlyMount(const ReadOnlyMount&) = delete;
  ReadOnlyMount& operator=(const ReadOnlyMount&) = delete;
  explicit operator bool() const { return read_only_; }

 private:
  std::string folder_;
  bool mounted_ = false;
  bool read_only_ = false;
};

}  // namespace loftgate
