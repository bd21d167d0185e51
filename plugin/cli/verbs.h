// SPDX-License-Identifier: GPL-2.0-or-later
// The verbs of the command line and what their exit codes mean.
#pragma once

namespace loftgate::cli {

/// What a verb tells the shell. `check` has codes of its own, listed there.
namespace exit_code {
inline constexpr int done = 0;
inline constexpr int found = 1;     ///< scan: something was found; log verify: intact, with a remark
inline constexpr int failed = 2;    ///< part of the input could not be used; log: altered or damaged
inline constexpr int unable = 3;    ///< log: could not be checked or read
inline constexpr int usage = 64;    ///< the command itself was wrong (EX_USAGE of sysexits.h)
}  // namespace exit_code

/// Each takes the arguments from its own name on and gives back the exit code.
int scan(int argc, char** argv);
int check(int argc, char** argv);
int services(int argc, char** argv);
int records(int argc, char** argv);
int log(int argc, char** argv);

}  // namespace loftgate::cli
