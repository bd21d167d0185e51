# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user sees and does: widgets by their accessible names, keys and clicks by the X server."""
import re

from bed.waiting import until
from bed.widget import AccessibilityBus, Gone


class Screen:
    """The windows of a Pidgin on a desktop."""

    def __init__(self, desktop, process_id):
        self._desktop = desktop
        bus = AccessibilityBus(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        self._program = until(lambda: bus.program(process_id), "the program on the accessibility bus")
        # A new window takes the keyboard, so nothing is typed before the first one is there.
        until(lambda: self.activate("Buddy List"), "the buddy list to come to the front")

    def windows(self):
        """Titles and widgets of all windows."""
        found = []
        for window in self._program.children():
            try:
                found.append((window.name(), window))
            except Gone:
                pass  # closed while we looked
        return found

    def walk(self, widget):
        """Every shown widget below one as (widget, role, states), outermost first; menus are left out."""
        try:
            for child in widget.children():
                role = child.role()
                if role in ("menu bar", "menu"):
                    continue
                states = child.states()
                if "SHOWING" in states:
                    yield child, role, states
                    yield from self.walk(child)
        except Gone:
            pass  # a widget went away while we looked

    def find(self, widget, role, name=None, state="SHOWING"):
        """The first shown widget of that role, name and state below another, or None."""
        for child, its_role, states in self.walk(widget):
            if its_role == role and state in states and (name is None or child.name() == name):
                return child
        return None

    def wait_for(self, widget, role, name=None, state="SHOWING", seconds=120):
        return until(lambda: self.find(widget, role, name, state), f"{role} {name!r}, {state.lower()}", seconds)

    def wait_gone(self, widget, role, name=None, seconds=120):
        until(lambda: self.find(widget, role, name) is None, f"{role} {name!r} to go", seconds)

    def activate(self, title):
        """Brings a window to the front with the keyboard in it; whether it was there."""
        return self._tool_on(title, "windowactivate", "--sync").returncode == 0

    def _tool_on(self, title, *action):
        return self._desktop.tool("search", "--onlyvisible", "--name", f"^{re.escape(title)}$", *action)

    def press(self, *keys):
        """Real keys, as `alt+m` or `Return`, to the window in front."""
        self._desktop.tool("key", "--clearmodifiers", *keys)

    def type(self, text):
        """Real keys for ASCII text, to the window in front."""
        self._desktop.tool("type", "--clearmodifiers", "--delay", "4", "--", text)

    def click(self, widget, button=1):
        """A real click on the middle of a widget."""
        left, top, width, height = widget.place()
        self._desktop.tool("mousemove", left + width // 2, top + height // 2, "click", button)

    def double_click_above(self, widget):
        """A real double click on what stands above a widget's left edge."""
        left, top, _, _ = widget.place()
        self._desktop.tool("mousemove", left + 40, top - 24, "click", "--repeat", 2, "--delay", 60, 1)

    def picture(self, path, title=None):
        """Saves the screen, or the window of that title, as PNG."""
        window = self._tool_on(title).stdout.split()[0] if title else "root"
        self._desktop.picture(path, window)
