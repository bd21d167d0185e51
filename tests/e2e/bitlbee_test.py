# SPDX-License-Identifier: GPL-2.0-or-later
"""BitlBee: the control channel says what is held, and words written to the contact answer."""
import unittest

from bed.loft import DISCLOSURE
from bed.waiting import until
from bed.xmpp_server import ROOMS
from bitlbee import CONTROL, BitlBee, IrcUser
from neighbours import Neighbours
from stage import IBAN, MODULES, PHONE, TOKEN, desktop, stage_folder

TEXT = f"Call me on {PHONE}"
HELD = "purple - Loftgate - Held: Phone number to Assistant - reply there: !lg mask | !lg send | !lg back"


class AMessageThroughBitlBee(unittest.TestCase):
    def setUp(self):
        folder = stage_folder(self)
        self.people = Neighbours(folder)
        self.addCleanup(self.people.end)
        self.bitlbee = BitlBee(folder / "bitlbee", MODULES / "loftgate.so", desktop().environment)
        self.addCleanup(self.bitlbee.end)
        self.you = IrcUser(self.bitlbee.port, self.people.port)
        self.addCleanup(self.you.end)
        self.marks = 0

    def meet(self):
        self.people.disclose()
        until(lambda: DISCLOSURE in self.you.heard("assistant"), "the assistant's line")

    def hold(self, text=TEXT, line=HELD):
        self.meet()
        self.you.say("assistant", text)
        self.you.wait_shown(line)

    def expect_assistant_got(self, *bodies):
        """Exactly these, once each, and nothing after them: a marker to the friend has left last."""
        self.people.wait_assistant_got(bodies)
        self.marks += 1
        marker = f"marker {self.marks}"
        self.you.say("friend", marker)
        self.people.friend.wait_for(marker)
        self.assertEqual(self.people.assistant.messages(), list(bodies))
        self.assertEqual(self.people.friend.messages(), [f"marker {mark}" for mark in range(1, self.marks + 1)])

    def test_arrives_when_it_is_an_ordinary_one(self):
        self.you.say("friend", "See you at six")
        self.people.friend.wait_for("See you at six")
        self.assertNotIn("Loftgate", self.you.shown())

    def test_is_held_and_masked_by_a_word(self):
        self.hold()
        self.assertIn("Masked it reads: Call me on [phone]", self.you.shown())
        self.expect_assistant_got()
        self.you.say("assistant", "!lg mask")
        self.expect_assistant_got("Call me on [phone]")
        self.you.wait_shown("Sent to Assistant: - Call me on [phone]")

    def test_goes_back_and_is_shown(self):
        self.hold()
        self.assertNotIn(PHONE, self.you.shown())
        self.you.say("assistant", "!lg back")
        self.you.wait_shown(f"Your text: - {TEXT}")
        self.expect_assistant_got()

    def test_is_sent_as_written_once(self):
        self.hold()
        self.you.say("assistant", "!lg send")
        self.you.say("assistant", "!lg send")
        self.you.wait_shown("Nothing is held for assistant@")
        self.expect_assistant_got(TEXT)

    def test_with_a_secret_is_sent_only_with_the_readers_letters(self):
        self.hold(f"the token is {TOKEN}", "!lg send Assi | !lg back")
        self.you.say("assistant", "!lg send")
        self.you.wait_shown("type the first letters of Assistant")
        self.expect_assistant_got()
        self.you.say("assistant", "!lg send assi")
        self.expect_assistant_got(f"the token is {TOKEN}")

    def test_that_is_an_answer_never_leaves_also_when_nothing_is_held(self):
        for words in ("!lg mask", "!lg back", "!lg", "!LG status", "!lg nonsense", "!lg why"):
            self.you.say("friend", words)
        self.you.wait_shown("Nothing is held for friend@")
        self.you.wait_shown("Answers are written to the contact")
        self.expect_assistant_got()

    def test_is_held_also_after_a_restart_because_the_contact_is_remembered(self):
        self.meet()
        preferences = self.bitlbee.folder / "config/purple/you/prefs.xml"
        until(lambda: preferences.exists() and "assistant@" in preferences.read_text(),
              "BitlBee to store what the assistant is")
        self.you.say(CONTROL, "save")
        self.you.wait_shown("saved")
        self.you.end()
        self.you = IrcUser(self.bitlbee.port)
        self.addCleanup(self.you.end)
        self.you.say("assistant", TEXT)
        self.you.wait_shown(HELD)
        self.expect_assistant_got()

    def test_that_is_held_can_be_taken_back_after_its_account_was_off(self):
        self.hold()
        self.you.say(CONTROL, "account jabber off")
        self.you.wait_left("assistant")
        self.you.say(CONTROL, "account jabber on")
        self.you.wait_joined("assistant", times=2)
        self.you.say("assistant", "!lg back")
        self.you.wait_shown(f"Your text: - {TEXT}")
        self.expect_assistant_got()

    def test_to_a_room_is_answered_in_the_room(self):
        room = f"loft@{ROOMS}"
        self.people.friend.join(room, make=True)
        self.you.enter(room, "#loft")
        self.you.say("#loft", f"Pay to {IBAN}")
        self.you.wait_shown("Held: IBAN")
        self.you.say("#loft", "!lg mask")
        self.you.say("#loft", "Thanks")
        self.people.friend.wait_for("Thanks", kind="groupchat")
        self.assertEqual(self.people.friend.messages("groupchat"), ["Pay to [IBAN]", "Thanks"])

    def test_is_logged_in_the_folder_of_its_user_alone(self):
        self.hold()
        self.you.say("assistant", "!lg mask")
        self.expect_assistant_got("Call me on [phone]")
        logs = list(self.bitlbee.folder.rglob("*.db"))
        self.assertEqual([log.parent for log in logs], [self.bitlbee.folder / "config/purple/you/loftgate"])
        for file in self.bitlbee.folder.rglob("loftgate/*"):
            self.assertNotIn(PHONE.encode(), file.read_bytes(), file)
        self.assertNotIn(PHONE, self.bitlbee.output())
