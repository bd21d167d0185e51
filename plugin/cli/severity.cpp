// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/severity.h"

#include "common/base/i18n.h"

namespace loftgate::cli {

std::string severity_word(Severity severity) {
  switch (severity) {
    case Severity::none: return tr("note");
    case Severity::contact: return tr("contact");
    case Severity::identity: return tr("identity");
    case Severity::special: return tr("special");
    case Severity::secret: return tr("secret");
  }
  return {};
}

std::string_view severity_key(Severity severity) {
  switch (severity) {
    case Severity::none: return "none";
    case Severity::contact: return "contact";
    case Severity::identity: return "identity";
    case Severity::special: return "special";
    case Severity::secret: return "secret";
  }
  return {};
}

}  // namespace loftgate::cli
