#!/usr/bin/env python3
"""A second implementation of the joint fold (docs/protocol/joint.md, R90 and R100 to R104): Python alone, no packages.

    python3 joint.py               joint.json, as it lies beside this file
    python3 joint.py SEED COUNT    COUNT random conversations, a line each, the tables in the first line
"""
import copy, hashlib, json, random, re, sys

GENERIC = {"invite", "consent", "join", "decline", "leave", "remove", "hand-over", "take-over"}


def canon(x):
    return json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha(x):
    return hashlib.sha256(x if isinstance(x, bytes) else canon(x)).hexdigest()


# ---------------------------------------------------------------- tables: what these use of T1 to T6, and T8
def cases(*pairs):
    return {"question": "state", "cases": [{"of": of, "then": then} for of, then in pairs]}


NOT, END = ([""], {"without": "not-opened"}), (["Closed"], {"without": "ended"})
BOTH = ["Open", "Proposed"]
GATHERING = {
    "format": "comity-table/1", "procedure": "gathering/1", "opening": "open", "ended": ["Closed"],
    "parties": {"audience": [], "consent": [], "host": "host", "invite": {"host": ["member", "observer"], "member": ["observer"]},
                "most": 250, "open": ["observer"], "remove": {"host": ["member", "observer"]}, "shown": ["all", "from-here"]},
    "questions": {"state": {"asks": "is", "field": "name"}, "which": {"asks": "names", "field": "proposal", "fact": "about"}},
    "steps": {
        "open": {"by": ["host"], "facts": {}, "then": cases(([""], {"to": {"name": {"is": "Open"}, "said": {"is": 0}}}),
                 (BOTH, {"without": "already-opened"}), END)},
        "say": {"by": ["host", "member"], "facts": {}, "then": cases(NOT, (BOTH, {"to": {"said": {"plus": True}}}), END)},
        "propose": {"by": ["host", "member"], "facts": {}, "then": cases(NOT, (["Open"], {"to": {"name": {"is": "Proposed"},
                    "proposal": {"act": True}}}), (["Proposed"], {"without": "already-proposed"}), END)},
        "support": {"by": ["member"], "facts": {"about": "act"}, "then": cases(NOT, (["Open"], {"without": "nothing-proposed"}),
                    (["Proposed"], {"question": "which", "cases": [
                        {"of": ["same"], "then": {"to": {"name": {"is": "Open"}, "proposal": {"drop": True}}}},
                        {"of": ["other", "none"], "then": {"without": "other-proposal"}}]}), END)},
        "close": {"by": ["host"], "facts": {}, "then": cases(NOT, (BOTH, {"to": {"name": {"is": "Closed"}}}), END)},
    }}


def varied(procedure, steps=None, **parties):
    table = copy.deepcopy(GATHERING)
    table["procedure"] = procedure
    table["parties"].update(parties)
    table["steps"].update(steps or {})
    return table


TABLES = {t["procedure"]: t for t in (
    GATHERING,
    varied("agreed/1", consent=["host", "member"], open=[], remove={}),
    varied("few/1", most=4),
    # What is supported counts once every member has said so of the same proposal.
    varied("every/1", every=["support"]),
    # A procedure may refine a step that all joint threads have by one of its own.
    varied("quiet/1", steps={"leave": {"by": ["host", "member", "observer"], "facts": {}, "then": cases(
        NOT, (["Open"], {"to": {}}), (["Proposed"], {"without": "something-proposed"}), (["Closed"], {"to": {}}))}}))}


def field(state, path):
    for name in path.split(".") if path else []:
        state = state.get(name) if isinstance(state, dict) else None
    return state


def table_fold(table, state, act):
    step = table["steps"].get(act["type"])
    whole = lambda name, rule: bool(re.fullmatch("[0-9a-f]{64}", act["facts"].get(name, "")))
    if not step or not all(whole(*each) for each in step["facts"].items()):
        return state, "incomplete"
    if act["role"] not in step["by"]:
        return state, "wrong-role"
    node = step["then"]
    while "question" in node:
        q = table["questions"][node["question"]]
        v = field(state, q["field"])
        if q["asks"] == "is":
            answer = "" if v is None else str(v)
        else:
            answer = "none" if not v else "same" if v == act["facts"].get(q["fact"]) else "other"
        node = next(c for c in node["cases"] if answer in c["of"])["then"]
    if "without" in node:
        return state, node["without"]
    to = dict(state)
    for name, change in node["to"].items():
        (op, arg), = change.items()
        if op == "drop":
            to.pop(name, None)
        else:
            to[name] = {"is": arg, "act": act["act"], "plus": (state.get(name) or 0) + 1 if op == "plus" else None}[op]
    return to, "effective"


