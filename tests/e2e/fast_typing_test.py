# SPDX-License-Identifier: GPL-2.0-or-later
"""Somebody types on while the bar appears, and does not look. LOFTGATE_SESSIONS says how often (tests/bench/sessions)."""
import os
import random

from stage import IBAN, PidginTest

SESSIONS = int(os.environ.get("LOFTGATE_SESSIONS", "5"))
LETTERS = [chr(letter) for letter in range(ord("a"), ord("z") + 1)]


class SomebodyWhoTypesOn(PidginTest):
    def keys(self, chance):
        """Letters for the most part, with spaces and Enter among them, as in running text."""
        return [chance.choice(LETTERS + ["space"] * 5 + ["Return"] * 4) for _ in range(chance.randint(8, 25))]

    def test_decides_nothing_and_loses_nothing(self):
        chance = random.Random(20261125)
        assistant = self.open_assistant()
        for session in range(SESSIONS):
            text = f"session {session} {IBAN} "
            assistant.entry.insert(text)
            assistant.wait_draft(text)
            keys = self.keys(chance)
            self.screen.press("Return", *keys)
            typed = "".join({"space": " ", "Return": ""}.get(key, key) for key in keys)
            assistant.wait_draft(text + typed)
            assistant.wait_held()
            self.screen.press("Escape")
            assistant.wait_free()
            assistant.wait_draft(text + typed)
            assistant.clear()
        sent = self.loft.assistant.messages()
        print(f"{SESSIONS} sessions in Pidgin, every text still in its entry; sent by accident: {len(sent)}")
        self.expect_assistant_got()
