# SPDX-License-Identifier: GPL-2.0-or-later
"""What packaging/try shows: opens Pidgin for the user, or plays the main scene off screen and judges it.

    scene.py open|play MODULES OUT     MODULES holds the built plugins and program; OUT gets the pictures
"""
import pathlib
import signal
import subprocess
import sys
import tempfile

from bed.conversation import Conversation
from bed.desktop import Desktop, UsersDesktop
from bed.loft import DISCLOSURE, Loft
from bed.screen import Screen
from bed.waiting import TooLate, until
from bed.xmpp_server import address

ORDINARY = "See you at six, bring the bread"
DETAIL = "Call me on +31 6 12345678 after six"
MASKED = "Call me on [phone] after six"
MARKER = "And some cheese"


class Unexpected(Exception):
    """A receiver did not get exactly what it should."""


def expect(who, got, wanted):
    if got != wanted:
        raise Unexpected(f"{who} should have got {wanted} and got {got}")
    print(f"  {who} got {got}")


def play(loft, desktop, out):
    """The main scene: an ordinary message passes, a phone number to an AI is held, masked, and only then sent."""
    screen = Screen(desktop, loft.pidgin.process.pid)

    print("You write to a friend.")
    loft.pidgin.open(address("friend"))
    friend = Conversation(screen, "Friend")
    friend.send(ORDINARY)
    loft.friend.wait_for(ORDINARY)
    screen.picture(out / "1-ordinary.png", "Friend")

    print("The assistant says that it is an AI. You send it a phone number.")
    loft.assistant.say(address("you"), DISCLOSURE)
    loft.pidgin.open(address("assistant"))
    assistant = Conversation(screen, "Assistant")
    until(lambda: DISCLOSURE in assistant.history(), "the assistant's line in the conversation")
    assistant.send(DETAIL)
    assistant.wait_held()
    screen.picture(out / "2-held.png", "Assistant")

    print("It is held. A line to the friend written after it arrives; nothing came to the assistant.")
    loft.pidgin.open(address("friend"))
    Conversation(screen, "Friend").send(MARKER)
    loft.friend.wait_for(MARKER)
    expect("the assistant", loft.assistant.messages(), [])

    print("You mask it and send.")
    loft.pidgin.open(address("assistant"))
    assistant = Conversation(screen, "Assistant")
    assistant.wait_held()
    screen.press("alt+m")
    until(loft.assistant.messages, "the masked text to arrive")
    assistant.wait_free()
    until(lambda: MASKED in assistant.history(), "the masked text in the conversation")
    screen.picture(out / "3-masked.png", "Assistant")
    expect("the assistant", loft.assistant.messages(), [MASKED])
    expect("the friend", loft.friend.messages(), [ORDINARY, MARKER])


def show_log(program, folder):
    """Prints the consent log and what its verification says."""
    for verb in ("list", "verify"):
        print(f"\n$ loftgate log {verb}", flush=True)
        subprocess.run([program, "log", verb, "--folder", folder], check=True)


def open_for_user(loft):
    """Leaves Pidgin to the user until it is closed; prints what the receivers get."""
    loft.assistant.say(address("you"), DISCLOSURE)
    loft.pidgin.open(address("friend"))
    loft.pidgin.open(address("assistant"))
    print(f"1. Write anything to Friend: it goes through.\n"
          f"2. Write to Assistant: {DETAIL}. It is held, and a bar above the entry asks.\n"
          f"3. Answer the bar: Alt+M masks and sends, Alt+G goes back. What arrives is printed here; close Pidgin to end.",
          flush=True)
    printed = {loft.friend: 0, loft.assistant: 0}

    def closed():
        for client in printed:
            for body in client.messages()[printed[client]:]:
                print(f"   {client.name} got: {body}", flush=True)
                printed[client] += 1
        return loft.pidgin.process.poll() is not None

    until(closed, "Pidgin to be closed", seconds=float("inf"))


def main():
    mode, modules, out = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="loftgate-desktop-") as folder:
        desktop = Desktop(folder) if mode == "play" else UsersDesktop(folder)
        loft = None
        try:
            loft = Loft(desktop.environment, modules)
            if mode == "play":
                out.mkdir(parents=True, exist_ok=True)
                play(loft, desktop, out)
            else:
                open_for_user(loft)
            show_log(modules / "loftgate", loft.profile / "loftgate")
            if mode == "play":
                print(f"\nThe scene went as it should. Pictures: {out}")
        except (Unexpected, TooLate, RuntimeError, subprocess.CalledProcessError) as problem:
            if mode == "play" and out.is_dir():
                desktop.picture(out / "failed.png")
            print(f"\nThe scene failed: {problem}", file=sys.stderr)
            return 1
        finally:
            if loft:
                loft.end()
            desktop.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
