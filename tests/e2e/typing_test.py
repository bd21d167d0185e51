# SPDX-License-Identifier: GPL-2.0-or-later
"""What would be found is underlined while it is typed, however long the text is, and the underline stays at home."""
from bed.waiting import until
from stage import PHONE, PidginTest

CARD = "4539 1488 0343 6467"
EMAIL = "ann.smith@mail-house.nl"
LINE = "the pigeons came home late and the loft was cold again\n"
HALF = LINE * (50 * 1024 // len(LINE))


class WhatIsTyped(PidginTest):
    def setUp(self):
        super().setUp()
        self.assistant = self.open_assistant()

    def wait_underlined(self, *texts):
        def underlined():
            return [text for text, attributes in self.assistant.entry.runs() if attributes.get("underline") == "error"]
        until(lambda: underlined() == list(texts), lambda: f"{texts} to be underlined; {underlined()} are")

    def paste(self, text):
        self.assistant.entry.insert(text)
        self.assistant.wait_draft(text)

    def test_is_underlined_when_it_would_be_found(self):
        self.assistant.write(f"Write to {EMAIL} today")
        self.wait_underlined(EMAIL)
        self.assistant.clear()
        self.assistant.write("Write to nobody today")
        self.wait_underlined()

    def test_at_the_end_of_a_long_paste_is_underlined_and_the_mark_in_its_middle_stays(self):
        self.paste(f"{HALF}Pay with {CARD} then\n{HALF}")
        self.wait_underlined(CARD)
        self.screen.press("ctrl+End")
        self.assistant.write(f"Or write to {EMAIL}")
        self.wait_underlined(CARD, EMAIL)
        self.screen.press(*["BackSpace"] * len(EMAIL))
        self.wait_underlined(CARD)

    def test_before_a_long_text_moves_its_mark_along_and_a_change_of_the_marked_takes_it_away(self):
        self.paste(f"{HALF}Pay with {CARD} then\n{HALF}")
        self.wait_underlined(CARD)
        self.screen.press("ctrl+Home")
        self.screen.type(f"{EMAIL} says: ")
        self.wait_underlined(EMAIL, CARD)
        self.assistant.entry.put_caret(self.assistant.draft().index(CARD) + len(CARD))
        self.screen.press("BackSpace")
        self.wait_underlined(EMAIL)

    def test_is_sent_without_its_underline(self):
        text = f"Call me on {PHONE} or at {EMAIL}"
        self.assistant.write(text)
        self.wait_underlined(PHONE, EMAIL)
        self.screen.press("Return")
        self.assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        self.assistant.wait_free()
        self.expect_assistant_got(text)
        self.assertNotRegex(self.loft.assistant.formatted()[-1], r"underline|<\w*:?span")