# ---------------------------------------------------------------- R100 to R104
class Without(Exception):
    pass


def want(holds, reason):
    if not holds:
        raise Without(reason)


def speaker(act):
    return act["facts"].get("speaker", "") if "recorded" in act["facts"] else act["author"]


def through(party, act):
    return act["author"] == party["at"] and "recorded" in act["facts"] if "at" in party else "recorded" not in act["facts"]


def fold(table, j, n, act):
    try:
        return effective(table, j, n, act), "effective"
    except Without as why:
        return j, str(why)


def effective(table, j, n, act):
    rules, f, who, kind, role = table["parties"], act["facts"], speaker(act), act["type"], act["role"]

    def asked_table(state):
        to, effect = table_fold(table, state, act)
        want(effect == "effective", effect)
        return to

    if not j:
        want(kind == table["opening"], "not-opened")
        want(role == rules["host"] and "recorded" not in f, "wrong-role")
        return {"invited": {}, "keeper": who, "parties": {who: {"as": role, "from": n}}, "table": asked_table({})}
    if kind in ("join", "decline"):
        asked = j["invited"].get(who)
        if not asked and kind == "join" and who not in j["parties"] and f.get("invitation") \
                and j.get("open", {}).get(role) == f["invitation"]:
            want(who not in j.get("out", []), "removed")
            want(len(j["parties"]) + len(j["invited"]) < rules["most"], "full")
            asked = {"act": f["invitation"], "agreed": [], "as": role, "shown": "all"}
        want(asked and asked["act"] == f.get("invitation") and asked["as"] == role and through(asked, act), "not-invited")
    else:
        party = j["parties"].get(who)
        want(party and through(party, act), "not-a-party")
        want(party["as"] == role, "wrong-role")
    if kind not in GENERIC:
        to = asked_table(j["table"])
        if kind not in rules.get("every", []):
            return dict(j, table=to)
        step = table["steps"][kind]
        about = f[next(name for name, rule in step["facts"].items() if rule == "act")]
        before = j.get("said", {}).get(kind, {})
        by = before.get("by", []) if before.get("act") == about else []
        done = all(p in [*by, who] for p, v in j["parties"].items() if v["as"] in step["by"])
        want(done or who not in by, "already-said")
        said = {k: v for k, v in j.get("said", {}).items() if k != kind}
        if not done:
            said[kind] = {"act": about, "by": sorted([*by, who])}
        j = {k: v for k, v in dict(j, said=said).items() if v or k != "said"}
        return dict(j, table=to) if done else j
    want(j["table"]["name"] not in table["ended"] or kind == "leave", "ended")
    j = dict(j, parties=dict(j["parties"]), invited=dict(j["invited"]))
    if kind in table["steps"]:
        j["table"] = asked_table(j["table"])
    parties, invited, named = j["parties"], j["invited"], f.get("party", "")
    if kind == "invite" and named == "*":
        want(f.get("as") in rules["open"] and f["as"] in rules["invite"].get(role, []), "may-not-invite")
        j["open"] = dict(j.get("open", {}), **{f["as"]: act["act"]})
    elif kind == "invite":
        want(re.fullmatch("[A-Za-z0-9][A-Za-z0-9._-]{0,31}", named), "incomplete")
        want(named not in parties, "already-a-party")
        want(named not in invited, "already-invited")
        want(f.get("as") in rules["invite"].get(role, []) and f.get("shown") in rules["shown"], "may-not-invite")
        want("at" not in f or f["at"] in parties and "at" not in parties[f["at"]], "no-such-host")
        want(len(parties) + len(invited) < rules["most"], "full")
        j["out"] = [p for p in j.get("out", []) if p != named]
        invited[named] = {"act": act["act"], "agreed": [who], "as": f["as"], "shown": f["shown"], **({"at": f["at"]} if "at" in f else {})}
    elif kind == "consent":
        asked = next((p for p, i in invited.items() if i["act"] == f.get("invitation")), None)
        want(asked and who not in invited[asked]["agreed"], "nothing-to-agree")
        invited[asked] = dict(invited[asked], agreed=sorted(invited[asked]["agreed"] + [who]))
    elif kind == "join":
        invited.pop(who, None)
        want(all(p in asked["agreed"] for p, v in parties.items() if v["as"] in rules["consent"]), "not-agreed")
        parties[who] = {"as": asked["as"], "from": n, **({"at": asked["at"]} if "at" in asked else {}),
                        **({"shown": asked["shown"]} if asked["shown"] != "all" else {})}
    elif kind == "decline":
        del invited[who]
    elif kind == "remove" and named == "*":
        want(f.get("as") in rules["remove"].get(role, []) and f["as"] in j.get("open", {}), "may-not-remove")
        j["open"] = {r: a for r, a in j["open"].items() if r != f["as"]}
    elif kind in ("leave", "remove"):
        gone = who if kind == "leave" else named
        want(gone != j["keeper"], "keeper-stays")
        was = invited.get(gone) or parties.get(gone)
        want(kind == "leave" or was and was["as"] in rules["remove"].get(role, []), "may-not-remove")
        for p in [p for p in (*parties, *invited) if p == gone or (parties.get(p) or invited[p]).get("at") == gone]:
            parties.pop(p, None), invited.pop(p, None)
        if j.get("offered") not in parties:
            j.pop("offered", None)
        left = {k: dict(v, by=[p for p in v["by"] if p in parties]) for k, v in j.get("said", {}).items()}
        j["said"] = {k: v for k, v in left.items() if v["by"]}
        if kind == "remove":
            j["out"] = sorted({*j.get("out", []), gone})
    elif kind == "hand-over":
        want(who == j["keeper"] and named in parties and "at" not in parties[named] and named != who, "may-not-hand-over")
        j["offered"] = named
    else:
        want(j.get("offered") == who, "not-offered")
        j["keeper"] = j.pop("offered")
    return {k: v for k, v in j.items() if v or k not in ("open", "out", "said")}


