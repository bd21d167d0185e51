// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/ciphertext.h"

#include <algorithm>
#include <iterator>

#include <glib.h>

namespace loftgate {
namespace {

constexpr std::string_view otr_begin = "?OTR:";
constexpr std::string_view pgp_begin = "-----BEGIN PGP MESSAGE-----";
constexpr std::string_view pgp_end = "-----END PGP MESSAGE-----";
constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_line = 76;       // of base64 in a PGP block, RFC 4880 §6.3
constexpr std::size_t longest_header = 1000;

bool is_base64(char c) { return g_ascii_isalnum(c) || c == '+' || c == '/' || c == '='; }

bool is_base64_line(std::string_view line) {
  return line.size() <= longest_line && std::all_of(line.begin(), line.end(), is_base64);
}

/// "Version: GnuPG v2". What follows the name is free text, so only names known from RFC 4880 §6.2 count.
bool is_header(std::string_view line) {
  constexpr std::string_view names[] = {"Version: ", "Comment: ", "Charset: ", "Hash: ", "MessageID: "};
  return line.size() <= longest_header &&
         std::any_of(std::begin(names), std::end(names), [&](auto name) { return line.starts_with(name); });
}

/// Takes the first line off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

/// The size of the PGP message `text` begins with, 0 if it begins with none.
std::size_t pgp_size(std::string_view text) {
  std::string_view rest = text;
  if (take_line(rest) != pgp_begin) return 0;
  std::string_view line = take_line(rest);
  while (is_header(line)) line = take_line(rest);
  while (!rest.empty() && line != pgp_end && is_base64_line(line)) line = take_line(rest);
  return line == pgp_end ? text.size() - rest.size() : 0;
}

/// The size of the OTR message `text` begins with, 0 if it begins with none: "?OTR:" base64 ".", where the base64
/// begins with the version of the protocol.
std::size_t otr_size(std::string_view text) {
  constexpr std::string_view versions[] = {"AAI", "AAM", "AAQ"};
  if (!text.starts_with(otr_begin)) return 0;
  const std::string_view message = text.substr(otr_begin.size());
  if (std::none_of(std::begin(versions), std::end(versions), [&](auto one) { return message.starts_with(one); })) return 0;
  const auto end = std::find_if_not(message.begin(), message.end(), is_base64);
  return end != message.end() && *end == '.' ? otr_begin.size() + static_cast<std::size_t>(end - message.begin()) + 1 : 0;
}

}  // namespace

std::vector<Span> ciphertext_in(std::string_view plain) {
  std::vector<Span> found;
  for (std::size_t at = plain.find_first_of("?-"); at != none; at = plain.find_first_of("?-", at)) {
    const std::string_view rest = plain.substr(at);
    const bool at_line_begin = at == 0 || plain[at - 1] == '\n';
    const std::size_t size = rest.front() == '?' ? otr_size(rest) : at_line_begin ? pgp_size(rest) : 0;
    if (size > 0) found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
    at += std::max<std::size_t>(size, 1);
  }
  return found;
}

bool is_within(Span span, const std::vector<Span>& stretches) {
  return std::any_of(stretches.begin(), stretches.end(),
                     [&](Span one) { return one.begin <= span.begin && span.end <= one.end; });
}

}  // namespace loftgate
