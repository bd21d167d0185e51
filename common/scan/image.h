// SPDX-License-Identifier: GPL-2.0-or-later
// A scan image: everything the scanner needs, in one read-only block of bytes without pointers, so that what the build
// makes of the records needs no work when a program starts.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace loftgate {

/// Where an array stands in an image: bytes from its beginning, and the number of elements.
template <class T>
struct Run {
  std::uint32_t at = 0;
  std::uint32_t count = 0;

  bool empty() const { return count == 0; }
};
using TextRun = Run<char>;

/// Reads an image. The bytes must outlive it.
class Image {
 public:
  Image() = default;
  /// @param bytes as ImageBuilder made them, aligned to 16.
  explicit Image(const char* bytes) : bytes_(bytes) {}

  template <class T>
  std::span<const T> at(Run<T> run) const {
    return {reinterpret_cast<const T*>(bytes_ + run.at), run.count};
  }
  /// What stands at the beginning of the image.
  template <class Head>
  const Head& head() const { return *reinterpret_cast<const Head*>(bytes_); }
  std::string_view text(TextRun run) const { return {bytes_ + run.at, run.count}; }

 private:
  const char* bytes_ = nullptr;
};

/// Puts arrays one behind the other. Equal arrays are kept once.
class ImageBuilder {
 public:
  template <class T>
  Run<T> put(std::span<const T> elements) {
    // Bytes between fields would differ from build to build.
    static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);
    if (elements.empty()) return {};
    const std::string_view bytes(reinterpret_cast<const char*>(elements.data()), elements.size_bytes());
    return {place(bytes, alignof(T)), static_cast<std::uint32_t>(elements.size())};
  }
  template <class T>
  Run<T> put(const std::vector<T>& elements) { return put(std::span<const T>(elements)); }
  TextRun put_text(std::string_view text) { return put(std::span<const char>(text)); }

  const std::string& bytes() const { return bytes_; }

  /// Keeps the first bytes of the image for what put_head() is given at the end.
  template <class Head>
  void reserve_head() { bytes_.resize(sizeof(Head), '\0'); }
  template <class Head>
  void put_head(const Head& head) {
    static_assert(std::is_trivially_copyable_v<Head> && std::has_unique_object_representations_v<Head>);
    std::memcpy(bytes_.data(), &head, sizeof head);
  }

 private:
  std::uint32_t place(std::string_view bytes, std::size_t alignment);

  std::string bytes_;
  std::map<std::string, std::uint32_t, std::less<>> placed_;   // by alignment and content
};

}  // namespace loftgate
