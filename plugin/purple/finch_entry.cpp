// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/finch_entry.h"

#include <glib-object.h>
#include <gmodule.h>

#include <cstring>
#include <utility>

#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

/// How Finch's FinchConv begins; the same in all of 2.x. Finch installs no headers on most systems.
struct FinchConversation {
  GList* list;
  PurpleConversation* active;
  void* window;
  void* entry;
};

/// Functions of libgnt, found in the running program: a module that needed the library would load in Finch alone.
struct Gnt {
  GType (*entry_type)() = nullptr;
  const char* (*text)(void* entry) = nullptr;
  void (*set_text)(void* entry, const char* text) = nullptr;

  bool is_there() const { return entry_type && text && set_text; }
};

Gnt find_gnt() {
  Gnt gnt;
  GModule* program = g_module_open(nullptr, G_MODULE_BIND_LAZY);
  if (!program) return gnt;
  const auto find = [program](const char* name, auto& function) {
    gpointer symbol = nullptr;
    if (g_module_symbol(program, name, &symbol)) function = reinterpret_cast<std::decay_t<decltype(function)>>(symbol);
  };
  find("gnt_entry_get_gtype", gnt.entry_type);
  find("gnt_entry_get_text", gnt.text);
  find("gnt_entry_set_text", gnt.set_text);
  g_module_close(program);
  return gnt;
}

bool is_finch() {
  const char* client = purple_core_get_ui();
  return client && std::strcmp(client, "gnt-purple") == 0;
}

/// The entry that serves a conversation, or NULL.
void* entry_of(PurpleConversation* conversation, const Gnt& gnt) {
  if (!conversation || !conversation->ui_data) return nullptr;
  void* entry = static_cast<FinchConversation*>(conversation->ui_data)->entry;
  return G_TYPE_CHECK_INSTANCE_TYPE(entry, gnt.entry_type()) ? entry : nullptr;
}

}  // namespace

void FinchEntry::put_back(const Destination& to, const std::string& plain) {
  if (!is_finch() || plain.find('\n') != std::string::npos) return;
  texts_.insert_or_assign(to, plain);
  later_.call<&FinchEntry::put_back_now>(this);
}

gboolean FinchEntry::put_back_now() {
  later_.begun();
  const auto texts = std::exchange(texts_, {});
  const Gnt gnt = find_gnt();
  if (!gnt.is_there()) return FALSE;
  for (const auto& [to, text] : texts) {
    void* entry = entry_of(find_conversation(to), gnt);
    const char* typed = entry ? gnt.text(entry) : nullptr;
    if (typed && *typed == '\0') gnt.set_text(entry, text.c_str());
  }
  return FALSE;
}

}  // namespace loftgate
