"""Makes a thread of two made-up States from nothing: keys, an opening act, its answer, the register, the export."""
import json
import uuid
from datetime import datetime, timezone

from . import act, canonical, container, openssl, register, thread

PDF = b"%PDF-1.4\n% A rendering for people; the JSON governs (R52).\n%%EOF\n"


def play(folder, tables):
    """Into the folder: thread.zip, and the certificates that whoever checks it trusts."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: _key(name) for name in ("XA-1/seal", "XB-1/seal", "XB-1/register")}
    for name, (_, certificate) in keys.items():
        (folder / (name.replace("/", "-") + ".pem")).write_bytes(openssl.pem(certificate))
    network, its_thread = canonical.sha256(b"a network of this example"), str(uuid.uuid4())
    common = {"network": network, "thread": its_thread, "procedure": "preservation/1", "convention": "uncc/1"}
    request = act.write(
        json.loads(REQUEST), attachments=[("order.txt", "text/plain", b"An order.")], author="XA-1", addressee="XB-1", role="requesting",
        type="request", time=_now(), facts={"reference": "XA-2027-000001"}, **common)
    opened = act.act_id(request["envelope"])
    answer = act.write({}, author="XB-1", addressee="XA-1", role="requested", type="acknowledge", time=_now(), after=[opened], **common)
    sealed = [_sealed(request, keys["XA-1/seal"], {"order.txt": b"An order."}), _sealed(answer, keys["XB-1/seal"], {})]
    entries, state, previous = [], {}, register.NOTHING
    for n, each in enumerate(sealed, 1):
        read = container.Container(each)
        state, effect = tables["preservation/1"].fold(state, {"act": read.id, **read.envelope})
        entry = {"act": read.id, "container": read.sha256, "effect": effect, "n": n, "network": network, "previous": previous,
                 "state": canonical.sha256(canonical.write(state)), "thread": its_thread, "time": _now()}
        entries.append(register.sign(entry, keys["XB-1/register"][0]))
        previous = register.entry_hash(entry)
    (folder / "thread.zip").write_bytes(
        thread.write(network, its_thread, "XB-1", keys["XB-1/register"][1], entries, sealed))
    return 0


def _sealed(made, key, attachments):
    approvals = [{"method": "passkey", "pseudonym": "officer-1", "time": _now()}]
    return container.seal(made, approvals, PDF, attachments, *key)


def _key(name):
    """A P-256 key in PEM, and a certificate for it in DER that says what it is for."""
    key = openssl.needed(openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"), "make a key")
    certificate = openssl.run(
        "req", "-new", "-x509", "-key", "k", "-subj", f"/O=Specimen/CN={name.replace('/', ' ')}", "-days", "30", "-addext",
        "keyUsage=critical,digitalSignature,nonRepudiation", "-outform", "DER", files={"k": key})
    return key, openssl.needed(certificate, "make a certificate")


def _now():
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


REQUEST = """
{"instrument": "uncc", "authority": "Contact point of Aldoria", "facts": "An account was broken into.", "daysAsked": 60}
"""
