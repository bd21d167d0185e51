// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/version.h"

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

constexpr std::size_t hash_digits = 12;

void add(std::string& text, std::string_view key, std::string_view value) {
  text.append(key).append("=").append(value).append("\n");
}

std::string days(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

void add_variants(std::string& text, std::string_view key, const std::map<std::string, Variant>& variants) {
  for (const auto& [name, variant] : variants) {
    add(text, std::string(key) + "." + name,
        std::string(stance_name(variant.training)) + " " + days(variant.retention_days));
  }
}

void add_practice(std::string& text, std::string_view section, const Practice& practice) {
  add(text, "practice", section);
  add(text, "training", stance_name(practice.training));
  add(text, "other_ml", stance_name(practice.other_ml));
  add(text, "third_party", stance_name(practice.third_party));
  add(text, "human_review", review_name(practice.human_review));
  add(text, "retention", practice.retention);
  add(text, "retention_days", days(practice.retention_days));
  add_variants(text, "tier", practice.tiers);
  add_variants(text, "region", practice.regions);
}

}  // namespace

std::string policy_version(const Provider& provider) {
  std::string text;
  add_practice(text, "public", provider.public_posts);
  add_practice(text, "private", provider.private_messages);
  add_practice(text, "ai_chat", provider.ai_chat);
  add(text, "opt_out", provider.opt_out.available);
  add(text, "opt_out.url", provider.opt_out.url);
  add(text, "opt_out.default", provider.opt_out.default_state);
  for (const std::string& region : provider.opt_out.regions) add(text, "opt_out.region", region);
  const std::string hash = take(g_compute_checksum_for_string(G_CHECKSUM_SHA256, text.data(),
                                                              static_cast<gssize>(text.size())));
  return (provider.reviewed ? iso_date(*provider.reviewed) : "undated") + "-" + hash.substr(0, hash_digits);
}

}  // namespace loftgate
