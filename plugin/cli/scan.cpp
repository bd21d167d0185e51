// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/scan.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/base/i18n.h"
#include "common/engine/wording.h"
#include "common/scan/bundled_image.h"
#include "common/scan/phone_library.h"
#include "plugin/cli/options.h"
#include "plugin/cli/places.h"
#include "plugin/cli/severity.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

/// Line and column, counted from 1; columns are characters. Goes forward only.
class Place {
 public:
  explicit Place(std::string_view text) : text_(text) {}

  void go_to(std::size_t offset) {
    for (; at_ < offset && at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
        ++column_;
      }
    }
  }
  unsigned long line() const { return line_; }
  unsigned long column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  unsigned long line_ = 1;
  unsigned long column_ = 1;
};

/// The bundled records and the user's own.
Result<Scanner> load_scanner(const std::string& folder) {
  look_for_phone_module(phone_module_places(folder));
  const auto own = scan_records_in(record_folders(folder));
  if (!own) return own.error();
  return Scanner::load_over(bundled_scan_image(), *own);
}

/// Prints the findings of one file, as compilers print errors. Gives back the exit code.
int scan_file(const Scanner& scanner, const ScanSettings& settings, Input& input) {
  const auto text = input.rest();
  if (!text) {
    say_trouble(text.error().text);
    return exit_code::failed;
  }
  const ScanResult result = scanner.scan(*text, {settings.region});
  Place place(*text);
  for (const Finding& finding : result.findings) {
    place.go_to(finding.span.begin);
    const std::string what = finding.confidence >= Finding::sure
                                 ? noun(finding.type)
                                 : format(tr("%s, perhaps"), noun(finding.type).c_str());
    print_line(format("%s:%lu:%lu: %s: %s [%s]", input.name().c_str(), place.line(), place.column(),
                      severity_word(finding.severity).c_str(), what.c_str(),
                      std::string(scanner.detector(finding.detector).id).c_str()));
  }
  if (!result.complete) {
    say_trouble(format(tr("%s: part of it could not be read; split it and scan the parts"), input.name().c_str()));
    return exit_code::failed;
  }
  return result.findings.empty() ? exit_code::done : exit_code::found;
}

int scan_lines(const Scanner& scanner, const ScanSettings& settings, Input& input) {
  const auto unusable = scan_jsonl(scanner, settings, input);
  if (!unusable) say_trouble(unusable.error().text);
  return unusable && *unusable == 0 ? exit_code::done : exit_code::failed;
}

}  // namespace

int scan(int argc, char** argv) {
  Options options("scan", tr("[FILE…]"),
                  tr("Finds personal and secret details in files, or in standard input. Prints where and what kind, "
                     "never the text. Exit code 0: nothing found, 1: something found, 2: part of the input could not "
                     "be used."));
  ScanSettings settings;
  bool jsonl = false;
  std::string folder = default_folder();
  options.flag("jsonl", jsonl,
               tr("Read {\"id\",\"text\"[,\"region\"]} lines and print {\"id\",\"spans\"} lines; exit code 0 or 2"));
  options.flag("unsure", settings.unsure, tr("With --jsonl, print also what is too doubtful to ask about"));
  options.text("region", settings.region, tr("Country of the writer, for national phone numbers"), tr("CC"));
  options.text("folder", folder, tr("Loftgate's folder, for your own records"), tr("DIR"));
  if (!options.parse(argc, argv)) return exit_code::usage;

  const auto scanner = load_scanner(folder);
  if (!scanner) {
    say_trouble(scanner.error().text);
    return exit_code::failed;
  }
  std::vector<std::string> files = options.operands();
  if (files.empty()) files = {"-"};
  int code = exit_code::done;
  for (const std::string& file : files) {
    auto input = Input::open(file);
    if (!input) {
      say_trouble(input.error().text);
      code = exit_code::failed;
      continue;
    }
    const auto scan_one = jsonl ? scan_lines : scan_file;
    code = std::max(code, scan_one(*scanner, settings, *input));
  }
  return code;
}

}  // namespace loftgate::cli
