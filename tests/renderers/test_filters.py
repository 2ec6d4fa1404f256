from scenesetter.renderers.escaping import Markdown
from scenesetter.renderers.filters import calls, link, particulars

POINT = {
    "holder": "AMLO",
    "role": "President",
    "remarks": ("not *certain*",),
    "meeting": "Ottawa summit",
    "when": "July 2022",
    "as_of": "as of 6 January 2023",
}
NOTHING = dict.fromkeys(POINT) | {"remarks": ()}


def test_each_source_is_called() -> None:
    assert calls((2, 14)) == "[^2][^14]"
    assert calls(()) == ""


def test_a_web_address_is_a_link() -> None:
    assert link("https://a.example/b?c=d&e") == "<https://a.example/b?c=d&e>"


def test_what_is_no_web_address_stands_as_text() -> None:
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert link("https://a.example/> *x*") == "https://a.example/> \\*x\\*"


def test_particulars_are_finished_markdown() -> None:
    printed = particulars(POINT)
    assert printed == (
        " *AMLO, President · not \\*certain\\* · Ottawa summit · July 2022 · as of 6 January 2023*"
    )
    assert isinstance(printed, Markdown)


def test_the_holder_is_not_said_twice() -> None:
    assert "AMLO" not in particulars(POINT, "AMLO", when=False)


def test_the_meeting_of_a_group_is_not_said_again_for_each_point() -> None:
    assert "Ottawa" not in particulars(POINT, "Earlier: Ottawa summit")


def test_no_particulars_print_nothing() -> None:
    assert particulars(NOTHING) == ""


def test_a_role_stands_where_the_text_itself_names_the_holder() -> None:
    assert particulars(NOTHING | {"role": "President of Mexico"}) == " *President of Mexico*"
