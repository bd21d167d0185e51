# SPDX-License-Identifier: GPL-2.0-or-later
"""A running Pidgin, and the few calls of its D-Bus face that set a scene (never that send what a user would)."""
import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from bed.processes import Processes, stop  # noqa: E402
from bed.waiting import until  # noqa: E402

PERSON, ROOM = 1, 2


class Pidgin:
    """Starts on construction and is ready when every account is connected. `output` gives what `pidgin -d` prints."""

    def __init__(self, folder, profile, environment, wrapper=()):
        self._processes = Processes(folder)
        self.profile = profile
        command = [*wrapper, "pidgin", "-d", "-m", "-c", str(profile)]
        self.process = self._processes.start("pidgin", command, env=environment)
        self._bus = Gio.DBusConnection.new_for_address_sync(
            environment["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        try:
            until(self._all_connected, "Pidgin to connect its accounts", 240)
        except BaseException:
            self.end()
            raise

    def call(self, method, *arguments):
        """One function of libpurple by its D-Bus name; numbers and texts only."""
        kinds = "".join("i" if isinstance(argument, int) else "s" for argument in arguments)
        answer = self._bus.call_sync(
            "im.pidgin.purple.PurpleService", "/im/pidgin/purple/PurpleObject", "im.pidgin.purple.PurpleInterface",
            method, GLib.Variant(f"({kinds})", arguments), None, Gio.DBusCallFlags.NONE, 120000, None).unpack()
        return answer[0] if answer else None

    def _all_connected(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"Pidgin ended with {self.process.returncode}:\n{self.output()[-3000:]}")
        try:
            accounts = self.call("PurpleAccountsGetAllActive")
            return accounts and all(self.call("PurpleAccountIsConnected", account) for account in accounts)
        except GLib.Error:
            return False  # its D-Bus name is not there yet

    def account(self, protocol="prpl-jabber"):
        return next(account for account in self.call("PurpleAccountsGetAllActive")
                    if self.call("PurpleAccountGetProtocolId", account) == protocol)

    def open(self, name, protocol="prpl-jabber"):
        """Opens the conversation with a contact; it may come as a tab that is not in front."""
        conversation = self.call("PurpleConversationNew", PERSON, self.account(protocol), name)
        self.call("PurpleConversationPresent", conversation)
        return conversation


    def follow(self, link):
        """Follows a link, as a click on it in a browser does."""
        self.call("PurpleGotProtocolHandlerUri", link)

    def is_connected(self, protocol="prpl-jabber"):
        return bool(self.call("PurpleAccountIsConnected", self.account(protocol)))

    def require_loaded(self, module):
        """Raises with Pidgin's own words when it refused a ticked plugin."""
        said = [line for line in self.output().splitlines() if "plugins: " in line and module in line]
        if not any("Loading saved plugin" in line for line in said) or any("Unable to" in line for line in said):
            raise RuntimeError("\n".join([f"Pidgin did not load {module}:", *said]))

    def output(self):
        return self._processes.output("pidgin")

    def end(self):
        """Ends Pidgin the way a session's end does, so that plugins unload."""
        stop(self.process)
        self._processes.end()
