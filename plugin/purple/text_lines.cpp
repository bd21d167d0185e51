// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/text_lines.h"

#include "common/base/i18n.h"
#include "plugin/purple/answer.h"

namespace loftgate {
namespace {

std::string file_command(const Warning& warning) {
  if (warning.strength != Strength::ask_inhibited) return tr("/lg send sends it");
  return format(tr("/lg send %s, the first letters of the reader, sends it"), warning.letters.c_str());
}

std::string send_command(const Warning& warning) {
  if (warning.is_file) return file_command(warning);
  if (warning.strength != Strength::ask_inhibited) return tr("/lg send sends it as written");
  return format(tr("/lg send %s, the first letters of the reader, sends it as written"), warning.letters.c_str());
}

std::string command_line(const Warning& warning) {
  const std::string send = send_command(warning);
  // Translators: words beginning with / are typed by the user and stay as they are.
  if (warning.has_mask) return format(tr("/lg mask sends that, /lg back gives your text back, %s."), send.c_str());
  if (warning.is_file) return format(tr("/lg back leaves it unsent, %s."), send.c_str());
  return format(tr("/lg back gives your text back, %s."), send.c_str());
}

/// Names the scopes this question may be remembered for, beyond once.
std::string remember_line(const Warning& warning) {
  std::string scopes;
  for (const Remember offer : warning.offers) {
    if (offer == Remember::once) continue;
    if (!scopes.empty()) scopes += ", ";
    scopes += remember_name(offer);
  }
  if (scopes.empty()) return {};
  return format(tr("To remember the answer, add a word to it: %s. More: /lg why, /lg keep, /lg mistaken."), scopes.c_str());
}

}  // namespace

Lines question_lines(const Warning& warning) {
  Lines lines;
  lines.push_back(format("%s %s: %s", warning.mark.c_str(), warning.state.c_str(), warning.lead.c_str()));
  lines.push_back(warning.reason);
  if (warning.has_mask) lines.push_back(format(tr("Nothing was sent. Masked it reads: %s"), warning.preview.c_str()));
  else lines.push_back(tr("Nothing was sent."));
  lines.push_back(command_line(warning));
  if (std::string line = remember_line(warning); !line.empty()) lines.push_back(std::move(line));
  return lines;
}

Lines trouble_lines(const Warning& warning) {
  Lines lines{warning.trouble, command_line(warning)};
  if (warning.unrecorded)
    lines.push_back(format(tr("To go on without a record, add the word %s to the answer."),
                           std::string(unrecorded_word).c_str()));
  return lines;
}

Lines why_lines_of(const std::vector<WhyLine>& why) {
  Lines lines;
  for (const WhyLine& line : why) {
    std::string text = line.heading + ": " + line.text;
    if (!line.link.empty() && line.text.find(line.link) == std::string::npos) text += " " + line.link;
    lines.push_back(std::move(text));
  }
  if (lines.empty()) lines.push_back(tr("Nothing is known about who reads this conversation."));
  return lines;
}

Lines mark_lines(const std::string& name, Mark mark) {
  switch (mark) {
    case Mark::none: return {format(tr("Your mark for %s is forgotten."), name.c_str())};
    case Mark::ai: return {format(tr("%s counts as an AI from now on. /lg unmark takes that back."), name.c_str())};
    case Mark::person:
      return {format(tr("%s counts as a person from now on. /lg unmark takes that back."), name.c_str())};
  }
  return {};
}

Lines usage_lines() {
  return {tr("/lg mask: sends the text with the details masked"),
          tr("/lg back: gives the text back, nothing is sent"),
          tr("/lg send: sends the text as written"),
          tr("/lg keep: discards the text, nothing is sent"),
          tr("/lg mistaken: says that what was found is none, and is never asked about again; gives the text back"),
          tr("/lg remember once, conversation, 1h, contact or service: how long the next answer counts"),
          tr("/lg why: what was found and what the service says"),
          tr("/lg ai, /lg person, /lg unmark: says what this contact is or forgets it, in a room with a nickname"),
          tr("/lg status: what is open here and who reads this conversation")};
}

}  // namespace loftgate
