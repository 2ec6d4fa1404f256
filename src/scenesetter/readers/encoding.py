"""Bytes to text, and how sure one can be of it."""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

SAMPLE = 65_536
"""Bytes that a guess looks at."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))
_TYPOGRAPHY = "€…‘’“”•–—\xa0«»".encode("cp1252")
_WINDOWS = "windows-1252"
_WESTERN = {"ascii", "iso8859-1", "cp1252"}


class Decoded(NamedTuple):
    """`doubt` says in a few words why the text may be wrong; empty where it is certain."""

    text: str
    encoding: str
    doubt: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """None where the bytes are no text. `declared` is what the document says of itself."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _surely(data[len(mark) :], encoding)
    wide = _wide(data[:SAMPLE])
    if wide:
        return _surely(data, wide)
    if is_binary(data):
        return None
    return _strictly(data, "utf-8") or _declared(data, declared) or _guess(data)


def is_binary(data: bytes) -> bool:
    """A known file type, a NUL, or more than one control character in twenty bytes."""
    head = data[:SAMPLE]
    if data.startswith(_MAGIC) or b"\0" in data:
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) / 20


def _wide(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of European text is zero."""
    even, odd = head[::2], head[1::2]
    if len(odd) < 4:
        return None
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.6 and zeros_even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if zeros_even > 0.6 and zeros_odd < 0.05 else None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, LookupError):
        return None


def _surely(data: bytes, encoding: str) -> Decoded:
    return _strictly(data, encoding) or Decoded(
        data.decode(encoding, "replace"), encoding, "some bytes are not valid in it"
    )


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    # The web reads "latin-1" and "ascii" as windows-1252 (WHATWG Encoding Standard, 4.2).
    name = _WINDOWS if name in _WESTERN else name
    if name == "utf-8":
        return Decoded(data.decode(name, "replace"), name, "some bytes are not valid in it")
    try:
        return _strictly(data, name)
    except (ValueError, AssertionError):  # "idna", "punycode" and such are no page's encoding
        return None


def _guess(data: bytes) -> Decoded:
    """Western text has few bytes above 127; where there are many, by their statistics."""
    doubt = "the file does not say its encoding"
    sample = data[:SAMPLE].translate(None, _TYPOGRAPHY)
    high = sum(byte > 127 for byte in sample) / max(1, len(sample))
    western = _strictly(data, _WINDOWS)
    if western and high < 0.12:
        return western._replace(doubt=doubt)
    best = from_bytes(data[:SAMPLE]).best()
    guessed = _strictly(data, best.encoding) if best else None
    if guessed:
        return guessed._replace(doubt=doubt)
    return Decoded(data.decode(_WINDOWS, "replace"), _WINDOWS, "some bytes are not valid in it")