# ---------------------------------------------------------------- R90
def thread_id(envelope):
    h = bytearray.fromhex(sha({k: v for k, v in envelope.items() if k != "thread"}))[:16]
    h[6], h[8] = h[6] & 0x0F | 0x80, h[8] & 0x3F | 0x80
    x = h.hex()
    return "-".join((x[:8], x[8:12], x[12:16], x[16:20], x[20:]))


# ---------------------------------------------------------------- conversations
class Talk:
    def __init__(self, procedure):
        self.procedure, self.table, self.j, self.acts = procedure, TABLES[procedure], {}, []

    def say(self, author, kind, role, **facts):
        facts = {k.rstrip("_"): v for k, v in facts.items()}
        act = {"author": author, "facts": facts, "role": role, "type": kind}
        act["act"] = sha(dict(act, n=len(self.acts) + 1, procedure=self.procedure))
        self.j, effect = fold(self.table, self.j, len(self.acts) + 1, act)
        self.acts.append(dict(act, effect=effect, state=sha(self.j)))
        return act["act"]

    def json(self):
        return {"acts": self.acts, "procedure": self.procedure}


NAMES = ["XA-1", "XB-1", "XC-1", "XD-1", "XE-1", "XF-1", "XS-1", "XT-1"]
TYPES = ["open", "say", "say", "propose", "support", "support", "close", *sorted(GENERIC), "unknown",
         "invite", "invite", "invite", "join", "join", "join", "join", "consent", "remove"]


