# SPDX-License-Identifier: GPL-2.0-or-later
"""Contacts that say to other programs, but to no reader, that they are bots; and the user's own word."""
from bed.conversation import Conversation
from bed.waiting import until
from bed.xmpp_client import CLIENT, DISCO
from bed.xmpp_server import ROOMS
from channel import ChannelTest
from stage import PHONE, PidginTest

OTHER_PHONE = "+31 6 87654321"


def questions(client):
    """How often a client was asked what it is."""
    return sum(stanza.tag == CLIENT + "iq" and stanza.get("type") == "get"
               and stanza.find(f"{{{DISCO}}}query") is not None for stanza in client.stanzas())


def wait_badge(conversation, word):
    """Waits until the badge of a conversation shows this."""
    return conversation.button(f"Reader: {word}")


class AnXmppBotThatSaysNothing(PidginTest):
    def open_bot(self):
        bot = self.open("assistant")
        wait_badge(bot, "AI: unclear")
        return bot

    def test_is_known_by_its_client_and_gets_the_masked_text(self):
        bot = self.open_bot()
        self.assertEqual(questions(self.loft.assistant), 1)
        bot.send(f"Call me on {PHONE}")
        bot.wait_held()
        self.screen.press("alt+m")
        bot.wait_free()
        self.expect_assistant_got("Call me on [phone]")
        bot = Conversation(self.screen, "Assistant")
        bot.send("/lg why")
        bot.wait_line("Its client says that it is a bot.")

    def test_is_a_person_when_the_user_says_so(self):
        bot = self.open_bot()
        bot.send("/lg person")
        bot.wait_line("counts as a person")
        bot.send(f"Call me on {PHONE}")
        self.expect_assistant_got(f"Call me on {PHONE}")
        bot = Conversation(self.screen, "Assistant")
        bot.send("/lg unmark")
        bot.wait_line("is forgotten")
        bot.send(f"Or on {OTHER_PHONE}")
        bot.wait_held()

    def test_is_asked_only_while_its_conversation_is_open(self):
        friend = self.open("friend")
        until(lambda: questions(self.loft.friend), "the friend's client to be asked")
        friend.send(f"Call me on {PHONE}")
        self.loft.friend.wait_for(f"Call me on {PHONE}")
        self.assertEqual(questions(self.loft.friend), 1)
        self.assertEqual(questions(self.loft.assistant), 0)


class AnXmppRoom(PidginTest):
    def enter(self, name, **options):
        room = f"{name}@{ROOMS}"
        self.loft.friend.join(room, make=True)
        if options:
            self.loft.friend.configure(room, **options)
        self.loft.pidgin.follow(f"xmpp:{room}?join")
        return Conversation(self.screen, room)

    def test_that_is_hidden_is_not_called_public(self):
        wait_badge(self.enter("open", publicroom=1), "Public")
        hidden = self.enter("hidden", publicroom=0)
        wait_badge(hidden, "Policy unknown")
        hidden.send("/lg why")
        hidden.wait_line("Not everybody may find it and come in")


class AnIrcBot(ChannelTest):
    def open_gull(self):
        """From inside the channel: a server tells of a new nick only where both are."""
        self.join()
        self.loft.pidgin.open("gull", "prpl-irc")
        return Conversation(self.screen, "gull")

    def test_is_known_by_what_the_server_says_until_its_nick_changes(self):
        self.gull.command("MODE gull +B")
        until(lambda: any("MODE gull" in line for line in self.gull.lines()), "the bot to be marked")
        gull = self.open_gull()
        gull.send(f"Call me on {PHONE}")
        until(lambda: f"Call me on {PHONE}" in self.gull.messages(), "what is sent before the server said so")
        gull.send("/quote WHOIS gull")
        wait_badge(gull, "AI: unclear")
        gull.send(f"Or on {OTHER_PHONE}")
        gull.wait_held()
        self.screen.press("alt+g")
        gull.wait_free()
        gull.clear()
        self.gull.command("NICK tern")
        wait_badge(Conversation(self.screen, "tern"), "Policy unknown")
