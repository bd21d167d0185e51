# SPDX-License-Identifier: GPL-2.0-or-later
"""Rooms and channels: everybody in them reads it."""
from bed.conversation import Conversation
from bed.waiting import until
from bed.xmpp_server import ROOMS
from channel import CHANNEL, ChannelTest
from stage import IBAN, PidginTest

ROOM = f"loft@{ROOMS}"


class AnXmppRoom(PidginTest):
    def test_gets_the_masked_text_only(self):
        self.loft.friend.join(ROOM, make=True)
        self.loft.pidgin.follow(f"xmpp:{ROOM}?join")
        room = Conversation(self.screen, ROOM)
        room.send(f"Pay to {IBAN}")
        room.wait_held()
        self.screen.press("alt+m")
        room.wait_free()
        self.loft.friend.wait_for("Pay to [IBAN]", kind="groupchat")
        room.send("Thanks")
        self.loft.friend.wait_for("Thanks", kind="groupchat")
        self.assertEqual(self.loft.friend.messages("groupchat"), ["Pay to [IBAN]", "Thanks"])


class AnIrcChannel(ChannelTest):
    def paste(self, conversation, text):
        """A real paste: the text goes into the entry, is cut from there by keys, and comes back from the clipboard."""
        conversation.entry.insert(text)
        conversation.wait_draft(text)
        self.screen.press("ctrl+a", "ctrl+x")
        conversation.wait_draft("")
        self.screen.press("ctrl+v")
        conversation.wait_draft(text)

    def test_gets_pasted_lines_after_one_question(self):
        channel = self.join()
        self.paste(channel, f"one {IBAN}\ntwo DE89 3704 0044 0532 0130 00\nthree")
        self.screen.press("Return")
        channel.wait_held()
        self.assertEqual(self.gull.messages(CHANNEL), [])
        self.screen.press("alt+m")
        channel.wait_free()
        until(lambda: "three" in self.gull.messages(CHANNEL), "the last line")
        channel.send("four")
        until(lambda: "four" in self.gull.messages(CHANNEL), "the marker")
        self.assertEqual(self.gull.messages(CHANNEL), ["one [IBAN]", "two [IBAN]", "three", "four"])
        self.assertEqual(channel.history().count("HELD"), 1)

    def test_gets_nothing_of_a_held_line_that_went_back(self):
        channel = self.join()
        channel.send(f"mine is {IBAN}")
        channel.wait_held()
        self.screen.press("alt+g")
        channel.wait_free()
        channel.clear()
        channel.send("never mind")
        until(lambda: "never mind" in self.gull.messages(CHANNEL), "the line after it")
        self.assertEqual(self.gull.messages(CHANNEL), ["never mind"])
