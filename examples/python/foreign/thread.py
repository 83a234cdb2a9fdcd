"""An exported thread: read, checked, folded and written, rules R34 to R37 and R70 to R77."""
import base64
import re

from . import Refused, act, canonical, openssl, register, strictzip
from .container import Container

ACT = re.compile(r"acts/([0-9a-f]{64})\.(asice|json)")
SEATS = re.compile(r"(seats/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(.+)", re.DOTALL)
ENTRY = re.compile(r"register/(\d{6})\.json", re.ASCII)


class Anchor:
    """A certificate that whoever checks trusts: for anybody, a participant, or one use of it (`XA-1/seal`).

    What is trusted is its DER, or the SHA-256 of that in hexadecimal, where the certificate itself comes with what is checked.
    """

    def __init__(self, tied, trusted):
        self.participant, _, self.use = tied.partition("/")
        self.trusted = trusted

    def speaks_for(self, participant, use):
        return self.participant in ("", participant) and self.use in ("", use)

    def vouches_for(self, certificate, others=()):
        """R62: is it this one, or certified by it?"""
        if isinstance(self.trusted, bytes):
            return openssl.leads_to(certificate, self.trusted, others)
        meant = [each for each in (certificate, *others) if canonical.sha256(each) == self.trusted]
        return any(openssl.leads_to(certificate, each, others) for each in meant)


class Thread:
    """Read, with the form of everything in order; `seats` are the threads of seats that lie beside it, by folder."""

    def __init__(self, files, seats=None):
        self.seats = seats or {}
        self.head = canonical.read(files.get("thread.json") or _missing("thread.json"))
        self.keepers = _keepers(self.head)
        self.entries, self.containers, self.envelopes = [], {}, {}
        for name, content in files.items():
            if ENTRY.fullmatch(name):
                signed = register.read(content)
                if int(ENTRY.fullmatch(name)[1]) != signed["entry"]["n"]:
                    raise Refused("bundle-file", name)
                self.entries.append(signed)
            elif (found := ACT.fullmatch(name)) and found[2] == "asice":
                self.containers[found[1]] = Container(content)
            elif found:
                self.envelopes[found[1]] = act.check_envelope(canonical.read(content))
            elif name != "thread.json":
                raise Refused("bundle-file", name)
        self.entries.sort(key=lambda it: it["entry"]["n"])
        self.envelopes = {**{each: it.envelope for each, it in self.containers.items()}, **self.envelopes}

    def keeper(self, n):
        """Who signed entry n, and with which certificate, R70."""
        return [each for each in self.keepers if each[0] <= n][-1][1:]


def exported(data):
    """A thread, and beside it threads of seats, each in its folder: R70 to R77."""
    files, beside = {}, {}
    for name, content in strictzip.exported(data).items():
        found = SEATS.fullmatch(name)
        (beside.setdefault(found[1], {}) if found else files)[found[2] if found else name] = content
    seats = {folder: Thread(inside) for folder, inside in beside.items()}
    for folder, each in seats.items():
        if folder != f"seats/{each.head['thread']}":
            raise Refused("bundle-file", folder)
    return Thread(files, seats)


def _missing(name):
    raise Refused("bundle-file", name)


