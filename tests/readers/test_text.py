from scenesetter.readers.text import split


def paragraphs(text: str) -> list[str]:
    return [entry.text for entry in split(text)]


LONG = "The envoys spoke for nine hours about the toll, the lock and the winter trade on the river."


def test_lines_of_a_text_that_is_not_wrapped_are_paragraphs() -> None:
    assert paragraphs(f"Title\n{LONG}\n{LONG}\n\n{LONG}") == ["Title", LONG, LONG, LONG]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The envoys spoke for nine hours about the toll,\n"
        "the lock and the winter trade on the river, and\n"
        "then they left.\n"
        "The next round is in May. Carriers want a pause\n"
        "of one season.\n\n"
        "Short."
    )
    assert [part[:8] for part in paragraphs(text)] == ["The envo", "The next", "Short."]


def test_items_and_turns_stay_apart_in_a_wrapped_text() -> None:
    text = (
        "MR LUND: The envoys spoke for nine hours about\n"
        "the toll, the lock and the winter trade, and so\n"
        "QUESTION: on.\n"
        "- one thing that fills nearly the whole of line\n"
        "- two"
    )
    assert [part[:6] for part in paragraphs(text)] == ["MR LUN", "QUESTI", "- one ", "- two"]


def test_short_lines_are_not_a_wrapped_text() -> None:
    assert paragraphs("One\nTwo\nThree four\nFive") == ["One", "Two", "Three four", "Five"]
