// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/held_file.h"

#include <glib/gstdio.h>

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"

namespace loftgate {
namespace {

/// Changes when the file's content may have changed; "" when there is no such file.
std::string state_of(PurpleXfer* transfer) {
  const std::string path = copy(purple_xfer_get_local_filename(transfer));
  GStatBuf status{};
  if (path.empty() || g_stat(path.c_str(), &status) != 0) return {};
  std::string state;
  for (const auto number : {static_cast<long long>(status.st_dev), static_cast<long long>(status.st_ino),
                            static_cast<long long>(status.st_size), static_cast<long long>(status.st_mtim.tv_sec),
                            static_cast<long long>(status.st_mtim.tv_nsec)}) {
    state += std::to_string(number) + ' ';
  }
  return state;
}

}  // namespace

HeldFile::HeldFile(PurpleXfer* transfer, TransferStart start)
    : transfer_(transfer), start_(start), looked_at_(state_of(transfer)) {
  purple_xfer_ref(transfer);
}

HeldFile::~HeldFile() { give_up(); }

bool HeldFile::belongs_to(const PurpleAccount* account) const {
  return transfer_ && purple_xfer_get_account(transfer_) == account;
}

std::optional<Error> HeldFile::obstacle(const Destination&) {
  if (transfer_ && state_of(transfer_) == looked_at_) return std::nullopt;
  return Error{Code::invalid, tr("The file changed since it was checked. Go back and send it again.")};
}

/// Touches nothing of its own once the transfer runs: what is done may be thrown away by then.
bool HeldFile::release(HoldId, const Destination&, const std::string&, std::uint32_t) {
  PurpleXfer* transfer = std::exchange(transfer_, nullptr);
  if (!transfer) return false;
  start_(transfer);
  purple_xfer_unref(transfer);
  return true;
}

void HeldFile::give_up() {
  PurpleXfer* transfer = std::exchange(transfer_, nullptr);
  if (!transfer) return;
  purple_xfer_cancel_local(transfer);
  purple_xfer_unref(transfer);
}

void HeldFile::forget() {
  if (PurpleXfer* transfer = std::exchange(transfer_, nullptr)) purple_xfer_unref(transfer);
}

}  // namespace loftgate
