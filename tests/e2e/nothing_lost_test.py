# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user wrote is never lost and never sent twice, whatever happens to the window or the plugin."""
from bed.conversation import Conversation
from bed.waiting import until
from stage import PHONE, PidginTest

TEXT = f"Call me on {PHONE}"


class AHeldText(PidginTest):
    def test_and_its_bar_are_there_again_after_a_look_at_another_tab(self):
        self.hold(TEXT)
        self.open("friend")
        assistant = Conversation(self.screen, "Assistant")
        assistant.wait_held()
        assistant.wait_draft(TEXT)
        self.screen.press("alt+m")
        self.expect_assistant_got("Call me on [phone]")

    def test_comes_back_when_its_conversation_is_closed_and_opened_again(self):
        self.open("friend")
        self.hold(TEXT)
        self.screen.press("ctrl+w")
        until(lambda: "Assistant" not in dict(self.screen.windows()), "the conversation to be closed")
        self.open("assistant").wait_draft(TEXT)
        self.expect_assistant_got()

    def test_stays_in_the_entry_when_the_pidgin_plugin_is_unloaded(self):
        assistant = self.hold(TEXT)
        self.tick("Loftgate for Pidgin", False)
        assistant.wait_free()
        assistant.wait_draft(TEXT)
        self.expect_assistant_got()

    def test_stays_in_the_entry_when_all_of_loftgate_is_unloaded(self):
        self.hold(TEXT)
        self.tick("Loftgate", False)
        assistant = Conversation(self.screen, "Assistant")
        assistant.wait_free()
        assistant.wait_draft(TEXT)
        self.screen.press("Return")
        self.expect_assistant_got(TEXT)

    def test_stays_in_the_entry_while_the_server_is_away(self):
        assistant = self.hold(TEXT)
        self.loft.server.end()
        until(lambda: not self.loft.pidgin.is_connected(), "Pidgin to notice that the server is gone")
        self.screen.press("alt+m")
        assistant.wait_draft(TEXT)
        self.assertEqual(self.loft.assistant.messages(), [])


class LoftgateUnloaded(PidginTest):
    def test_and_loaded_again_holds_as_before(self):
        self.tick("Loftgate", False)
        self.tick("Loftgate", True)
        self.tick("Loftgate for Pidgin", True)
        assistant = self.hold(TEXT)
        self.screen.press("alt+m")
        assistant.wait_free()
        self.expect_assistant_got("Call me on [phone]")
