# SPDX-License-Identifier: GPL-2.0-or-later
"""A message is typed; what matters is held; what the user answers is what arrives."""
from bed.conversation import Conversation
from bed.waiting import until
from stage import IBAN, PHONE, PidginTest


class AnOrdinaryMessage(PidginTest):
    def test_passes_to_a_friend_without_a_word(self):
        friend = self.open("friend")
        friend.send("See you at six")
        self.loft.friend.wait_for("See you at six")
        self.assertNotIn("HELD", friend.history())
        self.assertIsNone(self.screen.find(friend.window, "push button", "Mask and send"))

    def test_passes_to_an_ai_after_one_notice(self):
        assistant = self.open_assistant()
        assistant.wait_line("(i) ")
        assistant.send("Tell me about pigeons")
        assistant.wait_line("Tell me about pigeons")
        assistant.send("And about doves")
        self.expect_assistant_got("Tell me about pigeons", "And about doves")
        self.assertEqual(Conversation(self.screen, "Assistant").history().count("(i) "), 1)


class AHeldMessage(PidginTest):
    def test_is_masked_and_then_the_same_in_window_and_wire(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.assertEqual(self.loft.assistant.messages(), [])
        self.assertEqual(assistant.wait_label("Would send"), 'Would send:  "Call me on [phone]"')
        self.screen.press("alt+m")
        assistant.wait_free()
        assistant.wait_draft("")
        assistant.wait_line("Call me on [phone]")
        self.assertNotIn(PHONE, assistant.history())
        self.expect_assistant_got("Call me on [phone]")

    def test_goes_back_to_be_edited_and_is_sent_once(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.screen.press("alt+g")
        assistant.wait_free()
        assistant.wait_draft(f"Call me on {PHONE}")
        assistant.clear()
        assistant.send("Call me tomorrow")
        self.expect_assistant_got("Call me tomorrow")

    def test_goes_back_by_escape_with_the_text_in_place(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.screen.press("Escape")
        assistant.wait_free()
        assistant.wait_draft(f"Call me on {PHONE}")
        self.expect_assistant_got()

    def test_is_sent_as_written_once_with_its_formatting(self):
        assistant = self.open_assistant()
        assistant.write("Call me on ")
        self.screen.press("ctrl+b")
        assistant.write(PHONE)
        self.screen.press("Return")
        assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        assistant.wait_free()
        self.expect_assistant_got(f"Call me on {PHONE}")
        self.assertRegex(self.loft.assistant.formatted()[-1], r"bold;?\W*>" + PHONE.replace("+", r"\+"))

    def test_keeps_its_formatting_when_masked(self):
        assistant = self.open_assistant()
        self.screen.press("ctrl+b")
        assistant.write(f"Call me on {PHONE} please")
        self.screen.press("Return")
        assistant.wait_held()
        self.screen.press("alt+m")
        self.expect_assistant_got("Call me on [phone] please")
        self.assertRegex(self.loft.assistant.formatted()[-1], r"bold;?\W*>Call me on \[phone\] please")

    def test_is_not_sent_by_enter_on_unchanged_text(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.screen.press("Return")
        assistant.wait_line("Nothing was sent. Alt+M masks")
        assistant.wait_held()
        self.expect_assistant_got()

    def test_is_checked_again_by_enter_on_changed_text(self):
        assistant = self.hold(f"Call me on {PHONE}")
        assistant.clear()
        assistant.send("Never mind")
        assistant.wait_free()
        self.expect_assistant_got("Never mind")

    def test_is_not_sent_by_alt_w_before_the_button_is_armed(self):
        assistant = self.open_assistant()
        assistant.write(f"Call me on {PHONE}")
        self.screen.press("Return", "alt+w")
        assistant.button("Send as written", "SENSITIVE")
        assistant.wait_draft(f"Call me on {PHONE}")
        self.expect_assistant_got()

    def test_does_not_widen_a_narrow_window(self):
        assistant = self.open_assistant()
        left, _, width, _ = assistant.window.place()
        assistant.send(f"Call me on {PHONE}")
        assistant.wait_held()
        assistant.button("Send as written", "SENSITIVE")
        self.assertEqual(assistant.window.place()[2], width)
        for name in ("Mask and send", "Go back", "Send as written", "Remember…", "Why?"):
            button_left, _, button_width, _ = assistant.button(name).place()
            self.assertGreaterEqual(button_left, left, name)
            self.assertLessEqual(button_left + button_width, left + width, name)

    def test_of_many_lines_shows_what_would_be_sent_in_a_view_that_scrolls(self):
        assistant = self.open_assistant()
        lines = "coo coo coo coo coo coo coo coo coo coo coo coo coo coo\n" * 20
        assistant.entry.insert(lines + PHONE)
        assistant.wait_draft(lines + PHONE)
        self.screen.press("Return")
        assistant.wait_held()
        preview = self.screen.wait_for(assistant.window, "text", "Would send")
        self.assertEqual(preview.text(), lines + "[phone]")

    def test_is_explained_by_why(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.screen.press("alt+y")
        assistant.wait_label("What is recorded")
        self.expect_assistant_got()

    def test_says_who_reads_it_and_what_was_found(self):
        assistant = self.hold(f"Call me on {PHONE}")
        self.assertIn("Phone number to Assistant", assistant.wait_label("HELD"))
        assistant.wait_line("HELD: Phone number to Assistant")


class ARememberedChoice(PidginTest):
    def test_for_this_contact_lets_the_next_such_message_through(self):
        assistant = self.hold(f"Mine is {IBAN}")
        self.screen.press("alt+r")
        self.screen.press("Down", "Down", "Down", "Return")
        assistant.button("Remember: This contact")
        assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        assistant.wait_free()
        assistant.wait_draft("")
        assistant.send("Hers is DE89 3704 0044 0532 0130 00")
        self.expect_assistant_got(f"Mine is {IBAN}", "Hers is DE89 3704 0044 0532 0130 00")

    def test_once_asks_again_the_next_time(self):
        assistant = self.hold(f"Mine is {IBAN}")
        assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        assistant.wait_free()
        assistant.wait_draft("")
        assistant.send("Hers is DE89 3704 0044 0532 0130 00")
        assistant.wait_held()
        until(self.loft.assistant.messages, "the first message")
        self.expect_assistant_got(f"Mine is {IBAN}")
