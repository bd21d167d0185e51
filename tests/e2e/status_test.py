# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody on the contact list sees."""
from bed.conversation import Conversation
from bed.waiting import until
from bed.xmpp_client import CLIENT
from bed.xmpp_server import ROOMS, address
from stage import IBAN, PidginTest

AWAY = 5  # PURPLE_STATUS_AWAY
ROOM = f"loft@{ROOMS}"


class StatusTest(PidginTest):
    def shown_statuses(self):
        """(show, text) of every presence the friend got from you, in order."""
        return [(stanza.findtext(CLIENT + "show", ""), stanza.findtext(CLIENT + "status", ""))
                for stanza in self.loft.friend.stanzas()
                if stanza.tag == CLIENT + "presence" and (stanza.get("from") or "").startswith(address("you"))]

    def wait_status(self, show, text):
        until(lambda: self.shown_statuses()[-1:] == [(show, text)],
              lambda: f"{show!r} {text!r} to be seen; so far {self.shown_statuses()}")

    def set_status(self, text):
        """As the list of statuses does."""
        call = self.loft.pidgin.call
        status = call("PurpleSavedstatusNew", "", AWAY)
        call("PurpleSavedstatusSetMessage", status, text)
        call("PurpleSavedstatusActivate", status)

    def question(self):
        """The window that asks."""
        return until(lambda: next((window for title, window in self.screen.windows()
                                   if self.screen.find(window, "push button", "Publish as written")), None), "the question")

    def answer(self, button):
        self.screen.click(self.screen.wait_for(self.question(), "push button", button))

    def wait_answered(self):
        until(lambda: not any(self.screen.find(window, "push button", "Publish as written")
                              for _, window in self.screen.windows()), "the question to go")


class AStatus(StatusTest):
    def test_of_ordinary_words_is_seen_without_a_question(self):
        self.set_status("at lunch")
        self.wait_status("away", "at lunch")

    def test_is_seen_without_its_text_until_it_is_masked(self):
        self.set_status(f"Pay to {IBAN}")
        self.wait_status("away", "")
        self.answer("Mask and publish")
        self.wait_status("away", "Pay to [IBAN]")
        self.pass_marker()
        self.assertFalse([text for _, text in self.shown_statuses() if IBAN in text])

    def test_that_goes_back_stays_unseen_although_pidgin_announces_itself_again(self):
        self.set_status(f"Pay to {IBAN}")
        self.answer("Go back")
        self.wait_answered()
        self.loft.friend.join(ROOM, make=True)
        self.loft.pidgin.follow(f"xmpp:{ROOM}?join")
        Conversation(self.screen, ROOM)
        self.pass_marker()
        self.assertFalse([stanza for stanza in self.loft.friend.stanzas() if IBAN in "".join(stanza.itertext())])
        self.assertEqual(self.shown_statuses()[-1], ("away", ""))


class ASavedStatus(StatusTest):
    preferences = {"/purple/savedstatus/startup": 1234567, "/purple/savedstatus/startup_current_status": False}

    def before_start(self, profile):
        (profile / "status.xml").write_text(
            "<?xml version='1.0' encoding='UTF-8' ?>\n<statuses version='1.0'><status name='Billing' created='1234567' "
            f"lastused='1234567' usage_count='1'><state>away</state><message>Pay to {IBAN}</message></status></statuses>\n")

    def test_lets_the_account_connect_without_its_text_until_it_is_masked(self):
        self.wait_status("away", "")
        self.answer("Mask and publish")
        self.wait_status("away", "Pay to [IBAN]")
        self.assertFalse([text for _, text in self.shown_statuses() if IBAN in text])
