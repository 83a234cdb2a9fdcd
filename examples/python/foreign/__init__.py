"""A second, small implementation of Comity's protocol, written from docs/protocol alone. Rule numbers are those of its pages."""


class Refused(Exception):
    """What cannot be read, or does not hold; `code` is the one of the protocol."""

    def __init__(self, code, why=""):
        super().__init__(f"{code}: {why}" if why else code)
        self.code = code
