// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/places.h"

#include "common/base/glib_ptr.h"

namespace loftgate::cli {

std::string default_folder() { return take(g_build_filename(g_get_home_dir(), ".purple", "loftgate", nullptr)); }

}  // namespace loftgate::cli
