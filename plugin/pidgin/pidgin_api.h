// SPDX-License-Identifier: GPL-2.0-or-later
// Pidgin's C headers, in the order and linkage in which C++ can read them.
#pragma once

#include <glib.h>
#include <gtk/gtk.h>
#include <gdk/gdkkeysyms.h>
#include "plugin/purple/view_socket.h"

extern "C" {
#include <gtkconv.h>
#include <gtkimhtml.h>
#include <gtkplugin.h>
#include <gtkutils.h>
}
