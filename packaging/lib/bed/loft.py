# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole bed: a server, a friend and an AI contact on it, and you in a Pidgin with Loftgate."""
import pathlib
import tempfile

from bed.pidgin import Pidgin
from bed.profile import write_profile, xmpp_account
from bed.xmpp_client import XmppClient
from bed.xmpp_server import XmppServer

PEOPLE = {"you": "You", "friend": "Friend", "assistant": "Assistant"}
DISCLOSURE = "Hello, I am an AI assistant."


class Loft:
    """Starts on construction; `end` takes everything down and removes the folder.

    `prepare` gets the profile's folder before Pidgin starts; `wrapper` is a command that Pidgin is started through;
    `also_you` names further accounts of yours on the server.
    """

    def __init__(self, environment, modules, preferences=None, more_accounts=(), prepare=None, wrapper=(),
                 also_you=()):
        self._open = []
        self._temporary = tempfile.TemporaryDirectory(prefix="loftgate-", ignore_cleanup_errors=True)
        self.folder = pathlib.Path(self._temporary.name)
        try:
            self.server = self._keep(XmppServer(self.folder / "server", PEOPLE | {name: name.capitalize() for name in also_you}))
            port = self.server.port
            self.friend = self._keep(XmppClient("friend", port, self.folder / "friend.jsonl"))
            self.assistant = self._keep(XmppClient("assistant", port, self.folder / "assistant.jsonl", "bot"))
            home = self.folder / "home"
            home.mkdir(mode=0o700)
            self.profile = write_profile(
                self.folder / "profile", [*(xmpp_account(name, port) for name in ("you", *also_you)), *more_accounts],
                [modules / "loftgate.so", modules / "pidgin-loftgate.so"], preferences or {})
            if prepare:
                prepare(self.profile)
            self._start = lambda: Pidgin(self.folder / "pidgin", self.profile, environment | {"HOME": str(home)}, wrapper)
            self.pidgin = self._keep(self._start())
            self.pidgin.require_loaded("loftgate.so")
        except BaseException:
            self.end()
            raise

    def _keep(self, thing):
        self._open.append(thing)
        return thing

    def start_again(self):
        """Starts Pidgin on the same profile, after it has ended."""
        self.pidgin = self._keep(self._start())

    def end(self):
        while self._open:
            self._open.pop().end()
        self._temporary.cleanup()
