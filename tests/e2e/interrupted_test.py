# SPDX-License-Identifier: GPL-2.0-or-later
"""The world does not wait for an answer: tabs move, accounts change, Pidgin ends. What is held stays held."""
import os
import signal

from bed.conversation import Conversation
from bed.waiting import until
from bed.xmpp_server import address
from stage import IBAN, PHONE, PidginTest

TEXT = f"Call me on {PHONE}"
MASKED = "Call me on [phone]"
TO_FRIEND = f"Mine is {IBAN}"
STRICT = {"/plugins/core/core-loftgate/preset": "strict"}
OWN_WINDOWS = {"/pidgin/conversations/placement": "new"}
LEFT = "A held message was not sent when the program ended"


class TwoHeldMessages(PidginTest):
    """One to the assistant, one to the friend, who is asked about too."""

    preferences = STRICT

    def hold_both(self):
        self.hold(TEXT)
        friend = self.open("friend")
        friend.send(TO_FRIEND)
        friend.wait_held()
        return friend

    def expect_nothing_left(self):
        self.assertEqual(self.loft.assistant.messages(), [])
        self.assertEqual(self.loft.friend.messages(), [])

    def answer_both(self):
        """Masks the one, sends the other as written, and sees both arrive, once each."""
        Conversation(self.screen, "Friend").wait_held()
        self.screen.press("alt+m")
        self.loft.friend.wait_for("Mine is [IBAN]")
        assistant = Conversation(self.screen, "Assistant")
        assistant.wait_held()
        assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        self.loft.assistant.wait_for(TEXT)
        Conversation(self.screen, "Friend").send("marker")
        self.loft.friend.wait_for("marker")
        self.assertEqual(self.loft.friend.messages(), ["Mine is [IBAN]", "marker"])
        self.assertEqual(self.loft.assistant.messages(), [TEXT])


class InTabs(TwoHeldMessages):
    def test_each_is_answered_for_itself(self):
        self.hold_both()
        self.expect_nothing_left()
        self.answer_both()

    def test_both_stand_in_their_entries_after_the_plugin_was_off_and_are_held_anew(self):
        self.hold_both()
        self.tick("Loftgate for Pidgin", False)
        self.tick("Loftgate for Pidgin", True)
        for name, text in (("Friend", TO_FRIEND), ("Assistant", TEXT)):
            conversation = Conversation(self.screen, name)
            conversation.wait_free()
            conversation.wait_draft(text)
            self.screen.press("Return")
            conversation.wait_held()
        self.expect_nothing_left()
        self.answer_both()

    def test_a_tab_that_is_detached_takes_its_question_along(self):
        friend = self.hold_both()
        tab = next(widget for widget, role, _ in self.screen.walk(friend.window)
                   if role == "page tab" and widget.name() == "Friend")
        self.screen.click(tab, button=3)
        until(self.menu_is_open, "the tab's menu")
        self.screen.press("Up", "Up", "Return")   # its last entry but one: Detach this tab
        until(lambda: {"Friend", "Assistant"} <= dict(self.screen.windows()).keys(), "two windows")
        self.expect_nothing_left()
        self.answer_both()

    def menu_is_open(self):
        return any(child.role() == "menu" and "SHOWING" in child.states()
                   for _, window in self.screen.windows() for child in window.children())


class InTwoWindows(TwoHeldMessages):
    preferences = STRICT | OWN_WINDOWS

    def test_each_is_answered_for_itself(self):
        self.hold_both()
        self.assertLessEqual({"Friend", "Assistant"}, dict(self.screen.windows()).keys())
        self.expect_nothing_left()
        self.answer_both()


class AnAccount(PidginTest):
    def test_that_leaves_and_returns_finds_the_text_and_the_question_there(self):
        assistant = self.hold(TEXT)
        account = self.loft.pidgin.account()
        self.loft.pidgin.call("PurpleAccountDisconnect", account)
        self.screen.press("alt+m")
        assistant.wait_label("not connected")
        assistant.wait_draft(TEXT)
        self.loft.pidgin.call("PurpleAccountConnect", account)
        until(self.loft.pidgin.is_connected, "the account to be back")
        self.assertEqual(self.loft.assistant.messages(), [])
        self.screen.press("alt+m")
        assistant.wait_free()
        self.expect_assistant_got(MASKED)


