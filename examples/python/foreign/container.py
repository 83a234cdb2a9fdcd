"""A sealed act: the container and its seal, rules R40 to R65."""
import base64
import re
import xml.etree.ElementTree as xml

from . import Refused, act, canonical, der, openssl, seat, strictzip

ASIC = "{http://uri.etsi.org/02918/v1.2.1#}"
DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SIGNED_DATA, DATA, SHA256_OID = "1.2.840.113549.1.7.2", "1.2.840.113549.1.7.1", "2.16.840.1.101.3.4.2.1"
SHA_2 = {SHA256_OID, "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"}
ECDSA_SHA256 = "1.2.840.10045.4.3.2"
CONTENT_TYPE, DIGEST, TIME, CERTIFICATE, STAMP = (
    "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5", "1.2.840.113549.1.9.16.2.47", "1.2.840.113549.1.9.16.2.14")


class Container:
    """Read, with its form in order; `failures` says what of its seal does not hold."""

    def __init__(self, data):
        self.sha256 = canonical.sha256(data)
        files = strictzip.container(data)
        self._sort(files)
        self.act = act.read(self.files["act.json"])
        self.envelope = self.act["envelope"]
        self.id = act.act_id(self.envelope)
        self.approvals = act.read_approvals(self.files["approvals.json"])
        self.seat = seat.read(self.files["seat.json"]) if seat.asked(self.envelope) else None
        for each in self.envelope["attachments"]:
            content = self.files["attachments/" + each["name"]]
            if len(content) != each["size"] or canonical.commitment(each["salt"], content)["sha256"] != each["sha256"]:
                raise Refused("attachment-differs", each["name"])
        self.listed = _manifest(self.manifest, self.signature_name)
        self.seal = Seal(self.signature)

    def _sort(self, files):
        meta = [each for each in files if each.startswith("META-INF/")]
        manifests = [each for each in meta if re.fullmatch(r"META-INF/ASiCManifest[^/]*\.xml", each)]
        signatures = [each for each in meta if re.fullmatch(r"META-INF/signature[^/]*\.p7s", each)]
        self.files = {name: content for name, content in files.items() if name != "mimetype" and name not in meta}
        if len(manifests) != 1 or len(signatures) != 1 or len(meta) != 2 or "act.json" not in files:
            raise Refused("container-file", "R51")
        self.manifest, self.signature, self.signature_name = files[manifests[0]], files[signatures[0]], signatures[0]
        attached = canonical.read(files["act.json"]).get("envelope", {})
        attached = attached.get("attachments", []) if isinstance(attached, dict) else []
        names = {each.get("name") for each in attached if isinstance(each, dict)} if isinstance(attached, list) else set()
        facts = canonical.read(files["act.json"]).get("envelope", {})
        facts = facts.get("facts") if isinstance(facts, dict) else None
        given = {"seat.json"} if isinstance(facts, dict) and facts.get("recorded") == "seat" else set()
        if given - set(self.files):
            raise Refused("seat-form", "R153: no proof")
        if set(self.files) != {"act.json", "act.pdf", "approvals.json"} | given | {f"attachments/{each}" for each in names}:
            raise Refused("container-file", "R50")

    def failures(self, anchors, at, registered=None):
        """The codes of what does not hold, in the order of the protocol's list."""
        listed = {name: base64.b64encode(bytes.fromhex(canonical.sha256(content))).decode() for name, content in self.files.items()}
        certificate, others = self.seal.certificate, self.seal.others
        checks = {
            "manifest": lambda: self.listed == listed,
            "signature": lambda: self.seal.over(self.manifest),
            "certificate-reference": lambda: self.seal.names == canonical.sha256(certificate),
            "certificate-use": lambda: openssl.may_sign(certificate),
            "anchor": lambda: any(each.vouches_for(certificate, others) for each in anchors),
            "validity": lambda: openssl.valid(certificate, at),
            "stamp": lambda: self.stamp_unknown(anchors) or self.seal.stamp is None or any(
                openssl.stamped(self.seal.stamp, self.seal.value, each.trusted, at) for each in _for_stamps(anchors))}
        wrong = [code for code, holds in checks.items() if not holds()]
        return wrong + (seat.failures(self.envelope, self.seat, self.approvals, registered) if self.seat else [])

    def stamp_unknown(self, anchors):
        """R64: nothing that was brought says whose stamps count; named as unchecked, and no failure."""
        return self.seal.stamp is not None and not (_for_stamps(anchors) and _digest(self.seal.stamp) in SHA_2)


def _digest(stamp):
    """R64: by which digest the stamp itself is signed."""
    signers = der.one(der.one(stamp).children[1].content).children[-1]
    return der.oid(signers.children[0].children[2].children[0])


def _for_stamps(anchors):
    return [each for each in anchors if not each.participant and isinstance(each.trusted, bytes)]