def _keepers(head):
    # Of one nobody may say that it does not hold who cannot read it.
    if isinstance(head.get("thread"), str) and head["thread"][14:15] == "8" and head.get("format") == "comity-thread/2":
        raise NotImplementedError("a joint thread: see docs/protocol/joint.md")
    if head.get("format") == "comity-thread/1":
        act.fields(head, {"certificate", "format", "keeper", "network", "thread"})
        listed = [{"certificate": head["certificate"], "from": 1, "participant": head["keeper"]}]
    else:
        act.fields(head, {"format", "keepers", "network", "thread"})
        listed = head["keepers"]
        if head["format"] != "comity-thread/2" or not isinstance(listed, list) or len(listed) < 2:
            raise Refused("field", "R70")
    act.form(act.HASH, head["network"], "network")
    act.form(act.UUID, head["thread"], "thread")
    if head["thread"][14] == "8":
        raise Refused("field", "format")
    keepers = []
    for each in listed:
        act.fields(each, {"certificate", "from", "participant"})
        act.form(act.PARTICIPANT, each["participant"], "participant")
        try:
            certificate = base64.b64decode(each["certificate"], validate=True)
        except (ValueError, TypeError) as wrong:
            raise Refused("field", "certificate") from wrong
        keepers.append((each["from"], each["participant"], certificate))
    begins = [each[0] for each in keepers]
    if begins[0] != 1 or any(not isinstance(each, int) for each in begins) or begins != sorted(set(begins)):
        raise Refused("field", "R70: from")
    if any(one[2] == other[2] for one, other in zip(keepers, keepers[1:])):
        raise Refused("field", "R70: the same certificate")
    return keepers


class Verdict:
    def __init__(self):
        self.failed, self.deleted, self.not_checked = [], [], []

    def add(self, folder, verdict):
        """What was found of the thread in this folder."""
        self.failed += [(code, f"{folder}: {where}") for code, where in verdict.failed]
        self.not_checked += [(code, f"{folder}: {where}") for code, where in verdict.not_checked]
        self.deleted += [f"{folder}: {act}" for act in verdict.deleted]

    def want(self, holds, code, where):
        if not holds:
            self.failed.append((code, where))
        return holds

    @property
    def result(self):
        """The first of these that is true, as the page of the protocol lists them."""
        unknown = {code for code, _ in self.not_checked}
        if self.failed:
            return "does-not-hold", 1
        if "keeper" in unknown:
            return "keeper-unknown", 4
        if "author" in unknown:
            return "author-unknown", 7
        if "keeper-alone" in unknown:
            return "keeper-alone", 6
        return ("holds-except-deleted", 3) if self.deleted else ("holds", 0)


def verify(thread, anchors, tables):
    """What of the thread holds, by these anchors and tables (by procedure)."""
    verdict = Verdict()
    entries = [each["entry"] for each in thread.entries]
    verdict.want(entries, "nothing-registered", "thread")
    opening = thread.envelopes.get(entries[0]["act"]) if entries else None
    _chain(thread, entries, opening, anchors, verdict)
    _acts(thread, {each["act"]: each for each in entries}, anchors, verdict)
    if opening and not verdict.failed:
        _effects(thread, entries, tables.get(opening["procedure"]), verdict)
    # R37: entries alone cannot show that the end was left out.
    verdict.not_checked.append(("register-end", "thread"))
    for folder, each in thread.seats.items():
        verdict.add(folder, verify(each, anchors, tables))
    return verdict


