# SPDX-License-Identifier: GPL-2.0-or-later
"""An ngIRCd on a free loopback port, and an IRC client on a plain socket that records what it gets."""
import pathlib
import socket
import threading

from bed.processes import Processes, free_port, listens
from bed.waiting import until

_CONFIG = """
[Global]
Name = irc.loft.example
Info = Loft
Listen = 127.0.0.1
Ports = {port}
MotdPhrase = coo
PidFile = {folder}/ngircd.pid
ServerUID = {user}
ServerGID = {user}
[Limits]
MaxConnectionsIP = 0
MaxPenaltyTime = 0
[Options]
DNS = no
Ident = no
PAM = no
"""


class IrcServer:
    """Starts on construction."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        folder.mkdir()
        self.port = free_port()
        config = folder / "ngircd.conf"
        config.write_text(_CONFIG.format(port=self.port, folder=folder, user="nobody"))
        self._processes = Processes(folder)
        self._processes.start("ngircd", ["/usr/sbin/ngircd", "-n", "-f", str(config)])
        until(lambda: listens(self.port), lambda: f"ngIRCd; it says {self._processes.output('ngircd')}")

    def end(self):
        self._processes.end()


class IrcClient:
    """One nick in one channel, joined on construction."""

    def __init__(self, nick, port, channel):
        self.nick = nick
        self._lines = []
        self._changed = threading.Lock()
        self._socket = socket.create_connection(("127.0.0.1", port), 20)
        self._socket.settimeout(None)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._send(f"NICK {nick}\r\nUSER {nick} 0 * :{nick}")
        until(lambda: any(" 001 " in line for line in self.lines()), f"{nick} to be welcome")
        self._send(f"JOIN {channel}")
        until(lambda: any(" 366 " in line for line in self.lines()), f"{nick} to be in {channel}")

    def _send(self, line):
        self._socket.sendall(line.encode() + b"\r\n")

    def command(self, line):
        """Sends one line to the server as it is."""
        self._send(line)

    def _read(self):
        rest = b""
        try:
            while data := self._socket.recv(65536):
                *lines, rest = (rest + data).split(b"\r\n")
                for line in lines:
                    self._keep(line.decode(errors="replace"))
        except OSError:
            pass  # the socket was closed by `end`

    def _keep(self, line):
        if line.startswith("PING"):
            self._send("PONG" + line[4:])
        with self._changed:
            self._lines.append(line)

    def ask(self, line, answer):
        """Sends a line and waits for the numeric that answers it; gives its text back."""
        self._send(line)
        return until(lambda: next((got.split(" :", 1)[-1] for got in self.lines() if f" {answer} " in got), None),
                     f"the answer to {line}")

    def say(self, to, text):
        self._send(f"PRIVMSG {to} :{text}")

    def lines(self):
        """Every line so far."""
        with self._changed:
            return list(self._lines)

    def messages(self, to=None, kind="PRIVMSG"):
        """The texts said to a channel or, without one, to this nick. Of other kinds: those that somebody sent."""
        found = []
        for line in self.lines():
            words = line.split(" ", 3)
            if len(words) == 4 and words[1] == kind and "!" in words[0] and words[2] == (to or self.nick):
                found.append(words[3].removeprefix(":"))
        return found

    def joined(self, nick, channel):
        """Whether another nick was seen coming into a channel."""
        return any(line.startswith(f":{nick}!") and line.split(" ")[1:] in (["JOIN", f":{channel}"], ["JOIN", channel])
                   for line in self.lines())

    def end(self):
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # already closed by the server
        self._socket.close()
        self._reader.join(5)
