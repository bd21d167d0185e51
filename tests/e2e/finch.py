# SPDX-License-Identifier: GPL-2.0-or-later
"""A real Finch in a terminal of tmux: keys in, the screen's text out."""
import subprocess

from bed.processes import Processes
from bed.profile import write_profile, xmpp_account
from bed.waiting import until

WIDTH, HEIGHT = 150, 50

# Beside the contact list, and wide enough that lines are not broken.
_WIDE_WINDOWS = {"/finch/conversations/size/width": 120, "/finch/conversations/size/height": 30,
                 "/finch/conversations/position/x": 24, "/finch/conversations/position/y": 2}


class Finch:
    """Starts on construction, Loftgate ticked as a user would have, and is ready when the contact list is there."""

    def __init__(self, folder, module, xmpp_port, environment):
        folder.mkdir()
        (folder / "home").mkdir()
        profile = write_profile(folder / "profile", [xmpp_account("you", xmpp_port)], [],
                                {"/finch/plugins/loaded": [module]} | _WIDE_WINDOWS)
        # A server of its own on a socket of its own; it stays in the foreground, so its end ends Finch.
        self._socket = str(folder / "tmux")
        self._processes = Processes(folder / "logs")
        (folder / "tmux.conf").write_text("set -g exit-empty off\n")
        self._processes.start("tmux", ["tmux", "-S", self._socket, "-f", str(folder / "tmux.conf"), "-D"],
                              env=environment | {"HOME": str(folder / "home"), "TERM": "xterm"})
        until(lambda: self._tmux("show-options", "-s", check=False).returncode == 0,
              lambda: f"tmux; it says {self._processes.output('tmux')}")
        self._tmux("new-session", "-d", "-x", str(WIDTH), "-y", str(HEIGHT), f"finch -c {profile}")

    def _tmux(self, *arguments, check=True):
        return subprocess.run(["tmux", "-S", self._socket, *arguments], check=check, capture_output=True, text=True)

    def keys(self, *keys):
        """Presses keys by tmux's names."""
        self._tmux("send-keys", *keys)

    def write(self, text):
        self._tmux("send-keys", "-l", text)

    def screen(self):
        return self._tmux("capture-pane", "-p").stdout

    def wait_shown(self, text):
        until(lambda: text in self.screen(), lambda: f"{text!r} on the screen:\n{self.screen()}")

    def wait_in_entry(self, text):
        """Waits until this stands in the entry of the conversation in front, which Finch fills with underscores."""
        until(lambda: any(f"│{text}_" in line for line in self.screen().splitlines()),
              lambda: f"{text!r} in the entry:\n{self.screen()}")

    def end(self):
        self._tmux("kill-server", check=False)
        self._processes.end()
