# SPDX-License-Identifier: GPL-2.0-or-later
"""The programs that a bed starts, and their end."""
import atexit
import pathlib
import socket
import subprocess


def free_port():
    """A TCP port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    """Whether somebody answers at this port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Processes:
    """Children whose output goes to one file each; `end` stops them, last one first, and only them."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._children = []

    def start(self, name, command, **options):
        """Starts a program; its output goes to NAME.log."""
        with open(self._folder / f"{name}.log", "ab") as log:
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)
        self._children.append(child)
        atexit.register(stop, child)  # for a run that is broken off
        return child

    def output(self, name):
        """All that a program has printed so far."""
        path = self._folder / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def end(self):
        while self._children:
            stop(self._children.pop())


def stop(child):
    """Ends one child: asks first, then insists."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
