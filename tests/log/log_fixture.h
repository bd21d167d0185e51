// SPDX-License-Identifier: GPL-2.0-or-later
// A folder of its own for every test, a clock that can be set, and entries to append.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "common/base/clock.h"
#include "common/log/consent_log.h"

namespace loftgate {

/// A temporary folder that is removed with all it holds.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "loftgate-test-XXXXXX").string();
    if (mkdtemp(pattern.data())) path_ = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// A clock that stands still until it is set.
class StillClock final : public Clock {
 public:
  Moment now() const override { return moment; }
  Moment moment{1780000000000000, 60};
};

inline Entry a_decision(LoggedChoice choice = LoggedChoice::redact) {
  Entry entry;
  entry.kind = EntryKind::decision;
  entry.actor = Actor::user;
  entry.service = "openai.chatgpt";
  entry.protocol = "prpl-jabber";
  entry.surface = "bot";
  entry.choice = choice;
  entry.scope = Scope::once;
  entry.purposes = {"ai-training", "retention"};
  entry.categories = {"phone", "email", "phone"};
  entry.redactions = 2;
  entry.risk = "high";
  entry.size = "64-255";
  entry.kb = "2026-05-01";
  return entry;
}

inline Entry a_remembered_choice(const std::string& rule, Scope scope = Scope::contact) {
  Entry entry = a_decision();
  entry.rule = rule;
  entry.scope = scope;
  return entry;
}

inline Entry end_of_rule(const std::string& rule, EntryKind kind = EntryKind::rule_withdrawn) {
  Entry entry;
  entry.kind = kind;
  entry.service = "openai.chatgpt";
  entry.scope = Scope::contact;
  entry.rule = rule;
  entry.purposes = {"ai-training"};
  return entry;
}

inline Who the_bot() { return {"alice@home.example", "bot@chatgpt.example", ""}; }

/// A log in a scratch folder.
class LogTest : public testing::Test {
 protected:
  std::string folder() const { return scratch.path() + "/loftgate"; }
  std::string database() const { return folder() + "/consent-1.db"; }
  Result<ConsentLog> open(ConsentLog::Access access = ConsentLog::Access::append) const {
    return ConsentLog::open(folder(), clock, access);
  }
  /// Opens, appends `count` decisions a second apart, and closes.
  void write(int count) {
    auto log = open();
    ASSERT_TRUE(log) << log.error().text;
    for (int i = 0; i < count; ++i) {
      clock.moment.us += 1000000;
      const auto seq = log->append(a_decision(), the_bot());
      ASSERT_TRUE(seq) << seq.error().text;
    }
  }

  ScratchFolder scratch;
  StillClock clock;
};

}  // namespace loftgate
