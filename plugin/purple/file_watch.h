// SPDX-License-Identifier: GPL-2.0-or-later
// Stands between choosing a file and offering it: there alone the file is known and its receiver knows nothing yet.
#pragma once

#include <purple.h>

#include <map>
#include <memory>
#include <vector>

#include "common/engine/ports.h"
#include "plugin/purple/held_file.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

/// One at a time: libpurple's calls carry nothing by which several could be told apart.
class FileWatch {
 public:
  /// References outlive it.
  FileWatch(Door& door, const ViewSwitch& views);
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;
  /// Gives up what is held and leaves libpurple's tables as they were.
  ~FileWatch();

 private:
  static void added(PurpleXfer* transfer) noexcept;
  static void starting(PurpleXfer* transfer) noexcept;

  void hook();
  void unhook();
  void weigh(PurpleXfer* transfer, TransferStart start);
  template <class Which>
  void withdraw(Which which);
  void cancelled(PurpleXfer* transfer);
  void signing_off(PurpleConnection* connection);
  void signed_on(PurpleConnection* connection);

  Door& door_;
  const ViewSwitch& views_;
  std::map<PurpleXfer*, TransferStart> starts_;  ///< of transfers between being added and being started
  std::vector<std::unique_ptr<HeldFile>> held_;
  Signal cancelled_ = Signal::to<&FileWatch::cancelled>(this, purple_xfers_get_handle(), "file-send-cancel");
  Signal signing_off_ = Signal::to<&FileWatch::signing_off>(this, purple_connections_get_handle(), "signing-off");
  Signal signed_on_ = Signal::to<&FileWatch::signed_on>(this, purple_connections_get_handle(), "signed-on");
};

}  // namespace loftgate
