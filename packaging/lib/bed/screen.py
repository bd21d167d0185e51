# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user sees and does: widgets by their accessible names, keys and clicks by the X server."""
import os

from bed.waiting import until


class Screen:
    """The windows of one program on a desktop. Only one desktop's accessibility bus can be read in a Python process."""

    def __init__(self, desktop, process_id):
        os.environ.update(desktop.environment)
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self._atspi = Atspi
        self._error = GLib.Error
        Atspi.init()
        Atspi.set_timeout(20000, 20000)
        self._desktop = desktop
        self._program = until(lambda: self._find_program(process_id), "the program on the accessibility bus")

    def _find_program(self, process_id):
        top = self._atspi.get_desktop(0)
        for index in range(top.get_child_count()):
            program = top.get_child_at_index(index)
            if program is not None and program.get_process_id() == process_id:
                return program
        return None

    def has(self, widget, state):
        return widget.get_state_set().contains(getattr(self._atspi.StateType, state))

    def windows(self):
        """Titles and widgets of all windows."""
        found = []
        for index in range(self._program.get_child_count()):
            window = self._program.get_child_at_index(index)
            if window is not None:
                found.append((window.get_name(), window))
        return found

    def window(self, title):
        """Waits for a window by its title."""
        return until(lambda: next((window for name, window in self.windows() if name == title), None),
                     lambda: f"a window called {title!r}; there are {[name for name, _ in self.windows()]}")

    def walk(self, widget, into=("page tab", "page tab list")):
        """Every shown widget below one, outermost first; menus are left out."""
        for index in range(widget.get_child_count()):
            child = widget.get_child_at_index(index)
            if child is None or child.get_role_name() in ("menu bar", "menu"):
                continue
            yield child
            if child.get_role_name() in into or self.has(child, "SHOWING"):
                yield from self.walk(child, into)

    def find(self, widget, role=None, name=None, state="SHOWING"):
        """The first shown widget of that role and name below another, or None."""
        try:
            for child in self.walk(widget):
                if ((role is None or child.get_role_name() == role) and (name is None or child.get_name() == name)
                        and self.has(child, state) and self.has(child, "SHOWING")):
                    return child
        except self._error:
            pass  # a widget went away while we looked
        return None

    def wait_for(self, widget, role=None, name=None, seconds=30):
        return until(lambda: self.find(widget, role, name), f"{role or 'a widget'} {name!r}", seconds)

    def wait_gone(self, widget, role=None, name=None, seconds=30):
        until(lambda: self.find(widget, role, name) is None, f"{role or 'widget'} {name!r} to go", seconds)

    def text(self, widget):
        """All text of a text widget or label."""
        return self._atspi.Text.get_text(widget, 0, -1)

    def insert(self, widget, text):
        """Puts text at the end of an editable widget at once, as an input method may."""
        if not self._atspi.EditableText.insert_text(widget, self._atspi.Text.get_character_count(widget), text, len(text.encode())):
            raise RuntimeError("the widget took no text")

    def place(self, widget):
        """Left, top, width and height on the screen."""
        box = self._atspi.Component.get_extents(widget, self._atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def runs(self, widget):
        """The formatting runs of a text widget as (text, attributes)."""
        found, offset, length = [], 0, self._atspi.Text.get_character_count(widget)
        while offset < length:
            attributes, start, end = (lambda run: (run[0], run[1], run[2]))(
                self._atspi.Text.get_attribute_run(widget, offset, False))
            found.append((self._atspi.Text.get_text(widget, start, end), dict(attributes)))
            offset = max(end, offset + 1)
        return found

    def activate(self, title):
        """Brings a window to the front with the keyboard in it."""
        until(lambda: self._desktop.tool("search", "--onlyvisible", "--name", f"^{title}$", "windowactivate", "--sync").returncode == 0,
              f"the window {title!r} to come to the front")

    def press(self, *keys):
        """Real keys, as `alt+m` or `Return`, to the window in front."""
        self._desktop.tool("key", "--clearmodifiers", *keys)

    def type(self, text):
        """Real keys for ASCII text, to the window in front."""
        self._desktop.tool("type", "--clearmodifiers", "--delay", "4", "--", text)

    def click(self, widget):
        """A real click on the middle of a widget."""
        left, top, width, height = self.place(widget)
        self._desktop.tool("mousemove", left + width // 2, top + height // 2, "click", 1)

    def picture(self, path):
        self._desktop.picture(path)