def any_talk(rng):
    """Mostly what its author may say, often what it may not."""
    talk = Talk(rng.choice(list(TABLES)))
    for k in range(rng.randrange(2, 60)):
        j = talk.j
        parties, invited = j.get("parties", {}), j.get("invited", {})
        sensible = rng.random() < 0.75
        kind = "open" if not j and rng.random() < 0.9 else rng.choice(TYPES)
        if kind == "close" and rng.random() < 0.7:
            kind = "say"
        who = rng.choice(NAMES)
        if sensible and kind in ("join", "decline") and invited:
            who = rng.choice(sorted(invited))
        elif sensible and parties and kind != "join":
            who = rng.choice(sorted(parties))
        if sensible and kind in ("invite", "hand-over", "close", "remove") and parties and rng.random() < 0.8:
            who = j["keeper"]
        if sensible and kind == "take-over":
            who = j.get("offered", who)
        known = parties.get(who) or invited.get(who) or {}
        role = known.get("as", "host" if not j and rng.random() < 0.9 else rng.choice(["host", "member", "observer"]))
        if rng.random() < 0.1:
            role = rng.choice(["host", "member", "observer", "other"])
        facts, author = {}, who
        if "at" in known and rng.random() < 0.9 or rng.random() < 0.04:
            author = known.get("at", rng.choice(NAMES))
            facts.update({"recorded": "seat", "speaker": who})
            if rng.random() < 0.05:
                del facts["speaker"]
        if kind in ("invite", "remove", "hand-over"):
            facts["party"] = rng.choice(NAMES + ["*", "*"] + (["", "-x"] if rng.random() < 0.2 else []))
            if sensible and kind == "hand-over" and parties:
                facts["party"] = rng.choice(sorted(parties))
        if kind in ("invite", "remove"):
            facts["as"] = rng.choice(["member", "observer", "observer", "host"])
        if kind == "invite":
            facts["shown"] = rng.choice(["all", "all", "all", "from-here", "from-here", "nothing"])
            if sensible and facts["party"] in (*parties, *invited):
                facts["party"] = rng.choice(NAMES)
            if sensible and facts["as"] == "host":
                facts["as"] = rng.choice(["member", "observer"])
            if facts["party"] in ("XS-1", "XT-1") and rng.random() < 0.8 or rng.random() < 0.05:
                facts["at"] = rng.choice(sorted(parties) or NAMES) if sensible else rng.choice(NAMES)
        if kind in ("consent", "join", "decline"):
            ids = [i["act"] for i in invited.values()] + list(j.get("open", {}).values())
            facts["invitation"] = known.get("act") or rng.choice(ids or ["0" * 64])
            if kind == "consent" and ids:
                facts["invitation"] = rng.choice(ids)
            if kind == "join" and not known and j.get("open") and rng.random() < 0.8:
                role, facts["invitation"] = rng.choice(sorted(j["open"].items()))
        if kind == "support":
            facts["about"] = j.get("table", {}).get("proposal", "0" * 64) if sensible else rng.choice(["0" * 64, "none"])
        if rng.random() < 0.03 and facts:
            facts.pop(rng.choice(sorted(facts)))
        talk.say(author, kind, role, **facts)
    return talk


