from scenesetter.readers.markdown import read


def paragraphs(markup: str) -> list[tuple[str, str]]:
    return [(entry.kind, entry.text) for entry in read(markup, "n.md").paragraphs]


def test_raw_html_and_templates_are_text() -> None:
    assert paragraphs("<script>x</script> {{ 7*7 }}") == [("body", "<script>x</script> {{ 7*7 }}")]


def test_each_item_is_a_paragraph_and_loose_ones_too() -> None:
    assert paragraphs("1. one\n2. two\n   - three\n\n     four") == [
        ("body", text) for text in ("one", "two", "three", "four")
    ]


def test_links_code_and_emphasis_are_their_words() -> None:
    assert paragraphs("a [b *c*](javascript:x) `d` **e**~~f~~") == [
        ("body", "a [b c](javascript:x) d ef")
    ]
    assert paragraphs("[b *c*](https://x.example)") == [("body", "b c")]


def test_code_is_kept_by_paragraph() -> None:
    assert paragraphs("```\na\nb\n\nc\n```") == [("body", "a b"), ("body", "c")]


def test_windows_line_ends_do_not_hide_front_matter() -> None:
    assert read("---\r\ntitle: A\r\n---\r\nBody\r\n", "n.md").source.title == "A"
