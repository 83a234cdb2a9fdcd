"""Acts, their envelopes and approvals, rules R10 to R21."""
import re
import secrets

from . import Refused, canonical
from .names import folded, proper

FIELDS = {"addressee", "after", "attachments", "author", "body", "convention", "drill", "facts", "network", "procedure", "role", "thread",
          "time", "type"}
HASH = re.compile(r"[0-9a-f]{64}")
SALT = re.compile(r"[0-9a-f]{32}")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._-]{0,63}")
PARTICIPANT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
ROLE, ROLE_OF_TWO = re.compile(r"[a-z][a-z-]{0,31}"), re.compile(r"requesting|requested")
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?!\.000)(\.\d{3})?Z", re.ASCII)
MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")


def fields(value, names):
    if not isinstance(value, dict) or set(value) != set(names):
        raise Refused("fields", ", ".join(sorted(names)))


def form(pattern, value, where):
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Refused("field", where)


def time(value, where="time"):
    """R14; the instant as seconds and milliseconds since 1970."""
    from datetime import datetime, timezone
    form(TIME, value, where)
    try:
        return datetime.strptime(value[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc).timestamp()
    except ValueError as none:
        raise Refused("field", where) from none


def check_envelope(envelope):
    fields(envelope, FIELDS)
    form(HASH, envelope["network"], "network")
    form(UUID, envelope["thread"], "thread")
    for each in ("procedure", "convention", "type"):
        form(NAME, envelope[each], each)
    _parties(envelope)
    time(envelope["time"])
    _salted(envelope["body"])
    after = _list(envelope["after"], 16)
    for each in after:
        form(HASH, each, "after")
    if len(set(after)) != len(after):
        raise Refused("field", "R15")
    _facts(envelope["facts"])
    names = [_attachment(each) for each in _list(envelope["attachments"], 20)]
    if len({folded(each) for each in names}) != len(names):
        raise Refused("field", "R17: a name twice")
    return envelope


def _parties(envelope):
    """R12, R13 and R90: whom it addresses, in which role, in which kind of thread."""
    joint = envelope["addressee"] == "*"
    form(PARTICIPANT, envelope["author"], "author")
    if not joint:
        form(PARTICIPANT, envelope["addressee"], "addressee")
    if envelope["author"] == envelope["addressee"]:
        raise Refused("field", "R12")
    form(ROLE if joint else ROLE_OF_TWO, envelope["role"], "role")
    if not isinstance(envelope["drill"], bool):
        raise Refused("field", "drill")
    if joint != (envelope["thread"][14] == "8"):
        raise Refused("thread-id", "R90")


def _list(value, most):
    if not isinstance(value, list):
        raise Refused("field", "a list")
    if len(value) > most:
        raise Refused("too-many", str(most))
    return value


def _salted(value):
    fields(value, {"salt", "sha256"})
    form(SALT, value["salt"], "salt")
    form(HASH, value["sha256"], "sha256")


def _facts(facts):
    if not isinstance(facts, dict):
        raise Refused("field", "facts")
    if len(facts) > 8:
        raise Refused("too-many", "R16")
    for name, said in facts.items():
        form(NAME, name, "facts")
        if not isinstance(said, str) or canonical.units(said) > 200:
            raise Refused("field", f"R16: {name}")


def _attachment(value):
    fields(value, {"mediaType", "name", "salt", "sha256", "size"})
    _salted({"salt": value["salt"], "sha256": value["sha256"]})
    form(MEDIA_TYPE, value["mediaType"], "mediaType")
    size, name = value["size"], value["name"]
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise Refused("field", "size")
    if not isinstance(name, str) or canonical.units(name) > 120 or "/" in name or not proper(name):
        raise Refused("field", f"R17: {name}")
    return name


def act_id(envelope):
    """R19."""
    return canonical.sha256(canonical.write(envelope))


def read(data):
    """act.json: its envelope, with a body that is the one it commits to, R10 and R18."""
    act = canonical.read(data)
    fields(act, {"body", "envelope"})
    envelope = check_envelope(act["envelope"])
    if not isinstance(act["body"], dict):
        raise Refused("field", "body")
    if canonical.commitment(envelope["body"]["salt"], canonical.write(act["body"])) != envelope["body"]:
        raise Refused("body-differs")
    return act


def read_approvals(data):
    """approvals.json, R20."""
    approvals = canonical.read(data, list)
    if not 1 <= len(approvals) <= 8:
        raise Refused("too-many", "R20")
    for each in approvals:
        fields(each, {"method", "pseudonym", "time"})
        form(NAME, each["method"], "method")
        form(NAME, each["pseudonym"], "pseudonym")
        time(each["time"])
    if len({each["pseudonym"] for each in approvals}) != len(approvals):
        raise Refused("field", "R20")
    return approvals


def write(body, attachments=(), **says):
    """An act of our own: what it says, its files as (name, mediaType, content), and the rest of the envelope."""
    salt = secrets.token_hex(16)
    envelope = {"after": [], "drill": False, "facts": {}, **says}
    envelope["body"] = canonical.commitment(salt, canonical.write(body))
    envelope["attachments"] = [
        {"name": name, "mediaType": media, "size": len(content), **canonical.commitment(secrets.token_hex(16), content)}
        for name, media, content in attachments]
    check_envelope(envelope)
    return {"body": body, "envelope": envelope}
