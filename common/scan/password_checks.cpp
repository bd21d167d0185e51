// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of passwords that people tell each other: what is a secret, and what only a word about passwords.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/secret_text.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t shortest_password = 4;

using Quotes = std::pair<std::string_view, std::string_view>;
constexpr std::array<Quotes, 9> quotes = {{{"\"", "\""}, {"'", "'"}, {"`", "`"}, {"“", "”"}, {"„", "“"}, {"«", "»"},
                                           {"»", "«"}, {"「", "」"}, {"‘", "’"}}};

/// Where the quotation that opens right before the candidate closes on the same line, before `most`; npos if none does.
std::size_t closing_quote_of(const Candidate& candidate, std::size_t most) {
  const std::string_view before = candidate.text.substr(0, candidate.span.begin);
  for (const auto& [open, close] : quotes) {
    if (!before.ends_with(open)) continue;
    const std::size_t at = candidate.text.find(close, candidate.span.begin);
    if (at == std::string_view::npos || at > most || at < candidate.span.end) continue;
    if (candidate.text.find('\n', candidate.span.begin) < at || candidate.text[at - 1] == '\\') continue;
    return at;
  }
  return std::string_view::npos;
}

/// A space, a quotation mark, or a sign that ends a clause in Chinese and Japanese.
bool ends_value(char32_t value) {
  return value <= ' ' || value == 0xA0 || std::u32string_view(U"\"“”„«»`「」『』，。、；：！？（）\u3000").find(value) != std::u32string_view::npos;
}

/// Takes over the rest of the value that the pattern has met the beginning of: up to the closing quotation mark if it
/// stands in quotes, else up to a space.
void extend_to_end(Candidate& candidate) {
  constexpr std::size_t longest = 96;
  const std::string_view text = candidate.text;
  const std::size_t most = std::min(text.size(), candidate.span.begin + longest);
  const std::size_t closed = closing_quote_of(candidate, most);
  if (closed != std::string_view::npos) {
    candidate.span.end = static_cast<std::uint32_t>(closed);
    return;
  }
  std::size_t end = candidate.span.end;
  while (end < most) {
    const CodePoint point = code_point_at(text, end);
    if (ends_value(point.value) || (point.value >= 0x0E00 && is_letter_or_digit(point.value) && static_cast<unsigned char>(text[end - 1]) < 0x80)) break;
    end += point.size;
  }
  candidate.span.end = static_cast<std::uint32_t>(std::min(end, text.size()));
}

/// Cuts off what belongs to the format around an unquoted value: the next field of a query or a connection string,
/// the closing tag, a line break written as \n.
void drop_next_field(Candidate& candidate) {
  const auto cut = [&](std::size_t at) {
    if (at != std::string_view::npos && at > 0) candidate.span.end = candidate.span.begin + static_cast<std::uint32_t>(at);
  };
  cut(candidate.value().find("</"));
  cut(candidate.value().find("\\n"));
  const bool is_field = candidate.span.begin > 0 && candidate.text[candidate.span.begin - 1] == '=';
  if (is_field) cut(candidate.value().find_first_of("&;"));
  while (candidate.value().ends_with('\\')) --candidate.span.end;
}

/// Cuts signs that end a sentence or a quotation from the end. An exclamation mark behind more than letters is taken
/// for a part of the password.
void drop_closing_signs(Candidate& candidate) {
  for (;;) {
    const std::string_view value = candidate.value();
    const std::size_t size = closing_sign_size(value);
    if (size == 0 || size >= value.size()) return;
    if (value.ends_with('!') && Kinds(value).digit > 0) return;
    if (value.ends_with(')') && has_part(value, "(")) return;
    candidate.span.end -= static_cast<std::uint32_t>(size);
  }
}

/// A sign of assignment or a quotation mark stands right before, not a verb.
bool is_assigned(const Candidate& candidate) {
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const CodePoint last = code_point_before(before, before.size());
  return !is_letter_or_digit(last.value) || last.value >= 0x3000;   // Chinese and Japanese have no such sign
}

/// Nothing but the end of a sentence follows, or the value stands in quotes: a word alone is then what was told.
bool is_told_alone(const Candidate& candidate, bool assigned) {
  if (is_quoted(candidate)) return true;
  std::string_view rest = candidate.text.substr(candidate.span.end);
  if (assigned && !rest.empty() && std::string_view(",;)\"'}").find(rest.front()) != std::string_view::npos) return true;
  while (!rest.empty() && (rest.front() == '.' || rest.front() == '!' || rest.front() == ' ')) rest.remove_prefix(1);
  return rest.empty() || rest.front() == '\n' || rest.front() == '\r';
}

