# SPDX-License-Identifier: GPL-2.0-or-later
"""Pidgin's Tools → Plugins, where a user ticks and unticks a plugin."""
import re

from bed.waiting import until
from bed.widget import Gone


class PluginDialog:
    """Opens on construction."""

    def __init__(self, screen):
        self.screen = screen
        until(lambda: screen.activate("Buddy List"), "the buddy list to come to the front")
        screen.press("ctrl+u")
        self.window = until(lambda: dict(screen.windows()).get("Plugins"), "the plugin dialog")
        screen.activate("Plugins")
        screen.press("Home")

    def _tick(self, name):
        """The tick of a plugin's row, or None while the row is not in view. Cells are made anew whenever a row changes."""
        cells = [cell for cell, role, _ in self.screen.walk(self.window) if role == "table cell"]
        try:
            for tick, label in zip(cells, cells[1:]):
                if re.match(rf"{re.escape(name)} \d", label.name()) and self._is_inside(tick):
                    return tick
        except Gone:
            pass
        return None

    def _is_inside(self, cell):
        _, top, _, height = cell.place()
        _, table_top, _, table_height = self.screen.find(self.window, "table").place()
        return table_top <= top and top + height <= table_top + table_height

    def _scrolled_to(self, name):
        tick = self._tick(name)
        if not tick:
            self.screen.press("Page_Down")
        return tick

    def _is_ticked(self, name):
        """True or False, None while nobody can tell; agrees meanwhile that plugins that need this one go too."""
        for title, window in self.screen.windows():
            if not title and self.screen.find(window, "push button", "Unload Plugins", "FOCUSED"):
                self.screen.press("Return")
        try:
            tick = self._tick(name)
            return "CHECKED" in tick.states() if tick else None
        except Gone:
            return None

    def set(self, name, ticked):
        """Clicks the tick of a plugin that is not yet as wanted, and waits until it is."""
        tick = until(lambda: self._scrolled_to(name), f"the row of {name}")
        if ("CHECKED" in tick.states()) != ticked:
            self.screen.click(tick)
        until(lambda: self._is_ticked(name) == ticked, f"{name} to be {'' if ticked else 'un'}loaded")

    def close(self):
        self.screen.activate("Plugins")
        self.screen.press("alt+c")
        until(lambda: "Plugins" not in dict(self.screen.windows()), "the plugin dialog to close")
