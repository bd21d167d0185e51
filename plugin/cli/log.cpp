// SPDX-License-Identifier: GPL-2.0-or-later
#include <string_view>

#include "common/base/i18n.h"
#include "plugin/cli/log_verbs.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

void print_help() {
  print_line(tr("Usage: loftgate log list|show|verify|status [OPTION…]"));
  print_line("");
  print_line(format("  %-10s %s", "list", tr("Lists what was decided, newest first")));
  print_line(format("  %-10s %s", "show", tr("Shows one record, by its number or id")));
  print_line(format("  %-10s %s", "verify", tr("Checks that nothing in the log was changed")));
  print_line(format("  %-10s %s", "status", tr("Says where the log is and how long")));
  print_line("");
  print_line(tr("Exit codes: 0 done or intact, 1 intact with a remark, 2 altered or damaged, 3 could not be checked, "
                "64 wrong use."));
}

}  // namespace

int log(int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "";
  if (word == "list") return log_list(argc - 1, argv + 1);
  if (word == "show") return log_show(argc - 1, argv + 1);
  if (word == "verify") return log_verify(argc - 1, argv + 1);
  if (word == "status") return log_status(argc - 1, argv + 1);
  if (word == "--help" || word == "-h") {
    print_help();
    return exit_code::done;
  }
  say_trouble(tr("loftgate log: say list, show, verify or status; `loftgate log --help` tells more"));
  return exit_code::usage;
}

int complain_about_log(const Error& error) {
  say_trouble(error.text);
  return error.code == Code::corrupt ? exit_code::failed : exit_code::unable;
}

}  // namespace loftgate::cli
