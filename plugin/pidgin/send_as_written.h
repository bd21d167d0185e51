// SPDX-License-Identifier: GPL-2.0-or-later
// The button that lets a text out unmasked. It arms late, so that a key meant for the text cannot press it.
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>

#include "common/engine/warning.h"
#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/flow_box.h"

namespace loftgate {

/// For secrets the first letters of the reader's name are typed first, which pulls the eye to who gets it.
class SendAsWritten {
 public:
  /// `send` is given what was typed, "" where nothing had to be.
  SendAsWritten(const Warning& warning, std::function<void(const std::string& typed)> send);
  SendAsWritten(const SendAsWritten&) = delete;
  SendAsWritten& operator=(const SendAsWritten&) = delete;

  void add_to(FlowBox& row);
  /// A held text that no longer stands in the entry cannot be sent.
  void set_allowed(bool allowed);

 private:
  void arm();
  void on_typed(GtkEditable* editable);
  void on_clicked(GtkButton* button);
  void update();
  bool typed_right() const;

  std::string letters_;            ///< what is to be typed, "" nothing
  std::function<void(const std::string&)> send_;
  GtkWidget* button_;
  GtkWidget* label_ = nullptr;
  GtkWidget* field_ = nullptr;
  bool armed_ = false;
  bool allowed_ = true;
  Timer arming_;
};

}  // namespace loftgate