def _chain(thread, entries, opening, anchors, verdict):
    previous, seen = register.NOTHING, set()
    for expected, (signed, entry) in enumerate(zip(thread.entries, entries), 1):
        n = f"entry {entry['n']}"
        participant, certificate = thread.keeper(entry["n"])
        verdict.want((entry["thread"], entry["network"]) == (thread.head["thread"], thread.head["network"]), "entry-thread", n)
        verdict.want(entry["n"] == expected, "entry-number", n)
        verdict.want(entry["previous"] == previous, "entry-previous", n)
        verdict.want(register.signed_by(signed, certificate), "entry-signature", n)
        verdict.want(entry["act"] not in seen, "act-twice", n)
        verdict.want(entry["act"] in thread.envelopes, "act-missing", n)
        said = thread.envelopes.get(entry["act"])
        if opening and said:
            verdict.want(all(said[each] == opening[each] for each in ("procedure", "convention", "drill")), "other-version", n)
        if expected > 1 and act.time(entry["time"]) < act.time(entries[expected - 2]["time"]):
            verdict.not_checked.append(("entry-time", n))
        seen.add(entry["act"])
        previous = register.entry_hash(entry)
    if opening is None:
        return
    # R35: who opens keeps the register where the other has no node.
    recorded = "recorded" in opening["facts"] or opening["facts"].get("channel", "node") != "node"
    keeper = opening["author"] if recorded else opening["addressee"]
    for first, participant, certificate in thread.keepers:
        n = f"keeper from {first}"
        verdict.want(first <= len(entries), "keeper-from", n)
        verdict.want(participant == keeper, "keeper-party", n)
        sealing = {each.seal.certificate for each in thread.containers.values()}
        verdict.want(certificate not in sealing, "keeper-key", n)
        leading = [each for each in anchors if each.speaks_for(participant, "register") and each.vouches_for(certificate)]
        if not verdict.want(leading, "keeper", n):
            continue
        if not any(each.participant for each in leading):
            verdict.not_checked.append(("keeper", n))
        for each in entries:
            if thread.keeper(each["n"])[1] == certificate:
                verdict.want(openssl.valid(certificate, act.time(each["time"])), "keeper-validity", f"entry {each['n']}")
    if keeper == opening["author"]:
        verdict.not_checked.append(("keeper-alone", "thread"))


def _acts(thread, registered, anchors, verdict):
    for name, envelope in thread.envelopes.items():
        entry = registered.get(name)
        verdict.want(act.act_id(envelope) == name, "act-id", name)
        verdict.want((envelope["thread"], envelope["network"]) == (thread.head["thread"], thread.head["network"]), "act-thread", name)
        for each in envelope["after"]:
            if each not in thread.envelopes:
                verdict.not_checked.append(("act-seen", each))
        sealed = thread.containers.get(name)
        if sealed is None:
            verdict.want(entry, "seal", name)
            verdict.deleted.append(name)
            continue
        verdict.want(entry is None or entry["container"] == sealed.sha256, "registered", name)
        trusted = [each for each in anchors if each.speaks_for(envelope["author"], "seal")]
        at = act.time(entry["time"] if entry else envelope["time"])
        unstamped = sealed.seal.stamp is None or sealed.stamp_unknown(trusted)
        if unstamped and (entry is None or thread.keeper(entry["n"])[0] == envelope["author"]):
            verdict.not_checked.append(("validity", name))
        for code in sealed.failures(trusted, at, at if entry else None):
            verdict.failed.append((code, name))
        tied = [each for each in trusted if each.participant]
        if not tied:
            verdict.not_checked.append(("author", name))
        else:
            verdict.want(any(each.vouches_for(sealed.seal.certificate, sealed.seal.others) for each in tied), "author", name)
        if sealed.stamp_unknown(trusted):
            verdict.not_checked.append(("stamp", name))
        if sealed.seat:
            verdict.not_checked.append(("seat-ended", name))


def _effects(thread, entries, table, verdict):
    """R34: what each entry says came of its act, and the state after it."""
    if table is None:
        verdict.not_checked.append(("effects", "no table"))
        return
    state = {}
    for entry in entries:
        said = {"act": entry["act"], **thread.envelopes[entry["act"]]}
        state, effect = table.fold(state, said)
        n = f"entry {entry['n']}"
        if not (verdict.want(entry["effect"] == effect, "effect", n)
                and verdict.want(entry["state"] == canonical.sha256(canonical.write(state)), "state", n)):
            return


def write(network, thread, keeper, certificate, entries, containers):
    """The export of a thread whose register one certificate signed, R70 to R72."""
    head = {"certificate": base64.b64encode(certificate).decode(), "format": "comity-thread/1", "keeper": keeper, "network": network,
            "thread": thread}
    files = {"thread.json": canonical.write(head)}
    files |= {f"register/{each['entry']['n']:06d}.json": canonical.write(each) for each in entries}
    files |= {f"acts/{Container(each).id}.asice": each for each in containers}
    return strictzip.write(files)
