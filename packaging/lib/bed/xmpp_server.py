# SPDX-License-Identifier: GPL-2.0-or-later
"""A Prosody on a free loopback port with ready accounts, each in the others' contact list."""
import pathlib

from bed.processes import Processes, free_port, listens
from bed.waiting import until

HOST = "loft.example"
ROOMS = "rooms.loft.example"
PASSWORD = "coo"

_CONFIG = """
daemonize = false
run_as_root = true
pidfile = "{folder}/prosody.pid"
data_path = "{folder}/data"
plugin_paths = {{ "{folder}/modules" }}
interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {port} }}
modules_enabled = {{ "roster", "saslauth", "disco", "presence", "message", "iq", "pep", "pep_identity" }}
modules_disabled = {{ "s2s", "tls" }}
authentication = "internal_plain"
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
storage = "internal"
log = {{ info = "*console" }}
VirtualHost "{host}"
Component "{rooms}" "muc"
  restrict_room_creation = false
  muc_room_default_change_subject = true
"""

# libpurple asks the host for the PEP identity that Prosody shows on accounts only.
_PEP_IDENTITY = 'module:add_identity("pubsub", "pep", "loft");\n'


def address(name):
    return f"{name}@{HOST}"


class XmppServer:
    """Starts on construction. `people` maps account names to the names others see."""

    def __init__(self, folder, people):
        self._folder = pathlib.Path(folder)
        self.port = free_port()
        (self._folder / "modules").mkdir(parents=True)
        (self._folder / "modules" / "mod_pep_identity.lua").write_text(_PEP_IDENTITY)
        for name in people:
            self._write_account(name, people)
        config = self._folder / "prosody.cfg.lua"
        config.write_text(_CONFIG.format(folder=self._folder, port=self.port, host=HOST, rooms=ROOMS))
        self._processes = Processes(self._folder)
        server = self._processes.start("prosody", ["prosody", "-F", "--config", str(config)])
        try:
            until(lambda: listens(self.port) or server.poll() is not None, "Prosody")
            if server.poll() is not None:
                raise RuntimeError(f"Prosody did not start: {self._processes.output('prosody')}")
        except BaseException:
            self.end()
            raise

    def _write_account(self, name, people):
        data = self._folder / "data" / HOST.replace(".", "%2e")
        for store in ("accounts", "roster"):
            (data / store).mkdir(parents=True, exist_ok=True)
        (data / "accounts" / f"{name}.dat").write_text(f'return {{ ["password"] = "{PASSWORD}"; }};\n')
        contacts = "".join(
            f'["{address(other)}"] = {{ ["subscription"] = "both"; ["groups"] = {{ ["Loft"] = true; }}; ["name"] = "{shown}"; }};\n'
            for other, shown in people.items() if other != name)
        (data / "roster" / f"{name}.dat").write_text(
            f'return {{ [false] = {{ ["version"] = 1; ["pending"] = {{}}; }};\n{contacts}}};\n')

    def end(self):
        self._processes.end()
