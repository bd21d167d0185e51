// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "common/base/i18n.h"
#include "common/log/canonical_json.h"
#include "common/log/consent_log.h"
#include "common/log/verify.h"
#include "plugin/cli/log_verbs.h"
#include "plugin/cli/options.h"
#include "plugin/cli/places.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

constexpr std::size_t findings_shown = 20;

std::string number(std::int64_t value) { return std::to_string(value); }

int verdict_code(const VerifyReport& report) {
  if (!report.intact()) return exit_code::failed;
  return report.findings.empty() ? exit_code::done : exit_code::found;
}

/// Never "intact" alone when nothing outside the log vouched for it.
std::string verdict(const VerifyReport& report) {
  if (!report.intact()) return tr("Altered or damaged.");
  if (!report.anchored_seq) return tr("Intact, not anchored: nothing outside the log was there to compare it with.");
  return format(tr("Intact, anchored up to number %s."), number(*report.anchored_seq).c_str());
}

void print_report(const VerifyReport& report) {
  const std::size_t shown = std::min(report.findings.size(), findings_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    print_line(format("%s: %s", report.findings[i].code.c_str(), printable(report.findings[i].words).c_str()));
  }
  if (const auto more = report.findings.size() - shown; more > 0) {
    print_line(format(tr_n("and %lu more finding", "and %lu more findings", more), static_cast<unsigned long>(more)));
  }
  print_line(format(tr("Records: %s, erased: %s, names withheld: %s"), number(report.rows).c_str(),
                    number(report.erased).c_str(), number(report.withheld).c_str()));
  print_line(verdict(report));
}

Json report_json(const VerifyReport& report) {
  Json::List findings;
  for (const VerifyFinding& finding : report.findings) {
    Json item = Json::object();
    item.set("code", finding.code);
    item.set("numbers", Json::List(finding.numbers.begin(), finding.numbers.end()));
    item.set("words", finding.words);
    findings.push_back(std::move(item));
  }
  Json all = Json::object();
  all.set("intact", report.intact());
  all.set("findings", std::move(findings));
  all.set("rows", report.rows);
  all.set("erased", report.erased);
  all.set("withheld", report.withheld);
  all.set("head_seq", report.head_seq);
  all.set("head_link", report.head_link);
  all.set("anchored_seq", report.anchored_seq ? Json(*report.anchored_seq) : Json());
  return all;
}

Json status_json(const LogStatus& status) {
  Json all = Json::object();
  all.set("folder", printable(status.folder));
  all.set("database", printable(status.database));
  all.set("journal_mode", status.journal_mode);
  all.set("log_id", status.log_id);
  all.set("rows", status.rows);
  all.set("erased", status.erased);
  all.set("rules", status.rules);
  all.set("head_seq", status.head_seq);
  all.set("head_link", status.head_link);
  all.set("verification_code", status.verification_code);
  all.set("anchored_seq", status.anchored_seq ? Json(*status.anchored_seq) : Json());
  return all;
}

void print_status(const LogStatus& status) {
  print_line(format(tr("Folder: %s"), printable(status.folder).c_str()));
  print_line(format(tr("Database: %s (%s)"), printable(status.database).c_str(), status.journal_mode.c_str()));
  print_line(format(tr("Records: %s, erased: %s"), number(status.rows).c_str(), number(status.erased).c_str()));
  print_line(format(tr("Remembered choices: %s"), number(status.rules).c_str()));
  print_line(status.anchored_seq ? format(tr("Anchored up to number %s"), number(*status.anchored_seq).c_str())
                                 : std::string(tr("Not anchored")));
  print_line(format(tr("Verification code: %s"), status.verification_code.c_str()));
}

}  // namespace

int log_verify(int argc, char** argv) {
  Options options("log verify", "",
                  tr("Checks that nothing in the log was changed, and says what was checked. Works while a client is "
                     "running."));
  std::string folder = default_folder();
  std::string code;
  std::string file;
  bool deep = false;
  bool json = false;
  options.text("folder", folder, tr("Loftgate's folder"), tr("DIR"));
  options.text("anchor", code, tr("Verification code that was written down earlier"), tr("CODE"));
  options.text("file", file, tr("Check an export instead"), tr("FILE"));
  options.flag("deep", deep, tr("Check the database file itself more thoroughly"));
  options.flag("json", json, tr("Print JSON"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (!options.operands().empty()) return options.complain(tr("no names are needed"));

  const auto report = file.empty() ? verify_log(folder, deep, code) : verify_export(file, code);
  if (!report) return complain_about_log(report.error());
  json ? print_line(canonical(report_json(*report))) : print_report(*report);
  return verdict_code(*report);
}

int log_status(int argc, char** argv) {
  Options options("log status", "", tr("Says where the log is, how long it is, and its verification code."));
  std::string folder = default_folder();
  bool json = false;
  options.text("folder", folder, tr("Loftgate's folder"), tr("DIR"));
  options.flag("json", json, tr("Print JSON"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (!options.operands().empty()) return options.complain(tr("no names are needed"));

  const SystemClock clock;
  const auto log = ConsentLog::open(folder, clock, ConsentLog::Access::read);
  if (!log) return complain_about_log(log.error());
  const auto status = log->status();
  if (!status) return complain_about_log(status.error());
  json ? print_line(canonical(status_json(*status))) : print_status(*status);
  return exit_code::done;
}

}  // namespace loftgate::cli
