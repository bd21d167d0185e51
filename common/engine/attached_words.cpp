// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/attached_words.h"

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr glong name_shown = 32;   // characters; a longer name keeps its beginning and its end
constexpr glong name_end = 12;

std::string short_name(const std::string& name) {
  const std::string valid = take(g_utf8_make_valid(name.data(), static_cast<gssize>(name.size())));
  const glong length = g_utf8_strlen(valid.c_str(), -1);
  std::string shown = valid;
  if (length > name_shown) {
    shown = take(g_utf8_substring(valid.c_str(), 0, name_shown - name_end - 1)) + "…" +
            take(g_utf8_substring(valid.c_str(), length - name_end, length));
  }
  // A name may hold line breaks; nothing it holds may look like a line of ours.
  for (char& c : shown) {
    if (g_ascii_iscntrl(c)) c = ' ';
  }
  return shown;
}

std::string size_words(std::uint64_t size) { return take(g_format_size(size)); }

bool is_picture(const Weighed& weighed) {
  return weighed.attachments.front().form == Attachment::Form::picture;
}

/// Of a file whose beginning is text, more is known than its kind.
bool is_cut_off(const Weighed& weighed) { return !weighed.exposure.checked && weighed.attachments.size() == 1; }

std::string many_words(const Weighed& weighed) {
  const auto n = static_cast<unsigned long>(weighed.attachments.size());
  std::uint64_t size = 0;
  for (const Attachment& attachment : weighed.attachments) size += attachment.size;
  return format(tr_n("%lu picture (%s)", "%lu pictures (%s)", n), n, size_words(size).c_str());
}

}  // namespace

std::string attachment_words(const Weighed& weighed) {
  if (weighed.attachments.size() > 1) return many_words(weighed);
  const Attachment& only = weighed.attachments.front();
  const std::string name = short_name(only.name);
  const std::string size = size_words(only.size);
  const char* kind = only.kind.empty() ? tr("unknown kind") : only.kind.c_str();
  if (is_picture(weighed)) {
    // Translators: a kind of file in the user's language, "PNG image", and its size, "34.2 kB".
    return name.empty() ? format(tr("Picture (%s, %s)"), kind, size.c_str())
                        : format(tr("Picture %s (%s, %s)"), name.c_str(), kind, size.c_str());
  }
  if (only.read_whole) return format(tr("File %s"), name.c_str());
  return format(tr("File %s (%s, %s)"), name.c_str(), kind, size.c_str());
}

std::string attachment_word(const Weighed& weighed) {
  const auto n = static_cast<unsigned long>(weighed.attachments.size());
  return is_picture(weighed) ? tr_n("Picture", "Pictures", n) : tr("File");
}

std::string attachment_lead(const Weighed& weighed, const std::string& words, const std::string& details,
                            const std::string& reader) {
  if (details.empty()) return format(tr("%s to %s"), words.c_str(), reader.c_str());
  // Translators: a file, then what was found in it and to whom it goes, "File notes.txt: Phone number to Meta AI".
  if (!is_picture(weighed)) return format(tr("%s: %s"), words.c_str(), details.c_str());
  // Translators: what was found in a text and to whom it goes, then the picture that goes with it.
  return format(tr("%s. Also: %s"), details.c_str(), words.c_str());
}

std::string unread_reason(const Weighed& weighed, const std::string& claim) {
  if (!weighed.exposure.counted.empty() && is_picture(weighed)) {
    return format(tr("%s What is in the picture is not checked or masked."), claim.c_str());
  }
  if (is_cut_off(weighed)) return format(tr("Only its beginning was read. %s"), claim.c_str());
  return format(tr("What is in it cannot be read here. %s"), claim.c_str());
}

std::string unsent_line(const Weighed& weighed) {
  return format(tr("(i) %s was not sent."), attachment_words(weighed).c_str());
}

}  // namespace loftgate
