# SPDX-License-Identifier: GPL-2.0-or-later
"""A small XMPP client on a plain socket: it logs in, records every stanza it gets, and can say a few things."""
import base64
import json
import socket
import threading
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape, quoteattr

from bed.waiting import until
from bed.xmpp_server import HOST, PASSWORD, address

CLIENT = "{jabber:client}"
ElementTree.register_namespace("", "jabber:client")
DISCO = "http://jabber.org/protocol/disco#info"
SI = "http://jabber.org/protocol/si"
FILE = SI + "/profile/file-transfer"
# What a client that takes files says of itself.
FEATURES = (DISCO, SI, FILE, "http://jabber.org/protocol/bytestreams", "http://jabber.org/protocol/ibb")


class XmppClient:
    """One account, logged in on construction. `record` is a file that gets one JSON object a stanza."""

    def __init__(self, name, port, record, identity="pc"):
        self.name = name
        self.jid = f"{address(name)}/bed"
        self._identity = identity
        self._record = open(record, "a", encoding="utf-8")
        self._stanzas = []
        self._changed = threading.Lock()
        self._socket = socket.create_connection(("127.0.0.1", port), 20)
        self._depth = 0
        self._open_stream()
        self._expect("{http://etherx.jabber.org/streams}features")
        secret = base64.b64encode(f"\0{name}\0{PASSWORD}".encode()).decode()
        self._send(f"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{secret}</auth>")
        self._expect("{urn:ietf:params:xml:ns:xmpp-sasl}success")
        self._open_stream()
        self._expect("{http://etherx.jabber.org/streams}features")
        self._send("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>bed</resource></bind></iq>")
        self._expect(CLIENT + "iq")
        self._socket.settimeout(None)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._send("<presence/>")

    def _send(self, text):
        self._socket.sendall(text.encode())

    def _open_stream(self):
        self._parser = ElementTree.XMLPullParser(("start", "end"))
        self._depth = 0
        self._send(f"<?xml version='1.0'?><stream:stream to='{HOST}' version='1.0' xmlns='jabber:client'"
                   " xmlns:stream='http://etherx.jabber.org/streams'>")

    def _next_stanzas(self):
        """Blocks for more of the stream and gives back the stanzas that became complete; None at its end."""
        data = self._socket.recv(65536)
        if not data:
            return None
        self._parser.feed(data)
        complete = []
        for event, element in self._parser.read_events():
            self._depth += 1 if event == "start" else -1
            if event == "end" and self._depth == 1:
                complete.append(element)
        return complete

    def _expect(self, tag):
        while True:
            stanzas = self._next_stanzas()
            if stanzas is None:
                raise RuntimeError(f"{self.name}: the server closed the stream before {tag}")
            if any(stanza.tag == tag for stanza in stanzas):
                return
            if stanzas and stanzas[0].tag.endswith("failure"):
                raise RuntimeError(f"{self.name}: the server refused the log-in")

    def _read(self):
        try:
            while (stanzas := self._next_stanzas()) is not None:
                for stanza in stanzas:
                    self._keep(stanza)
        except (OSError, ValueError, ElementTree.ParseError):
            pass  # the socket was closed by `end`, or the server ended mid-stanza; what came is recorded

    def _keep(self, stanza):
        text = ElementTree.tostring(stanza, encoding="unicode")
        self._record.write(json.dumps({"to": self.name, "from": stanza.get("from"), "stanza": text}) + "\n")
        self._record.flush()
        with self._changed:
            self._stanzas.append(stanza)
        query = stanza.find(f"{{{DISCO}}}query")
        if stanza.tag == CLIENT + "iq" and stanza.get("type") == "get" and query is not None:
            node = f" node={quoteattr(query.get('node'))}" if query.get("node") else ""
            features = "".join(f"<feature var='{feature}'/>" for feature in FEATURES)
            self._send(f"<iq type='result' id={quoteattr(stanza.get('id'))} to={quoteattr(stanza.get('from'))}>"
                       f"<query xmlns='{DISCO}'{node}><identity category='client' type='{self._identity}' name='{self.name}'/>"
                       f"{features}</query></iq>")

    def stanzas(self):
        """Every stanza so far, oldest first."""
        with self._changed:
            return list(self._stanzas)

    def messages(self, kind="chat"):
        """Every message with a body so far, in order: the body as the sender wrote it."""
        return [body.text or "" for stanza in self.stanzas()
                if stanza.tag == CLIENT + "message" and stanza.get("type", "normal") == kind
                and stanza.find("{urn:xmpp:delay}delay") is None
                for body in stanza.findall(CLIENT + "body")]

    def formatted(self):
        """The XHTML form of every chat message, "" where there was none."""
        forms = []
        for stanza in self.stanzas():
            if stanza.tag == CLIENT + "message" and stanza.find(CLIENT + "body") is not None:
                html = stanza.find("{http://jabber.org/protocol/xhtml-im}html")
                forms.append("" if html is None else ElementTree.tostring(html, encoding="unicode"))
        return forms

    def offers(self):
        """The names of files offered so far, in order."""
        return [file.get("name") for stanza in self.stanzas() if stanza.get("type") == "set"
                for file in stanza.findall(f"{{{SI}}}si/{{{FILE}}}file")]

    def wait_for(self, body, seconds=120, kind="chat"):
        """Waits until this very body has come."""
        return until(lambda: body in self.messages(kind),
                     lambda: f"{self.name} to get {body!r}, so far {self.messages(kind)}", seconds)

    def say(self, to, body, kind="chat"):
        self._send(f"<message type='{kind}' to={quoteattr(to)}><body>{escape(body)}</body></message>")

    def join(self, room, make=False):
        """Enters a room, and makes it first when `make` is given: a new room stays locked until its maker accepts it."""
        self._send(f"<presence to={quoteattr(room + '/' + self.name)}><x xmlns='http://jabber.org/protocol/muc'/></presence>")
        until(lambda: self._got("presence", f"{room}/{self.name}"), f"{self.name} to be in {room}")
        if make:
            self._send(f"<iq type='set' id='unlock' to={quoteattr(room)}><query xmlns='http://jabber.org/protocol/muc#owner'>"
                       "<x xmlns='jabber:x:data' type='submit'/></query></iq>")
            until(lambda: self._got("iq", room), f"{room} to be open")

    def configure(self, room, **options):
        """Sets options of a room that is one's own, by their XEP-0045 names: publicroom=0."""
        fields = "".join(f"<field var='muc#roomconfig_{name}'><value>{value}</value></field>" for name, value in options.items())
        self._send(f"<iq type='set' id='configure' to={quoteattr(room)}><query xmlns='http://jabber.org/protocol/muc#owner'>"
                   "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'>"
                   f"<value>http://jabber.org/protocol/muc#roomconfig</value></field>{fields}</x></query></iq>")
        until(lambda: any(stanza.get("id") == "configure" and stanza.get("type") == "result" for stanza in self.stanzas()),
              f"{room} to take its options")

    def _got(self, kind, sender):
        return any(stanza.tag == CLIENT + kind and stanza.get("from") == sender and stanza.get("type") != "error"
                   for stanza in self.stanzas())

    def end(self):
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # already closed by the server
        self._socket.close()
        self._reader.join(5)
        self._record.close()
