# SPDX-License-Identifier: GPL-2.0-or-later
"""A desktop of its own: screen, window manager, session bus and accessibility bus, all private and off screen."""
import os
import pathlib
import subprocess

from bed.processes import Processes
from bed.waiting import until

SIZE = "1280x900x24"


class Desktop:
    """Starts on construction; `environment` is what a program needs to appear on it."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)
        self._processes = Processes(self._folder / "logs")
        runtime = self._folder / "run"
        home = self._folder / "home"
        runtime.mkdir(mode=0o700)
        home.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime),
            "GSETTINGS_BACKEND": "memory", "GTK_MODULES": "gail:atk-bridge", "NO_AT_BRIDGE": "0", "G_SLICE": "always-malloc",
        }
        try:
            self._start_screen()
            self._start_buses()
        except BaseException:
            self.end()
            raise

    def _told(self, name, command, option):
        """Starts a program that writes one line to the file descriptor it is given, and gives back that line."""
        reader, writer = os.pipe()
        self._processes.start(name, command + [option.format(writer)], pass_fds=[writer], env=self.environment)
        os.close(writer)
        with os.fdopen(reader) as answer:
            line = answer.readline().strip()
        if not line:
            raise RuntimeError(f"{name} did not start: {self._processes.output(name)}")
        return line

    def _start_screen(self):
        screen = ["Xvfb", "-nolisten", "tcp", "-noreset", "-ac", "-screen", "0", SIZE]
        self.environment["DISPLAY"] = ":" + self._told("xvfb", screen + ["-displayfd"], "{}")
        self._processes.start("openbox", ["openbox", "--sm-disable"], env=self.environment)
        until(lambda: self.tool("get_num_desktops").returncode == 0, "the window manager")

    def _start_buses(self):
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told("dbus", bus, "--print-address={}")
        self._processes.start("at-spi", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], env=self.environment)
        asks = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"]
        until(lambda: subprocess.run(asks, env=self.environment, capture_output=True).returncode == 0,
              "the accessibility bus")

    def tool(self, *arguments):
        """Runs xdotool: keys and windows as the X server knows them."""
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, capture_output=True, text=True)

    def picture(self, path):
        """Saves what the screen shows as PNG."""
        subprocess.run(["import", "-silent", "-window", "root", str(path)], env=self.environment, check=True)

    def end(self):
        self._processes.end()
