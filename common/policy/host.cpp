// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/host.h"

#include <gio/gio.h>

#include <algorithm>

#include "common/base/glib_ptr.h"
#include "common/policy/glob.h"

namespace loftgate {
namespace {

using AddressPtr = CPtr<GInetAddress, g_object_unref>;
using MaskPtr = CPtr<GInetAddressMask, g_object_unref>;
using UriPtr = CPtr<GUri, g_uri_unref>;

/// A fully qualified name may be written with a dot at its end.
std::string_view without_last_dot(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host;
}

bool is_within(std::string_view host, std::string_view domain) {
  if (host.size() < domain.size() || !same_text(host.substr(host.size() - domain.size()), domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

bool is_in_network(const std::string& host, const std::string& network) {
  const AddressPtr address(g_inet_address_new_from_string(host.c_str()));
  if (!address) return false;
  const MaskPtr mask(g_inet_address_mask_new_from_string(network.c_str(), nullptr));
  return mask && g_inet_address_mask_matches(mask.get(), address.get());
}

}  // namespace

std::string account_host(std::string_view account) {
  account = account.substr(0, account.find('/'));
  const char separator = account.starts_with('@') ? ':' : '@';
  const std::size_t at = separator == ':' ? account.find(':') : account.rfind('@');
  if (at == std::string_view::npos) return {};
  std::string_view host = account.substr(at + 1);
  return std::string(host.substr(0, host.find(':')));
}

std::string url_host(std::string_view url) {
  const std::string text(url.find("://") == std::string_view::npos ? "http://" + std::string(url) : std::string(url));
  const UriPtr uri(g_uri_parse(text.c_str(), G_URI_FLAGS_NONE, nullptr));
  return uri ? copy(g_uri_get_host(uri.get())) : std::string();
}

bool is_network(const std::string& text) {
  return MaskPtr(g_inet_address_mask_new_from_string(text.c_str(), nullptr)) != nullptr;
}

std::size_t host_fit(const Provider& provider, std::string_view host) {
  const std::string name(without_last_dot(host));
  std::size_t best = 0;
  if (name.empty()) return best;
  for (const HostPattern& pattern : provider.hosts) {
    if (pattern.pattern.size() <= best) continue;
    if (pattern.cidr ? is_in_network(name, pattern.pattern) : is_within(name, pattern.pattern)) {
      best = pattern.pattern.size();
    }
  }
  return best;
}

}  // namespace loftgate
