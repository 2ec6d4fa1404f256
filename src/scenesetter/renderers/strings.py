"""Every text in a PDF's bytes: streams decompressed, strings and names of its objects decoded.

What a page shows is read by `reading.py`; this is for what no page shows. It knows the little of
PDF's syntax that text hides in, and needs no valid file.
"""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LITERAL = re.compile(rb"\(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+)\)", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]{3,})")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NO_TEXT = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"\x01\x00\x04", b"\xff\xd8", b"\x89PNG")
"""How fonts and pictures begin; a colour profile has "acsp" at its 36th byte."""
_PAGE = re.compile(rb"(?:^|\s)BT\s|begincmap")
_TAGGED = re.compile(rb"<<(.{1,20000}?)>>\s*(?:BDC|DP)", re.DOTALL)
_LARGEST = 50_000_000
"""Bytes that a stream may unfold to."""


def texts_in(pdf: bytes) -> Iterator[str]:
    """In the order of the file. Fonts, pictures and the glyphs of a page are left out: what they
    show is no text, or read from the page; by chance their bytes would spell any short name."""
    yield from _of_objects(_STREAM.sub(b" ", pdf))
    for match in _STREAM.finditer(pdf):
        content = _unfolded(match[1])
        if _PAGE.search(content):
            for tag in _TAGGED.finditer(content):
                yield from _of_objects(tag[1])
        elif not content.startswith(_NO_TEXT) and content[36:40] != b"acsp":
            yield from _of_objects(content)
            yield _decoded(content)


def _unfolded(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _LARGEST)
    except zlib.error:
        return stream


def _of_objects(content: bytes) -> Iterator[str]:
    for literal in _LITERAL.finditer(content):
        yield _decoded(_ESCAPE.sub(_resolved, literal[1]))
    for digits in _HEXADECIMAL.finditer(content):
        plain = b"".join(digits[1].split())
        yield _decoded(bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode()))
    names = (re.sub(rb"#([0-9A-Fa-f]{2})", _byte, name[1]) for name in _NAME.finditer(content))
    yield " \n".join(map(_decoded, names))


def _resolved(escape: re.Match[bytes]) -> bytes:
    what = escape[1]
    if what[:1].isdigit():
        return bytes([int(what, 8) & 0xFF])
    return b"" if what in (b"\n", b"\r", b"\r\n") else _ESCAPES.get(what, what)


def _byte(code: re.Match[bytes]) -> bytes:
    return bytes.fromhex(code[1].decode())


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xfe\xff", b"\xff\xfe")):
        return content.decode("utf-16", "replace")
    if content[:200:2].count(0) > len(content[:200]) // 4:
        return content.decode("utf-16-be", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
