// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/underline.h"

#include "plugin/pidgin/entry_text.h"

namespace loftgate {
namespace {

constexpr guint idle_ms = 600;
constexpr int longest = 20000;  // characters
// GtkIMHtml reads the name of every tag, so ours has one. Of all tags only an error underline is left out of the markup
// it writes (gtkimhtml.c:5331 of Pidgin 2.14.12): any other would show the recipient which words were found.
constexpr const char* tag_name = "loftgate-found";

}  // namespace

Underline::Underline(PidginConversation* window, const ViewSocket& socket)
    : window_(window),
      socket_(socket),
      buffer_(window->entry_buffer),
      tag_(gtk_text_buffer_create_tag(buffer_, tag_name, "underline", PANGO_UNDERLINE_ERROR, nullptr)) {
  g_object_add_weak_pointer(G_OBJECT(buffer_), reinterpret_cast<gpointer*>(&buffer_));
  connections_.add<&Underline::on_changed>(buffer_, "changed", this);
}

Underline::~Underline() {
  if (!buffer_) return;
  g_object_remove_weak_pointer(G_OBJECT(buffer_), reinterpret_cast<gpointer*>(&buffer_));
  gtk_text_tag_table_remove(gtk_text_buffer_get_tag_table(buffer_), tag_);
}

void Underline::on_changed(GtkTextBuffer*) { idle_.start<&Underline::mark>(idle_ms, this); }

void Underline::mark() {
  if (!buffer_) return;
  clear();
  const int length = gtk_text_buffer_get_char_count(buffer_);
  if (length == 0 || length > longest) return;
  const auto message = socket_.read_draft(window_->active_conv, entry_markup(window_).c_str());
  if (!message) return;
  const auto spans = socket_.door->underline(*message);
  if (spans.empty()) return;
  for (const CharRange& range : in_buffer(buffer_, spans, read_markup(message->markup).body_size)) {
    GtkTextIter begin;
    GtkTextIter end;
    gtk_text_buffer_get_iter_at_offset(buffer_, &begin, range.begin);
    gtk_text_buffer_get_iter_at_offset(buffer_, &end, range.end);
    gtk_text_buffer_apply_tag(buffer_, tag_, &begin, &end);
  }
}

void Underline::clear() {
  GtkTextIter begin;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer_, &begin, &end);
  gtk_text_buffer_remove_tag(buffer_, tag_, &begin, &end);
}

}  // namespace loftgate
