"""Registers: signed entries and their chain, rules R30 to R37."""
import base64

from . import Refused, act, canonical, openssl

FIELDS = {"act", "container", "effect", "n", "network", "previous", "state", "thread", "time"}
NOTHING = "0" * 64


def read(data):
    """A signed entry: R30 to R34."""
    signed = canonical.read(data)
    act.fields(signed, {"entry", "signature"})
    entry = signed["entry"]
    act.fields(entry, FIELDS)
    for each in ("act", "container", "network", "previous", "state"):
        act.form(act.HASH, entry[each], each)
    act.form(act.UUID, entry["thread"], "thread")
    act.form(act.NAME, entry["effect"], "effect")
    act.time(entry["time"])
    if not isinstance(entry["n"], int) or isinstance(entry["n"], bool) or entry["n"] < 1:
        raise Refused("field", "n")
    signature(signed)
    return signed


def signature(signed):
    """Its bytes; R32: base64 has one spelling."""
    text = signed["signature"]
    try:
        value = base64.b64decode(text, validate=True)
    except (ValueError, TypeError) as wrong:
        raise Refused("field", "signature") from wrong
    if base64.b64encode(value).decode() != text:
        raise Refused("field", "signature")
    return value


def entry_hash(entry):
    return canonical.sha256(canonical.write(entry))


def signed_by(signed, certificate):
    return openssl.verified(certificate, canonical.write(signed["entry"]), signature(signed))


def sign(entry, key_pem):
    """A signed entry of a register that we keep."""
    act.fields(entry, FIELDS)
    value = openssl.signed(key_pem, canonical.write(entry))
    return {"entry": entry, "signature": base64.b64encode(value).decode()}
