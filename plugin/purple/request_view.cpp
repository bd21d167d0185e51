// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/request_view.h"

#include <string>
#include <utility>

#include "common/base/i18n.h"
#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

/// What is published meanwhile, and where the text is.
std::string meanwhile(const Destination& contacts) {
  if (contacts.peer == "profile")
    return tr("Until you decide, your profile stays as it was. What you wrote is kept in your account's settings.");
  return tr("Until you decide, your status shows no text. What you wrote is kept in your list of statuses.");
}

std::string body_of(const Warning& warning) {
  std::string body;
  if (!warning.trouble.empty()) body = warning.trouble + "\n\n";
  if (warning.unrecorded) body += std::string(tr("An answer now is followed without a record.")) + "\n\n";
  body += warning.reason + "\n\n";
  if (warning.has_mask) body += format(tr("Masked it reads: %s"), warning.preview.c_str()) + "\n\n";
  return body + meanwhile(warning.to);
}

/// Runs what a window was closed with; nothing thrown leaves it.
template <class Work>
void guarded(Work work) noexcept {
  try {
    work();
  } catch (...) {
    purple_debug_error("loftgate", "An answer could not be taken; nothing was published.\n");
  }
}

}  // namespace

RequestView::~RequestView() {
  for (auto& [id, question] : open_) {
    if (question->window) purple_request_close(question->type, question->window);
  }
  purple_notify_close_with_handle(this);
}

void RequestView::ask(const Warning& warning) {
  close(warning.id, Act::back);
  auto question = std::make_unique<Question>(Question{*this, warning});
  show(*open_.insert_or_assign(warning.id, std::move(question)).first->second);
}

void RequestView::notice(const Notice& notice) {
  purple_notify_info(this, "Loftgate", notice.text.c_str(), nullptr);
}

void RequestView::close(HoldId id, Act) {
  const auto found = open_.find(id);
  if (found == open_.end()) return;
  const std::unique_ptr<Question> closed = std::move(found->second);
  open_.erase(found);
  if (closed->window) purple_request_close(closed->type, std::exchange(closed->window, nullptr));
}

void RequestView::show(Question& question) {
  const Warning& warning = question.warning;
  const std::string title = format("%s %s: %s", warning.mark.c_str(), warning.state.c_str(), warning.lead.c_str());
  const std::string body = body_of(warning);
  PurpleAccount* account = find_account(warning.to);
  const bool inhibited = warning.strength == Strength::ask_inhibited;
  const char* send = inhibited ? tr("Publish as written…") : tr("Publish as written");
  question.type = PURPLE_REQUEST_ACTION;
  const int none = PURPLE_DEFAULT_ACTION_NONE;   // the window comes while its author types: Enter alone decides nothing
  const auto back = PURPLE_CALLBACK(went_back);
  if (warning.has_mask)
    question.window = purple_request_action(this, "Loftgate", title.c_str(), body.c_str(), none, account, nullptr, nullptr,
                                            &question, 3, tr("Mask and publish"), PURPLE_CALLBACK(masked),
                                            tr("Go back"), back, send, PURPLE_CALLBACK(sent));
  else
    question.window = purple_request_action(this, "Loftgate", title.c_str(), body.c_str(), none, account, nullptr, nullptr,
                                            &question, 2, tr("Go back"), back, send, PURPLE_CALLBACK(sent));
}

void RequestView::show_letters(Question& question) {
  const Warning& warning = question.warning;
  const std::string body = format(tr("To publish this as written, type the first letters of %s: %s."),
                                  warning.reader.c_str(), warning.letters.c_str());
  question.type = PURPLE_REQUEST_INPUT;
  question.window = purple_request_input(this, "Loftgate", warning.lead.c_str(), body.c_str(), "", FALSE, FALSE, nullptr,
                                         tr("Publish as written"), PURPLE_CALLBACK(letters_typed), tr("Go back"),
                                         PURPLE_CALLBACK(letters_cancelled), find_account(warning.to), nullptr, nullptr,
                                         &question);
}

void RequestView::masked(void* question, int) noexcept {
  guarded([&] {
    auto& asked = *static_cast<Question*>(question);
    asked.view.answer(asked, Act::mask, "");
  });
}

void RequestView::went_back(void* question, int) noexcept {
  guarded([&] {
    auto& asked = *static_cast<Question*>(question);
    asked.view.answer(asked, Act::back, "");
  });
}

void RequestView::sent(void* question, int) noexcept {
  guarded([&] {
    auto& asked = *static_cast<Question*>(question);
    if (asked.warning.strength == Strength::ask_inhibited) asked.view.show_letters(asked);
    else asked.view.answer(asked, Act::send, "");
  });
}

void RequestView::letters_typed(void* question, const char* letters) noexcept {
  guarded([&] {
    auto& asked = *static_cast<Question*>(question);
    asked.view.answer(asked, Act::send, letters ? letters : "");
  });
}

void RequestView::letters_cancelled(void* question, const char*) noexcept { went_back(question, 0); }

void RequestView::answer(Question& question, Act act, const std::string& letters) {
  question.window = nullptr;
  const HoldId id = question.warning.id;
  const Warning asked = question.warning;
  Choice choice;
  choice.act = act;
  choice.typed_reader = letters;
  choice.without_record = asked.unrecorded;
  const Result<void> done = door_.choose(id, choice);
  const auto still = open_.find(id);
  // The gate asks again itself, with the trouble, where the world was in the way.
  if (done || still == open_.end() || still->second->window) return;
  Warning again = asked;
  again.trouble = done.error().text;
  ask(again);
}

}  // namespace loftgate
