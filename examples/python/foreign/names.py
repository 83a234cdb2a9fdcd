"""Names of files, rules R43 and R44."""
import unicodedata

from .canonical import composed

FORBIDDEN = set('\\:%*?"<>|')
# What turns the direction of reading.
TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def folded(name):
    """R41: what two names have in common that some system takes for one."""
    return name.upper().lower()


def proper(path):
    """Is it a relative path that means one file everywhere?"""
    return all(_proper(each) for each in path.split("/")) and len(path.encode("utf-8", "surrogatepass")) <= 240


def _proper(segment):
    return (segment not in ("", ".", "..")
            and not FORBIDDEN & set(segment) and not TURNING & set(segment)
            and not any(unicodedata.category(each) in ("Cc", "Cs") for each in segment)
            and segment[0] != " " and segment[-1] not in " ."
            and composed(segment))
