// SPDX-License-Identifier: GPL-2.0-or-later
// The scan image of the bundled records, made by the build (records_compiler.cpp).
#pragma once

namespace loftgate {

/// The image, as compile_image() gives it; read-only, for as long as the program runs.
const char* bundled_scan_image();

}  // namespace loftgate
