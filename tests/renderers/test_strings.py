"""Every text in a PDF's bytes, wherever it hides."""

import zlib

import pytest

from scenesetter.renderers.strings import texts_in

WORD = "Umbrage"
WIDE = WORD.encode("utf-16-be")


def stream(content: bytes) -> bytes:
    return b"<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(content) + b"\nendstream"


@pytest.mark.parametrize(
    "content",
    [
        b"/Alt (Hortensia (the) Umbrage)",
        b"/Alt (Um\\142rage)",
        b"/Alt (Umb\\\nrage)",
        b"/Contents (\xfe\xff" + WIDE + b")",
        b"/Title <FEFF" + WIDE.hex().encode() + b">",
        b"/Title <" + WORD.encode().hex().encode() + b">",
        b"/Dest /#55mbrage",
        stream(b"<rdf:li>Umbrage</rdf:li>"),
        stream(b"1 0 2 9 << /Title (Umbrage) >> << /Alt (\xfe\xff\x00x) >>"),
        stream(b"BT /Span << /ActualText (Umbrage) >> BDC <0012> Tj ET"),
        stream(b"\xff\xfe" + WORD.encode("utf-16-le")),
        stream(WIDE),
        b"stream\nUmbrage\nendstream",
    ],
)
def test_a_word_is_found_in_strings_names_and_streams(content: bytes) -> None:
    assert any(WORD in text for text in texts_in(b"%PDF-1.7\n1 0 obj\n" + content + b"\n"))


@pytest.mark.parametrize("content", [b"\x89PNG Umbrage", b"OTTO Umbrage", b"BT (Umbrage) Tj ET"])
def test_what_shows_no_text_or_is_read_from_the_page_is_left_out(content: bytes) -> None:
    assert not any(WORD in text for text in texts_in(stream(content)))
