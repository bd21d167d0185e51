// SPDX-License-Identifier: GPL-2.0-or-later
// Checks whether the text around an "@" is an e-mail address.
#include <algorithm>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/mail_domains.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr auto npos = std::string_view::npos;

/// Letters of scripts that put no space before an address: kana, ideographs, hangul.
bool is_wide_letter(char32_t c) { return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3); }

bool is_wide_function_word(char32_t c) {
  return std::u32string_view(U"是为為到给給用在的叫はへにを는은에").find(c) != npos;
}

/// Where the local part begins behind words that no space parts from it: "我的邮箱是li.wei@qq.com". A single
/// ideograph inside Latin letters belongs to the name unless it is a word like "is".
std::size_t behind_wide_words(std::string_view local) {
  std::size_t behind = 0, count = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < local.size();) {
    const CodePoint point = code_point_at(local, at);
    at += point.size;
    if (!is_wide_letter(point.value)) continue;
    ++count;
    last = point.value;
    behind = at;
  }
  const bool inside = count == 1 && behind > 3 && !is_wide_function_word(last);
  return inside || behind == local.size() ? 0 : behind;
}

/// Where it begins behind a path or a key: "https://a.org/?mail=anna@posteo.net", "MAILTO=anna@posteo.net".
std::size_t behind_path_or_key(std::string_view local) {
  const std::size_t path = local.find_last_of("/?&");
  std::size_t begin = path == npos ? 0 : path + 1;
  const std::size_t sign = local.find('=', begin);
  const bool key = sign != npos && std::all_of(local.begin() + static_cast<std::ptrdiff_t>(begin),
                                               local.begin() + static_cast<std::ptrdiff_t>(sign),
                                               [](char c) { return is_ascii_alnum(c) || c == '_'; });
  return key ? sign + 1 : begin;
}

/// The text before `at` back to a blank, at most `most` bytes of it.
std::string_view token_before(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < most && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  return text.substr(begin, at - begin);
}

/// "ssh://anna@host.org": the name before a host, not a mailbox.
bool names_a_host(std::string_view before) {
  const std::size_t scheme = before.rfind("://");
  return scheme != npos && before.find_first_of("/?#", scheme + 3) == npos;
}

/// The header that stands before, "Message-ID: <…>", or the look of what a program numbers: many digits in a long name.
bool is_message_id(std::string_view before, std::string_view local) {
  while (!before.empty() && std::string_view(" \t<:").find(before.back()) != npos) before.remove_suffix(1);
  for (const std::string_view header : {"message-id", "msgid", "in-reply-to", "references", "content-id"}) {
    if (ends_in(before, header)) return true;
  }
  const auto digits = static_cast<std::size_t>(
      std::count_if(local.begin(), local.end(), [](char c) { return c >= '0' && c <= '9'; }));
  return local.size() >= 16 && digits >= 8 && digits * 3 >= local.size();
}

/// A path, a port or the resource of a chat client follows: "git@host.org:a/b.git", "anna@jabber.org/Pidgin".
bool goes_on_as_path(std::string_view rest) {
  constexpr std::size_t longest_path = 256;
  if (rest.size() < 2) return false;
  rest = rest.substr(0, longest_path);
  const std::string_view token = rest.substr(0, rest.find_first_of(" \t\r\n<>\"'"));
  if (rest[0] == '/') return token.find('@') == npos && token.size() > 1;
  if (rest[0] != ':') return false;
  if (rest[1] == '/' || rest[1] == '~') return true;
  return is_ascii_alnum(rest[1]) && (token.find('/') != npos || token.ends_with(".git"));
}

/// "(anna@host.org) has joined": the mask of a chat user, where the name is the program's or made up.
bool comes_or_goes(std::string_view rest) {
  while (!rest.empty() && std::string_view(")]>").find(rest.front()) != npos) rest.remove_prefix(1);
  return rest.starts_with(" has joined") || rest.starts_with(" has quit") || rest.starts_with(" has left");
}

/// What an address may have besides letters and digits before the sign (RFC 5322, atext; RFC 6531).
bool is_local_character(char32_t c) {
  if (c >= 0x80) return (c >= 0xC0 && c < 0x2000) || is_wide_letter(c);
  return is_ascii_alnum(static_cast<char>(c)) || std::u32string_view(U"!#$%&'*+/=?^_`{|}~.-").find(c) != npos;
}

bool is_domain_character(char32_t c) {
  if (c >= 0x80) return (c >= 0xC0 && c < 0x2000) || is_wide_letter(c);
  return is_ascii_alnum(static_cast<char>(c)) || c == '.' || c == '-' || c == '_';
}

