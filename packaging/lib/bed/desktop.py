# SPDX-License-Identifier: GPL-2.0-or-later
"""Where Pidgin appears: a desktop of its own off screen, or the user's screen with a session bus of its own."""
import os
import pathlib
import subprocess

from bed.processes import Processes
from bed.waiting import until

SIZE = "1280x900x24"


def _told(processes, environment, name, command, option):
    """Starts a program that writes one line to the file descriptor it is given, and gives back that line."""
    reader, writer = os.pipe()
    processes.start(name, command + [option.format(writer)], pass_fds=[writer], env=environment)
    os.close(writer)
    with os.fdopen(reader) as answer:
        line = answer.readline().strip()
    if not line:
        raise RuntimeError(f"{name} did not start: {processes.output(name)}")
    return line


def _start_bus(processes, environment):
    """A session bus of its own: calls on it can reach no other Pidgin."""
    bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
    environment["DBUS_SESSION_BUS_ADDRESS"] = _told(processes, environment, "dbus", bus, "--print-address={}")


class UsersDesktop:
    """The user's own screen; `environment` is what a program needs to appear on it."""

    def __init__(self, folder):
        self._processes = Processes(folder)
        authority = os.environ.get("XAUTHORITY", os.path.expanduser("~/.Xauthority"))
        self.environment = dict(os.environ) | {"XAUTHORITY": authority}
        _start_bus(self._processes, self.environment)

    def end(self):
        self._processes.end()


class Desktop:
    """A desktop off screen: window manager, session bus and accessibility bus, all private. Starts on construction."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self._processes = Processes(folder / "logs")
        runtime = folder / "run"
        home = folder / "home"
        runtime.mkdir(mode=0o700)
        home.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime),
            "GSETTINGS_BACKEND": "memory", "GTK_MODULES": "gail:atk-bridge",
        }
        try:
            self._start_screen()
            _start_bus(self._processes, self.environment)
            self._start_accessibility()
        except BaseException:
            self.end()
            raise

    def _start_screen(self):
        screen = ["Xvfb", "-nolisten", "tcp", "-noreset", "-ac", "-screen", "0", SIZE, "-displayfd"]
        self.environment["DISPLAY"] = ":" + _told(self._processes, self.environment, "xvfb", screen, "{}")
        self._processes.start("openbox", ["openbox", "--sm-disable"], env=self.environment)
        until(lambda: self.tool("get_num_desktops").returncode == 0, "the window manager")

    def _start_accessibility(self):
        self._processes.start("at-spi", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], env=self.environment)
        asks = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"]
        until(lambda: subprocess.run(asks, env=self.environment, capture_output=True).returncode == 0,
              "the accessibility bus")

    def tool(self, *arguments):
        """Runs xdotool: keys and windows as the X server knows them."""
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, capture_output=True, text=True)

    def picture(self, path, window="root"):
        """Saves what the screen, or the window of that number with its frame, shows as PNG."""
        subprocess.run(["import", "-silent", "-frame", "-window", window, str(path)], env=self.environment, check=True)

    def end(self):
        self._processes.end()
