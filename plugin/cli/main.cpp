// SPDX-License-Identifier: GPL-2.0-or-later
// The `loftgate` command: a door without a client to the same library.
#include <clocale>
#include <string_view>
#include <vector>

#include "common/base/i18n.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

struct Verb {
  const char* name;
  const char* summary;
  int (*run)(int, char**);
};

/// All verbs, in the language of the user.
std::vector<Verb> verbs() {
  return {
      {"scan", tr("Finds personal and secret details in text"), scan},
      {"check", tr("Says what would happen to a text before it is sent"), check},
      {"services", tr("Shows what services say they do with what people write"), services},
      {"records", tr("Lists what is looked for, and tries records of your own"), records},
      {"log", tr("Shows and verifies the local consent log"), log},
  };
}

void print_help() {
  print_line(tr("Usage: loftgate VERB [OPTION…]"));
  print_line("");
  for (const Verb& verb : verbs()) print_line(format("  %-10s %s", verb.name, verb.summary));
  print_line("");
  print_line(tr("`loftgate VERB --help` tells more. Nothing ever leaves this machine."));
}

int run(int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "";
  if (word == "--help" || word == "-h" || word == "help") {
    print_help();
    return exit_code::done;
  }
  if (word == "--version") {
    print_line("loftgate " LOFTGATE_VERSION);
    return exit_code::done;
  }
  for (const Verb& verb : verbs()) {
    if (verb.name == word) return verb.run(argc - 1, argv + 1);
  }
  say_trouble(word.empty() ? tr("loftgate: which verb? `loftgate --help` lists them")
                           : format(tr("loftgate: \"%s\" is no verb; `loftgate --help` lists them"),
                                    printable(word).c_str()));
  return exit_code::usage;
}

}  // namespace
}  // namespace loftgate::cli

int main(int argc, char** argv) {
  std::setlocale(LC_ALL, "");
  const int code = loftgate::cli::run(argc, argv);
  if (loftgate::cli::flush_output()) return code;
  loftgate::cli::say_trouble(
      loftgate::tr("loftgate: the output could not be written; free some space or name another file"));
  return loftgate::cli::exit_code::failed;
}
