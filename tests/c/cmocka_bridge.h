// SPDX-License-Identifier: GPL-2.0-or-later
// Makes every test of a cmocka suite a GoogleTest case of its own. The only place where C++ meets cmocka.h, which must
// come after GoogleTest because it defines `fail` and other everyday words as macros.
#pragma once

#include <gtest/gtest.h>

#include <csetjmp>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

extern "C" {
#include <cmocka.h>
}

namespace loftgate {

/// Runs one test, with its own set-up and tear-down, through cmocka's group runner: an assertion that fails leaves the
/// test by longjmp and never reaches C++ frames. Gives back what cmocka said if the test failed or skipped itself.
std::optional<std::string> failure_of(const CMUnitTest& test);

/// Registers a suite. To be called before main, from an initialiser.
bool register_suite(const char* suite, const CMUnitTest* tests, std::size_t count);

}  // namespace loftgate
