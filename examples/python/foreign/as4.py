"""Opens the attachment of a captured AS4 message, docs/protocol/as4.md, A21 to A27."""
import base64
import hashlib
import hmac
import re
import xml.etree.ElementTree as xml

from . import Refused, openssl

XENC, XENC11 = "{http://www.w3.org/2001/04/xmlenc#}", "{http://www.w3.org/2009/xmlenc11#}"
DSIG, DSIG11 = "{http://www.w3.org/2000/09/xmldsig#}", "{http://www.w3.org/2009/xmldsig11#}"
MORE = "{http://www.w3.org/2021/04/xmldsig-more#}"
# SubjectPublicKeyInfo of a key on P-256, but for its point.
P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")


def opened(request, key_pem):
    """The attachment of a multipart request with one; refused where tag or signed digest do not fit."""
    soap, attachment, content_id = _parts(request)
    key = next(soap.iter(XENC + "EncryptedKey"))
    wrapping = derived(_secret(key, key_pem), next(key.iter(MORE + "HKDFParams")))
    content_key = openssl.needed(
        openssl.run("enc", "-d", "-id-aes128-wrap", "-K", wrapping.hex(), "-iv", "a6" * 8, "-in", "w",
                    files={"w": _text(key.find(f"{XENC}CipherData/{XENC}CipherValue"))}), "unwrap a key")
    content = decrypted(content_key, attachment)
    digest = next(each.findtext(DSIG + "DigestValue") for each in soap.iter(DSIG + "Reference") if each.get("URI") == "cid:" + content_id)
    if base64.b64encode(hashlib.sha256(content).digest()).decode() != digest:
        raise Refused("not-signed", "A21")
    return content


def _parts(request):
    boundary = b"--" + re.search(rb"--([^\r\n]+)\r\n", request)[1]
    first, second = request.split(boundary)[1:3]
    head, _, content = second.partition(b"\r\n\r\n")
    return (xml.fromstring(first.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")), content.removesuffix(b"\r\n"),
            re.search(rb"Content-ID: <([^>]+)>", head)[1].decode())


def _text(element):
    return base64.b64decode(element.text)


def _secret(key, key_pem):
    """A25 and A27: the x coordinate that both keys lead to."""
    point = _text(next(key.iter(DSIG11 + "PublicKey")))
    return openssl.needed(
        openssl.run("pkeyutl", "-derive", "-inkey", "k", "-peerkey", "p", "-peerform", "DER", files={"k": key_pem, "p": P256 + point}),
        "agree on a secret")


def derived(secret, params):
    """A26."""
    salt, info = (base64.b64decode(params.findtext(MORE + each, "")) for each in ("Salt", "Info"))
    extracted = hmac.digest(salt, secret, "sha256")
    return hmac.digest(extracted, info + b"\1", "sha256")[:int(params.findtext(MORE + "KeyLength"))]


def decrypted(key, data):
    """A23: AES-128-GCM, of which openssl's command has only the parts."""
    nonce, cipher, tag = data[:12], data[12:-16], data[-16:]
    h, mask = (int.from_bytes(_block(key, each), "big") for each in (bytes(16), nonce + b"\0\0\0\1"))
    check = 0
    for at in range(0, len(cipher), 16):
        check = _times(check ^ int.from_bytes(cipher[at:at + 16].ljust(16, b"\0"), "big"), h)
    check = _times(check ^ len(cipher) * 8, h) ^ mask
    if check.to_bytes(16, "big") != tag:
        raise Refused("not-encrypted", "A23")
    return openssl.needed(
        openssl.run("enc", "-d", "-aes-128-ctr", "-K", key.hex(), "-iv", (nonce + b"\0\0\0\2").hex(), "-in", "c", files={"c": cipher}),
        "decrypt")


def _block(key, block):
    return openssl.needed(openssl.run("enc", "-aes-128-ecb", "-nopad", "-K", key.hex(), "-in", "b", files={"b": block}), "encrypt a block")


def _times(one, other):
    """In GF(2^128), as GCM counts its bits."""
    product = 0
    for bit in range(127, -1, -1):
        if other >> bit & 1:
            product ^= one
        one = one >> 1 ^ (0xE1 << 120 if one & 1 else 0)
    return product