class TheEndOfPidgin(PidginTest):
    def expect_told_next_time(self):
        """Nothing was sent; the next start says so where it happened, once, and without the text."""
        self.loft.pidgin.process.wait(30)
        note = self.loft.profile / "loftgate/open-holds.ini"
        self.assertNotIn(PHONE, note.read_text())
        self.assertEqual(note.stat().st_mode & 0o777, 0o600)
        self.start_again()
        assistant = self.open("assistant")
        assistant.wait_line(LEFT)
        self.assertIn("Phone number to Assistant", assistant.history())
        assistant.wait_draft("")
        self.expect_assistant_got()
        until(lambda: not note.exists(), "the note to be gone")
        self.assertEqual(Conversation(self.screen, "Assistant").history().count(LEFT), 1)

    def test_by_ctrl_q_sends_nothing_and_is_told_next_time(self):
        self.hold(TEXT)
        self.screen.activate("Buddy List")
        self.screen.press("ctrl+q")
        self.expect_told_next_time()

    def test_by_another_program_sends_nothing_and_is_told_next_time(self):
        self.hold(TEXT)
        self.loft.pidgin.call("PurpleCoreQuit")
        self.expect_told_next_time()

    def test_by_a_signal_that_nobody_can_catch_sends_nothing_and_is_told_next_time(self):
        self.hold(TEXT)
        os.kill(self.loft.pidgin.process.pid, signal.SIGKILL)
        self.expect_told_next_time()


BUDDIES = """<?xml version='1.0' encoding='UTF-8' ?>
<purple version='1.0'><blist><group name='Loft'><contact>{}</contact></group></blist></purple>
"""
BUDDY = """<buddy account='{0}@loft.example/pidgin' proto='prpl-jabber'><name>{1}</name><alias>Assistant</alias>\
<setting name='loftgate-mark' type='string'>{2}</setting></buddy>"""


class SendTo(PidginTest):
    """One window writes to the same contact from two accounts. To the second one the assistant is marked as a person."""

    also_you = ("other",)

    def before_start(self, profile):
        buddies = (BUDDY.format(account, address("assistant"), mark) for account, mark in (("you", "ai"), ("other", "person")))
        (profile / "blist.xml").write_text(BUDDIES.format("".join(buddies)))

    def senders(self):
        """Who wrote what the assistant got."""
        return [(stanza.get("from").split("@")[0], stanza.findtext("{jabber:client}body"))
                for stanza in self.loft.assistant.stanzas() if stanza.find("{jabber:client}body") is not None]

    def own_accounts(self):
        by_name = {self.loft.pidgin.call("PurpleAccountGetUsername", account).split("@")[0]: account
                   for account in self.loft.pidgin.call("PurpleAccountsGetAllActive")}
        return by_name["you"], by_name["other"]

    def write_from(self, account):
        """Writes to the assistant from this account, in the window that both share."""
        conversation = self.loft.pidgin.call("PurpleConversationNew", 1, account, address("assistant"))
        self.loft.pidgin.call("PurpleConversationPresent", conversation)
        return Conversation(self.screen, "Assistant")

    def test_takes_the_bar_away_with_the_account_it_belongs_to_and_back_with_it(self):
        you, other = self.own_accounts()
        assistant = self.write_from(you)
        assistant.send(TEXT)
        assistant.wait_held()
        assistant = self.write_from(other)
        assistant.wait_free()
        self.screen.press("alt+m")
        assistant.wait_draft(TEXT)
        assistant = self.write_from(you)
        assistant.wait_held()
        self.assertEqual(self.senders(), [])
        self.screen.press("alt+m")
        assistant.wait_free()
        until(self.senders, "the masked text")
        self.pass_marker_of(you)
        self.assertEqual(self.senders(), [("you", MASKED)])

    def test_never_sends_what_the_other_account_was_asked_about(self):
        you, other = self.own_accounts()
        assistant = self.write_from(you)
        assistant.send(TEXT)
        assistant.wait_held()
        assistant = self.write_from(other)
        assistant.wait_free()
        assistant.clear()
        assistant.send("/lg send")
        assistant.wait_line("Nothing is held here")
        assistant.send("hello from the other")
        until(self.senders, "the other account's line")
        self.assertEqual(self.senders(), [("other", "hello from the other")])
        assistant = self.write_from(you)
        assistant.wait_held()
        assistant.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        assistant.wait_label("The text changed since it was checked")
        self.pass_marker_of(you)
        self.assertEqual(self.senders(), [("other", "hello from the other")])

    def pass_marker_of(self, account):
        conversation = self.loft.pidgin.call("PurpleConversationNew", 1, account, address("friend"))
        self.loft.pidgin.call("PurpleConvImSend", self.loft.pidgin.call("PurpleConvIm", conversation), "marker")
        self.loft.friend.wait_for("marker")