/// Where the local part before the sign begins; `sign` if there is none. A quoted one has its quotation marks.
std::size_t local_begin(std::string_view text, std::size_t sign) {
  constexpr std::size_t most = 120;
  const std::size_t least = sign - std::min(sign, most);
  if (sign > 1 && text[sign - 1] == '"') {
    const std::size_t open = text.rfind('"', sign - 2);
    return open == npos || open < least || text.substr(open, sign - open).find('\n') != npos ? sign : open;
  }
  std::size_t begin = sign;
  while (begin > least) {
    const CodePoint point = code_point_before(text, begin);
    if (!is_local_character(point.value)) break;
    begin -= point.size;
  }
  if (begin > 0 && text[begin - 1] == '@') {   // "anna@posteo.net|bob@posteo.net"
    const std::size_t parted = text.substr(begin, sign - begin).find_last_of("|!*#;");
    if (parted != npos) begin += parted + 1;
  }
  begin += behind_path_or_key(text.substr(begin, sign - begin));
  begin += behind_wide_words(text.substr(begin, sign - begin));
  const auto may_begin = [](char c) { return is_ascii_alnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; };
  while (begin < sign && !may_begin(text[begin])) ++begin;   // punctuation of the sentence
  return begin;
}

/// The domain behind the sign. Letters of another script behind a whole domain are the sentence going on: "…@qq.com吧".
std::string_view domain_behind(std::string_view rest) {
  constexpr std::size_t most = 253;   // RFC 5321, 4.5.3.1
  std::size_t end = 0;
  while (end < rest.size() && end <= most) {
    const CodePoint point = code_point_at(rest, end);
    if (!is_domain_character(point.value)) break;
    if (point.value >= 0x80 && end > 0 && is_ascii_alnum(rest[end - 1]) && is_domain(rest.substr(0, end))) break;
    end += point.size;
  }
  while (end > 0 && std::string_view("._-").find(rest[end - 1]) != npos) --end;
  return rest.substr(0, end);
}

/// The sign with what people put around it: "anna [@] gmail.com", "anna @ gmail.com".
struct Sign {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool apart = false;   ///< blanks and no brackets around it
};

Sign sign_at(std::string_view text, std::size_t at) {
  const auto is = [&](std::size_t i, std::string_view signs) { return i < text.size() && signs.find(text[i]) != npos; };
  Sign sign{at, at + 1};
  const bool bracket = at > 0 && is(at - 1, "[({") && is(at + 1, "])}");
  if (bracket) sign = {at - 1, at + 2};
  const bool blank_before = sign.begin > 0 && is(sign.begin - 1, " ");
  const bool blank_behind = is(sign.end, " ");
  if (blank_before != blank_behind) return sign;
  if (blank_before) sign = {sign.begin - 1, sign.end + 1, !bracket};
  return sign;
}

/// "anna@gmail dot com", "anna@gmail[dot]com": how long the rest is, 0 if there is none. Behind a mail service a comma
/// is a slip of the finger: "anna@gmail,com".
std::size_t spelled_top(std::string_view rest, bool service) {
  for (const std::string_view dot : {" dot ", "[dot]", "(dot)", " [dot] ", " (dot) ", ","}) {
    if (rest.size() <= dot.size() || !same_text(rest.substr(0, dot.size()), dot) || (dot == "," && !service)) continue;
    std::size_t end = dot.size();
    while (end < rest.size() && is_ascii_alnum(rest[end])) ++end;
    const std::string_view top = rest.substr(dot.size(), end - dot.size());
    if (is_top_domain(top) && (dot != "," || same_text(top, "com") || same_text(top, "de"))) return end;
  }
  return 0;
}

bool is_local(std::string_view local) {
  if (local.empty() || local.size() > 64) return false;   // RFC 5321, 4.5.3.1
  return local.front() == '"' || (local.back() != '.' && local.find("..") == npos);
}

/// Well formed, and yet no mailbox of somebody.
bool is_something_else(std::string_view text, std::size_t begin, std::size_t sign, std::size_t end) {
  const std::string_view local = text.substr(begin, sign - begin);
  const std::string_view before = token_before(text, begin, 256);
  const std::string_view rest = text.substr(end);
  if (local.find('!') != npos || before.ends_with('~') || before.ends_with('!') || comes_or_goes(rest)) return true;
  if (names_a_host(before) || local.ends_with(".git") || goes_on_as_path(rest)) return true;
  const std::size_t line = begin - std::min<std::size_t>(begin, 20);
  return is_message_id(text.substr(line, begin - line), local);
}

}  // namespace

Likelihood check_email(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const std::size_t at = candidate.value().find('@');
  if (at == npos) return Likelihood::none;
  const Sign sign = sign_at(text, candidate.span.begin + at);
  const std::size_t begin = local_begin(text, sign.begin);
  const std::string_view local = text.substr(begin, sign.begin - begin);
  if (!is_local(local)) return Likelihood::none;
  if (begin > 0 && text[begin - 1] == '@') return Likelihood::none;   // @anna@social.org
  const std::string_view domain = domain_behind(text.substr(sign.end));
  if (domain.empty()) return Likelihood::none;
  std::size_t end = sign.end + domain.size();
  const bool service = is_mail_service(domain.substr(0, domain.find('.')));
  if (!is_domain(domain)) {
    const std::size_t more = spelled_top(text.substr(end), service);
    if (more == 0 || domain.find('.') != npos) return Likelihood::none;
    end += more;
  }
  if (sign.apart && (!service || is_word_before_at(local) || local.size() < 3)) return Likelihood::none;
  if (end < text.size() && text[end] == '@') return Likelihood::none;
  candidate.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return is_something_else(text, begin, sign.begin, end) ? Likelihood::known : Likelihood::strong;
}

}  // namespace loftgate