/// 8chars, 12-character, 2nd, 24h: a number and what it counts.
bool is_measure(std::string_view value) {
  std::size_t digits = 0;
  while (digits < value.size() && (g_ascii_isdigit(value[digits]) || value[digits] == '-' || value[digits] == '+')) ++digits;
  if (digits == 0 || value.size() - digits > 12) return false;
  std::array<char, 12> lower{};
  std::transform(value.begin() + static_cast<std::ptrdiff_t>(digits), value.end(), lower.begin(), g_ascii_tolower);
  const std::string_view unit(lower.data(), value.size() - digits);
  for (const std::string_view known : {"char", "chars", "character", "characters", "bit", "bits", "byte", "bytes",
                                       "digit", "digits", "letter", "letters", "word", "words", "st", "nd", "rd", "th",
                                       "x", "h", "hrs", "min", "mins", "days", "zeichen", "stellig", "am", "pm", "kb",
                                       "mb", "fa", "factor", "way", "times", "symbols", "signs", "weeks", "months"}) {
    if (unit == known) return true;
  }
  return false;
}

/// sha256, utf8, oauth2: names of techniques that stand where a password could.
bool is_technique(std::string_view value) {
  std::size_t letters = 0;
  while (letters < value.size() && g_ascii_isalpha(value[letters])) ++letters;
  if (letters == 0 || letters > 8) return false;
  std::array<char, 8> lower{};
  std::transform(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(letters), lower.begin(), g_ascii_tolower);
  const std::string_view name(lower.data(), letters);
  const std::string_view rest = value.substr(letters);
  if (rest.size() > 8 || rest.find_first_not_of("0123456789.-_x/") != std::string_view::npos) return false;
  for (const std::string_view known : {"sha", "md", "utf", "base", "ipv", "win", "windows", "python", "php", "oauth",
                                       "argon", "pbkdf", "bcrypt", "aes", "rsa", "des", "rc", "blowfish", "v", "rot",
                                       "web", "wpa", "tls", "ssl", "iso", "ext", "crypt", "debian", "ubuntu", "mp",
                                       "h", "p", "x", "version", "step", "field", "option", "level", "page", "part"}) {
    if (name == known) return true;
  }
  return false;
}

/// Behind "is" such words describe a password: expired, wrongly, obligatorio, gespeichert.
bool is_description(std::string_view word) {
  for (const std::string_view end :
       {"ed", "ing", "able", "ible", "ive", "ful", "less", "ly", "ous", "ent", "ant", "ary", "lich", "isch", "bar",
        "los", "iert", "ado", "ada", "ido", "ida", "ato", "ata", "uto", "uta", "ito", "ita", "oso", "osa", "ario",
        "aria", "orio", "oria", "ivo", "iva", "ente", "ible", "aire", "ée", "ný", "ná", "né", "ny", "ный", "ная", "ое",
        "ый", "ён", "ен", "но", "ть", "tu", "ty", "az", "es", "er", "en", "et", "ig"}) {
    if (word.ends_with(end)) return true;
  }
  return false;
}

/// How often small and capital letters change places; a camelCase name does it once or twice.
int case_changes(std::string_view value) {
  int changes = 0;
  for (std::size_t i = 1; i < value.size(); ++i) {
    changes += (g_ascii_islower(value[i - 1]) && g_ascii_isupper(value[i])) ||
               (g_ascii_isupper(value[i - 1]) && g_ascii_islower(value[i]));
  }
  return changes;
}

/// A date, a time, a version, a range or an amount: digits and the signs that part them.
bool is_numeric(std::string_view value) {
  return value.find_first_not_of("0123456789.:,/-+%$") == std::string_view::npos &&
         value.find_first_not_of("0123456789") != std::string_view::npos;
}

Likelihood judge_word(const Candidate& candidate, std::string_view value) {
  const bool assigned = is_assigned(candidate);
  if (!is_told_alone(candidate, assigned)) return assigned ? Likelihood::weak : Likelihood::none;
  if (case_changes(value) >= 3) return Likelihood::strong;
  if (assigned) return Likelihood::fair;
  return is_description(value) ? Likelihood::none : Likelihood::weak;
}

/// Some words in quotes are a passphrase, unless they are a sentence.
Likelihood judge_phrase(std::string_view value) {
  const auto spaces = std::count(value.begin(), value.end(), ' ');
  const bool sentence = closing_sign_size(value) > 0 || spaces > 6 || (has_part(value, ",") && Kinds(value).digit == 0);
  return sentence ? Likelihood::weak : Likelihood::fair;
}

