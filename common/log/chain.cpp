// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/chain.h"

#include <glib.h>
#include <sys/random.h>

#include <cerrno>
#include <charconv>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

using HmacPtr = CPtr<GHmac, g_hmac_unref>;
using ChecksumPtr = CPtr<GChecksum, g_checksum_free>;

constexpr char base32_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t code_length = 16;

void fill_random(std::uint8_t* out, std::size_t size) {
  while (size > 0) {
    const ssize_t got = getrandom(out, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) g_error("loftgate: the system gives no random bytes: %s", g_strerror(errno));
    out += got;
    size -= static_cast<std::size_t>(got);
  }
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string code_letters(const Digest& link) {
  std::string letters;
  for (std::size_t i = 0; i < code_length; ++i) {
    const std::size_t bit = i * 5;
    const unsigned pair = static_cast<unsigned>(link[bit / 8] << 8) | link[bit / 8 + 1];
    letters += base32_letters[(pair >> (11 - bit % 8)) & 31];
  }
  return letters;
}

}  // namespace

Digest commitment(const Digest& salt, std::string_view body) {
  const HmacPtr hmac(g_hmac_new(G_CHECKSUM_SHA256, salt.data(), salt.size()));
  g_hmac_update(hmac.get(), reinterpret_cast<const guchar*>(body.data()), static_cast<gssize>(body.size()));
  Digest out{};
  gsize size = out.size();
  g_hmac_get_digest(hmac.get(), out.data(), &size);
  return out;
}

Digest link_after(const LogId& log, std::int64_t seq, const Digest& before, const Digest& c_entry, const Digest& c_who) {
  static constexpr guchar tag[] = {'A', 'I', 'C', 'L', '1', 0};
  const std::uint64_t number = GUINT64_TO_BE(static_cast<std::uint64_t>(seq));
  const ChecksumPtr sum(g_checksum_new(G_CHECKSUM_SHA256));
  g_checksum_update(sum.get(), tag, sizeof tag);
  g_checksum_update(sum.get(), log.data(), static_cast<gssize>(log.size()));
  g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(&number), sizeof number);
  for (const Digest* part : {&before, &c_entry, &c_who}) {
    g_checksum_update(sum.get(), part->data(), static_cast<gssize>(part->size()));
  }
  Digest out{};
  gsize size = out.size();
  g_checksum_get_digest(sum.get(), out.data(), &size);
  return out;
}

std::string sha256_of(std::string_view text) {
  return "sha256:" + take(g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(text.data()),
                                                      text.size()));
}

template <std::size_t N>
std::string to_hex(const std::array<std::uint8_t, N>& bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * N);
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> from_hex(std::string_view text) {
  if (text.size() != 2 * N) return std::nullopt;
  std::array<std::uint8_t, N> out{};
  for (std::size_t i = 0; i < N; ++i) {
    const int high = hex_value(text[2 * i]);
    const int low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return out;
}

template <std::size_t N>
std::array<std::uint8_t, N> random_bytes() {
  std::array<std::uint8_t, N> out{};
  fill_random(out.data(), out.size());
  return out;
}

template std::string to_hex(const LogId&);
template std::string to_hex(const Digest&);
template std::optional<LogId> from_hex(std::string_view);
template std::optional<Digest> from_hex(std::string_view);
template LogId random_bytes();
template Digest random_bytes();

bool VerificationCode::matches(const Digest& link) const { return letters == code_letters(link); }

std::string verification_code(std::int64_t seq, const Digest& link) {
  return std::to_string(seq) + "-" + code_letters(link);
}

std::optional<VerificationCode> parse_verification_code(std::string_view text) {
  while (!text.empty() && g_ascii_isspace(text.front())) text.remove_prefix(1);
  while (!text.empty() && g_ascii_isspace(text.back())) text.remove_suffix(1);
  VerificationCode code;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code.seq);
  if (error != std::errc() || code.seq < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.size() != code_length + 1 || text[0] != '-') return std::nullopt;
  for (const char c : text.substr(1)) {
    const char letter = g_ascii_toupper(c);
    if (std::string_view(base32_letters).find(letter) == std::string_view::npos) return std::nullopt;
    code.letters += letter;
  }
  return code;
}

}  // namespace loftgate
