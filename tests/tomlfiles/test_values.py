from pathlib import Path

import pytest

from scenesetter.errors import UserError
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.marking import MarkingScheme
from scenesetter.tomlfiles.values import load, read


def written(folder: Path, text: str) -> Path:
    path = folder / "file.toml"
    path.write_text(text, "utf-8")
    return path


def refusal(folder: Path, text: str, **more: object) -> str:
    with pytest.raises(UserError) as error:
        load(written(folder, text), Briefing, **more)
    return str(error.value).replace(f"{folder}/", "")


def test_a_file_becomes_a_value_with_the_fields_that_its_place_gives(tmp_path: Path) -> None:
    path = written(tmp_path, 'title = "T"\nauthority = "A"\n[[levels]]\nname = "L"\nbanner = "L"')
    assert load(path, MarkingScheme, name="file").name == "file"


def test_a_field_that_the_place_gives_may_not_stand_in_the_file(tmp_path: Path) -> None:
    text = 'slug = "x"\n[engagement]\ntitle = "T"'
    assert refusal(tmp_path, text, slug="y").startswith("file.toml:1: error: `slug` comes from")


def test_a_misspelt_key_is_named_with_its_line_and_the_likely_one(tmp_path: Path) -> None:
    text = 'slug = "x"\n\naudience = []\n[engagement]\ntitle = "T"'
    assert refusal(tmp_path, text) == (
        "file.toml:3: error: unknown key `audience`; did you mean `audiences`?"
    )


def test_a_misspelt_key_in_a_table_of_a_list_gets_that_tables_keys(tmp_path: Path) -> None:
    text = 'slug="x"\n[engagement]\ntitle="T"\n[[engagement.parties]]\nnmae="A"\nside="home"'
    assert refusal(tmp_path, text) == (
        "file.toml:4: error: `name` is missing\n"
        "file.toml:5: error: unknown key `nmae`; did you mean `name`?"
    )


def test_a_misspelt_key_in_a_table_with_names_of_its_own_gets_its_keys(tmp_path: Path) -> None:
    text = 'slug="x"\n[engagement]\ntitle="T"\n[sources."a.b.txt"]\npublishr="Wire"'
    assert refusal(tmp_path, text) == (
        "file.toml:5: error: unknown key `publishr`; did you mean `publisher`?"
    )


def test_all_mistakes_are_reported_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = 'slug = 3\nissues = "drugs"\n[engagement]\ntitle = "T"\nplace = ["A"]\n'
    assert refusal(tmp_path, text) == (
        "file.toml:1: error: `slug` must be text in quotes, not the number 3\n"
        "file.toml:2: error: `issues` must be a list in square brackets, not `drugs`\n"
        "file.toml:5: error: `place` must be text in quotes, not a list"
    )


def test_a_value_outside_the_allowed_ones_is_told_the_allowed_ones(tmp_path: Path) -> None:
    text = 'slug="x"\n[engagement]\ntitle="T"\nparties = [\n  {name="A", side="hoem"},\n]'
    assert refusal(tmp_path, text) == "file.toml:5: error: `side` is `hoem`; did you mean `home`?"


def test_what_a_whole_file_lacks_has_no_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, 'slug = "x"') == "file.toml: error: `engagement` is missing"


def test_a_syntax_error_has_line_and_column(tmp_path: Path) -> None:
    assert refusal(tmp_path, "slug = \n").startswith("file.toml:1:8: error: not valid TOML: ")


def test_a_file_that_ends_too_early_names_its_last_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a = 1\nb = [1,").startswith("file.toml:2: error: not valid TOML: ")


def test_a_date_may_stand_without_quotes(tmp_path: Path) -> None:
    path = written(tmp_path, 'title = "T"\ndate = 2023-01-09')
    assert load(path, Engagement).date == "2023-01-09"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2")
    assert read(path) == {"a": 1, "b": 2}


@pytest.mark.parametrize("content", [b"a = '\xe9'", b"a = 1\n\xff\xfe"])
def test_text_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"file\.toml:\d: error: not UTF-8"):
        read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(UserError, match="cannot be read"):
            read(path)


def test_lists_nested_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nested too deeply"):
        read(written(tmp_path, "a = " + "[" * 5_000 + "]" * 5_000))
