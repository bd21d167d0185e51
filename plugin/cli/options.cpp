// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/options.h"

#include <limits>
#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

using ContextPtr = CPtr<GOptionContext, g_option_context_free>;
using StringsPtr = CPtr<char*, g_strfreev>;

constexpr gint64 not_given = std::numeric_limits<gint64>::min();

}  // namespace

Options::Options(std::string verb, std::string operands, std::string description)
    : verb_(std::move(verb)), operands_(std::move(operands)), description_(std::move(description)) {}

Options::Slot& Options::add(const char* name, GOptionArg kind, const char* help, const char* placeholder) {
  Slot& slot = slots_.emplace_back();
  gpointer target = &slot.flag;
  if (kind == G_OPTION_ARG_STRING) target = &slot.text;
  if (kind == G_OPTION_ARG_INT64) target = &slot.number;
  entries_.push_back({name, 0, G_OPTION_FLAG_NONE, kind, target, help, placeholder});
  return slot;
}

void Options::flag(const char* name, bool& value, const char* help) {
  add(name, G_OPTION_ARG_NONE, help, nullptr).flag_to = &value;
}

void Options::text(const char* name, std::string& value, const char* help, const char* placeholder) {
  add(name, G_OPTION_ARG_STRING, help, placeholder).text_to = &value;
}

void Options::number(const char* name, std::optional<std::int64_t>& value, const char* help, const char* placeholder) {
  Slot& slot = add(name, G_OPTION_ARG_INT64, help, placeholder);
  slot.number = not_given;
  slot.number_to = &value;
}

bool Options::parse(int argc, char** argv) {
  std::vector<GOptionEntry> entries = entries_;
  entries.push_back({});
  const ContextPtr context(g_option_context_new(operands_.c_str()));
  g_option_context_set_summary(context.get(), description_.c_str());
  g_option_context_add_main_entries(context.get(), entries.data(), GETTEXT_PACKAGE);
  // Help begins with the program's name: the verb belongs to it.
  g_set_prgname(("loftgate " + verb_).c_str());
  GError* error = nullptr;
  StringsPtr words(g_new0(char*, static_cast<gsize>(argc) + 1));
  for (int i = 0; i < argc; ++i) words.get()[i] = g_strdup(argv[i]);
  char** rest = words.release();
  const bool understood = g_option_context_parse_strv(context.get(), &rest, &error);
  const StringsPtr left(rest);
  const GErrorPtr owned(error);
  for (Slot& slot : slots_) {
    const GChars text(slot.text);
    if (slot.flag_to && slot.flag) *slot.flag_to = true;
    if (slot.text_to && text) *slot.text_to = text.get();
    if (slot.number_to && slot.number != not_given) *slot.number_to = slot.number;
    slot.text = nullptr;
  }
  if (!understood) {
    complain(owned->message);
    return false;
  }
  bool only_operands = false;
  for (char** word = left.get() + 1; word[0]; ++word) {
    if (!only_operands && g_str_equal(*word, "--")) {
      only_operands = true;
    } else {
      left_.emplace_back(*word);
    }
  }
  return true;
}

int Options::complain(const std::string& what) const {
  // Translators: what is wrong with a command, then how to learn about it.
  say_trouble(format(tr("loftgate %s: %s; `loftgate %s --help` tells how it is used"), verb_.c_str(),
                     printable(what).c_str(), verb_.c_str()));
  return exit_code::usage;
}

}  // namespace loftgate::cli
