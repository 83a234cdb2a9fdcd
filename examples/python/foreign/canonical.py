"""Canonical JSON, rules R1 to R9."""
import hashlib
import json
import re
import unicodedata

from . import Refused

LARGEST = 2_097_152
LARGEST_NUMBER = 2**53 - 1
DEPTH, NAME, TEXT, MARKS = 16, 200, 1_048_576, 30
_SHORT = {0x22: '\\"', 0x5C: "\\\\", 8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"}
_ESCAPED = re.compile(r'["\\\x00-\x1f]')


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def units(text):
    """Length in UTF-16 code units, R7."""
    return len(text) + sum(ord(each) > 0xFFFF for each in text)


def write(value):
    """The one form of a value, R1 to R6; `not-canonical` where it has none."""
    out = []
    _write(value, out)
    return "".join(out).encode("utf-8")


def _write(value, out):
    if value is None or value is True or value is False:
        out.append({None: "null", True: "true", False: "false"}[value])
    elif isinstance(value, int):
        if abs(value) > LARGEST_NUMBER:
            raise Refused("not-canonical", "R6")
        out.append(str(value))
    elif isinstance(value, str):
        _text(value, out)
    elif isinstance(value, (list, tuple)):
        out.append("[")
        for n, each in enumerate(value):
            out.append("," if n else "")
            _write(each, out)
        out.append("]")
    elif isinstance(value, dict):
        out.append("{")
        for n, name in enumerate(sorted(value, key=lambda it: it.encode("utf-16-be", "surrogatepass"))):
            if units(name) > NAME:
                raise Refused("not-canonical", "R7: a name")
            out.append("," if n else "")
            _text(name, out)
            out.append(":")
            _write(value[name], out)
        out.append("}")
    else:
        raise Refused("not-canonical", f"R6: {type(value).__name__}")


def composed(text):
    """R5. Marks are counted first: NFC of a long run of them costs the square of its length."""
    run = 0
    for each in text:
        run = run + 1 if unicodedata.category(each)[0] == "M" else 0
        if run > MARKS:
            return False
    return unicodedata.is_normalized("NFC", text)


def _text(text, out):
    if any(0xD800 <= ord(each) <= 0xDFFF for each in text) or not composed(text):
        raise Refused("not-canonical", "R5")
    escaped = _ESCAPED.sub(lambda it: _SHORT.get(ord(it[0]), f"\\u{ord(it[0]):04x}"), text)
    out.append(f'"{escaped}"')


def read(data, kind=dict):
    """The value of exactly these bytes, or a refusal, R1. What is no UTF-8, or has a byte order mark, comes out otherwise than it came in."""
    if len(data) > LARGEST:
        raise Refused("too-large")
    try:
        value = json.loads(data.decode("utf-8-sig", "replace"), object_pairs_hook=_object, parse_float=_no_number, parse_constant=_no_constant)
    except (ValueError, RecursionError) as wrong:
        raise Refused("json", str(wrong)) from wrong
    _measure(value, 1)
    if not isinstance(value, kind):
        raise Refused("json", "another kind of document")
    if write(value) != data:
        raise Refused("not-canonical")
    return value


def _object(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("R3: a name twice")
    return dict(pairs)


class _NoNumber:
    """A number that JSON knows and R6 does not."""


def _no_number(_):
    return _NoNumber()


def _no_constant(word):
    raise ValueError(word)


def _measure(value, depth):
    if isinstance(value, (dict, list)):
        if depth > DEPTH:
            raise Refused("json", "R7: too deep")
        for each in value.values() if isinstance(value, dict) else value:
            _measure(each, depth + 1)
    elif isinstance(value, str) and units(value) > TEXT:
        raise Refused("json", "R7: a text")


def commitment(salt, content):
    """R9."""
    return {"salt": salt, "sha256": sha256(bytes.fromhex(salt) + content)}
