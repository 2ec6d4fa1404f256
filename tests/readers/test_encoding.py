import codecs

import pytest

from scenesetter.readers.encoding import decode

WORDS = "Señor Núñez said “no”."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_byte_order_mark_is_certain(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    decoded = decode(mark + WORDS.encode(encoding))
    assert decoded == (WORDS, encoding, "")


def test_utf_16_is_known_without_its_mark() -> None:
    assert decode(WORDS.encode("utf-16-le")) == (WORDS, "utf-16-le", "")


def test_a_declared_charset_is_believed() -> None:
    decoded = decode("Привет".encode("koi8-r"), "koi8-r")
    assert decoded == ("Привет", "koi8-r", "")


@pytest.mark.parametrize("declared", ["latin-1", "ascii", "iso-8859-1"])
def test_latin_1_of_the_web_is_windows_1252(declared: str) -> None:
    decoded = decode(WORDS.encode("cp1252"), declared)
    assert decoded
    assert decoded.text == WORDS


@pytest.mark.parametrize("declared", ["no-such", "idna", "rot13", "hex", "utf-7", ""])
def test_a_useless_declaration_still_reads(declared: str) -> None:
    decoded = decode("a café".encode("cp1252"), declared)
    assert decoded
    assert decoded.text


def test_an_undeclared_legacy_encoding_is_in_doubt() -> None:
    text = "Президент сказал, что переговоры продолжатся завтра. " * 20
    decoded = decode(text.encode("cp1251"))
    assert decoded
    assert decoded.text == text
    assert decoded.doubt


def test_damaged_utf_8_is_read_with_a_doubt() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"good \xff bad")
    assert decoded
    assert "\ufffd" in decoded.text
    assert decoded.doubt


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"a\0b\0\0", bytes(range(1, 9)) * 9])
def test_binary_data_is_no_text(data: bytes) -> None:
    assert decode(data) is None
