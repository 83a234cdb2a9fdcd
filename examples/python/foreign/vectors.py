"""Checks the published vectors, docs/protocol/vectors; says which this implementation reads otherwise."""
import json

from . import Refused, act, canonical, openssl, register, strictzip
from .container import Container
from .thread import Anchor, exported, verify


def check(folder):
    keeper, ca, xa, xb = (openssl.der((folder / f"{each}.pem").read_bytes()) for each in ("xb-1-register", "ca", "xa-1", "xb-1"))
    kept = Anchor("XB-1/register", keeper)
    readers = {"canonical": _canonical, "commitments": _commitment, "acts": _act, "entries": lambda it: _entry(it, keeper),
               "containers": lambda it: _container(it, folder, ca),
               "seats": lambda it: _container(it, folder, openssl.der((folder / "seats" / "ca.pem").read_bytes()))}
    read = wrong = 0
    for name, reader in readers.items():
        for n, vector in enumerate(json.loads((folder / f"{name}.json").read_text("utf-8"))):
            read += 1
            try:
                result = reader(vector)
            except Refused as refused:
                result = refused.code
            if result != vector["result"]:
                wrong += 1
                print(f"{name} {n} ({vector['rule']}): {result}, and not {vector['result']}")
    seats = openssl.der((folder / "seats" / "ca.pem").read_bytes())
    threads = [("thread.zip", "holds", [Anchor("XA-1/seal", xa), Anchor("XB-1/seal", xb), kept]),
               ("thread.zip", "author-unknown", [Anchor("", ca), kept]),
               ("seats/thread.zip", "keeper-alone", [Anchor("XB-1/seal", seats), Anchor("XB-1/register", seats)])]
    for name, result, anchors in threads:
        held = verify(exported((folder / name).read_bytes()), anchors, {})
        if held.result[0] != result:
            wrong += 1
            print(f"{name}: {held.result[0]}, {held.failed}")
    print(f"{read + len(threads)} vectors, {wrong} read otherwise")
    return 1 if wrong else 0


def _canonical(vector):
    canonical.read(bytes.fromhex(vector["hex"]))
    return "accepted"


def _commitment(vector):
    said = canonical.commitment(vector["salt"], bytes.fromhex(vector["hex"]))
    return "accepted" if said["sha256"] == vector["sha256"] else "differs"


def _act(vector):
    read = act.read(vector["json"].encode())
    return "accepted" if vector.get("id", act.act_id(read["envelope"])) == act.act_id(read["envelope"]) else "another id"


def _entry(vector, keeper):
    signed = register.read(vector["json"].encode())
    if "hash" in vector and register.entry_hash(signed["entry"]) != vector["hash"]:
        return "another hash"
    return "accepted" if register.signed_by(signed, keeper) else "entry-signature"


def _container(vector, folder, ca):
    at = act.time(vector["at"])
    failures = Container((folder / vector["file"]).read_bytes()).failures([Anchor("", ca)], at, at)
    return failures[0] if failures else "holds"
