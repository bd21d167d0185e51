# SPDX-License-Identifier: GPL-2.0-or-later
"""No message text reaches the log or the debug output, and Pidgin stays usable with what the world can break."""
import os

from bed.waiting import until
from stage import PHONE, TOKEN, PidginTest

CANARY = "zanzibarian"


class MessageText(PidginTest):
    def log_files(self):
        return {path.name: path.read_bytes() for path in (self.loft.profile / "loftgate").rglob("*") if path.is_file()}

    def test_that_was_held_is_neither_in_debug_output_nor_in_the_log(self):
        assistant = self.hold(f"{CANARY} {PHONE} {TOKEN}")
        self.screen.press("alt+y")
        self.screen.press("alt+y")
        self.screen.press("alt+g")
        assistant.wait_free()
        assistant.clear()
        self.expect_assistant_got()
        self.loft.pidgin.end()
        output = self.loft.pidgin.output()
        self.assertIn("loftgate", output)
        for secret in (CANARY, PHONE, TOKEN):
            self.assertNotIn(secret, output)
            for name, content in self.log_files().items():
                self.assertNotIn(secret.encode(), content, name)

    def test_that_was_sent_is_not_in_the_log(self):
        assistant = self.hold(f"{CANARY} {PHONE}")
        self.screen.press("alt+m")
        assistant.wait_free()
        self.expect_assistant_got(f"{CANARY} [phone]")
        self.loft.pidgin.end()
        self.assertTrue([name for name in self.log_files() if name.endswith(".db")])
        for name, content in self.log_files().items():
            self.assertNotIn(CANARY.encode(), content, name)
            self.assertNotIn(PHONE.encode(), content, name)


class AReadOnlyLogFolder(PidginTest):
    # Root may write everywhere; without these two capabilities it obeys the mode like everybody.
    wrapper = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()

    def before_start(self, profile):
        (profile / "loftgate").mkdir(mode=0o500)

    def test_is_named_in_the_bar_and_nothing_is_sent_until_the_user_agrees(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.screen.press("alt+m")
        trouble = assistant.wait_label("could not be recorded")
        self.assertIn(str(self.loft.profile / "loftgate"), trouble)
        assistant.button("Mask and send without a record")
        self.expect_assistant_got()

    def test_lets_the_text_out_without_a_record_when_the_user_says_so(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.screen.press("alt+m")
        assistant.button("Mask and send without a record")
        self.screen.press("alt+m")
        assistant.wait_draft("")
        self.expect_assistant_got("Call me on [phone]")


class AHugePaste(PidginTest):
    def went_back(self, conversation):
        """Presses Alt+G, again if need be: while GTK lays out a megabyte, a key may come before the button is on screen."""
        self.screen.press("alt+g")
        return self.screen.find(conversation.window, "push button", "Go back") is None

    def test_of_a_mebibyte_is_held_and_does_not_stop_pidgin(self):
        assistant = self.open_assistant()
        text = "coo coo coo coo coo coo coo coo coo coo coo coo coo coo coo coo\n" * (1 << 14) + PHONE
        assistant.entry.insert(text)
        until(lambda: assistant.entry.length() == len(text), "the text in the entry", 60)
        self.screen.press("ctrl+a", "ctrl+x")
        until(lambda: assistant.entry.length() == 0, "the text on the clipboard", 60)
        self.screen.press("ctrl+v")
        until(lambda: assistant.entry.length() == len(text), "the pasted text", 60)
        self.screen.press("Return")
        assistant.wait_held()
        until(lambda: self.went_back(assistant), "the bar to go")
        self.assertEqual(assistant.entry.length(), len(text))
        self.screen.press("ctrl+a", "BackSpace")
        until(lambda: assistant.entry.length() == 0, "an empty entry", 60)
        self.expect_assistant_got()