def stories():
    t = Talk("gathering/1")
    t.say("XA-1", "say", "host")
    t.say("XA-1", "open", "member")
    t.say("XA-1", "open", "host")
    t.say("XQ-1", "say", "member")
    i = t.say("XA-1", "invite", "host", party="XB-1", as_="member", shown="all")
    t.say("XA-1", "invite", "host", party="XB-1", as_="member", shown="all")
    t.say("XA-1", "invite", "host", party="XA-1", as_="member", shown="all")
    t.say("XA-1", "invite", "host", party="not/one", as_="member", shown="all")
    t.say("XC-1", "join", "member", invitation=i)
    t.say("XB-1", "join", "host", invitation=i)
    t.say("XB-1", "join", "member", invitation=i)
    t.say("XB-1", "say", "host")
    t.say("XB-1", "remove", "member", party="XA-1")
    t.say("XB-1", "invite", "member", party="XD-1", as_="member", shown="all")
    t.say("XA-1", "invite", "host", party="XD-1", as_="member", shown="all", at="XQ-1")
    i = t.say("XA-1", "invite", "host", party="XS-1", as_="member", shown="from-here", at="XB-1")
    t.say("XS-1", "join", "member", invitation=i)
    t.say("XB-1", "join", "member", invitation=i, recorded="seat", speaker="XS-1")
    t.say("XB-1", "say", "member", recorded="seat", speaker="XS-1")
    t.say("XA-1", "say", "member", recorded="seat", speaker="XS-1")
    t.say("XA-1", "hand-over", "host", party="XS-1")
    t.say("XB-1", "take-over", "member")
    p = t.say("XB-1", "propose", "member")
    t.say("XA-1", "propose", "host")
    t.say("XB-1", "support", "member", about="0" * 64)
    t.say("XB-1", "support", "member", about=p)
    t.say("XB-1", "support", "member", about=p)
    t.say("XB-1", "support", "member")
    t.say("XA-1", "hand-over", "host", party="XB-1")
    t.say("XB-1", "take-over", "member")
    t.say("XB-1", "leave", "member")
    t.say("XB-1", "hand-over", "member", party="XA-1")
    t.say("XA-1", "take-over", "host")
    t.say("XB-1", "leave", "member")
    t.say("XB-1", "say", "member")
    t.say("XZ-1", "join", "observer", invitation="0" * 64)
    t.say("XA-1", "invite", "host", party="*", as_="member")
    o = t.say("XA-1", "invite", "host", party="*", as_="observer")
    t.say("XZ-1", "join", "observer", invitation=o)
    t.say("XZ-1", "say", "observer")
    t.say("XA-1", "remove", "host", party="XZ-1")
    t.say("XZ-1", "join", "observer", invitation=o)
    t.say("XA-1", "remove", "host", party="*", as_="observer")
    t.say("XA-1", "remove", "host", party="*", as_="observer")
    t.say("XY-1", "join", "observer", invitation=o)
    i = t.say("XA-1", "invite", "host", party="XE-1", as_="member", shown="all")
    t.say("XE-1", "decline", "member", invitation=i)
    t.say("XA-1", "open", "host")
    t.say("XA-1", "close", "host")
    t.say("XA-1", "invite", "host", party="XE-1", as_="member", shown="all")
    yield t
    t = Talk("agreed/1")
    t.say("XA-1", "open", "host")
    i = t.say("XA-1", "invite", "host", party="XB-1", as_="member", shown="all")
    t.say("XB-1", "join", "member", invitation=i)
    i = t.say("XA-1", "invite", "host", party="XC-1", as_="member", shown="from-here")
    t.say("XC-1", "join", "member", invitation=i)
    t.say("XB-1", "consent", "member", invitation=i)
    t.say("XB-1", "consent", "member", invitation=i)
    t.say("XC-1", "join", "member", invitation=i)
    yield t
    t = Talk("few/1")
    t.say("XA-1", "open", "host")
    for p in ("XB-1", "XC-1", "XD-1", "XE-1"):
        t.say("XA-1", "invite", "host", party=p, as_="member", shown="all")
    yield t
    t = Talk("quiet/1")
    t.say("XA-1", "open", "host")
    i = t.say("XA-1", "invite", "host", party="XB-1", as_="member", shown="all")
    t.say("XB-1", "join", "member", invitation=i)
    t.say("XA-1", "propose", "host")
    t.say("XB-1", "leave", "member")
    yield t


def all_of_them():
    t = Talk("every/1")
    t.say("XA-1", "open", "host")
    for p in ("XB-1", "XC-1", "XD-1"):
        i = t.say("XA-1", "invite", "host", party=p, as_="member", shown="all")
        t.say(p, "join", "member", invitation=i)
    p = t.say("XA-1", "propose", "host")
    t.say("XB-1", "support", "member", about=p)
    t.say("XB-1", "support", "member", about=p)
    t.say("XC-1", "support", "member", about="0" * 64)
    t.say("XC-1", "support", "member", about=p)
    t.say("XD-1", "leave", "member")
    t.say("XB-1", "support", "member", about=p)
    p = t.say("XC-1", "propose", "member")
    t.say("XC-1", "support", "member", about=p)
    t.say("XC-1", "leave", "member")
    t.say("XB-1", "support", "member", about=p)
    return t


def ids():
    for author, host in (("XA-1", "host"), ("XB-1", "host"), ("XA-1", "chair")):
        body = {"subject": "one gathering"}
        salt = "01" * 16
        envelope = {
            "addressee": "*", "after": [], "attachments": [], "author": author,
            "body": {"salt": salt, "sha256": sha(bytes.fromhex(salt) + canon(body))}, "convention": "uncc/1", "drill": False,
            "facts": {"reference": author[:2] + "-2027-000001"}, "network": "ab" * 32, "procedure": "gathering/1", "role": host,
            "time": "2027-03-01T12:00:00Z", "type": "open"}
        envelope["thread"] = thread_id(envelope)
        yield {"envelope": envelope, "id": sha(envelope)}


def main():
    if len(sys.argv) == 3:
        rng = random.Random(int(sys.argv[1]))
        print(json.dumps({"tables": TABLES}))
        for _ in range(int(sys.argv[2])):
            print(json.dumps(any_talk(rng).json()))
        return
    rng = random.Random(20261127)
    talks = [*stories(), all_of_them(), *(any_talk(rng) for _ in range(12))]
    print(json.dumps({"ids": list(ids()), "tables": TABLES, "talks": [t.json() for t in talks]}, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
