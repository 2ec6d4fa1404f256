"""What the printer complains of, as the desk reads it."""

from scenesetter.pipeline.rendering import complaints

LACKING = '.notdef glyph rendered for Unicode string unsupported by fonts: "{0}" (U+{1:X})'


def test_the_letters_that_no_font_has_are_told_in_one_line() -> None:
    log = [*(LACKING.format(one, ord(one)) for one in "王毅"), "No anchor #x for internal URI"]
    told = [one.what for one in complaints("a.pdf", log)]
    assert told == [
        "printing: no font has these letters, boxes stand for them: 王 毅",
        "printing: No anchor #x for internal URI",
    ]
