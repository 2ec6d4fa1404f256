"""The law of the cut: with and without what its readers may not see, a build is the same.

Its packs, the names of all files in the output folder, what it prints and its exit code.
"""

import json
import re
from collections.abc import Callable, Collection, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from scenesetter.renderers.strings import texts_in

Command = Callable[..., Any]
SENTENCES = (
    "Portuguese foreign minister Ana Lima said Portugal would ask Spain to lift its tariff.",
    "Lima wants Spain to join a border patrol on migration from 2 April 2027.",
    "Spanish envoy Hortensia Umbrage said Spain would open the port of Vigo to 40 ships.",
    "He also warned that Spain would close 77 border posts.",
    "Trade between the two countries grew by 12 percent last year.",
    "Trade between the two countries grew by 7 percent last year, Umbrage said.",
    "An official who asked not to be named expects the price of gas to rise by 7.5 percent.",
    "The two ministers criticised the fee of 30 euros a lorry.",
)
LEVELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED")
SECRETS = ("Umbrage", "Vigo", "cable", "Cable Bureau", "77 border", "12 percent")
NAMES = ("courier.md", "wire.md", "sub/cable.md")
BRIEFING = """\
[engagement]
title = "Lisbon talks"

[briefing]
scheme = "tlp"
audiences = ["public"]

[[parties]]
name = "Portugal"
side = "home"

[[parties]]
name = "Spain"
side = "counterpart"
"""
PUBLIC = """\
title = "For the public"
summary = "What may be handed out."
parts = ["overview", "papers", "biographies", "gaps", "passages", "findings", "sources"]
sections = ["objectives", "bottom-line", "they-want", "we-want", "each-side", "said", "figures",
    "dates", "conflicts", "unknown"]

[ceiling]
tlp = "TLP:GREEN"
"""


class Told(NamedTuple):
    """A note as drawn: its sentences, its mark."""

    sentences: tuple[str, ...]
    level: str

    @property
    def is_seen(self) -> bool:
        return LEVELS.index(self.level) <= 1


class Made(NamedTuple):
    """All that a build leaves."""

    code: int
    said: str
    files: Mapping[str, bytes]


NOTES = st.dictionaries(
    st.sampled_from(NAMES),
    st.builds(
        Told,
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True).map(tuple),
        st.sampled_from(LEVELS),
    ),
    min_size=1,
)


def written(root: Path, notes: Mapping[str, Told]) -> Path:
    head = "title: What {0} heard\npublisher: {0} Bureau\npublished: 2027-03-10\nmarking: {1}"
    folder = root / "lisbon-talks"
    of_public = folder / "templates" / "audiences" / "public"
    files = {
        folder / "briefing.toml": BRIEFING,
        of_public / "audience.toml": PUBLIC,
        of_public / "pack.md.j2": '{% extends "audiences/desk/pack.md.j2" %}\n',
    }
    for name, told in notes.items():
        front = head.format(Path(name).stem.title(), told.level)
        text = "\n\n".join(told.sentences)
        files[folder / "notes" / name] = f"---\n{front}\n---\n\n{text}\n"
    (folder / "notes").mkdir(parents=True)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def built(scenesetter: Command, folder: Path, *more: str) -> Made:
    out = folder.parent / "out"
    ran = scenesetter("build", folder, "-o", out, *more)
    said = f"{ran.out}{ran.err}".replace(str(folder.parent), "")
    files = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.*")}
    return Made(ran.code, said, files)


@settings(max_examples=3)
@given(notes=NOTES, points=st.booleans())
def test_notes_that_the_readers_may_not_see_change_nothing(
    scenesetter: Command, notes: dict[str, Told], *, points: bool
) -> None:
    seen = {name: told for name, told in notes.items() if told.is_seen}
    with TemporaryDirectory() as root:
        worlds = [written(Path(root, "all"), notes), written(Path(root, "seen"), seen)]
        for folder in worlds if points else ():
            (folder / "points").mkdir()
            (folder / "points" / "trade.md").write_text("## Wishes\n\n- Vigo\n", "utf-8")
        one, other = (built(scenesetter, folder, "-f", "md") for folder in worlds)
    assert one == other


