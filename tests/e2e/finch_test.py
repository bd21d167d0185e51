# SPDX-License-Identifier: GPL-2.0-or-later
"""Finch: a line in the conversation asks, /lg answers, and what went back stands in the entry again."""
import unittest

from bed.xmpp_server import address
from finch import Finch
from neighbours import Neighbours
from stage import MODULES, OUT, PHONE, TOKEN, desktop, stage_folder

TEXT = f"Call me on {PHONE}"
ASSISTANT, FRIEND = "M-2", "M-3"   # keys to the windows, in the order in which they opened


class AMessageThroughFinch(unittest.TestCase):
    def setUp(self):
        folder = stage_folder(self)
        self.people = Neighbours(folder)
        self.addCleanup(self.people.end)
        self.finch = Finch(folder / "finch", MODULES / "loftgate.so", self.people.port, desktop().environment)
        self.addCleanup(self.finch.end)
        self.finch.wait_shown("Online: 2")
        self.people.disclose()
        self.finch.wait_shown("│Assistant (you@")
        self.people.friend.say(address("you"), "Coo")
        self.finch.wait_shown("│Friend (you@")
        self.marks = 0

    def tearDown(self):
        """Keeps the screen of every failure."""
        result = self._outcome.result
        if any(test is self for test, _ in result.errors + result.failures):
            OUT.mkdir(parents=True, exist_ok=True)
            (OUT / f"{self.id()}.txt").write_text(self.finch.screen())

    def send(self, window, text):
        self.finch.keys(window)
        self.finch.write(text)
        self.finch.keys("Enter")

    def hold(self, text=TEXT):
        self.send(ASSISTANT, text)
        self.finch.wait_shown("HELD: ")

    def expect_assistant_got(self, *bodies):
        """Exactly these, once each, and nothing after them: a marker to the friend has left last."""
        self.people.wait_assistant_got(bodies)
        self.marks += 1
        self.send(FRIEND, f"marker {self.marks}")
        self.people.friend.wait_for(f"marker {self.marks}")
        self.assertEqual(self.people.assistant.messages(), list(bodies))
        self.finch.keys(ASSISTANT)

    def test_arrives_when_it_is_an_ordinary_one(self):
        self.send(FRIEND, "See you at six")
        self.people.friend.wait_for("See you at six")
        self.assertNotIn("HELD", self.finch.screen())

    def test_is_held_by_a_line_and_masked_by_a_command(self):
        self.hold()
        self.finch.wait_shown("[!] HELD: Phone number to Assistant")
        self.finch.wait_shown("Masked it reads: Call me on [phone]")
        self.expect_assistant_got()
        self.send(ASSISTANT, "/lg mask")
        self.expect_assistant_got("Call me on [phone]")
        self.finch.wait_shown("You: Call me on [phone]")

    def test_opens_no_window_that_could_hide_behind_the_conversation(self):
        self.hold()
        self.expect_assistant_got()
        bar = self.finch.screen().rstrip().splitlines()[-1]
        self.assertEqual(bar.count("│"), 2, bar)   # contact list, assistant, friend

    def test_goes_back_into_the_entry_and_can_be_edited(self):
        self.hold()
        self.send(ASSISTANT, "/lg back")
        self.finch.wait_in_entry(TEXT)
        self.expect_assistant_got()
        self.finch.keys(ASSISTANT, *["BSpace"] * len(PHONE))
        self.finch.write("my door")
        self.finch.keys("Enter")
        self.expect_assistant_got("Call me on my door")

    def test_is_in_the_history_while_it_is_held(self):
        self.hold()
        self.expect_assistant_got()
        self.finch.keys("C-p")
        self.finch.wait_in_entry(TEXT)

    def test_is_sent_as_written_once(self):
        self.hold()
        self.send(ASSISTANT, "/lg send")
        self.send(ASSISTANT, "/lg send")
        self.finch.wait_shown("Nothing is held here")
        self.expect_assistant_got(TEXT)

    def test_with_a_secret_is_sent_only_with_the_readers_letters(self):
        self.hold(f"the token is {TOKEN}")
        self.send(ASSISTANT, "/lg send")
        self.finch.wait_shown("type the first letters of Assistant")
        self.expect_assistant_got()
        self.send(ASSISTANT, "/lg send assi")
        self.expect_assistant_got(f"the token is {TOKEN}")
