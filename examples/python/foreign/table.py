"""What acts do: a procedure's table folded over envelopes, docs/protocol/tables.md, T1 to T9."""
import json
import re
from datetime import datetime, timedelta, timezone

from . import act

EFFECTIVE = "effective"


class Table:
    def __init__(self, data):
        self.json = json.loads(data)
        if self.json.get("format") != "comity-table/1":
            raise ValueError("not a table of this format")
        self.procedure = self.json["procedure"]

    def fold(self, state, said):
        """The state after one act, and its effect. `said` has the act's id, type, role and facts."""
        step = self.json["steps"].get(said["type"])
        if step is None or not all(_told(kind, said["facts"].get(name)) for name, kind in step["facts"].items()):
            return state, "incomplete"
        if said["role"] not in step["by"]:
            return state, "wrong-role"
        then = step["then"]
        while "question" in then:
            answer = self._answer(self.json["questions"][then["question"]], state, said)
            then = next(each["then"] for each in then["cases"] if answer in each["of"])
        if "without" in then:
            return state, then["without"]
        after = dict(state)
        for field, change in then["to"].items():
            _change(after, field, change, state, said)
        return after, EFFECTIVE

    def _answer(self, question, state, said):
        held = _at(state, question.get("field", ""))
        fact = said["facts"].get(question.get("fact", ""))
        match question["asks"]:
            case "is":
                return "" if held is None else str(held).lower() if isinstance(held, bool) else str(held)
            case "said":
                return fact
            case "names":
                return "none" if held in (None, "") else "same" if held == fact else "other"
            case "count":
                count = len(held) if isinstance(held, list) else held or 0
                return "none" if count == 0 else "full" if count >= question.get("full", count + 1) else "some"
            case "has":
                found = [each for each in held or [] if _named(each, fact)]
                if not found:
                    return "no"
                return str(found[0][question["mark"]]).lower() if "mark" in question else "yes"
            case "when":
                if held is None or fact is None:
                    return "none"
                one, other = instant(fact), instant(held)
                return "earlier" if one < other else "later" if one > other else "same"
        raise ValueError(f"no such question: {question['asks']}")


def _at(state, path):
    for name in path.split("."):
        state = state.get(name) if isinstance(state, dict) else None
    return state


def _named(element, fact):
    return element == fact or isinstance(element, dict) and element.get("act") == fact


def _told(kind, said):
    """T3: does the fact say what the step asks for?"""
    if said is None:
        return False
    if kind == "act":
        return bool(act.HASH.fullmatch(said))
    if kind == "instant":
        return instant(said) is not None
    return said in kind


def _change(after, field, change, before, said):
    """T6."""
    (kind, what), = change.items()
    facts = said["facts"]
    match kind:
        case "is":
            after[field] = what
        case "held":
            after[field] = before if what == "" else _at(before, what)
        case "act":
            after[field] = said["act"]
        case "fact":
            after[field] = written(instant(facts[what]))
        case "plus":
            after[field] = before[field] + 1
        case "adds":
            after[field] = before[field] + [said["act"] if what is True else {"act": said["act"], what: False}]
        case "removes":
            after[field] = [each for each in before[field] if not _named(each, facts[what])]
        case "marks":
            after[field] = [
                {**each, what["mark"]: True} if _named(each, facts[what["fact"]]) else each for each in before[field]]
        case "drop":
            after.pop(field, None)
        case _:
            raise ValueError(f"no such change: {kind}")


_INSTANT = re.compile(r"(?!0000)(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def instant(text):
    """Nanoseconds since 1970, or None for what is no instant."""
    found = _INSTANT.fullmatch(text)
    if not found:
        return None
    try:
        whole = datetime(*map(int, found.groups()[:6]), tzinfo=timezone.utc)
    except ValueError:
        return None
    return (whole - _EPOCH) // timedelta(seconds=1) * 10**9 + int((found[7] or "").ljust(9, "0"))


def written(nanoseconds):
    """RFC 3339, with no decimals, or three, six or nine."""
    seconds, rest = divmod(nanoseconds, 10**9)
    text = (_EPOCH + timedelta(seconds=seconds)).isoformat()[:19]
    decimals = f"{rest:09d}"
    while decimals.endswith("000"):
        decimals = decimals[:-3]
    return f"{text}.{decimals}Z" if decimals else f"{text}Z"
