// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/entry_text.h"

#include <algorithm>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

constexpr gunichar anchor_char = 0xFFFC;

GtkIMHtml* imhtml_of(PidginConversation* window) { return GTK_IMHTML(window->entry); }

void append(PidginConversation* window, const std::string& markup) {
  gtk_imhtml_append_text_with_images(imhtml_of(window), markup.c_str(), static_cast<GtkIMHtmlOptions>(0), nullptr);
}

/// GtkIMHtml switches a style on by toggling it: one that is on already, by Ctrl+B, would be switched off instead.
void switch_styles_off(GtkIMHtml* entry) {
  if (entry->edit.bold) gtk_imhtml_toggle_bold(entry);
  if (entry->edit.italic) gtk_imhtml_toggle_italic(entry);
  if (entry->edit.underline) gtk_imhtml_toggle_underline(entry);
  if (entry->edit.strike) gtk_imhtml_toggle_strike(entry);
}

/// Bytes that U+FFFC has in the plain body of the entry's markup: it may stand for a smiley or image.
std::uint32_t anchor_size(GtkTextBuffer* buffer, int at) {
  GtkTextIter iter;
  gtk_text_buffer_get_iter_at_offset(buffer, &iter, at);
  GtkTextChildAnchor* anchor = gtk_text_iter_get_child_anchor(&iter);
  if (!anchor) return 0;
  // GtkIMHtml writes a smiley or image as this piece of markup.
  const auto* markup = static_cast<const char*>(g_object_get_data(G_OBJECT(anchor), "gtkimhtml_htmltext"));
  return markup ? read_markup(markup).body_size : 0;
}

}  // namespace

std::pair<GtkTextIter, GtkTextIter> iters_of(GtkTextBuffer* buffer, CharRange part) {
  std::pair<GtkTextIter, GtkTextIter> iters;
  gtk_text_buffer_get_iter_at_offset(buffer, &iters.first, part.begin);
  gtk_text_buffer_get_iter_at_offset(buffer, &iters.second, part.end);
  return iters;
}

std::string entry_markup(PidginConversation* window) { return take(gtk_imhtml_get_markup(imhtml_of(window))); }

std::string entry_markup(PidginConversation* window, CharRange part) {
  auto [begin, end] = iters_of(window->entry_buffer, part);
  return take(gtk_imhtml_get_markup_range(imhtml_of(window), &begin, &end));
}

CharRange whole_entry(PidginConversation* window) { return {0, gtk_text_buffer_get_char_count(window->entry_buffer)}; }

std::string entry_text(PidginConversation* window) {
  GtkTextIter begin;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(window->entry_buffer, &begin, &end);
  return take(gtk_text_buffer_get_slice(window->entry_buffer, &begin, &end, TRUE));
}

bool entry_is_empty(PidginConversation* window) {
  return gtk_text_buffer_get_char_count(window->entry_buffer) == 0;
}

bool entry_is_command(PidginConversation* window) {
  const std::string text = entry_text(window);
  return text.starts_with("/lg") && (text.size() == 3 || g_ascii_isspace(text[3]));
}

void replace_entry(PidginConversation* window, const std::string& markup) {
  gtk_text_buffer_begin_user_action(window->entry_buffer);
  gtk_imhtml_clear(imhtml_of(window));
  switch_styles_off(imhtml_of(window));
  append(window, markup);
  gtk_text_buffer_end_user_action(window->entry_buffer);
}

void append_to_entry(PidginConversation* window, const std::string& markup) {
  gtk_text_buffer_begin_user_action(window->entry_buffer);
  append(window, entry_is_empty(window) ? markup : "<br>" + markup);
  gtk_text_buffer_end_user_action(window->entry_buffer);
}

void clear_entry(PidginConversation* window, bool remember) {
  if (GList* draft = g_list_first(window->send_history); remember && draft) {
    // The first element is the slot of the text being written; Pidgin fills it when it sends, and opens a new one.
    g_free(draft->data);
    draft->data = gtk_imhtml_get_markup(imhtml_of(window));
    window->send_history = g_list_prepend(draft, nullptr);
  }
  gtk_text_buffer_begin_user_action(window->entry_buffer);
  gtk_imhtml_clear(imhtml_of(window));
  gtk_text_buffer_end_user_action(window->entry_buffer);
}

void put_caret(PidginConversation* window, Span found) {
  const auto ranges = in_buffer(window->entry_buffer, whole_entry(window), {found},
                                read_markup(entry_markup(window)).body_size);
  if (ranges.empty()) return;
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_offset(window->entry_buffer, &at, ranges.front().begin);
  gtk_text_buffer_place_cursor(window->entry_buffer, &at);
  gtk_text_view_scroll_mark_onscreen(GTK_TEXT_VIEW(window->entry), gtk_text_buffer_get_insert(window->entry_buffer));
}

std::vector<CharRange> in_buffer(GtkTextBuffer* buffer, CharRange part, const std::vector<Span>& spans,
                                 std::uint32_t body_size) {
  const auto [begin, end] = iters_of(buffer, part);
  const std::string text = take(gtk_text_buffer_get_slice(buffer, &begin, &end, TRUE));
  std::vector<std::uint32_t> begins;  // where each character of the part begins in the plain body
  begins.reserve(static_cast<std::size_t>(part.size()));
  std::uint32_t plain = 0;
  for (const char* at = text.c_str(); at != text.c_str() + text.size(); at = g_utf8_next_char(at)) {
    begins.push_back(plain);
    const gunichar c = g_utf8_get_char(at);
    if (c == anchor_char) plain += anchor_size(buffer, part.begin + static_cast<int>(begins.size()) - 1);
    else if (c != '\r') plain += static_cast<std::uint32_t>(g_utf8_next_char(at) - at);
  }
  std::vector<CharRange> ranges;
  if (plain != body_size) return ranges;
  const auto character = [&](std::uint32_t byte) {
    return part.begin + static_cast<int>(std::lower_bound(begins.begin(), begins.end(), byte) - begins.begin());
  };
  for (const Span& span : spans) {
    if (span.end <= body_size && span.begin < span.end) ranges.push_back({character(span.begin), character(span.end)});
  }
  return ranges;
}

}  // namespace loftgate
