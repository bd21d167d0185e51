// SPDX-License-Identifier: GPL-2.0-or-later
// Owns what GLib and its friends allocate, so that no early return leaks it.
#pragma once

#include <glib-object.h>
#include <glib.h>

#include <memory>
#include <string>

namespace loftgate {

template <auto Free>
struct CallToFree {
  template <class T>
  void operator()(T* p) const noexcept {
    Free(p);
  }
};

/// Memory that a C function of the given name gives back.
template <class T, auto Free>
using CPtr = std::unique_ptr<T, CallToFree<Free>>;

using GChars = CPtr<char, g_free>;
using GBytesPtr = CPtr<GBytes, g_bytes_unref>;
using GErrorPtr = CPtr<GError, g_error_free>;
using GRegexPtr = CPtr<GRegex, g_regex_unref>;
using GKeyFilePtr = CPtr<GKeyFile, g_key_file_unref>;

/// Takes a `char*` that must be freed with g_free; NULL becomes the empty string.
inline std::string take(char* text) {
  GChars owned(text);
  return owned ? std::string(owned.get()) : std::string();
}

/// Copies a `const char*` that somebody else owns; NULL becomes the empty string.
inline std::string copy(const char* text) { return text ? std::string(text) : std::string(); }

}  // namespace loftgate
