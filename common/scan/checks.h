// SPDX-License-Identifier: GPL-2.0-or-later
// What a pattern cannot tell: checksums, lengths by country, whether a number is a date or a word is a secret.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/markup.h"

namespace loftgate {

/// What a check thinks of a candidate, from "not this" to "certainly this".
enum class Likelihood : std::uint8_t {
  none,
  known,    ///< well formed, and known to be nobody's: documentation, private networks, tests
  weak,     ///< counts only with a context word beside it
  fair,
  strong,   ///< counts whatever stands beside it
};

/// A piece of text that a pattern matched. A check may make it shorter or longer.
struct Candidate {
  std::string_view text;     ///< the whole text
  Span span;                 ///< the candidate, in bytes of `text`
  std::string_view region;   ///< ISO 3166 country of the user, "" unknown

  std::string_view value() const { return text.substr(span.begin, span.size()); }
};

struct Check {
  std::string_view name;
  Likelihood (*judge)(Candidate&) = nullptr;
  bool finds_end = false;   ///< reads the longest match and shortens it itself; others are asked for each end
};

/// The check a record names, or nullptr.
const Check* check_named(std::string_view name);
std::vector<std::string_view> check_names();

Likelihood check_assigned(Candidate& candidate);
Likelihood check_assigned_key(Candidate& candidate);
Likelihood check_card(Candidate& candidate);
Likelihood check_email(Candidate& candidate);
Likelihood check_iban(Candidate& candidate);
Likelihood check_ipv4(Candidate& candidate);
Likelihood check_ipv6(Candidate& candidate);
Likelihood check_jwt(Candidate& candidate);
Likelihood check_named_key(Candidate& candidate);
Likelihood check_password(Candidate& candidate);
Likelihood check_pem(Candidate& candidate);
Likelihood check_phone_international(Candidate& candidate);
Likelihood check_phone_national(Candidate& candidate);
Likelihood check_random(Candidate& candidate);
Likelihood check_random_tail(Candidate& candidate);
Likelihood check_url_password(Candidate& candidate);
Likelihood check_user_password(Candidate& candidate);

}  // namespace loftgate
