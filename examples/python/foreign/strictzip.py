"""A ZIP in which no two programs can see two different files, rules R40 to R46."""
import struct
import zlib

from . import Refused
from .names import folded, proper

EXTRA_ALLOWED = {0x5455, 0x000A, 0x7875}
COMMENT = b"mimetype=application/vnd.etsi.asic-e+zip"
MIB = 1 << 20


MIMETYPE = b"application/vnd.etsi.asic-e+zip"


def container(data):
    """The files of a container: R40, R46."""
    return _read(data, 40, 5 * MIB, 20 * MIB, 100, True)


def exported(data):
    """The files of an exported thread, with those of the threads beside it: R73."""
    files = _read(data, 40_002, 2048 * MIB, 20_001 * 5 * MIB, 100, False)
    if len(files) > 20_001 or any(len(each) > 5 * MIB for each in files.values()):
        raise Refused("bundle-too-large")
    return files


def _read(data, most, largest, unpacked, ratio, asic):
    if len(data) > largest:
        raise Refused("container-too-large")
    directory, count = _end(data)
    entries, at = [], directory
    if count > most:
        raise Refused("container-entries")
    for _ in range(count):
        entry, at = _central(data, at)
        entries.append(entry)
    if data[at:at + 4] != b"PK\5\6":
        raise Refused("container-zip", "R42: something behind the directory")
    names = [each["name"] for each in entries]
    for each in names:
        if not proper(each[:-1] if not asic and each.endswith("/") else each):
            raise Refused("container-name", each)
    if len({folded(each) for each in names}) != len(names):
        raise Refused("container-twice")
    total = sum(each["size"] for each in entries)
    if total > unpacked or total > ratio * len(data):
        raise Refused("container-expands")
    files, here = {}, 0
    for each in entries:
        content, here = _local(data, each, here)
        if not each["name"].endswith("/"):
            files[each["name"]] = content
    if asic and not (entries and entries[0]["name"] == "mimetype" and entries[0]["method"] == 0 and entries[0]["bare"]
                     and files["mimetype"] == MIMETYPE):
        raise Refused("container-mimetype", "R46")
    if here != directory:
        raise Refused("container-zip", "R42: a gap")
    return files


def _end(data):
    for comment in (b"", COMMENT):
        at = len(data) - 22 - len(comment)
        if at >= 0 and data[at:at + 4] == b"PK\5\6" and data[at + 22:] == comment:
            disk, first, here, count, size, offset, length = struct.unpack("<4H2IH", data[at + 4:at + 22])
            if disk or first or here != count or length != len(comment) or offset + size != at:
                raise Refused("container-zip", "R42: end record")
            return offset, count
    raise Refused("container-zip", "R42: no end record")


def _need(data, at, length, mark):
    if len(data) < at + length or data[at:at + 4] != mark:
        raise Refused("container-zip", "R42: a header")


def _central(data, at):
    _need(data, at, 46, b"PK\1\2")
    (made, version, flags, method, time, date, crc, packed, size, name, extra, comment, disk, _, outside, offset) = struct.unpack(
        "<6H3I5H2I", data[at + 4:at + 46])
    raw = data[at + 46:at + 46 + name]
    entry = {"raw": raw, "name": _name(raw, flags), "flags": flags, "method": method, "crc": crc, "packed": packed, "size": size,
             "offset": offset, "bare": extra == 0}
    _extra(data[at + 46 + name:at + 46 + name + extra])
    kind = outside >> 28 if made >> 8 == 3 else 0
    if flags & ~0x080E or method not in (0, 8) or disk or comment or 0xFFFFFFFF in (packed, size, offset) or kind not in (0, 8, 4):
        raise Refused("container-zip", "R42: an entry of another kind")
    return entry, at + 46 + name + extra


def _name(raw, flags):
    try:
        return raw.decode("utf-8" if flags & 0x800 else "ascii")
    except ValueError as wrong:
        raise Refused("container-name", "R43") from wrong


def _extra(extra):
    at = 0
    while at < len(extra):
        if at + 4 > len(extra):
            raise Refused("container-zip", "R42: extra field")
        kind, length = struct.unpack("<2H", extra[at:at + 4])
        at += 4 + length
        if kind not in EXTRA_ALLOWED or at > len(extra):
            raise Refused("container-zip", "R42: extra field")


def _local(data, entry, here):
    if entry["offset"] != here:
        raise Refused("container-zip", "R42: the order, or a gap")
    _need(data, here, 30, b"PK\3\4")
    _, flags, method, _, _, crc, packed, size, name, extra = struct.unpack("<5H3I2H", data[here + 4:here + 30])
    start = here + 30 + name + extra
    end = start + entry["packed"]
    later = flags & 8
    said = (entry["crc"], entry["packed"], entry["size"])
    if (data[here + 30:here + 30 + name] != entry["raw"] or flags != entry["flags"] or method != entry["method"]
            or (crc, packed, size) not in ((said, (0, 0, 0)) if later else (said,)) or end > len(data)):
        raise Refused("container-zip", "R42: header and directory differ")
    _extra(data[here + 30 + name:start])
    entry["bare"] = entry["bare"] and extra == 0
    content = data[start:end] if method == 0 else _inflate(data[start:end], entry["size"])
    if len(content) != entry["size"] or zlib.crc32(content) != entry["crc"]:
        raise Refused("container-zip", "R42: other content")
    if later:
        marked = data[end:end + 4] == b"PK\7\x08"
        if data[end + (4 if marked else 0):][:12] != struct.pack("<3I", *said):
            raise Refused("container-zip", "R42: data descriptor")
        end += 16 if marked else 12
    return content, end


def _inflate(packed, size):
    unpacking = zlib.decompressobj(-15)
    try:
        content = unpacking.decompress(packed, size + 1)
    except zlib.error as wrong:
        raise Refused("container-zip", "R42: deflated") from wrong
    if not unpacking.eof or unpacking.unused_data:
        raise Refused("container-zip", "R42: deflated")
    return content


def write(files):
    """Stored, in the order given."""
    out, directory = bytearray(), bytearray()
    for name, content in files.items():
        raw = name.encode("utf-8")
        flags = 0 if raw.isascii() else 0x800
        common = struct.pack("<5H3I2H", 20, flags, 0, 0, 0x5A21, zlib.crc32(content), len(content), len(content), len(raw), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<3H2I", 0, 0, 0, 0, len(out)) + raw
        out += b"PK\3\4" + common + raw + content
    end = b"PK\5\6" + struct.pack("<4H2IH", 0, 0, len(files), len(files), len(directory), len(out), 0)
    return bytes(out + directory + end)
