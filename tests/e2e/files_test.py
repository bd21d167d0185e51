# SPDX-License-Identifier: GPL-2.0-or-later
"""A file is looked at between being chosen and being offered, whichever way it was chosen."""
from bed.conversation import Conversation
from bed.waiting import until
from bed.xmpp_server import address
from stage import DISCLOSURE, IBAN, PidginTest

CANARY = "zanzibarian"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000")


class AFile(PidginTest):
    def make(self, name, content):
        path = self.loft.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def meet_assistant(self):
        """The assistant says what it is, and its conversation is left open."""
        self.loft.assistant.say(address("you"), DISCLOSURE)
        conversation = self.open("assistant")
        conversation.wait_line(DISCLOSURE)
        return conversation

    def send_file(self, name, path):
        """As drag and drop and other programs do it; the file is named at once."""
        pidgin = self.loft.pidgin
        connection = pidgin.call("PurpleAccountGetConnection", pidgin.account())
        pidgin.call("ServSendFile", connection, address(name), str(path))

    def hold(self, name="notes.txt", content=f"{CANARY} mine is {IBAN}\n"):
        self.meet_assistant()
        self.send_file("assistant", self.make(name, content))
        return self.wait_held()

    def wait_held(self):
        """The conversation with its bar. Pidgin's window of transfers comes with the file and takes the keyboard."""
        until(lambda: self.screen.activate("File Transfers"), "the window of transfers")
        conversation = Conversation(self.screen, "Assistant")
        conversation.wait_held()
        return conversation

    def path_field(self, dialog):
        """Where a path is typed; a slash opens it once the dialog listens."""
        field = self.screen.find(dialog, "text", state="EDITABLE")
        if field is None:
            self.screen.press("slash")
        return field

    def expect_offers(self, *names):
        """Exactly these were offered to the assistant, once each."""
        until(lambda: len(self.loft.assistant.offers()) >= len(names),
              lambda: f"the assistant to be offered {names}, so far {self.loft.assistant.offers()}")
        self.pass_marker()
        self.assertEqual(self.loft.assistant.offers(), list(names))

    def test_with_an_iban_is_held_and_nothing_is_offered(self):
        conversation = self.hold()
        lead = conversation.wait_label("HELD")
        self.assertIn("File notes.txt: IBAN", lead)
        self.assertNotIn("SENSITIVE", conversation.button("Mask and send").states())
        self.expect_offers()

    def test_sent_as_it_is_is_offered_once(self):
        conversation = self.hold()
        conversation.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        conversation.wait_free()
        self.expect_offers("notes.txt")

    def test_gone_back_from_is_not_offered_and_the_transfer_is_over(self):
        conversation = self.hold()
        self.screen.press("alt+g")
        conversation.wait_free()
        conversation.wait_line("File notes.txt was not sent.")
        conversation.wait_line("notes.txt")
        conversation.wait_draft("")
        self.expect_offers()
        self.assertEqual(self.loft.pidgin.call("PurpleXfersGetAll"), [])

    def test_without_details_is_offered_to_a_friend_at_once(self):
        self.open("friend")
        self.send_file("friend", self.make("list.txt", "milk\nbread\n"))
        until(lambda: self.loft.friend.offers() == ["list.txt"], "the offer")
        self.assertIsNone(self.screen.find(Conversation(self.screen, "Friend").window, "push button", "Mask and send"))

    def test_that_cannot_be_read_is_asked_about_by_kind_and_size(self):
        conversation = self.hold("cat.png", PNG)
        self.assertRegex(conversation.wait_label("HELD"), r"File cat\.png \(.+, 29 bytes\) to Assistant")
        self.expect_offers()

    def test_while_held_leaves_the_entry_to_its_user(self):
        conversation = self.hold()
        conversation.send("See you at six")
        conversation.wait_held()
        self.expect_assistant_got("See you at six")
        self.assertEqual(self.loft.assistant.offers(), [])

    def test_held_without_an_open_conversation_opens_one(self):
        self.meet_assistant()
        self.screen.press("ctrl+w")
        until(lambda: "Assistant" not in dict(self.screen.windows()), "the conversation to be closed")
        self.send_file("assistant", self.make("notes.txt", f"mine is {IBAN}\n"))
        self.wait_held()
        self.expect_offers()

    def test_stopped_in_the_window_of_transfers_is_over(self):
        conversation = self.hold()
        transfers = dict(self.screen.windows())["File Transfers"]
        self.screen.activate("File Transfers")
        self.screen.click(self.screen.wait_for(transfers, "push button", "Stop", "SENSITIVE"))
        conversation.wait_free()
        self.expect_offers()

    def test_chosen_from_the_menu_is_held_as_well(self):
        self.meet_assistant()
        path = self.make("notes.txt", f"mine is {IBAN}\n")
        self.screen.press("alt+c", "n")
        until(lambda: self.screen.activate("Open File..."), "the dialog that chooses files")
        dialog = dict(self.screen.windows())["Open File..."]
        place = until(lambda: self.path_field(dialog), "the field for a path")
        self.screen.press("ctrl+a")
        self.screen.type(str(path))
        until(lambda: place.text() == str(path), lambda: f"the path {path}, so far {place.text()!r}")
        self.screen.press("Return")
        self.wait_held()
        self.expect_offers()

    def test_leaves_nothing_of_itself_in_log_and_debug_output(self):
        conversation = self.hold()
        conversation.button("Send as written", "SENSITIVE")
        self.screen.press("alt+w")
        conversation.wait_free()
        self.expect_offers("notes.txt")
        self.loft.pidgin.end()
        self.assertNotIn(CANARY, self.loft.pidgin.output())
        for line in self.loft.pidgin.output().splitlines():
            if "loftgate:" in line:
                self.assertNotIn("notes.txt", line)
        for path in (self.loft.profile / "loftgate").rglob("*"):
            if path.is_file():
                self.assertNotIn(b"notes.txt", path.read_bytes(), path)
                self.assertNotIn(CANARY.encode(), path.read_bytes(), path)
