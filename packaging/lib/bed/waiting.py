# SPDX-License-Identifier: GPL-2.0-or-later
"""Waiting for a condition with a deadline, never for a time."""
import threading
import time

_tick = threading.Event()


class TooLate(Exception):
    """What was waited for did not come in time."""


def until(condition, what, seconds=120):
    """Gives back the first true value of `condition()`; after `seconds` raises TooLate naming `what`.

    `what` is a text, or a function that words the state at the deadline.
    """
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise TooLate(f"after {seconds} s still waiting for {what() if callable(what) else what}")
        _tick.wait(0.03)