@settings(max_examples=3)
@given(
    told=st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5, unique=True),
    marked=st.sets(st.integers(0, 4), min_size=1, max_size=3),
)
def test_facts_that_rulings_keep_back_change_nothing(
    scenesetter: Command, told: list[str], marked: set[int]
) -> None:
    with TemporaryDirectory() as root:
        with_them = written(Path(root, "all"), {"a.md": Told(tuple(told), "TLP:GREEN")})
        listed = scenesetter("facts", with_them, "--json").out
        secret = _resting_on(listed, {told[place] for place in marked if place < len(told)})
        tables = "".join(f'[{name}]\nmarking = "TLP:RED"\n' for name in sorted(secret))
        (with_them / "rulings.toml").write_text(tables, "utf-8")
        left = tuple(one for one in told if one not in secret.values())
        assume(left)
        without = written(Path(root, "seen"), {"a.md": Told(left, "TLP:GREEN")})
        one, other = (built(scenesetter, folder, "-f", "md") for folder in (with_them, without))
    assert one == other


def _resting_on(listed: str, sentences: Collection[str]) -> dict[str, str]:
    """Facts by their ids, with the one of the sentences that they rest on."""
    return {
        fact["id"]: sentence
        for fact in json.loads(listed)
        for passage in fact["passages"]
        for sentence in sentences
        if passage["exact"] in sentence
    }


READERS = (
    ("cards", ""),
    ("delegation", 'issues = ["migration"]'),
    ("delegation", "on_record = true"),
    ("desk", "releasable = true"),
    ("desk", 'issues = ["migration"]'),
    ("press", "releasable = true\non_record = true"),
    ("principal", "on_record = true"),
)
OWN_LIMITS = re.compile(
    r"^(?:releasable|on_record|issues|on_request) = .*\n|^\[(?:ceiling|controls)\]\n(?:.+\n)*",
    re.MULTILINE,
)
MIGRATION = (SENTENCES[1], SENTENCES[3])


class Sent(NamedTuple):
    """A note as drawn, with all that may keep it from readers."""

    sentences: tuple[str, ...]
    level: str
    releasable: bool
    on_record: bool

    def is_for(self, limits: str) -> bool:
        kept = (
            LEVELS.index(self.level) > 1,
            "releasable" in limits and not self.releasable,
            "on_record" in limits and not self.on_record,
            "issues" in limits and not set(self.sentences) & set(MIGRATION),
        )
        return not any(kept)


SENT = st.builds(
    Sent,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from((*LEVELS, "TLP:GREEN")),
    st.booleans(),
    st.booleans(),
)


def for_shipped(root: Path, audience: str, limits: str, notes: Mapping[str, Sent]) -> Path:
    """A folder for one of the shipped audiences, which is to see no more than TLP:GREEN."""
    folder = written(root, {name: Told(one.sentences, one.level) for name, one in notes.items()})
    shipped = Path(__file__).parents[2] / "templates" / "audiences" / audience / "audience.toml"
    own = folder / "templates" / "audiences" / audience / "audience.toml"
    own.parent.mkdir()
    kept = OWN_LIMITS.sub("", shipped.read_text("utf-8"))
    own.write_text(f'{limits}\n{kept}\n[ceiling]\ntlp = "TLP:GREEN"\n', "utf-8")
    tables = "".join(
        f'\n[sources."{name}"]\nreleasable = {str(one.releasable).lower()}\n'
        + ('record = "on"\n' if one.on_record else "")
        for name, one in notes.items()
    )
    briefing = folder / "briefing.toml"
    text = briefing.read_text("utf-8").replace('["public"]', f'["{audience}"]')
    briefing.write_text(text + tables, "utf-8")
    return folder


