# SPDX-License-Identifier: GPL-2.0-or-later
"""A throw-away Pidgin profile: accounts, preferences and ticked plugins, as a user would have left them."""
import dataclasses
import pathlib
from xml.sax.saxutils import escape, quoteattr

from bed.xmpp_server import HOST, PASSWORD


@dataclasses.dataclass
class Account:
    protocol: str
    alias: str
    name: str
    password: str
    settings: dict


def xmpp_account(name, port):
    return Account("prpl-jabber", name.capitalize(), f"{name}@{HOST}/pidgin", PASSWORD, {
        "connect_server": "127.0.0.1", "port": port, "connection_security": "opportunistic_tls", "auth_plain_in_clear": True})


def irc_account(nick, port):
    return Account("prpl-irc", nick, f"{nick}@127.0.0.1", "", {"port": port, "ssl": False})


def _setting(name, value):
    kind = {bool: "bool", int: "int", str: "string"}[type(value)]
    return f"<setting name='{name}' type='{kind}'>{escape(str(int(value) if kind == 'bool' else value))}</setting>"


def _account(account):
    log_in = "<setting name='auto-login' type='bool'>1</setting>"
    password = f"<password>{escape(account.password)}</password>" if account.password else ""
    return (f"<account><protocol>{account.protocol}</protocol><name>{escape(account.name)}</name>{password}"
            f"<alias>{escape(account.alias)}</alias>"
            f"<settings>{''.join(_setting(*pair) for pair in account.settings.items())}</settings>"
            f"<settings ui='gtk-gaim'>{log_in}</settings><settings ui='gnt-purple'>{log_in}</settings></account>")


def _preferences(values):
    """Preferences by their path, as libpurple nests them. A list of files is a `pathlist`."""
    tree = {}
    for path, value in values.items():
        *parents, last = path.strip("/").split("/")
        node = tree
        for parent in parents:
            node = node.setdefault(parent, {})
        node[last] = value

    def written(name, value):
        if isinstance(value, dict):
            return f"<pref name={quoteattr(name)}>{''.join(written(*pair) for pair in value.items())}</pref>"
        if isinstance(value, list):
            items = "".join(f"<item value={quoteattr(str(item))}/>" for item in value)
            return f"<pref name={quoteattr(name)} type='pathlist'>{items}</pref>"
        kind = {bool: "bool", int: "int", str: "string"}[type(value)]
        text = str(int(value) if kind == "bool" else value)
        return f"<pref name={quoteattr(name)} type='{kind}' value={quoteattr(text)}/>"

    return f"<pref version='1' name='/'>{''.join(written(*pair) for pair in tree.items())}</pref>"


def write_profile(folder, accounts, plugins, preferences):
    """Makes the folder that `pidgin -c` gets. `plugins` are the module files to load."""
    folder = pathlib.Path(folder)
    folder.mkdir(mode=0o700)
    head = "<?xml version='1.0' encoding='UTF-8' ?>\n"
    (folder / "accounts.xml").write_text(f"{head}<account version='1.0'>{''.join(map(_account, accounts))}</account>\n")
    values = {"/pidgin/plugins/loaded": list(plugins), "/purple/logging/log_ims": False, "/purple/logging/log_chats": False,
              "/pidgin/sound/method": "none", "/purple/away/idle_reporting": "none"} | preferences
    (folder / "prefs.xml").write_text(head + _preferences(values) + "\n")
    return folder
