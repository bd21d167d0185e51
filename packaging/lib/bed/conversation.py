# SPDX-License-Identifier: GPL-2.0-or-later
"""One conversation window of Pidgin, as its user sees and drives it."""
from bed.waiting import until
from bed.widget import Gone


class Conversation:
    """A conversation by its title, brought to the front; tabs behind it are not seen."""

    def __init__(self, screen, title):
        self.screen = screen
        self.title = title
        self.window = until(self._turned_to, f"the conversation {title!r} to be in front")
        screen.activate(title)
        self.entry = until(lambda: screen.find(self.window, "text", state="EDITABLE"), f"the entry of {title}")
        until(lambda: "FOCUSED" in self.entry.states(), f"the keyboard to be in the entry of {title}")

    def _turned_to(self):
        """The window once it shows this conversation; turns to its next tab until then."""
        windows = dict(self.screen.windows())
        if self.title not in windows:
            for title in windows.keys() - {"Buddy List"}:
                self.screen.activate(title)
                self.screen.press("ctrl+Page_Down")
        return windows.get(self.title)

    def draft(self):
        """What stands in the entry."""
        return self.entry.text()

    def history(self):
        """What the conversation shows."""
        return "\n".join(widget.text() for widget, role, states in self.screen.walk(self.window)
                         if role == "text" and "EDITABLE" not in states)

    def labels(self):
        """The labels shown, bar included."""
        try:
            return [widget.name() for widget, role, _ in self.screen.walk(self.window) if role == "label"]
        except Gone:
            return []

    def write(self, text):
        """Types text by real keys and waits until it stands in the entry."""
        before = self.draft()
        self.screen.type(text)
        self.wait_draft(before + text)

    def wait_draft(self, text):
        until(lambda: self.draft() == text, lambda: f"the entry to have {text!r}; it has {self.draft()!r}")

    def send(self, text):
        self.write(text)
        self.screen.press("Return")

    def clear(self):
        self.screen.press("ctrl+a", "BackSpace")
        self.wait_draft("")

    def button(self, name, state="SHOWING"):
        """Waits for a button by its accessible name."""
        return self.screen.wait_for(self.window, "push button", name, state)

    def wait_held(self):
        """Waits for the bar above the entry."""
        return self.button("Mask and send")

    def wait_free(self):
        """Waits until no bar is there."""
        self.screen.wait_gone(self.window, "push button", "Mask and send")

    def wait_label(self, part):
        """Waits until a label of the window holds this text, and gives back the whole label."""
        return until(lambda: next((label for label in self.labels() if part in label), None),
                     lambda: f"a label with {part!r}; there are {self.labels()}")

    def wait_line(self, part):
        """Waits until the conversation shows this text."""
        until(lambda: part in self.history(), lambda: f"{part!r} in the conversation, which shows {self.history()!r}")
