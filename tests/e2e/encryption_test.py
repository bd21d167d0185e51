# SPDX-License-Identifier: GPL-2.0-or-later
"""Loftgate before real encryption: it reads plain text first, and what is masked is what gets encrypted.

Both ends are accounts of one Pidgin, so that the other end decrypts with the same plugin. The wire is what Pidgin says
it sends in its debug output.
"""
import re
import subprocess

from bed.conversation import Conversation
from bed.waiting import until
from bed.xmpp_server import address
from stage import CARD, IBAN, MODULES, PidginTest

ENCRYPTED = "End-to-end encrypted: the service cannot read it."


def plugin_folder(package):
    return subprocess.run(["pkg-config", "--variable=plugindir", package], check=True, capture_output=True,
                          text=True).stdout.strip()


class Encrypted:
    """What holds whatever encrypts. A class says which plugin, its preferences, and what its ciphertext looks like."""

    ciphertext = ""
    ready = ""   # what the title says once the plugin knows the friend

    def before_start(self, profile):
        """Adds a second account, the friend, with the settings of the first."""
        file = profile / "accounts.xml"
        head, you = file.read_text().split("<account version='1.0'>")
        you = you[:you.rindex("</account>")]
        friend = you.replace("you@", "friend@").replace("You", "Friend")
        file.write_text(f"{head}<account version='1.0'>{you}{friend}</account>\n")

    def sent(self):
        """The messages that left, as Pidgin printed them."""
        return [line for line in self.loft.pidgin.output().splitlines()
                if re.search(rf"jabber: Sending \S* ?\({re.escape(address('you'))}", line) and "<message " in line]

    def talk(self, name):
        """The conversation with somebody in front, whatever the plugin adds to its title."""
        return Conversation(self.screen, until(lambda: self.title_of(name), f"the conversation with {name}"))

    def title_of(self, name):
        """The title of that conversation; turns to the next tab while it is behind another."""
        titles = [title for title, _ in self.screen.windows()]
        for title in titles:
            if title.startswith((name.capitalize(), address(name))):
                return title
        for title in titles:
            if title not in ("", "Buddy List"):
                self.screen.activate(title)
                self.screen.press("ctrl+Page_Down")
        return None

    def friend_reads(self, text):
        """Waits until the friend's own window shows a text."""
        self.talk("you").wait_line(text)
        return self.talk("friend")

    def wait_encrypted(self, friend):
        """Waits until Loftgate says that the talk is encrypted."""
        until(lambda: any(widget.description() == ENCRYPTED for widget, role, _ in self.screen.walk(friend.window)
                          if role == "push button"), lambda: f"a badge that says so; Pidgin printed {self.sent()[-3:]}")

    def test_text_was_held_and_masked_before_it_was_encrypted(self):
        self.loft.pidgin.open(address("friend"))
        until(lambda: self.ready in (self.title_of("friend") or ""), f"{self.ready} in the title")
        friend = self.talk("friend")
        friend.send(f"Pay to {IBAN}")
        friend.wait_held()
        self.assertEqual([line for line in self.sent() if "<body" in line], [])
        self.screen.press("alt+m")
        friend.wait_free()
        friend.wait_line("Pay to [IBAN]")
        friend = self.friend_reads("Pay to [IBAN]")
        self.assertNotIn(IBAN, friend.history())
        self.talk("you").send("Thanks")
        friend = self.talk("friend")
        friend.wait_line("Thanks")
        self.wait_encrypted(friend)
        friend.send(f"Card {CARD}")
        friend = self.friend_reads(f"Card {CARD}")
        self.assertEqual(friend.history().count("HELD"), 1)
        wire = self.sent()
        self.assertTrue([line for line in wire if self.ciphertext in line], wire[-3:])
        for line in wire:
            for text in (IBAN, CARD, "[IBAN]"):
                self.assertNotIn(text, line)


class TextThatOtrEncrypts(Encrypted, PidginTest):
    preferences = {
        "/pidgin/plugins/loaded": [MODULES / "loftgate.so", MODULES / "pidgin-loftgate.so",
                                   "/usr/lib/pidgin/pidgin-otr.so"],
        "/OTR/enabled": True, "/OTR/automatic": True, "/OTR/onlyprivate": True}
    ciphertext = "?OTR:AAM"


class TextThatLurchEncrypts(Encrypted, PidginTest):
    preferences = {
        "/pidgin/plugins/loaded": [MODULES / "loftgate.so", MODULES / "pidgin-loftgate.so",
                                   f"{plugin_folder('purple')}/lurch.so"]}
    ciphertext = "<encrypted "
    ready = "OMEMO"