def _manifest(data, signature):
    """R54: what the manifest lists, by name."""
    if len(data) > 65_536 or b"<!" in data:
        raise Refused("container-manifest", "R54")
    try:
        root = xml.fromstring(data)
    except xml.ParseError as wrong:
        raise Refused("container-manifest", "R54") from wrong
    first, *objects = list(root) or [root]
    if root.tag != ASIC + "ASiCManifest" or first.tag != ASIC + "SigReference" or first.get("URI") != signature:
        raise Refused("container-manifest", "R54")
    listed = {}
    for each in objects:
        method, value = each.find(DSIG + "DigestMethod"), each.find(DSIG + "DigestValue")
        if each.tag != ASIC + "DataObjectReference" or method is None or method.get("Algorithm") != SHA256 or value is None:
            raise Refused("container-manifest", "R54")
        if each.get("URI") in listed:
            raise Refused("container-manifest", "R54: listed twice")
        listed[each.get("URI")] = (value.text or "").strip()
    return listed


class Seal:
    """The CMS signature, R57 to R60 and R64."""

    def __init__(self, data):
        if len(data) > 65_536:
            raise Refused("container-signature", "R57")
        try:
            self._read(data)
        except (IndexError, ValueError) as wrong:
            raise Refused("container-signature", "R57") from wrong

    def _read(self, data):
        kind, content = der.one(data).children
        _want(der.oid(kind) == SIGNED_DATA)
        version, digests, enclosed, *rest = der.one(content.content).children
        certificates = [each.whole for part in rest[:-1] if part.tag == 0xA0 for each in part.children]
        _want(version.content == b"\1" and [der.oid(each.children[0]) for each in digests.children] == [SHA256_OID])
        _want([each.tag for each in enclosed.children] == [6] and der.oid(enclosed.children[0]) == DATA)
        _want(len(rest) == 2 and rest[0].tag == 0xA0 and rest[1].tag == 0x31 and len(rest[1].children) == 1)
        version, signer, digest, attributes, algorithm, value, *unsigned = rest[1].children[0].children
        _want(version.content == b"\1" and attributes.tag == 0xA0 and der.oid(digest.children[0]) == SHA256_OID)
        _want(der.oid(algorithm.children[0]) == ECDSA_SHA256)
        self.value, self.signed = value.content, b"\x31" + attributes.whole[1:]
        said = _attributes(attributes)
        _want({CONTENT_TYPE, DIGEST, TIME} <= set(said) and der.oid(said[CONTENT_TYPE]) == DATA)
        self.digest = said[DIGEST].content
        self.names = _named(said[CERTIFICATE]) if CERTIFICATE in said else None
        mine = [each for each in certificates if _issuer_and_serial(each) == signer.content]
        _want(len(mine) == 1)
        self.certificate, self.others = mine[0], [each for each in certificates if each != mine[0]]
        beside = _attributes(unsigned[0]) if unsigned else {}
        _want(len(unsigned) < 2 and set(beside) <= {STAMP})
        self.stamp = beside[STAMP].whole if STAMP in beside else None

    def over(self, manifest):
        return self.digest.hex() == canonical.sha256(manifest) and openssl.verified(self.certificate, self.signed, self.value)


def _named(reference):
    """R60: the hash in an ESSCertIDv2, whose algorithm is left out, being SHA-256, or said before it."""
    first = reference.children[0].children[0].children
    hashed = first[0] if first[0].tag == 0x04 else first[1]
    return hashed.content.hex()


def _attributes(node):
    said = {}
    for each in node.children:
        kind, values = each.children
        _want(der.oid(kind) not in said and len(values.children) == 1)
        said[der.oid(kind)] = values.children[0]
    return said


def _issuer_and_serial(certificate):
    parts = der.one(certificate).children[0].children
    parts = parts[1:] if parts[0].tag == 0xA0 else parts
    return parts[2].whole + parts[0].whole


def _want(holds):
    if not holds:
        raise Refused("container-signature", "R57")


def seal(act_made, approvals, pdf, attachments, key_pem, certificate):
    """The container of an act of our own, sealed: R46 to R60."""
    files = {"act.json": canonical.write(act_made), "act.pdf": pdf, "approvals.json": canonical.write(approvals)}
    files |= {"attachments/" + name: content for name, content in attachments.items()}
    references = "".join(
        f'<asic:DataObjectReference URI="{name}"><ds:DigestMethod Algorithm="{SHA256}"/><ds:DigestValue>'
        f"{base64.b64encode(bytes.fromhex(canonical.sha256(content))).decode()}</ds:DigestValue></asic:DataObjectReference>"
        for name, content in ((name.replace("&", "&amp;"), content) for name, content in files.items()))
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><asic:ASiCManifest xmlns:asic="{ASIC[1:-1]}" xmlns:ds="{DSIG[1:-1]}">'
        f'<asic:SigReference URI="META-INF/signature001.p7s" MimeType="application/pkcs7-signature"/>{references}</asic:ASiCManifest>').encode()
    return strictzip.write({
        "mimetype": strictzip.MIMETYPE, **files, "META-INF/ASiCManifest001.xml": manifest,
        "META-INF/signature001.p7s": openssl.seal(key_pem, certificate, manifest)})
