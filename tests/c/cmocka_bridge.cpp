// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/c/cmocka_bridge.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>

namespace loftgate {
namespace {

/// Collects what is printed to standard output and standard error while it lives.
class Printed {
 public:
  Printed() : file_(std::tmpfile(), std::fclose), out_(dup(STDOUT_FILENO)), err_(dup(STDERR_FILENO)) {
    flush();
    if (!file_) return;
    dup2(fileno(file_.get()), STDOUT_FILENO);
    dup2(fileno(file_.get()), STDERR_FILENO);
  }
  ~Printed() { restore(); }
  Printed(const Printed&) = delete;
  Printed& operator=(const Printed&) = delete;

  std::string text() {
    restore();
    if (!file_) return "";
    std::string all;
    std::array<char, 4096> buffer;
    std::rewind(file_.get());
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file_.get())) {
      all.append(buffer.data(), got);
    }
    return all;
  }

 private:
  static void flush() {
    std::fflush(stdout);
    std::fflush(stderr);
  }
  void restore() {
    if (out_ < 0) return;
    flush();
    dup2(out_, STDOUT_FILENO);
    dup2(err_, STDERR_FILENO);
    close(out_);
    close(err_);
    out_ = -1;
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  int out_;
  int err_;
};

class CmockaTest : public testing::Test {
 public:
  explicit CmockaTest(const CMUnitTest& test) : test_(test) {}
  void TestBody() override {
    if (const auto failure = failure_of(test_)) ADD_FAILURE() << *failure;
  }

 private:
  const CMUnitTest& test_;
};

}  // namespace

std::optional<std::string> failure_of(const CMUnitTest& test) {
  const CMUnitTest alone[] = {test};
  cmocka_set_message_output(CM_OUTPUT_STDOUT);
  Printed printed;
  const int failed = cmocka_run_group_tests_name(test.name, alone, nullptr, nullptr);
  std::string text = printed.text();
  if (failed == 0 && text.find("[  SKIPPED ]") == std::string::npos) return std::nullopt;
  return text;
}

bool register_suite(const char* suite, const CMUnitTest* tests, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const CMUnitTest& test = tests[i];
    testing::RegisterTest(suite, test.name, nullptr, nullptr, __FILE__, __LINE__,
                          [&test]() -> testing::Test* { return new CmockaTest(test); });
  }
  return count > 0;
}

}  // namespace loftgate
