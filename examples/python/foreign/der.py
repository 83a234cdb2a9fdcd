"""As much DER as a seal needs: tag, content and children, with definite lengths in their shortest form."""
from . import Refused


class Node:
    def __init__(self, tag, content, whole):
        self.tag, self.content, self.whole = tag, content, whole

    @property
    def children(self):
        return all_of(self.content)


def one(data):
    nodes = all_of(data)
    if len(nodes) != 1:
        raise Refused("container-signature", "DER: one value expected")
    return nodes[0]


def all_of(data):
    nodes, at = [], 0
    while at < len(data):
        node, at = _next(data, at)
        nodes.append(node)
    return nodes


def _next(data, at):
    start = at
    try:
        tag, length = data[at], data[at + 1]
        at += 2
        if length >= 0x80:
            width = length & 0x7F
            length = int.from_bytes(data[at:at + width], "big")
            if not 1 <= width <= 4 or length < 0x80 or length >> 8 * (width - 1) == 0:
                raise Refused("container-signature", "DER: a length")
            at += width
    except IndexError as short:
        raise Refused("container-signature", "DER: too short") from short
    if at + length > len(data) or tag & 0x1F == 0x1F:
        raise Refused("container-signature", "DER: a value")
    return Node(tag, data[at:at + length], data[start:at + length]), at + length


def oid(node):
    """Of an OBJECT IDENTIFIER, as dotted numbers."""
    if node.tag != 6:
        raise Refused("container-signature", "DER: an identifier expected")
    numbers, value = [], 0
    for byte in node.content:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(value)
            value = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))
