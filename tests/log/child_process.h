// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a part of a test in a process of its own, which may be killed at any moment.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace loftgate {

/// Sends a number to the parent; what was sent before a kill arrives.
using Acknowledge = std::function<void(std::int64_t)>;

class ChildProcess {
 public:
  /// Runs `work`; its result is the exit status.
  explicit ChildProcess(const std::function<int(const Acknowledge&)>& work) {
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0) return;
    pid_ = fork();
    if (pid_ == 0) {
      close(ends[0]);
      _exit(work([&ends](std::int64_t number) { (void)!write(ends[1], &number, sizeof number); }));
    }
    close(ends[1]);
    from_ = ends[0];
  }
  ~ChildProcess() {
    if (from_ >= 0) close(from_);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Waits for the end and gives all numbers that were sent.
  std::vector<std::int64_t> finish() {
    std::vector<std::int64_t> numbers;
    std::int64_t number = 0;
    while (read(from_, &number, sizeof number) == sizeof number) numbers.push_back(number);
    waitpid(pid_, &status_, 0);
    return numbers;
  }
  bool was_killed() const { return WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL; }
  bool succeeded() const { return WIFEXITED(status_) && WEXITSTATUS(status_) == 0; }

 private:
  pid_t pid_ = -1;
  int from_ = -1;
  int status_ = -1;
};

/// Ends the calling process with SIGKILL after so many microseconds, wherever it is then.
inline void die_after(long microseconds) {
  sigevent event = {};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGKILL;
  timer_t timer = {};
  itimerspec when = {};
  when.it_value = {microseconds / 1000000, microseconds % 1000000 * 1000};
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 || timer_settime(timer, 0, &when, nullptr) != 0) _exit(1);
}

}  // namespace loftgate
