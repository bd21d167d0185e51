# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that no conversation window sends: other programs on the session bus, and Pidgin on its own account."""
from bed.conversation import Conversation
from bed.pidgin import PERSON
from bed.waiting import until
from bed.xmpp_server import address
from stage import IBAN, PHONE, PidginTest


class AnotherProgram(PidginTest):
    """Sends by libpurple's D-Bus functions, as scripts and panels do."""

    def send(self, method, *arguments):
        return self.loft.pidgin.call(method, *arguments)

    def connection(self):
        return self.loft.pidgin.call("PurpleAccountGetConnection", self.loft.pidgin.account())

    def send_directly(self, name, text):
        """The way that shows in no conversation at all."""
        return self.send("ServSendIm", self.connection(), address(name), text, 0)

    def mark_assistant(self):
        """The assistant says what it is; its conversation is closed again."""
        assistant = self.open_assistant()
        self.screen.press("ctrl+w")
        until(lambda: not self.loft.pidgin.call("PurpleFindConversationWithAccount", PERSON, address("assistant"),
                                                self.loft.pidgin.account()), "the conversation to be closed")
        return assistant

    def test_is_held_in_a_conversation_that_opens_and_masked_it_goes_once(self):
        self.mark_assistant()
        self.assertEqual(self.send_directly("assistant", f"Call me on {PHONE}"), 0)
        assistant = Conversation(self.screen, "Assistant")
        assistant.wait_held()
        self.assertEqual(self.loft.assistant.messages(), [])
        self.screen.press("alt+m")
        assistant.wait_free()
        assistant.wait_line("Call me on [phone]")
        self.expect_assistant_got("Call me on [phone]")

    def test_is_held_once_when_it_sends_through_the_conversation(self):
        assistant = self.open_assistant()
        conversation = self.loft.pidgin.open(address("assistant"))
        data = self.loft.pidgin.call("PurpleConversationGetImData", conversation)
        self.send("PurpleConvImSend", data, f"Call me on {PHONE}")
        assistant.wait_held()
        self.screen.press("alt+m")
        assistant.wait_free()
        self.expect_assistant_got("Call me on [phone]")

    def test_may_say_ordinary_things(self):
        self.assertGreater(self.send_directly("friend", "See you at six"), 0)
        self.loft.friend.wait_for("See you at six")

    def test_gets_its_text_back_into_the_entry(self):
        self.mark_assistant()
        self.send_directly("assistant", f"Pay to {IBAN}")
        assistant = Conversation(self.screen, "Assistant")
        assistant.wait_held()
        self.screen.press("alt+g")
        assistant.wait_free()
        assistant.wait_draft(f"Pay to {IBAN}")
        self.expect_assistant_got()


class ABuddyPounce(PidginTest):
    def before_start(self, profile):
        (profile / "pounces.xml").write_text(
            "<?xml version='1.0' encoding='UTF-8' ?>\n<pounces version='1.0'><pounce ui='gtk-gaim'>"
            f"<account protocol='prpl-jabber'>{address('you')}/pidgin</account><pouncee>{address('assistant')}</pouncee>"
            "<options/><events><event type='sign-on'/></events><actions><action type='send-message'>"
            f"<param name='message'>Welcome, pay to {IBAN}</param></action></actions><saved/></pounce></pounces>\n")

    def test_sends_nothing_that_is_held(self):
        assistant = Conversation(self.screen, "Assistant")
        assistant.wait_held()
        self.assertEqual(self.loft.assistant.messages(), [])
        self.screen.press("alt+m")
        assistant.wait_free()
        self.expect_assistant_got("Welcome, pay to [IBAN]")
