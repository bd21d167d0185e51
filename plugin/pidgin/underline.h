// SPDX-License-Identifier: GPL-2.0-or-later
// Underlines what would be found while it is typed: passive, late, and never part of what is sent.
#pragma once

#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/pidgin_api.h"
#include "plugin/purple/view_socket.h"

namespace loftgate {

/// Marks found spans in one entry, 600 ms after the last change. Texts over 20,000 characters are left alone: they are
/// pasted, not typed, and are checked when they are sent.
class Underline {
 public:
  Underline(PidginConversation* window, const ViewSocket& socket);
  ~Underline();
  Underline(const Underline&) = delete;
  Underline& operator=(const Underline&) = delete;

 private:
  void on_changed(GtkTextBuffer* buffer);
  void mark();
  void clear();

  PidginConversation* window_;
  const ViewSocket& socket_;
  GtkTextBuffer* buffer_;   ///< NULL once it is gone
  GtkTextTag* tag_;         ///< owned by the buffer's tag table
  Timer idle_;
  Connections connections_;
};

}  // namespace loftgate
