# SPDX-License-Identifier: GPL-2.0-or-later
"""The people around you on an XMPP server, for tests of clients other than Pidgin, and what they got."""
from bed.loft import DISCLOSURE, PEOPLE
from bed.waiting import until
from bed.xmpp_client import XmppClient
from bed.xmpp_server import XmppServer, address


class Neighbours:
    """A server with a friend and an assistant on it. Starts on construction."""

    def __init__(self, folder):
        self._open = []
        try:
            self._server = self._keep(XmppServer(folder / "server", PEOPLE))
            self.port = self._server.port
            self.friend = self._keep(XmppClient("friend", self.port, folder / "friend.jsonl"))
            self.assistant = self._keep(XmppClient("assistant", self.port, folder / "assistant.jsonl", "bot"))
        except BaseException:
            self.end()
            raise

    def _keep(self, thing):
        self._open.append(thing)
        return thing

    def disclose(self):
        """The assistant says what it is."""
        self.assistant.say(address("you"), DISCLOSURE)

    def wait_assistant_got(self, bodies):
        until(lambda: len(self.assistant.messages()) >= len(bodies),
              lambda: f"the assistant to get {bodies}, so far {self.assistant.messages()}")

    def end(self):
        while self._open:
            self._open.pop().end()
