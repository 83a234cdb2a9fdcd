"""vectors FOLDER | verify THREAD.zip --tables FOLDER --anchor … | fold TABLES | read - | as4 FOLDER | play FOLDER --tables FOLDER"""
import argparse
import json
import sys
from pathlib import Path

from . import Refused, act, as4, canonical, openssl, playing, register, vectors
from .table import Table
from .thread import Anchor, exported, verify


def tables(folder):
    read = [Table(each.read_bytes()) for each in sorted(Path(folder).glob("*.json"))]
    return {each.procedure: each for each in read}


def anchor(text):
    tied, file = text.split("=", 1) if "=" in text else ("", text)
    return Anchor(tied, file if act.HASH.fullmatch(file) else openssl.der(Path(file).read_bytes()))


def verifying(options):
    try:
        verdict = verify(exported(Path(options.what).read_bytes()), [anchor(each) for each in options.anchor], tables(options.tables))
    except Refused as wrong:
        print(json.dumps({"result": "does-not-hold", "failed": [[wrong.code, str(wrong)]]}))
        return 1
    except NotImplementedError as unknown:
        # Left to itself it would end as 1, which says that a true thing is false.
        print(json.dumps({"result": "not-checked", "why": str(unknown)}))
        return 2
    result, code = verdict.result
    print(json.dumps({"result": result, "failed": verdict.failed, "deleted": verdict.deleted, "notChecked": verdict.not_checked}))
    return code


def folding(options):
    """Threads on standard input, `inquiry/1` and a list of acts a line; of each the effects, and the hash of the last state, on a line."""
    known = tables(options.what)
    for line in sys.stdin:
        procedure, _, acts = line.partition(" ")
        state, effects = {}, []
        for said in json.loads(acts):
            state, effect = known[procedure].fold(state, said)
            effects.append(effect)
        print(json.dumps([effects, canonical.sha256(canonical.write(state))], separators=(",", ":")))
    return 0


def reading(_):
    """Documents on standard input, `act`, `entry`, `approvals` or `json` and hexadecimal bytes a line; of each the code, or `accepted`."""
    readers = {"act": act.read, "entry": register.read, "approvals": act.read_approvals, "json": canonical.read}
    for line in sys.stdin:
        kind, _, document = line.strip().partition(" ")
        try:
            readers[kind](bytes.fromhex(document))
            print("accepted")
        except Refused as refused:
            print(refused.code)
    return 0


def main():
    parser = argparse.ArgumentParser(prog="foreign", description=__doc__)
    parser.add_argument("command", choices=["vectors", "verify", "fold", "read", "play", "as4"])
    parser.add_argument("what")
    parser.add_argument("--anchor", action="append", default=[], metavar="[XA-1[/seal|/register]=]FINGERPRINT|CERT.pem")
    parser.add_argument("--tables", default=".", metavar="FOLDER")
    options = parser.parse_args()
    match options.command:
        case "vectors":
            return vectors.check(Path(options.what))
        case "verify":
            return verifying(options)
        case "fold":
            return folding(options)
        case "as4":
            folder = Path(options.what)
            print(as4.opened((folder / "request.mime").read_bytes(), (folder / "xb-1-as4.key.pem").read_bytes()).decode("utf-8"))
            return 0
        case "read":
            return reading(options)
        case _:
            return playing.play(Path(options.what), tables(options.tables))


sys.exit(main())
