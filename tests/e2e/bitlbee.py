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
    """You, registered with BitlBee, your XMPP account connected."""

    def __init__(self, bitlbee_port, xmpp_port):
        super().__init__("you", bitlbee_port, CONTROL)
        self.say(CONTROL, "register loft")
        self.wait_shown("Account successfully created")
        self.say(CONTROL, f"account add jabber {address('you')}/bee {PASSWORD}")
        self.wait_shown("successfully added")
        for name, value in {"connect_server": "127.0.0.1", "port": xmpp_port, "connection_security": "opportunistic_tls",
                            "auth_plain_in_clear": "true"}.items():
            self.say(CONTROL, f"account jabber set {name} {value}")
            self.wait_shown(f"{name} = `{value}'")
        self.say(CONTROL, "account jabber on")
        for contact in ("friend", "assistant"):
            until(lambda: self.joined(contact, CONTROL), lambda: f"{contact} to be there; shown: {self.shown()}")

    def say(self, to, text):
        self._send(f"PRIVMSG {to} :{text}")

    def shown(self):
        """All lines of the control channel."""
        return "\n".join(self.messages(CONTROL))

    def wait_shown(self, text):
        until(lambda: text in self.shown(), lambda: f"{text!r} in the control channel; shown: {self.shown()}")

    def heard(self, nick):
        """What a contact wrote to you."""
        return [line.split(" ", 3)[3].removeprefix(":") for line in self.lines()
                if line.startswith(f":{nick}!") and line.split(" ")[1:3] == ["PRIVMSG", self.nick]]