/// What the signs of a value say: letters mixed with digits or signs are no ordinary word.
Likelihood judge_signs(const Candidate& candidate) {
  const std::string_view value = candidate.value();
  if (has_part(value, " ")) return judge_phrase(value);
  const Kinds kinds(value);
  if (kinds.letters() == 0) {
    if (kinds.digit == 0) return is_quoted(candidate) ? Likelihood::fair : Likelihood::none;
    if (is_numeric(value)) return Likelihood::none;
    return value.size() <= 12 ? Likelihood::fair : Likelihood::weak;
  }
  const bool joined_words = value.find_first_not_of("-_'./,:’") != std::string_view::npos &&
                            std::none_of(value.begin(), value.end(), [](char c) {
                              return g_ascii_ispunct(c) && std::string_view("-_'./,:").find(c) == std::string_view::npos;
                            });
  if (kinds.digit > 0) {
    if (is_measure(value) || is_technique(value)) return Likelihood::none;
    const std::size_t at = value.find('@');
    if (at != std::string_view::npos && has_part(value.substr(at), ".") && kinds.sign <= 4) return Likelihood::weak;
    return Likelihood::strong;
  }
  if (kinds.sign == 0) return judge_word(candidate, value);
  if (!joined_words && !has_part(value, "=") && !has_part(value, "(") && !has_part(value, "’")) return Likelihood::strong;
  if (!is_assigned(candidate) || !is_told_alone(candidate, true)) return Likelihood::none;
  return is_quoted(candidate) || kinds.sign >= 2 ? Likelihood::fair : Likelihood::weak;
}

bool is_refused(const Candidate& candidate) {
  const std::string_view value = candidate.value();
  if (value.size() < shortest_password || is_placeholder(value)) return true;
  if (has_part(value, "://") || value.starts_with("www.")) return true;
  if ((value.front() == '/' || value.front() == '#') && Kinds(value).digit == 0) return true;
  if (value.front() == '/' && std::count(value.begin(), value.end(), '/') > 1) return true;
  const std::size_t scheme = value.front() == '$' ? value.find('$', 1) : std::string_view::npos;
  if (scheme != std::string_view::npos && scheme <= 10 && value.size() > 16) return true;   // crypt(5): $2b$12$…
  return !is_quoted(candidate) && is_code(value);
}

}  // namespace

Likelihood check_password(Candidate& candidate) {
  extend_to_end(candidate);
  if (!is_quoted(candidate)) {
    drop_next_field(candidate);
    if (is_placeholder(candidate.value())) return Likelihood::none;
    drop_closing_signs(candidate);
  }
  return is_refused(candidate) ? Likelihood::none : judge_signs(candidate);
}

Likelihood check_password_word(Candidate& candidate) {
  const Likelihood likelihood = check_password(candidate);
  if (likelihood != Likelihood::none || is_refused(candidate)) return likelihood;
  const Kinds kinds(candidate.value());
  return kinds.sign == 0 && kinds.digit == 0 ? Likelihood::weak : Likelihood::none;
}

Likelihood check_password_before(Candidate& candidate) {
  constexpr std::size_t longest = 64;
  std::size_t end = candidate.span.begin;
  const std::string_view text = candidate.text;
  while (end > 0 && text[end - 1] == ' ') --end;
  const std::size_t least = end > longest ? end - longest : 0;
  for (const auto& [open, close] : quotes) {
    if (!text.substr(0, end).ends_with(close)) continue;
    const std::size_t inner_end = end - close.size();
    const std::size_t quote = text.substr(least, inner_end - least).rfind(open);
    if (quote == std::string_view::npos) continue;
    const std::size_t inner = least + quote + open.size();
    candidate.span = {static_cast<std::uint32_t>(inner), static_cast<std::uint32_t>(inner_end)};
    const std::string_view value = candidate.value();
    const bool good = value.size() >= shortest_password && !has_part(value, "\n") && !is_placeholder(value);
    return good ? Likelihood::fair : Likelihood::none;
  }
  std::size_t begin = end;
  while (begin > least && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  while (begin < end && std::string_view("\"'`(*").find(text[begin]) != std::string_view::npos) ++begin;
  candidate.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  drop_closing_signs(candidate);
  if (is_refused(candidate)) return Likelihood::none;
  const std::string_view value = candidate.value();
  const Kinds kinds(value);
  const bool mixed = kinds.letters() > 0 && (kinds.digit > 0 || value.find_first_of("!@#$%^&*+~") != std::string_view::npos);
  if (mixed) return judge_signs(candidate) == Likelihood::strong ? Likelihood::fair : Likelihood::none;
  return kinds.letters() == 0 && kinds.digit == static_cast<int>(value.size()) && value.size() <= 12 ? Likelihood::fair
                                                                                                     : Likelihood::none;
}

}  // namespace loftgate
