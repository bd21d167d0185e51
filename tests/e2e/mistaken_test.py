# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user says is no detail goes back to them, unsent, and is not asked about again."""
import os
import re

from bed.waiting import until
from stage import OUT, PHONE, PidginTest

TEXT = f"Part {PHONE} is sold out"
ITEM = "Not a phone number"


class NotAPhoneNumber(PidginTest):
    def menu_items(self):
        """Names of the items of an open menu, and which one is chosen."""
        def items(widget):
            for child in widget.children():
                if "SHOWING" in child.states() and child.role().endswith("menu item"):
                    yield child
                yield from items(child)
        found = [item for title, window in self.screen.windows() if not title for item in items(window)]
        return [item.name() for item in found], [item.name() for item in found if "SELECTED" in item.states()]

    def test_chosen_by_keys_in_the_menu_ends_the_question_for_good(self):
        assistant = self.hold(TEXT)
        self.screen.press("alt+r")
        until(lambda: ITEM in self.menu_items()[0], lambda: f"{ITEM!r} in the menu {self.menu_items()}")
        self.screen.press("Up")
        OUT.mkdir(parents=True, exist_ok=True)
        self.screen.picture(OUT / "remember-menu.png")
        self.screen.press("Return")
        assistant.wait_free()
        assistant.wait_draft(TEXT)
        self.expect_assistant_got()

        assistant = self.open("assistant")
        self.screen.press("Return")
        assistant.wait_draft("")
        self.expect_assistant_got(TEXT)
        kept = self.loft.profile / "loftgate/exceptions.ini"
        self.assertNotRegex(re.sub(r"\D", "", kept.read_text()), "31612345678|612345678")
        self.assertNotIn("phone", kept.read_text().lower())
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)

        os.kill(self.loft.pidgin.process.pid, 15)
        self.loft.pidgin.process.wait(30)
        self.start_again()
        assistant = self.open("assistant")
        assistant.send(TEXT)
        assistant.wait_draft("")
        self.expect_assistant_got(TEXT, TEXT)
        self.assertNotIn("HELD", self.open("assistant").history())
