// SPDX-License-Identifier: GPL-2.0-or-later
// Asks in a window of its own about what belongs to no conversation: the status and the profile of an account.
#pragma once

#include <purple.h>

#include <map>
#include <memory>

#include "common/engine/ports.h"

namespace loftgate {

class RequestView final : public WarningView {
 public:
  explicit RequestView(Door& door) : door_(door) {}
  /// Closes what is still open, unanswered.
  ~RequestView() override;
  RequestView(const RequestView&) = delete;
  RequestView& operator=(const RequestView&) = delete;

  void ask(const Warning& warning) override;
  void remind(const Warning& warning) override { ask(warning); }
  void notice(const Notice& notice) override;
  void close(HoldId id, Act how) override;
  void badge(const Destination&, const Badge&) override {}
  /// Nothing to do: it still stands where it was written, as the question says.
  void give_back(const Destination&, const std::string&) override {}

 private:
  /// One question on the screen; its address is what libpurple hands back with the answer.
  struct Question {
    RequestView& view;
    Warning warning;
    PurpleRequestType type = PURPLE_REQUEST_ACTION;
    void* window = nullptr;   ///< NULL once it was answered: then the client closes it itself
  };

  static void masked(void* question, int) noexcept;
  static void went_back(void* question, int) noexcept;
  static void sent(void* question, int) noexcept;
  static void letters_typed(void* question, const char* letters) noexcept;
  static void letters_cancelled(void* question, const char* letters) noexcept;

  void show(Question& question);
  void show_letters(Question& question);
  void answer(Question& question, Act act, const std::string& letters);

  Door& door_;
  std::map<HoldId, std::unique_ptr<Question>> open_;
};

}  // namespace loftgate
