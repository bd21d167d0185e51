# SPDX-License-Identifier: GPL-2.0-or-later
"""What every end-to-end test stands on: a fresh Pidgin with Loftgate, and receivers that say what arrived."""
import os
import pathlib
import tempfile
import unittest
import zlib

from bed.conversation import Conversation
from bed.desktop import Desktop
from bed.loft import DISCLOSURE, Loft
from bed.plugin_dialog import PluginDialog
from bed.screen import Screen
from bed.waiting import until
from bed.xmpp_server import address

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = pathlib.Path(os.environ.get("LOFTGATE_MODULES", ROOT / "build/dev/plugin")).resolve()
OUT = pathlib.Path(os.environ.get("LOFTGATE_E2E_OUT", ROOT / "build/e2e"))

PHONE = "+31 6 12345678"
IBAN = "NL91 ABNA 0417 1643 00"
CARD = "4111 1111 1111 1111"


def github_token(body="Zm9vYmFyQmF6UXV4MTIzNDU2Nzg5MA"):
    """A token with the checksum that GitHub puts at its end, made up here."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    check, rest = "", zlib.crc32(body.encode())
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        check = digits[digit] + check
    return f"ghp_{body}{check}"


TOKEN = github_token()

_desktop = None


def stage_folder(test):
    """A folder that lives as long as a test."""
    folder = tempfile.TemporaryDirectory(prefix="loftgate-stage-")
    test.addCleanup(folder.cleanup)
    os.chmod(folder.name, 0o755)  # a server that drops its rights must get in
    return pathlib.Path(folder.name)


def desktop(folder=None):
    """The one desktop of this process; the first call gives it a folder."""
    global _desktop
    if folder is not None:
        _desktop = Desktop(folder)
    return _desktop


class PidginTest(unittest.TestCase):
    """A test with its own server, accounts, profile and Pidgin. `preferences` may be set by a class."""

    preferences = {}
    wrapper = tuple(os.environ.get("LOFTGATE_E2E_WRAPPER", "").split())   # as tests/bench/sanitized-pidgin sets it
    also_you = ()   # names of further accounts of the user's

    def setUp(self):
        self.accounts = []
        self.before_pidgin()
        self.loft = Loft(desktop().environment, MODULES, self.preferences, self.accounts, self.before_start, self.wrapper,
                         self.also_you)
        self.addCleanup(self.loft.end)
        self.screen = Screen(desktop(), self.loft.pidgin.process.pid)
        self.marks = 0

    def before_pidgin(self):
        """For what must be there before Pidgin: other servers, files in the profile."""

    def before_start(self, profile):
        """For what a profile must hold before Pidgin starts."""

    def tearDown(self):
        """Keeps a picture and Pidgin's output of every failure."""
        result = self._outcome.result
        if any(test is self for test, _ in result.errors + result.failures):
            folder = OUT / self.id()
            folder.mkdir(parents=True, exist_ok=True)
            self.screen.picture(folder / "screen.png")
            (folder / "pidgin.log").write_text(self.loft.pidgin.output())

    def open(self, name, title=None):
        """The conversation with one of the bed's people, in front."""
        self.loft.pidgin.open(address(name))
        return Conversation(self.screen, title or name.capitalize())

    def open_assistant(self):
        """The conversation with the assistant, after it said what it is."""
        self.loft.assistant.say(address("you"), DISCLOSURE)
        conversation = self.open("assistant")
        until(lambda: DISCLOSURE in conversation.history(), "the assistant's line")
        return conversation

    def hold(self, text):
        """Sends a text to the assistant that is held."""
        conversation = self.open_assistant()
        conversation.send(text)
        conversation.wait_held()
        return conversation

    def start_again(self):
        """Starts Pidgin anew on the same profile, after it has ended."""
        self.loft.start_again()
        self.screen = Screen(desktop(), self.loft.pidgin.process.pid)

    def tick(self, plugin, ticked):
        """Ticks or unticks a plugin in Tools → Plugins."""
        dialog = PluginDialog(self.screen)
        dialog.set(plugin, ticked)
        dialog.close()

    def pass_marker(self):
        """Sends a line to the friend and waits until it arrives: whatever was to leave before it has left."""
        self.marks += 1
        marker = f"marker {self.marks}"
        self.open("friend").send(marker)
        self.loft.friend.wait_for(marker)

    def expect_assistant_got(self, *bodies):
        """Exactly these, once each, in this order, and nothing after them."""
        until(lambda: len(self.loft.assistant.messages()) >= len(bodies),
              lambda: f"the assistant to get {bodies}, so far {self.loft.assistant.messages()}")
        self.pass_marker()
        self.assertEqual(self.loft.assistant.messages(), list(bodies))
