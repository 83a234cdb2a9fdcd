"""What the program openssl does for us: hashes need none, signatures and certificates do."""
import base64
import re
import subprocess
import tempfile
from pathlib import Path


def run(*arguments, files=None, out=None):
    """In a folder of its own with these files; the text it says, or the file that it writes, or None where it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (files or {}).items():
            (Path(folder) / name).write_bytes(content)
        done = subprocess.run(["openssl", *map(str, arguments)], cwd=folder, capture_output=True, check=False)
        if done.returncode:
            return None
        return (Path(folder) / out).read_bytes() if out else done.stdout


def needed(result, what):
    if result is None:
        raise RuntimeError(f"openssl could not {what}")
    return result


def pem(der):
    lines = base64.encodebytes(der)
    return b"-----BEGIN CERTIFICATE-----\n" + lines + b"-----END CERTIFICATE-----\n"


def der(certificate_pem):
    return needed(run("x509", "-outform", "DER", "-in", "c", files={"c": certificate_pem}), "read a certificate")


def verified(certificate, message, signature):
    """ECDSA with SHA-256 by the key of this certificate (DER), R32 and R58."""
    key = run("x509", "-inform", "DER", "-in", "c", "-noout", "-pubkey", files={"c": certificate})
    if key is None or b"prime256v1" not in (run("pkey", "-pubin", "-in", "k", "-noout", "-text_pub", files={"k": key}) or b""):
        return False
    return run("dgst", "-sha256", "-verify", "k", "-signature", "s", "m", files={"k": key, "s": signature, "m": message}) is not None


def _spki(key):
    return b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(key) + b"-----END PUBLIC KEY-----\n"


def passkey(key):
    """R151: a SubjectPublicKeyInfo of ES256 or RS256, in its one encoding."""
    said = run("pkey", "-pubin", "-in", "k", "-noout", "-text_pub", files={"k": _spki(key)}) or b""
    again = run("pkey", "-pubin", "-in", "k", "-pubout", "-outform", "DER", "-out", "d", files={"k": _spki(key)}, out="d")
    size = re.search(rb"Public-Key: \((\d+) bit\)", said)
    right = b"prime256v1" in said or b"Modulus" in said and 2048 <= int(size[1]) <= 4096
    return bool(size) and right and again == key


def signed_by_passkey(key, message, signature):
    """R155, seat-signature."""
    return run("dgst", "-sha256", "-verify", "k", "-signature", "s", "m", files={"k": _spki(key), "s": signature, "m": message}) is not None


def signed(key_pem, message):
    return needed(run("dgst", "-sha256", "-sign", "k", "m", files={"k": key_pem, "m": message}), "sign")


LARGEST_CERTIFICATE = 16_384


def _certifies(certificate):
    """R62: what stands in the file says itself how large its key is."""
    if len(certificate) > LARGEST_CERTIFICATE:
        return False
    key = run("x509", "-inform", "DER", "-in", "c", "-noout", "-pubkey", files={"c": certificate}) or b""
    said = run("pkey", "-pubin", "-in", "k", "-noout", "-text_pub", files={"k": key}) or b""
    size = re.search(rb"Public-Key: \((\d+) bit\)", said)
    return b"ASN1 OID" in said or b"Modulus" in said and bool(size) and 2048 <= int(size[1]) <= 8192


def leads_to(certificate, anchor, others=(), at=None):
    """Is it the anchor, or certified by it? R62. Times are asked apart, R63."""
    if len(certificate) > LARGEST_CERTIFICATE or certificate != anchor and not _certifies(anchor):
        return False
    others = [each for each in others if _certifies(each)]
    time = ["-no_check_time"] if at is None else ["-attime", int(at)]
    between = ["-untrusted", "u"] if others else []
    return run("verify", "-partial_chain", "-trusted", "a", *between, "-purpose", "any", *time, "c", files={
        "a": pem(anchor), "u": b"".join(map(pem, others)), "c": pem(certificate)}) is not None


def valid(certificate, at):
    """R63."""
    return leads_to(certificate, certificate, at=at)


def may_sign(certificate):
    """R61."""
    said = needed(run("x509", "-inform", "DER", "-in", "c", "-noout", "-ext", "keyUsage", files={"c": certificate}), "read a certificate")
    return b"Usage" not in said or b"Digital Signature" in said or b"Non Repudiation" in said


def seal(key_pem, certificate, manifest):
    """CMS with the attributes of R58, detached."""
    return needed(run(
        "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-nosmimecap", "-signer", "c", "-inkey", "k", "-in", "m", "-outform", "DER",
        "-out", "s", files={"c": pem(certificate), "k": key_pem, "m": manifest}, out="s"), "seal")


def stamped(token, value, anchor, at):
    """R64: an RFC 3161 token over a signature's value."""
    return run("ts", "-verify", "-token_in", "-in", "t", "-data", "v", "-CAfile", "a", "-attime", int(at), "-auth_level", 2,
               files={"t": token, "v": value, "a": pem(anchor)}) is not None
