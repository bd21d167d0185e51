# SPDX-License-Identifier: GPL-2.0-or-later
"""Secrets leave only after the reader's name was looked at."""
from stage import TOKEN, PidginTest


class ASecret(PidginTest):
    def hold_token(self):
        assistant = self.hold(f"Use {TOKEN} for it")
        field = self.screen.wait_for(assistant.window, "text", "Type “Assi” to send as written")
        return assistant, field

    def test_is_sent_as_written_once_the_readers_letters_are_typed(self):
        assistant, field = self.hold_token()
        self.screen.click(field)
        self.screen.type("assi")
        assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        assistant.wait_free()
        self.expect_assistant_got(f"Use {TOKEN} for it")

    def test_is_not_sent_by_alt_w_with_other_letters(self):
        assistant, field = self.hold_token()
        self.screen.click(field)
        self.screen.type("frie")
        self.screen.press("alt+w", "Return")
        assistant.wait_held()
        self.assertNotIn("SENSITIVE", assistant.button("Send as written").states())
        self.expect_assistant_got()

    def test_is_masked_like_any_detail(self):
        assistant, _ = self.hold_token()
        self.screen.press("alt+m")
        assistant.wait_free()
        self.expect_assistant_got("Use [token] for it")
