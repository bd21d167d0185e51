// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/c/loftgate_c.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "common/log/consent_log.h"
#include "common/log/verify.h"
#include "common/scan/bundled_image.h"
#include "common/scan/scanner.h"

using namespace loftgate;

struct lg_scan {
  ScanResult result;
};

struct lg_log {
  SystemClock clock;
  std::optional<ConsentLog> log;
};

namespace {

std::string last_error;

const Scanner& scanner() {
  static const Scanner bundled = Scanner::of_image(bundled_scan_image());
  return bundled;
}

std::optional<LoggedChoice> choice_of(const std::string& word) {
  if (word == "send") return LoggedChoice::send;
  if (word == "redact") return LoggedChoice::redact;
  if (word == "edit") return LoggedChoice::edit;
  if (word == "cancel") return LoggedChoice::cancel;
  if (word == "defer") return LoggedChoice::defer;
  return std::nullopt;
}

}  // namespace

lg_scan* lg_scan_text(const char* text, size_t size, const char* region) {
  ScanOptions options;
  options.region = region;
  return std::make_unique<lg_scan>(lg_scan{scanner().scan({text, size}, options)}).release();
}

size_t lg_scan_count(const lg_scan* scan) { return scan->result.findings.size(); }

lg_finding lg_scan_at(const lg_scan* scan, size_t index) {
  const Finding& finding = scan->result.findings[index];
  return {finding.span.begin, finding.span.end, type_name(finding.type).data()};
}

int lg_scan_is_complete(const lg_scan* scan) { return scan->result.complete ? 1 : 0; }

void lg_scan_free(lg_scan* scan) { std::unique_ptr<lg_scan>{scan}.reset(); }

lg_log* lg_log_open(const char* folder) {
  auto result = std::make_unique<lg_log>();
  auto log = ConsentLog::open(folder, result->clock, ConsentLog::Access::append);
  if (!log) {
    last_error = log.error().text;
    return nullptr;
  }
  result->log.emplace(std::move(*log));
  return result.release();
}

int64_t lg_log_append(lg_log* log, const char* choice, const char* contact, const char* rule) {
  Entry entry;
  entry.choice = choice_of(choice);
  entry.service = "openai.chatgpt";
  entry.protocol = "prpl-jabber";
  entry.surface = "im";
  entry.scope = rule ? Scope::contact : Scope::once;
  entry.rule = rule ? rule : "";
  entry.size = size_bucket(0);
  const auto seq = log->log->append(entry, {"me@home.example", contact, ""});
  if (seq) return *seq;
  last_error = seq.error().text;
  return -1;
}

int64_t lg_log_rules(const lg_log* log) {
  const auto rules = log->log->rules();
  return rules ? static_cast<int64_t>(rules->size()) : -1;
}

void lg_log_close(lg_log* log) { std::unique_ptr<lg_log>{log}.reset(); }

int64_t lg_log_verify(const char* folder) {
  const auto report = verify_log(folder, true, "");
  if (!report) {
    last_error = report.error().text;
    return -1;
  }
  return std::count_if(report->findings.begin(), report->findings.end(),
                       [](const VerifyFinding& finding) { return finding.code.rfind("E_", 0) == 0; });
}

const char* lg_last_error(void) { return last_error.c_str(); }