def with_a_persons_part(folder: Path, facts: list[dict[str, Any]], seen: Collection[str]) -> None:
    """A line on each fact, a secret file of them, a rejection of each that is secret; of those that
    rest on the notes `seen` alone, where these are all the notes there are."""
    known = {path.name for path in folder.joinpath("notes").rglob("*.md")}
    lines = [
        f"- Line {number} is ours. [f:{one['id']}]\n"
        for number, one in enumerate(facts)
        if any(Path(passage["note"]).name in known for passage in one["passages"])
    ]
    (folder / "points").mkdir()
    text = "## Press line\n\n" + "".join(lines)
    (folder / "points" / "migration.md").write_text(text, "utf-8")
    secret = [one for one in facts if not {p["note"] for p in one["passages"]} & set(seen)]
    if len(known) > len(seen):
        text = f"---\nmarking: TLP:RED\n---\n\n{text}"
        (folder / "points" / "security-cooperation.md").write_text(text, "utf-8")
    tables = "".join(f'[{one["id"]}]\ndecision = "reject"\nreason = "A lie."\n' for one in secret)
    if len(known) > len(seen):
        (folder / "rulings.toml").write_text(tables, "utf-8")


@pytest.mark.parametrize(("audience", "limits"), READERS)
@settings(max_examples=2)
@given(notes=st.dictionaries(st.sampled_from(NAMES), SENT, min_size=2))
def test_it_holds_for_every_shipped_audience_and_every_limit(
    scenesetter: Command, audience: str, limits: str, notes: dict[str, Sent]
) -> None:
    seen = {name: one for name, one in notes.items() if one.is_for(limits)}
    with TemporaryDirectory() as root:
        every = for_shipped(Path(root, "all"), audience, limits, notes)
        facts = json.loads(scenesetter("facts", every, "--json").out)
        only = for_shipped(Path(root, "seen"), audience, limits, seen)
        for folder in (every, only):
            with_a_persons_part(folder, facts, seen)
        made = [built(scenesetter, folder, "-f", "md") for folder in (every, only)]
    assert made[0] == made[1]


def test_a_manifest_is_the_same_without_a_note_and_an_issue_that_are_not_for_its_readers(
    scenesetter: Command, tmp_path: Path
) -> None:
    notes = {
        "courier.md": Sent(SENTENCES[:1], "TLP:GREEN", releasable=True, on_record=True),
        "sub/cable.md": Sent((SENTENCES[3],), "TLP:GREEN", releasable=True, on_record=True),
    }
    theirs = {"courier.md": notes["courier.md"]}
    of_issue = (
        '\n[offices]\nmigration = ["Border Guard"]\n[fields]\n"file_number/migration" = "M 7"\n'
    )
    dated = '[briefing]\nprepared = "2027-03-12"\nunreviewed = false'
    made = []
    for root, told, more in (("all", notes, of_issue), ("seen", theirs, "")):
        folder = for_shipped(tmp_path / root, "desk", 'issues = ["trade"]', told)
        briefing = folder / "briefing.toml"
        text = briefing.read_text("utf-8").replace("[briefing]", dated)
        briefing.write_text(text + more, "utf-8")
        made.append(built(scenesetter, folder, "-f", "md", "--release"))
    assert made[0] == made[1]
    assert made[0].code == 0
    assert [name for name, content in made[0].files.items() if b"courier.md" in content]


@pytest.fixture(scope="module")
def printed(scenesetter: Command, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """The same pack with and without a secret note, printed."""
    seen = {"courier.md": Told(SENTENCES[:2], "TLP:GREEN")}
    secret = {"sub/cable.md": Told(SENTENCES[2:5], "TLP:AMBER")}
    root = tmp_path_factory.mktemp("printed")
    worlds = [written(root / "all", seen | secret), written(root / "seen", seen)]
    return [built(scenesetter, folder) for folder in worlds]


def test_a_printed_pack_is_the_same_to_the_byte(printed: list[Made]) -> None:
    assert printed[0] == printed[1]
    assert [name.rpartition(".")[2] for name in sorted(printed[0].files)] == ["json", "md", "pdf"]


def test_no_byte_of_a_printed_pack_has_a_word_of_it(printed: list[Made]) -> None:
    for name, content in printed[0].files.items():
        pages = PdfReader(BytesIO(content)).pages if name.endswith(".pdf") else ()
        shown = [page.extract_text() for page in pages]
        for text in (name, *texts_in(content), *shown, content.decode("latin-1")):
            assert not [word for word in SECRETS if word in text]
