# SPDX-License-Identifier: GPL-2.0-or-later
"""Widgets as assistive technology sees them, read afresh from the accessibility bus at every call.

libatspi keeps a cache that is only true while a main loop runs, and can wait for itself for ever without it; so this
speaks the AT-SPI protocol (at-spi2-core, xml/*.xml) directly.
"""
import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

# Bits of AtspiStateType.
STATES = {"CHECKED": 4, "EDITABLE": 7, "ENABLED": 8, "FOCUSED": 12, "SELECTED": 23, "SENSITIVE": 24, "SHOWING": 25, "VISIBLE": 30}
SCREEN = 0  # ATSPI_COORD_TYPE_SCREEN
ROOT = "/org/a11y/atspi/accessible/root"

Gone = GLib.Error  # what every read raises when the widget is no more


def _connect(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


class AccessibilityBus:
    """The bus that belongs to a session bus."""

    def __init__(self, session_address):
        address = _connect(session_address).call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 20000, None).unpack()[0]
        self._bus = _connect(address)

    def call(self, owner, path, interface, method, kinds="", *arguments):
        answer = self._bus.call_sync(owner, path, interface, method, GLib.Variant(f"({kinds})", arguments), None,
                                     Gio.DBusCallFlags.NONE, 30000, None).unpack()
        return answer[0] if len(answer) == 1 else answer

    def program(self, process_id):
        """The program with this process id, or None while it is not there yet."""
        for child in Widget(self, "org.a11y.atspi.Registry", ROOT).children():
            if self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s",
                         child.owner) == process_id:
                return child
        return None


class Widget:
    def __init__(self, bus, owner, path):
        self._bus = bus
        self.owner = owner
        self.path = path

    def _call(self, interface, method, kinds="", *arguments):
        return self._bus.call(self.owner, self.path, f"org.a11y.atspi.{interface}", method, kinds, *arguments)

    def _property(self, interface, name):
        return self._bus.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get", "ss",
                              f"org.a11y.atspi.{interface}", name)

    def children(self):
        return [Widget(self._bus, owner, path) for owner, path in self._call("Accessible", "GetChildren")
                if path != "/org/a11y/atspi/null"]

    def name(self):
        return self._property("Accessible", "Name")

    def description(self):
        return self._property("Accessible", "Description")

    def role(self):
        return self._call("Accessible", "GetRoleName")

    def states(self):
        low, high = self._call("Accessible", "GetState")
        return {name for name, bit in STATES.items() if (low | high << 32) >> bit & 1}

    def place(self):
        """Left, top, width and height on the screen."""
        return self._call("Component", "GetExtents", "u", SCREEN)

    def text(self):
        """All text of a text widget."""
        return self._call("Text", "GetText", "ii", 0, -1)

    def length(self):
        """The characters of a text widget."""
        return self._property("Text", "CharacterCount")

    def runs(self):
        """The formatting runs of a text widget as (text, attributes)."""
        found, offset, length = [], 0, self.length()
        while offset < length:
            attributes, start, end = self._call("Text", "GetAttributeRun", "ib", offset, False)
            found.append((self._call("Text", "GetText", "ii", start, end), attributes))
            offset = max(end, offset + 1)
        return found

    def put_caret(self, offset):
        """Puts the caret of a text widget before a character, as a click there does."""
        if not self._call("Text", "SetCaretOffset", "i", offset):
            raise RuntimeError("the widget has no caret there")

    def insert(self, text):
        """Puts text at the end of an editable widget at once, as an input method may."""
        if not self._call("EditableText", "InsertText", "isi", self.length(), text, len(text.encode())):
            raise RuntimeError("the widget took no text")
