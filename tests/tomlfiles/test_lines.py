from hypothesis import given
from hypothesis import strategies as st

from scenesetter.tomlfiles.lines import key_lines, nearest_line

KEY = st.text("abc-_1", min_size=1, max_size=4)


def test_every_way_of_writing_a_key_has_its_line() -> None:
    text = (
        'a.b = 1 # c = 2\n"x y" = """\nz = 1\n[no]\n"""\n'
        "[t]\nlist = [\n  1, # one\n  [2,\n   {k = 'v = 1'}],\n]\nd = 1979-05-27T07:32:00.5\n"
        "[[t.many]]\nk = 1\n[[t.many]]\n[t.many.deep]\nk = '''\n'''\n['p.q']\n"
    )
    lines = key_lines(text)
    assert lines["a", "b"] == 1
    assert lines["x y",] == 2
    assert lines["t", "list", 0] == 8
    assert lines["t", "list", 1, 1, "k"] == 10
    assert lines["t", "d"] == 12
    assert lines["t", "many", 0, "k"] == 14
    assert lines["t", "many", 1] == 15
    assert lines["t", "many", 1, "deep", "k"] == 17
    assert lines["p.q",] == 19
    assert not {("c",), ("z",), ("no",)} & lines.keys()


@given(st.dictionaries(KEY, st.integers() | st.lists(st.text(), max_size=3), max_size=6))
def test_each_plain_key_stands_on_its_own_line(table: dict[str, int | list[str]]) -> None:
    rows = [f"{key} = {_toml(value)}" for key, value in table.items()]
    lines = key_lines("\n".join(rows))
    assert [lines[key,] for key in table] == list(range(1, len(table) + 1))


def test_a_key_that_does_not_stand_there_has_the_line_of_its_table() -> None:
    lines = key_lines("a = 1\n[table]\nb = 2")
    assert nearest_line(lines, ("table", "c")) == 2
    assert nearest_line(lines, ("c",)) == 0


def _toml(value: int | list[str]) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = ("".join(f"\\U{ord(letter):08x}" for letter in item) for item in value)
    return "[" + ", ".join(f'"{item}"' for item in escaped) + "]"
