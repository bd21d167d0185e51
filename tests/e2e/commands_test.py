# SPDX-License-Identifier: GPL-2.0-or-later
"""Slash commands carry text past libpurple's signals: it is held in the entry like any other."""
from bed.conversation import Conversation
from bed.loft import DISCLOSURE
from bed.waiting import until
from bed.xmpp_server import ROOMS
from channel import CHANNEL, ChannelTest
from irc import IrcClient
from stage import IBAN, PHONE, PidginTest

ROOM = f"loft@{ROOMS}"


class ACommand(PidginTest):
    """What all these commands share: held before, masked once, given back."""

    def hold_command(self, conversation, line):
        conversation.send(line)
        conversation.wait_held()
        conversation.wait_draft(line)

    def mask(self, conversation):
        self.screen.press("alt+m")
        conversation.wait_free()
        conversation.wait_draft("")


class ACommandOnIrc(ACommand, ChannelTest):
    def mark(self, conversation, text="marker"):
        """A line to the channel has come: whatever was to leave before it has left."""
        conversation.send(text)
        until(lambda: text in self.gull.messages(CHANNEL), "the marker")

    def expect_masked_once(self, channel, line, received, masked):
        """Holds the line, sees nothing of it arrive before a marker, masks it, and sees it arrive once.

        `received` gives what arrived of it so far, by the road the command takes."""
        self.mark(channel, "before")
        self.hold_command(channel, line)
        self.assertEqual(received(), [])
        self.mask(channel)
        until(received, lambda: f"what {line} sends; so far {self.gull.lines()}")
        self.mark(channel)
        self.assertEqual(received(), [masked])

    def test_that_speaks_to_somebody_is_held_for_whom_it_reaches(self):
        channel = self.join()
        self.expect_masked_once(channel, f"/msg gull mine is {IBAN}", self.gull.messages, "mine is [IBAN]")
        self.assertIn("IBAN to gull", channel.history())

    def test_that_gives_notice_is_held(self):
        self.expect_masked_once(self.join(), f"/notice gull mine is {IBAN}",
                                lambda: self.gull.messages(kind="NOTICE"), "mine is [IBAN]")

    def test_that_sets_a_topic_is_held(self):
        self.expect_masked_once(self.join(), f"/topic pay to {IBAN}",
                                lambda: self.gull.messages(CHANNEL, "TOPIC"), "pay to [IBAN]")

    def test_that_is_a_raw_line_is_held(self):
        self.expect_masked_once(self.join(), f"/quote PRIVMSG gull :mine is {IBAN}", self.gull.messages, "mine is [IBAN]")

    def test_that_opens_a_conversation_with_a_text_is_held(self):
        channel = self.join()
        self.hold_command(channel, f"/query gull mine is {IBAN}")
        self.assertEqual(self.gull.messages(), [])
        self.screen.press("alt+m")
        until(self.gull.messages, "the text of the query")
        gull = Conversation(self.screen, "gull")
        gull.wait_line("mine is [IBAN]")
        gull.send("marker")
        until(lambda: "marker" in self.gull.messages(), "the marker")
        self.assertEqual(self.gull.messages(), ["mine is [IBAN]", "marker"])

    def test_that_says_why_one_is_away_is_held(self):
        channel = self.join()
        self.hold_command(channel, f"/away pay to {IBAN}")
        self.mask(channel)
        self.mark(channel)
        self.assertEqual(self.gull.ask("WHOIS pigeon", 301), "pay to [IBAN]")

    def test_that_leaves_with_a_text_is_held(self):
        channel = self.join()
        self.hold_command(channel, f"/part {CHANNEL} pay to {IBAN}")
        self.mark_is_absent("PART")
        self.screen.press("alt+m")
        until(lambda: self.gull.messages(CHANNEL, "PART"), "pigeon to leave")
        self.assertEqual(self.gull.messages(CHANNEL, "PART"), ["pay to [IBAN]"])

    def mark_is_absent(self, kind):
        """A text sent to gull by another window has come, and nothing of this kind before it."""
        self.loft.pidgin.open("gull", "prpl-irc")
        Conversation(self.screen, "gull").send("marker")
        until(lambda: "marker" in self.gull.messages(), "the marker")
        self.assertEqual(self.gull.messages(CHANNEL, kind), [])
        Conversation(self.screen, CHANNEL).wait_held()

    def test_that_went_back_stays_in_the_entry_and_sends_nothing(self):
        channel = self.join()
        line = f"/msg gull mine is {IBAN}"
        self.hold_command(channel, line)
        self.screen.press("alt+g")
        channel.wait_free()
        channel.wait_draft(line)
        channel.clear()
        self.mark(channel)
        self.assertEqual(self.gull.messages(), [])

    def test_that_is_sent_as_written_is_asked_about_once(self):
        channel = self.join()
        self.hold_command(channel, f"/msg gull mine is {IBAN}")
        channel.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        channel.wait_free()
        channel.wait_draft("")
        until(self.gull.messages, "the text")
        self.mark(channel)
        self.assertEqual(self.gull.messages(), [f"mine is {IBAN}"])
        self.assertEqual(channel.history().count("HELD"), 1)

    def test_of_ordinary_use_passes_without_a_word(self):
        channel = self.join()
        for line in ("/msg gull see you at six", "/topic pigeons", "/nickserv identify coo", "/away", "/names"):
            channel.send(line)
            channel.wait_draft("")
        self.mark(channel)
        self.assertEqual(self.gull.messages(), ["see you at six"])
        self.assertEqual(self.gull.messages(CHANNEL, "TOPIC"), ["pigeons"])
        for word in ("HELD", "Nothing was sent", "(i) "):
            self.assertNotIn(word, channel.history())

    def test_that_is_none_is_a_message(self):
        channel = self.join()
        self.hold_command(channel, f"/etc/bank holds {IBAN}")
        self.mask(channel)
        self.mark(channel)
        self.assertEqual(self.gull.messages(CHANNEL), ["/etc/bank holds [IBAN]", "marker"])

    def gull_is_an_ai(self):
        """gull says so in a conversation of its own."""
        channel = self.join()
        self.gull.say("pigeon", DISCLOSURE)
        Conversation(self.screen, "gull").wait_line(DISCLOSURE)
        return channel

    def test_that_reaches_an_ai_from_a_channel_is_held_as_one_to_an_ai(self):
        self.gull_is_an_ai()
        channel = Conversation(self.screen, CHANNEL)
        self.expect_masked_once(channel, f"/msg gull call me on {PHONE}", self.gull.messages, "call me on [phone]")
        self.assertIn("Phone number to gull", channel.history())

    def test_that_reaches_a_person_from_the_window_of_an_ai_is_not_held(self):
        dove = IrcClient("dove", self.server.port, CHANNEL)
        self.addCleanup(dove.end)
        self.gull_is_an_ai()
        gull = Conversation(self.screen, "gull")
        gull.send(f"/msg dove call me on {PHONE}")
        until(dove.messages, "the text to dove")
        self.assertEqual(dove.messages(), [f"call me on {PHONE}"])
        self.assertNotIn("HELD", gull.history())


