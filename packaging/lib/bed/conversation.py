# SPDX-License-Identifier: GPL-2.0-or-later
"""One conversation window of Pidgin, as its user sees and drives it."""
from bed.waiting import until


class Conversation:
    """The window that shows this title; tabs that are not in front are not seen."""

    def __init__(self, screen, title):
        self.screen = screen
        self.title = title
        self.window = screen.window(title)
        screen.activate(title)
        self.entry = until(lambda: screen.find(self.window, "text", state="EDITABLE"), f"the entry of {title}")
        until(lambda: screen.has(self.entry, "FOCUSED"), f"the keyboard to be in the entry of {title}")

    def draft(self):
        """What stands in the entry."""
        return self.screen.text(self.entry)

    def history(self):
        """What the conversation shows."""
        return "\n".join(self.screen.text(child) for child in self.screen.walk(self.window)
                         if child.get_role_name() == "text" and not self.screen.has(child, "EDITABLE"))

    def write(self, text):
        """Types text by real keys and waits until it stands in the entry."""
        before = self.draft()
        self.screen.type(text)
        until(lambda: self.draft() == before + text, lambda: f"{text!r} in the entry, which has {self.draft()!r}")

    def send(self, text):
        self.write(text)
        self.screen.press("Return")

    def clear(self):
        self.screen.press("ctrl+a", "BackSpace")
        until(lambda: self.draft() == "", "an empty entry")

    def button(self, name):
        """Waits for a button by its accessible name."""
        return self.screen.wait_for(self.window, "push button", name)

    def wait_held(self):
        """Waits for the bar above the entry."""
        return self.button("Mask and send")

    def wait_free(self):
        self.screen.wait_gone(self.window, "push button", "Mask and send")

    def says(self, part):
        """Waits until a label of the window holds this text, and gives back the whole label."""
        return until(lambda: next((label for label in self.labels() if part in label), None),
                     lambda: f"{part!r} in the window, which says {self.labels()}")

    def labels(self):
        return [child.get_name() for child in self.screen.walk(self.window) if child.get_role_name() == "label"]
