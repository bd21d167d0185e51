# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets the benches use the bed that packaging/try and the end-to-end tests stand on."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging/lib"))
sys.dont_write_bytecode = True