class ACommandInAnXmppRoom(ACommand):
    def join(self):
        self.loft.friend.join(ROOM, make=True)
        self.loft.pidgin.follow(f"xmpp:{ROOM}?join")
        room = Conversation(self.screen, ROOM)
        room.send("hello")
        self.loft.friend.wait_for("hello", kind="groupchat")
        return room

    def subjects(self):
        found = []
        for stanza in self.loft.friend.stanzas():
            subject = stanza.find("{jabber:client}subject")
            if subject is not None and subject.text:
                found.append(subject.text)
        return found

    def test_that_speaks_to_a_member_is_held(self):
        room = self.join()
        self.hold_command(room, f"/msg friend mine is {IBAN}")
        self.assertEqual(self.loft.friend.messages(), [])
        self.mask(room)
        self.loft.friend.wait_for("mine is [IBAN]")
        room.send("marker")
        self.loft.friend.wait_for("marker", kind="groupchat")
        self.assertEqual(self.loft.friend.messages(), ["mine is [IBAN]"])
        self.assertEqual(self.loft.friend.messages("groupchat"), ["hello", "marker"])

    def test_that_sets_a_topic_is_held(self):
        room = self.join()
        self.hold_command(room, f"/topic pay to {IBAN}")
        self.assertEqual(self.subjects(), [])
        self.mask(room)
        until(self.subjects, "the topic")
        room.send("marker")
        self.loft.friend.wait_for("marker", kind="groupchat")
        self.assertEqual(self.subjects(), ["pay to [IBAN]"])

    def test_that_went_back_stays_in_the_entry_and_sends_nothing(self):
        room = self.join()
        line = f"/msg friend mine is {IBAN}"
        self.hold_command(room, line)
        self.screen.press("Escape")
        room.wait_free()
        room.wait_draft(line)
        room.clear()
        room.send("marker")
        self.loft.friend.wait_for("marker", kind="groupchat")
        self.assertEqual(self.loft.friend.messages(), [])

    def test_of_ordinary_use_passes_without_a_word(self):
        room = self.join()
        room.send("/msg friend see you at six")
        self.loft.friend.wait_for("see you at six")
        self.assertNotIn("HELD", room.history())

    def test_with_missing_words_is_explained_and_not_sent_as_text(self):
        room = self.join()
        room.send("/msg")
        room.wait_draft("")
        room.send("marker")
        self.loft.friend.wait_for("marker", kind="groupchat")
        self.assertEqual(self.loft.friend.messages("groupchat"), ["hello", "marker"])
