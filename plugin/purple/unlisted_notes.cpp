// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/unlisted_notes.h"

#include <string_view>
#include <vector>

#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

constexpr const char* notes_pref = "/plugins/core/core-loftgate/disclosed";

/// Parted by what no protocol allows in a name. White space would not do: preferences come back with blanks for it.
std::string key_of(const Destination& to) { return to.protocol + '<' + to.account + '<' + to.peer + '<'; }

std::vector<std::string> all_notes() {
  std::vector<std::string> notes;
  if (!purple_prefs_exists(notes_pref)) return notes;
  GList* list = purple_prefs_get_string_list(notes_pref);
  for (GList* at = list; at; at = at->next) notes.emplace_back(static_cast<const char*>(at->data));
  g_list_free_full(list, g_free);
  return notes;
}

}  // namespace

void note_unlisted(const Destination& to, const std::string& line) {
  PurpleAccount* account = find_account(to);
  if (!account || g_list_find(purple_accounts_get_all(), account)) return;
  std::vector<std::string> notes = all_notes();
  const std::string key = key_of(to);
  std::erase_if(notes, [&key](const std::string& note) { return note.starts_with(key); });
  notes.push_back(key + line);
  GList* list = nullptr;
  for (auto note = notes.rbegin(); note != notes.rend(); ++note)
    list = g_list_prepend(list, const_cast<char*>(note->c_str()));
  purple_prefs_set_string_list(notes_pref, list);
  g_list_free(list);
}

std::string unlisted_note(const Destination& to) {
  const std::string key = key_of(to);
  for (const std::string& note : all_notes()) {
    if (note.starts_with(key)) return note.substr(key.size());
  }
  return {};
}

}  // namespace loftgate
