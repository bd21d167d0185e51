// SPDX-License-Identifier: GPL-2.0-or-later
// Underlines what would be found while it is typed: passive, late, and never part of what is sent.
#pragma once

#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/changed_part.h"
#include "plugin/pidgin/pidgin_api.h"
#include "plugin/purple/view_socket.h"

namespace loftgate {

/// Marks found spans in one entry, 600 ms after the last change. A long text is read around what changed, unless more
/// than 4 million characters changed; the marks elsewhere stay and move with their text. What is sent is always read.
class Underline {
 public:
  Underline(PidginConversation* window, const ViewSocket& socket);
  ~Underline();
  Underline(const Underline&) = delete;
  Underline& operator=(const Underline&) = delete;

 private:
  void on_inserted(GtkTextBuffer* buffer, GtkTextIter* at, gchar* text, gint bytes);
  void on_anchor(GtkTextBuffer* buffer, GtkTextIter* at, GtkTextChildAnchor* anchor);
  void on_removed(GtkTextBuffer* buffer, GtkTextIter* begin, GtkTextIter* end);
  void on_changed(GtkTextBuffer* buffer);
  void mark();
  bool is_read_whole(CharRange all) const;
  CharRange over_tags(CharRange part) const;
  CharRange to_blanks(CharRange part) const;
  void mark_part(CharRange part, CharRange around, const Message& message);

  PidginConversation* window_;
  const ViewSocket& socket_;
  GtkTextBuffer* buffer_;   ///< NULL once it is gone
  GtkTextTag* tag_;         ///< owned by the buffer's tag table
  ChangedPart changed_;
  Timer idle_;
  Connections connections_;
};

}  // namespace loftgate
