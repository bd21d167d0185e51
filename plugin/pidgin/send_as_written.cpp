// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/send_as_written.h"

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/pidgin/widget.h"

namespace loftgate {
namespace {

constexpr guint arming_ms = 500;
constexpr guint secret_arming_ms = 1500;
std::string folded(const std::string& text) { return take(g_utf8_casefold(text.c_str(), -1)); }

const char* button_label(bool recorded) { return recorded ? tr("Send as _written") : tr("Send _without a record"); }

}  // namespace

SendAsWritten::SendAsWritten(const Warning& warning, std::function<void(const std::string&)> send)
    : letters_(warning.strength == Strength::ask_inhibited ? warning.letters : std::string()),
      send_(std::move(send)),
      button_(make_button(button_label(!warning.unrecorded), tr("Sends your text unchanged; Alt+W"))) {
  on<&SendAsWritten::on_clicked>(button_, "clicked", this);
  if (!letters_.empty()) {
    // Translators: %s are the first letters of the reader's name. The mnemonic is that of "Send as _written".
    label_ = gtk_label_new_with_mnemonic(format(tr("To send as _written, type “%s”:"), letters_.c_str()).c_str());
    field_ = gtk_entry_new();
    gtk_entry_set_width_chars(GTK_ENTRY(field_), 6);
    gtk_label_set_mnemonic_widget(GTK_LABEL(label_), field_);
    set_accessible(field_, format(tr("Type “%s” to send as written"), letters_.c_str()),
                   tr("The first letters of who will read it"));
    set_label_for(label_, field_);
    on<&SendAsWritten::on_typed>(field_, "changed", this);
  }
  arming_.start<&SendAsWritten::arm>(letters_.empty() ? arming_ms : secret_arming_ms, this);
  update();
}

void SendAsWritten::add_to(FlowBox& row) {
  if (label_) {
    row.add_word(label_);
    row.add_word(field_);
  }
  row.add_word(button_);
}

void SendAsWritten::set_allowed(bool allowed) {
  allowed_ = allowed;
  update();
}

void SendAsWritten::arm() {
  armed_ = true;
  update();
}

void SendAsWritten::on_typed(GtkEditable*) { update(); }

void SendAsWritten::on_clicked(GtkButton*) {
  const auto send = send_;  // the answer takes this button away
  const std::string typed = field_ ? gtk_entry_get_text(GTK_ENTRY(field_)) : "";
  send(typed);
}

void SendAsWritten::update() {
  const bool ready = armed_ && allowed_ && typed_right();
  gtk_widget_set_sensitive(button_, ready);
  if (!label_) return;
  // Alt+W leads to the field until the button answers to it: two owners of one mnemonic would only pass the focus on.
  const std::string text = format(tr("To send as _written, type “%s”:"), letters_.c_str());
  if (ready) {
    gtk_label_set_text(GTK_LABEL(label_), without_mnemonic(text.c_str()).c_str());
  } else {
    gtk_label_set_text_with_mnemonic(GTK_LABEL(label_), text.c_str());
  }
}

bool SendAsWritten::typed_right() const {
  if (letters_.empty()) return true;
  return folded(gtk_entry_get_text(GTK_ENTRY(field_))).starts_with(folded(letters_));
}

}  // namespace loftgate
