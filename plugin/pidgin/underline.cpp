// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/underline.h"

#include <algorithm>

#include "plugin/pidgin/entry_text.h"

namespace loftgate {
namespace {

constexpr guint idle_ms = 600;
// All in characters.
constexpr int read_whole = 16 * 1024;         // a text up to here is quickly read as a whole
constexpr int most_read = 4 * 1024 * 1024;
constexpr int remarked = 512;                 // around a change: further than a word says what a number is
constexpr int context = 4096;                 // the longest match: a mark that is touched is in what is read
// GtkIMHtml reads the name of every tag, so ours has one. Of all tags only an error underline is left out of the markup
// it writes (gtkimhtml.c:5331 of Pidgin 2.14.12): any other would show the recipient which words were found.
constexpr const char* tag_name = "loftgate-found";

CharRange widened(CharRange part, int by, CharRange all) {
  return {std::max(part.begin - by, all.begin), std::min(part.end + by, all.end)};
}

bool overlap(CharRange one, CharRange other) { return one.begin < other.end && other.begin < one.end; }

gboolean is_blank(gunichar c, gpointer) noexcept { return g_unichar_isspace(c); }

}  // namespace

Underline::Underline(PidginConversation* window, const ViewSocket& socket)
    : window_(window),
      socket_(socket),
      buffer_(window->entry_buffer),
      tag_(gtk_text_buffer_create_tag(buffer_, tag_name, "underline", PANGO_UNDERLINE_ERROR, nullptr)),
      changed_(gtk_text_buffer_get_char_count(buffer_)) {
  g_object_add_weak_pointer(G_OBJECT(buffer_), reinterpret_cast<gpointer*>(&buffer_));
  connections_.add<&Underline::on_inserted>(buffer_, "insert-text", this);
  connections_.add<&Underline::on_anchor>(buffer_, "insert-child-anchor", this);
  connections_.add<&Underline::on_removed>(buffer_, "delete-range", this);
  connections_.add<&Underline::on_changed>(buffer_, "changed", this);
}

Underline::~Underline() {
  if (!buffer_) return;
  g_object_remove_weak_pointer(G_OBJECT(buffer_), reinterpret_cast<gpointer*>(&buffer_));
  gtk_text_tag_table_remove(gtk_text_buffer_get_tag_table(buffer_), tag_);
}

void Underline::on_inserted(GtkTextBuffer*, GtkTextIter* at, gchar* text, gint bytes) {
  changed_.inserted(gtk_text_iter_get_offset(at), static_cast<int>(g_utf8_strlen(text, bytes)));
}

void Underline::on_anchor(GtkTextBuffer*, GtkTextIter* at, GtkTextChildAnchor*) {
  changed_.inserted(gtk_text_iter_get_offset(at), 1);
}

void Underline::on_removed(GtkTextBuffer*, GtkTextIter* begin, GtkTextIter* end) {
  changed_.removed({gtk_text_iter_get_offset(begin), gtk_text_iter_get_offset(end)});
}

void Underline::on_changed(GtkTextBuffer*) { idle_.start<&Underline::mark>(idle_ms, this); }

void Underline::mark() {
  if (!buffer_ || !changed_.range()) return;
  const CharRange all = whole_entry(window_);
  const CharRange changed = *changed_.range();
  changed_.forget();
  PurpleConversation* conversation = window_->active_conv;
  if (is_read_whole(all)) {
    const auto message = socket_.read_draft(conversation, entry_markup(window_).c_str());
    return mark_part(all, all, message.value_or(Message()));
  }
  const CharRange part = over_tags(widened(changed, remarked, all));
  const CharRange around = to_blanks(widened(part, context, all));
  if (around.size() > most_read) return;
  mark_part(part, around, socket_.describe(conversation, entry_markup(window_, around).c_str()));
}

/// A command says at its beginning whom its text reaches.
bool Underline::is_read_whole(CharRange all) const {
  if (all.size() <= read_whole) return true;
  GtkTextIter first;
  gtk_text_buffer_get_start_iter(buffer_, &first);
  return gtk_text_iter_get_char(&first) == '/' && all.size() <= most_read;
}

/// With all of the marks that stick out of it.
CharRange Underline::over_tags(CharRange part) const {
  auto [begin, end] = iters_of(buffer_, part);
  const auto is_inside = [this](const GtkTextIter& at) {
    return gtk_text_iter_has_tag(&at, tag_) && !gtk_text_iter_begins_tag(&at, tag_);
  };
  if (is_inside(begin)) gtk_text_iter_backward_to_tag_toggle(&begin, tag_);
  if (is_inside(end)) gtk_text_iter_forward_to_tag_toggle(&end, tag_);
  return {gtk_text_iter_get_offset(&begin), gtk_text_iter_get_offset(&end)};
}

/// So that no word is cut, which could then look like something else. Text without blanks is cut all the same.
CharRange Underline::to_blanks(CharRange part) const {
  const CharRange farthest = widened(part, context, whole_entry(window_));
  auto [begin, end] = iters_of(buffer_, part);
  const auto [first, last] = iters_of(buffer_, farthest);
  if (!gtk_text_iter_is_start(&begin)) gtk_text_iter_backward_find_char(&begin, is_blank, nullptr, &first);
  if (!is_blank(gtk_text_iter_get_char(&end), nullptr)) gtk_text_iter_forward_find_char(&end, is_blank, nullptr, &last);
  return {gtk_text_iter_get_offset(&begin), gtk_text_iter_get_offset(&end)};
}

/// Puts the marks of `part` anew. `message` has the markup of `around`, which reaches so far that nothing found in
/// `part` is cut.
void Underline::mark_part(CharRange part, CharRange around, const Message& message) {
  const auto [begin, end] = iters_of(buffer_, part);
  gtk_text_buffer_remove_tag(buffer_, tag_, &begin, &end);
  if (message.markup.empty()) return;
  const auto spans = socket_.door->underline(message);
  if (spans.empty()) return;
  for (const CharRange& found : in_buffer(buffer_, around, spans, read_markup(message.markup).body_size)) {
    if (!overlap(found, part)) continue;
    const auto [from, to] = iters_of(buffer_, found);
    gtk_text_buffer_apply_tag(buffer_, tag_, &from, &to);
  }
}

}  // namespace loftgate
