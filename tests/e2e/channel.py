# SPDX-License-Identifier: GPL-2.0-or-later
"""A test that stands on an IRC server of its own, with gull in a channel and pigeon, the account of its Pidgin."""
from bed.conversation import Conversation
from bed.profile import irc_account
from bed.waiting import until
from irc import IrcClient, IrcServer
from stage import PidginTest, stage_folder

CHANNEL = "#loft"


class ChannelTest(PidginTest):
    def before_pidgin(self):
        self.server = IrcServer(stage_folder(self) / "ircd")
        self.addCleanup(self.server.end)
        self.gull = IrcClient("gull", self.server.port, CHANNEL)
        self.addCleanup(self.gull.end)
        self.accounts.append(irc_account("pigeon", self.server.port))

    def join(self):
        """Pigeon in the channel, from a conversation with gull."""
        self.loft.pidgin.open("gull", "prpl-irc")
        Conversation(self.screen, "gull").send(f"/join {CHANNEL}")
        until(lambda: self.gull.joined("pigeon", CHANNEL), "pigeon to be in the channel")
        return Conversation(self.screen, CHANNEL)
