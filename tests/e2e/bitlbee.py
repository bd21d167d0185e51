# SPDX-License-Identifier: GPL-2.0-or-later
"""A real BitlBee with libpurple on a free loopback port, and you in an IRC client that writes down what it shows."""
from bed.processes import Processes, free_port, listens
from bed.waiting import until
from bed.xmpp_server import PASSWORD, address
from irc import IrcClient

CONTROL = "&bitlbee"

_CONFIG = """
[settings]
RunMode = ForkDaemon
DaemonInterface = 127.0.0.1
DaemonPort = {port}
ConfigDir = {folder}/config
PluginDir = {folder}/plugins
"""


class BitlBee:
    """Starts on construction. Loftgate lies where BitlBee looks for modules of libpurple, and nowhere is it ticked."""

    def __init__(self, folder, module, environment):
        self.folder = folder
        (folder / "plugins/purple").mkdir(parents=True)
        (folder / "plugins/purple/loftgate.so").symlink_to(module)
        (folder / "config").mkdir()
        (folder / "home").mkdir()
        self.port = free_port()
        config = folder / "bitlbee.conf"
        config.write_text(_CONFIG.format(port=self.port, folder=folder))
        self._processes = Processes(folder / "logs")
        self._processes.start("bitlbee", ["bitlbee", "-F", "-n", "-v", "-c", str(config)],
                              env=environment | {"HOME": str(folder / "home")})
        until(lambda: listens(self.port), lambda: f"BitlBee; it says {self.output()}")

    def output(self):
        return self._processes.output("bitlbee")

    def end(self):
        self._processes.end()


class IrcUser(IrcClient):
    """You, known to BitlBee, your XMPP account connected. `xmpp_port` is given the first time, to set it up."""

    def __init__(self, bitlbee_port, xmpp_port=None):
        super().__init__("you", bitlbee_port, CONTROL)
        if xmpp_port:
            self._register(xmpp_port)
        else:
            self.say(CONTROL, "identify loft")
        for contact in ("friend", "assistant"):
            self.wait_joined(contact)

    def _register(self, xmpp_port):
        self.say(CONTROL, "register loft")
        self.wait_shown("Account successfully created")
        self.say(CONTROL, f"account add jabber {address('you')}/bee {PASSWORD}")
        self.wait_shown("successfully added")
        settings = {"connect_server": "127.0.0.1", "port": xmpp_port, "connection_security": "opportunistic_tls",
                    "auth_plain_in_clear": "true"}
        for name, value in settings.items():
            self.say(CONTROL, f"account jabber set {name} {value}")
            self.wait_shown(f"{name} = `{value}'")
        self.say(CONTROL, "account jabber on")

    def say(self, to, text):
        self._send(f"PRIVMSG {to} :{text}")

    def _comings(self, nick):
        return [line.split(" ")[1] for line in self.lines()
                if line.startswith(f":{nick}!") and line.split(" ")[1] in ("JOIN", "PART", "QUIT")]

    def wait_joined(self, contact, times=1):
        """Waits until a contact has come to the control channel for the so many-th time."""
        until(lambda: self._comings(contact).count("JOIN") >= times,
              lambda: f"{contact} to be there; shown: {self.shown()}")

    def wait_left(self, contact):
        until(lambda: self._comings(contact)[-1] != "JOIN", f"{contact} to be away")

    def enter(self, room, channel):
        """Enters an XMPP room as a channel."""
        self.say(CONTROL, f"chat add jabber {room} {channel}")
        self.wait_shown("Chatroom successfully added")
        self._send(f"JOIN {channel}")
        until(lambda: any(" 366 " in line and channel in line for line in self.lines()), f"you to be in {channel}")

    def shown(self):
        """All lines of the control channel."""
        return "\n".join(self.messages(CONTROL))

    def wait_shown(self, text):
        until(lambda: text in self.shown(), lambda: f"{text!r} in the control channel; shown: {self.shown()}")

    def heard(self, nick):
        """What a contact wrote to you."""
        return [line.split(" ", 3)[3].removeprefix(":") for line in self.lines()
                if line.startswith(f":{nick}!") and line.split(" ")[1:3] == ["PRIVMSG", self.nick]]
