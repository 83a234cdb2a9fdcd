"""What proves that a person of an authority without a node approved an act: seat.json, rules R150 to R155."""
import base64
import hashlib
import json
from urllib.parse import urlsplit

from . import Refused, act, canonical, openssl, register

LARGEST, MOST = 65_536, 8
ASSERTION = {"authenticatorData": 1024, "clientDataJSON": 4096, "credential": 1024, "key": 1024, "signature": 1024}


def asked(envelope):
    return envelope["facts"].get("recorded") == "seat"


def read(data):
    """R153. Whatever is wrong with it is `seat-form`."""
    if len(data) > LARGEST:
        raise Refused("seat-form", "too large")
    try:
        proof = canonical.read(data)
        act.fields(proof, {"assertions", "format", "given"})
        _want(proof["format"] == "comity-seat/1", "format")
        for name in ("assertions", "given"):
            _want(isinstance(proof[name], list) and 1 <= len(proof[name]) <= MOST, name)
        _want(len(proof["assertions"]) == len(proof["given"]), "given")
        given = [_given(each) for each in proof["given"]]
        return [Assertion(each, give) for each, give in zip(proof["assertions"], given)]
    except Refused as wrong:
        raise Refused("seat-form", f"{wrong.code}: {wrong}") from wrong


def _want(holds, where):
    if not holds:
        raise Refused("field", where)


def _given(value):
    act.fields(value, {"entry", "envelope"})
    register.read(canonical.write(value["entry"]))
    act.check_envelope(value["envelope"])
    return value


def _bytes(text, longest):
    _want(isinstance(text, str), "base64url")
    try:
        value = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as wrong:
        raise Refused("field", "base64url") from wrong
    _want(0 < len(value) <= longest and _text(value) == text, "base64url")
    return value


def _text(value):
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


class Assertion:
    """One passkey's assertion, with the act that gave its key."""

    def __init__(self, value, given):
        act.fields(value, ASSERTION)
        said = {name: _bytes(value[name], longest) for name, longest in ASSERTION.items()}
        self.data, self.client, self.key = said["authenticatorData"], said["clientDataJSON"], said["key"]
        self.signature, self.give, self.entry = said["signature"], given["envelope"], given["entry"]["entry"]
        _want(len(self.data) >= 37 and openssl.passkey(self.key), "key")
        try:
            self.said = json.loads(self.client.decode("utf-8"), object_pairs_hook=_once)
        except ValueError as wrong:
            raise Refused("field", "clientDataJSON") from wrong
        _want(isinstance(self.said, dict) and all(isinstance(self.said.get(each), str) for each in ("type", "challenge", "origin")), "client")
        _want(self.said["type"] == "webauthn.get" and "topOrigin" not in self.said, "type")
        _want(self.said.get("crossOrigin") in (None, False), "crossOrigin")
        self.key_hash = canonical.sha256(self.key)

    def made_at(self, origin):
        host = urlsplit(origin).hostname or ""
        return self.said["origin"] == origin and self.data[:32] == hashlib.sha256(host.encode()).digest()

    def signed(self):
        return openssl.signed_by_passkey(self.key, self.data + hashlib.sha256(self.client).digest(), self.signature)


def _once(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name twice")
    return dict(pairs)


def failures(envelope, assertions, approvals, registered=None):
    """R155, in its order; whether the host signed the entries, and ended a key since, its register says."""
    name = bytes.fromhex(act.act_id(envelope))
    checks = {
        "seat-challenge": lambda: all(each.said["challenge"] == _text(name) for each in assertions),
        "seat-origin": lambda: all(each.made_at(each.give["facts"].get("origin", "")) for each in assertions),
        "seat-user": lambda: all(each.data[32] & 5 == 5 for each in assertions),
        "seat-signature": lambda: all(each.signed() for each in assertions),
        "seat-key": lambda: _keys(envelope, assertions, approvals),
        "seat-given": lambda: all(_registered(envelope, each, registered) for each in assertions)}
    return [code for code, holds in checks.items() if not holds()]


def _keys(envelope, assertions, approvals):
    facts, author = envelope["facts"], envelope["author"]
    given = [each.give for each in assertions]
    return (facts.get("key") == assertions[0].key_hash
            and all(each.give["facts"].get("key") == each.key_hash for each in assertions)
            and all(each["type"] == "give" and each["procedure"].startswith("seat/") for each in given)
            and all(each["author"] == author and "recorded" not in each["facts"] for each in given)
            and all((each["network"], each["addressee"]) == (envelope["network"], facts.get("speaker")) for each in given)
            and len({each.key_hash for each in assertions}) == len({each["facts"].get("person") for each in given}) == len(given)
            and sorted(each["pseudonym"] for each in approvals) == sorted(each["facts"].get("person", "") for each in given)
            and envelope["addressee"] in ("*", facts.get("speaker")))


def _registered(envelope, assertion, at):
    entry = assertion.entry
    return (entry["act"] == act.act_id(assertion.give) and entry["thread"] == assertion.give["thread"]
            and entry["network"] == envelope["network"] and entry["effect"] == "effective"
            and (at is None or act.time(entry["time"]) <= at))
