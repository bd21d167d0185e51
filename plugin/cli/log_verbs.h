// SPDX-License-Identifier: GPL-2.0-or-later
// The verbs under `loftgate log`.
#pragma once

#include "common/base/result.h"

namespace loftgate::cli {

int log_list(int argc, char** argv);
int log_show(int argc, char** argv);
int log_verify(int argc, char** argv);
int log_status(int argc, char** argv);

/// Prints why the log could not be read; gives back the exit code for it.
int complain_about_log(const Error& error);

}  // namespace loftgate::cli
