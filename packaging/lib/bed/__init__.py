# SPDX-License-Identifier: GPL-2.0-or-later
"""A test bed: a real Pidgin on a desktop, with servers and receivers of its own, that leaves nothing behind.

`packaging/try` and `tests/e2e` stand on it. Python's own library only, plus AT-SPI where widgets are read.
"""
