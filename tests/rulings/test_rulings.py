"""What a person decided, in its file and applied to facts."""

import re
import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.checks.facts import check_facts
from scenesetter.errors import UserError
from scenesetter.model.fact import Fact, FactKind, Holder, Passage
from scenesetter.model.marking import Level, MarkingScheme
from scenesetter.model.note import Block, Note, Source
from scenesetter.model.ruling import Ruling
from scenesetter.rulings import decide
from scenesetter.rulings.apply import apply
from scenesetter.rulings.book import Book, read_book
from scenesetter.rulings.cut import Sight, within, without
from scenesetter.rulings.noticed import noticed
from scenesetter.rulings.standing import Standing, digest_of, standing_of
from scenesetter.rulings.writing import with_ruling

NAMES = ("LOW", "MIDDLE", "HIGH")
SCHEME = MarkingScheme(
    name="three",
    title="Three",
    authority="-",
    levels=tuple(Level(name=name, banner=name) for name in NAMES),
)
NOTHING = Standing(None, None, (), (), ())
LETTERS = "abcdef"


def fact(
    name: str, text: str = "", kind: FactKind = "event", start: int = 0, **more: object
) -> Fact:
    words = text or f"The port of {name} opened"
    passage = Passage(
        note="a.txt", start=start, end=start + len(words), exact=words, prefix="", suffix=""
    )
    fields: dict[str, object] = {
        "id": name,
        "kind": kind,
        "text": words,
        "issues": ("trade", "transport"),
        "holder": None,
        "cue": None,
        "origin": ("a.txt",),
        "when": None,
        "as_of": None,
        "engagement": None,
        "passages": (passage,),
        "credibility": 6,
        "marking": None,
    }
    return Fact.model_validate(fields | more)


def on(one: Fact) -> Ruling:
    return decide.before(one, NOTHING, one.marking)


def book(*rulings: Ruling) -> Book:
    return Book("rulings.toml", rulings, {one.fact: 7 for one in rulings})


def rules(facts: list[Fact], *rulings: Ruling) -> list[str]:
    return [one.rule for one in noticed(facts, book(*rulings), SCHEME, ("trade",))]


def test_a_fact_without_a_ruling_is_printed_and_waits() -> None:
    ruled = apply([fact("a")], book(), SCHEME)
    assert ruled.facts == (fact("a"),)
    assert ruled.waiting == {"a"}


def test_an_accepted_fact_waits_no_more() -> None:
    assert not apply([fact("a")], book(decide.accepted(on(fact("a")))), SCHEME).waiting


def test_a_rejected_fact_is_out() -> None:
    assert apply([fact("a")], book(decide.rejected(on(fact("a")), "noise")), SCHEME).facts == ()


def test_an_amended_fact_keeps_its_original_and_still_says_its_passage() -> None:
    note = Note(name="a.txt", text="The port of a opened", blocks=(), source=Source())
    ruling = decide.amended(on(fact("a")), "  The port\nis open. ")
    (amended,) = apply([fact("a")], book(ruling), SCHEME).facts
    assert (amended.text, amended.original) == ("The port is open.", "The port of a opened")
    assert check_facts([amended], [note]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It lifts 1,200 tons on 3 May 2027, “the most” so far.", []),
        ("It lifts 1200 tons.", []),
        ("It lifts 1,300 tons.", ["SRC-05"]),
        ("It lifts “many tons”.", ["SRC-05"]),
    ],
)
def test_figures_and_quotations_of_an_amended_text_stand_in_a_passage(
    text: str, found: list[str]
) -> None:
    told = fact("a", "The port lifts 1,200 tons on 3 May, the most so far", when="2027-05-03")
    assert rules([told], decide.amended(on(told), text)) == found


def test_a_moved_fact_has_its_new_issue_first_and_waits() -> None:
    ruled = apply([fact("a")], book(decide.moved(on(fact("a")), "energy", ["energy"])), SCHEME)
    assert ruled.facts[0].issues == ("energy", "trade", "transport")
    assert ruled.waiting == {"a"}


def test_a_fact_moved_to_other_matters_has_no_other_issue() -> None:
    ruling = decide.moved(on(fact("a")), "other", ["other"])
    assert apply([fact("a")], book(ruling), SCHEME).facts[0].issues == ("other",)


@pytest.mark.parametrize(
    "changed",
    [
        fact("a", "The port of b opened"),
        fact("a", kind="figure"),
        fact("a", holder=Holder(name="Ana Lima")),
    ],
)
def test_a_ruling_on_other_words_another_kind_or_holder_is_stale(changed: Fact) -> None:
    ruling = decide.accepted(on(fact("a")))
    assert apply([changed], book(ruling), SCHEME).waiting == {"a"}
    (finding,) = noticed([changed], book(ruling), SCHEME, ())
    assert (finding.rule, finding.where) == ("RUL-01", "rulings.toml:7")


def test_a_raised_mark_outlives_the_words_that_it_was_given_for() -> None:
    ruling = decide.marked(on(fact("a")), "HIGH", None, SCHEME)
    changed = fact("a", "The port of b opened")
    assert apply([changed], book(ruling), SCHEME).facts[0].marking == "HIGH"


def test_a_raised_mark_goes_on_to_what_its_words_became_in_their_note() -> None:
    before = fact("a", "Spain promised 40 ships to the port of Vigo")
    after = fact("b", "Spain promised 45 ships to the port of Vigo in May")
    ruling = on(before).model_copy(update={"marking": "HIGH", "decision": "accept"})
    ruled = apply([after], book(ruling), SCHEME)
    assert [one.marking for one in ruled.facts] == ["HIGH"]
    assert ruled.waiting == {"b"}
    (gone,) = noticed([after], book(ruling), SCHEME, ("trade",))
    assert "no note holds the fact a any more, and its mark HIGH holds for b" in str(gone)
    assert "its words may now be those of b" in str(gone)
    standing = standing_of(after, [after], book(ruling))
    assert decide.before(after, standing, after.marking).marking == "HIGH"


def test_a_raised_mark_goes_to_no_other_words_note_or_reader() -> None:
    before = fact("a", "Spain promised 40 ships to the port of Vigo")
    ruling = on(before).model_copy(update={"marking": "HIGH"})
    other = fact("b", "Spain and Portugal will meet at the port again")
    alike = fact("c", "Spain promised 45 ships to the port of Vigo")
    (elsewhere,) = (one.model_copy(update={"note": "b.txt"}) for one in alike.passages)
    beside = alike.model_copy(update={"passages": (elsewhere,)})
    for facts in ([other], [before, alike], [beside]):
        ruled = apply(facts, book(ruling), SCHEME)
        assert [one.marking for one in ruled.facts if one.id != "a"] == [None]
    unseen = book(ruling)._replace(kept_back=frozenset("a"))
    assert [one.marking for one in apply([alike], unseen, SCHEME).facts] == [None]


def test_a_ruling_stays_with_its_note_when_its_id_goes_to_the_same_words_of_another() -> None:
    words = "Spain promised 40 ships to the port of Vigo"
    ruled_on = fact("a", words)
    (elsewhere,) = (one.model_copy(update={"note": "b.txt"}) for one in ruled_on.passages)
    later = ruled_on.model_copy(update={"passages": (elsewhere,), "when": "2028"})
    for text in (words, words.replace("40", "45")):
        marked = apply(
            [later, fact("c", text)],
            book(decide.marked(on(ruled_on), "HIGH", None, SCHEME)),
            SCHEME,
        )
        assert [one.marking for one in marked.facts if one.id == "c"] == ["HIGH"]
    rejected = book(decide.rejected(on(ruled_on), "noise"))
    assert apply([later, fact("c", words)], rejected, SCHEME).facts == ()
    assert noticed([later, fact("c", words)], rejected, SCHEME, ("trade",)) == ()


def test_a_ruling_holds_for_its_words_in_other_quotation_marks() -> None:
    typed, printed = (
        '"We won\'t go - ever," he said',
        "\u201cWe won\u2019t go \u2013 ever,\u201d he said",
    )
    ruled = apply([fact("b", printed)], book(decide.accepted(on(fact("a", typed)))), SCHEME)
    assert ruled.waiting == frozenset()


def test_a_ruling_on_no_fact_is_said() -> None:
    assert rules([fact("b")], decide.accepted(on(fact("a")))) == ["RUL-02"]


def test_a_lower_mark_is_refused() -> None:
    marked = fact("a", marking="MIDDLE")
    with pytest.raises(UserError, match="an override goes up only"):
        decide.marked(on(marked), "LOW", "MIDDLE", SCHEME)
    by_hand = on(marked).model_copy(update={"marking": "LOW"})
    assert apply([marked], book(by_hand), SCHEME).facts[0].marking == "MIDDLE"
    assert rules([marked], by_hand) == ["MRK-01"]


def test_the_briefings_mark_is_that_of_a_fact_without_one() -> None:
    by_hand = on(fact("a")).model_copy(update={"marking": "LOW"})
    assert apply([fact("a")], book(by_hand), SCHEME, "MIDDLE").facts[0].marking is None


def test_an_unknown_mark_is_above_all_and_an_error() -> None:
    by_hand = on(fact("a")).model_copy(update={"marking": "HIHG"})
    assert apply([fact("a")], book(by_hand), SCHEME).facts[0].marking == "HIHG"
    assert rules([fact("a")], by_hand) == ["MRK-06"]


def test_an_unknown_issue_is_an_error() -> None:
    assert rules([fact("a")], on(fact("a")).model_copy(update={"issue": "trad"})) == ["RUL-04"]


def test_a_fact_that_merged_keeps_its_rejection() -> None:
    fuller = fact("b", same_as=("a",))
    assert apply([fuller], book(decide.rejected(on(fact("a")), "noise")), SCHEME).facts == ()


def test_words_that_nobody_saw_are_not_accepted_with_those_that_merged_into_them() -> None:
    fuller, ruling = fact("b", same_as=("a",)), decide.accepted(on(fact("a")))
    assert apply([fuller], book(ruling), SCHEME).waiting == {"b"}
    assert rules([fuller], ruling) == ["RUL-01"]


def test_a_mark_reaches_the_tellings_of_a_fact_when_they_stand_alone() -> None:
    merged = fact("b", same_as=("a",))
    ruling = decide.marked(on(merged), "HIGH", None, SCHEME)
    assert apply([fact("a")], book(ruling), SCHEME).facts[0].marking == "HIGH"


def test_a_rejection_reaches_the_tellings_of_a_fact_when_they_stand_alone() -> None:
    ruling = decide.rejected(on(fact("b", same_as=("a",))), "noise")
    assert apply([fact("a")], book(ruling), SCHEME).facts == ()


def test_a_rejection_of_a_telling_holds_where_the_ruling_on_the_fact_is_stale() -> None:
    stale = decide.accepted(on(fact("b", holder=Holder(name="Ana Lima"))))
    amended = decide.amended(on(fact("a")), "The port is open.")
    merged = fact("b", same_as=("a",))
    assert apply([merged], book(stale, amended), SCHEME).waiting == {"b"}
    rejected = decide.rejected(on(fact("a")), "noise")
    assert apply([merged], book(stale, rejected), SCHEME).facts == ()
    assert rules([merged], stale, rejected) == ["RUL-03"]


def test_what_may_be_a_rejected_fact_in_other_words_is_in_doubt_until_somebody_rules_on_it() -> (
    None
):
    before = fact("a", "Spain promised 40 ships to the port of Vigo")
    after = fact("b", "Spain promised 45 ships to the port of Vigo")
    rejected = decide.rejected(on(before), "noise")
    assert apply([after], book(rejected), SCHEME).doubted == {"b"}
    assert not apply([after], book(rejected, decide.accepted(on(after))), SCHEME).doubted
    by_hand = rejected.model_copy(update={"notes": ()})
    assert not apply([before, after], book(by_hand), SCHEME).doubted


def test_a_ruling_finds_its_words_under_another_id() -> None:
    same_words = fact("b", "The port of a opened")
    assert not apply([same_words], book(decide.accepted(on(fact("a")))), SCHEME).waiting


def test_of_two_rulings_that_met_the_stricter_holds_and_both_are_named() -> None:
    met = fact("c", same_as=("a", "b"))
    amended = decide.amended(on(fact("a")), "The port is open.")
    rejected = decide.rejected(on(fact("b")), "noise")
    assert apply([met], book(amended, rejected), SCHEME).facts == ()
    assert rules([met], amended, rejected) == ["RUL-03"]


def test_a_text_written_in_sight_of_a_mark_is_not_for_those_below_it() -> None:
    secret = on(fact("a")).model_copy(update={"original_marking": "HIGH"})
    amended = book(decide.amended(secret, "The secret port is open."))
    seen = within(amended, lambda mark: mark != "HIGH")
    ruled = apply([fact("a")], seen, SCHEME)
    assert ruled.facts == (fact("a"),)
    assert ruled.waiting == {"a"}


def test_a_ruling_on_a_secret_fact_does_not_reach_an_open_one_of_the_same_words() -> None:
    """Else its readers would know by what is missing that somebody else has said it too."""
    secret = on(fact("a")).model_copy(update={"original_marking": "HIGH"})
    same_words = fact("b", fact("a").text)
    for ruling in (decide.rejected(secret, "noise"), decide.marked(secret, "HIGH", "HIGH", SCHEME)):
        seen = within(book(ruling), lambda mark: mark != "HIGH", Sight({"b"}, {"a.txt"}))
        assert apply([same_words], seen, SCHEME).facts == (same_words,)


def test_a_text_written_in_sight_of_another_note_is_not_for_those_who_do_not_see_it() -> None:
    amended = book(decide.amended(on(fact("a")), "The secret port is open."))
    for notes, waits in (({"a.txt"}, set()), ({"b.txt"}, {"a"})):
        seen = within(amended, lambda _mark: True, Sight({"a"}, notes))
        assert apply([fact("a")], seen, SCHEME).waiting == waits
    merged = book(decide.amended(on(fact("a", same_as=("b",))), "The secret port is open."))
    seen = within(merged, lambda _mark: True, Sight({"a"}, {"a.txt"}))
    assert apply([fact("a")], seen, SCHEME).waiting == {"a"}


def test_what_was_accepted_in_a_note_kept_back_is_not_accepted_in_another() -> None:
    """The same words of two notes are two facts at the desk, and the other one was rejected."""
    accepted = decide.accepted(on(fact("a")))
    rejected = decide.rejected(on(fact("b", fact("a").text)), "noise")
    his = rejected.model_copy(update={"notes": ("b.txt",)})
    for sight in (Sight({"a"}, {"b.txt"}, {"a.txt"}), Sight({"a"}, {"b.txt"})):
        seen = within(book(accepted, his), lambda _mark: True, sight)
        assert apply([fact("a")], seen, SCHEME).facts == ()
    alone = within(book(accepted), lambda _mark: True, Sight({"a"}, {"b.txt"}, {"a.txt"}))
    assert apply([fact("a")], alone, SCHEME).waiting == {"a"}
    of_both = accepted.model_copy(update={"notes": ("a.txt", "b.txt")})
    seen = within(book(of_both), lambda _mark: True, Sight({"a"}, {"b.txt"}, {"a.txt"}))
    assert not apply([fact("a")], seen, SCHEME).waiting


@pytest.mark.parametrize(
    ("text", "secret", "left"),
    [
        ("One stays. Two goes. Three stays.", ["Two goes"], "One stays. Three stays."),
        ("One goes. Two stays.", ["One goes"], "Two stays."),
        ("One “stays.” “Two goes.” Three goes.", ["Two goes", "Three goes"], "One “stays.”"),
        ("LIMA: One goes.\n\nTwo stays.", ["One goes"], "Two stays."),
        ("One stays.\n\nLIMA: Two goes.\n\nThree.", ["Two goes"], "One stays.\n\nThree."),
        ("One goes.\n\nTwo goes.", ["One goes", "Two goes"], ""),
        (
            "One stays. Two goes there. Three stays.",
            ["Two goes there", "goes"],
            "One stays. Three stays.",
        ),
        ("One stays. Two goes.\n\nThree goes.", ["Two goes.\n\nThree goes"], "One stays."),
    ],
)
def test_a_note_without_a_passage_is_as_if_it_had_never_been_written(
    text: str, secret: list[str], left: str
) -> None:
    paragraphs = re.finditer(r"(?:LIMA: )?(.+)", text)
    blocks = tuple(Block(kind="body", start=one.start(1), end=one.end(1)) for one in paragraphs)
    note = Note(name="a.txt", text=text, blocks=blocks, source=Source())
    marked = [fact("a", words, start=text.index(words)) for words in secret]
    (found,) = without([note], marked)
    assert found.text == left
    told = [found.text[block.start : block.end] for block in found.blocks]
    assert told == [words for one in left.split("\n\n") if (words := one.removeprefix("LIMA: "))]


def test_a_new_decision_starts_from_the_one_that_holds() -> None:
    moved = decide.moved(on(fact("a")), "energy", ["energy"])
    again = decide.before(fact("a"), standing_of(fact("a"), [fact("a")], book(moved)), None)
    assert decide.accepted(again).issue == "energy"


facts = st.lists(st.sampled_from(LETTERS), min_size=1, unique=True).flatmap(
    lambda names: st.tuples(
        *(
            st.builds(
                fact,
                st.just(name),
                marking=st.sampled_from([None, *NAMES]),
                same_as=st.lists(st.sampled_from("ghi"), max_size=2, unique=True).map(tuple),
            )
            for name in names
        )
    )
)


@st.composite
def rulings(draw: st.DrawFn) -> list[Ruling]:
    made = []
    for name in draw(st.lists(st.sampled_from("abcdefghi"), unique=True)):
        start = on(fact(name)).model_copy(
            update={
                "marking": draw(st.sampled_from([None, *NAMES, "UNKNOWN"])),
                "issue": draw(st.sampled_from([None, "trade", "energy", "other"])),
                "same_as": tuple(draw(st.lists(st.sampled_from(LETTERS), max_size=2))),
                "digest": draw(st.sampled_from([digest_of(fact(name)), "", digest_of(fact("a"))])),
            }
        )
        decided = [
            start,
            decide.accepted(start),
            decide.amended(start, "In other words."),
            decide.rejected(start, "noise"),
        ]
        made.append(draw(st.sampled_from(decided)))
    return made


@given(facts, rulings(), st.sampled_from([None, *NAMES]))
def test_applying_twice_changes_nothing_more(
    given_facts: tuple[Fact, ...], given_rulings: list[Ruling], floor: str | None
) -> None:
    there = frozenset(name for one in given_facts for name in (one.id, *one.same_as))
    ruled_on = book(*given_rulings)._replace(kept_back=there)
    once = apply(given_facts, ruled_on, SCHEME, floor).facts
    assert apply(once, ruled_on, SCHEME, floor).facts == once


@given(facts, rulings(), st.randoms(use_true_random=False))
def test_the_order_of_rulings_does_not_matter(
    given_facts: tuple[Fact, ...], given_rulings: list[Ruling], chance: Random
) -> None:
    other = given_rulings.copy()
    chance.shuffle(other)
    one, two = book(*given_rulings), book(*other)
    assert apply(given_facts, one, SCHEME) == apply(given_facts, two, SCHEME)
    told = noticed(given_facts, one, SCHEME, ("trade",))
    assert set(told) == set(noticed(given_facts, two, SCHEME, ("trade",)))


@given(facts, rulings())
def test_no_ruling_lowers_a_mark(
    given_facts: tuple[Fact, ...], given_rulings: list[Ruling]
) -> None:
    before = {one.id: one.marking for one in given_facts}
    for one in apply(given_facts, book(*given_rulings), SCHEME).facts:
        rank, noted = SCHEME.rank(one.marking or "LOW"), SCHEME.rank(before[one.id] or "LOW")
        assert rank is None or (noted is not None and rank >= noted)


HAND = """\
# Ours.

[b]
# We met him there.
decision = "accept"   # Ana, by phone
digest = "1"

# A headline.

# The last one.
[d]
decision = "reject"
reason = '''
not [c]
[x]
'''
"""


def test_a_new_table_stands_in_its_place_and_the_rest_is_as_it_was() -> None:
    changed = with_ruling(HAND, Ruling(fact="c", decision="accept", digest="2"))
    assert changed == HAND.replace(
        "# The last one.", '[c]\ndecision = "accept"\ndigest = "2"\n\n# The last one.'
    )


def test_a_table_that_is_there_keeps_its_comments() -> None:
    changed = with_ruling(HAND, Ruling(fact="b", decision="amend", text="“Hm” \\ \x7f", digest="1"))
    assert "# We met him there.\n" in changed
    assert "# Ana, by phone" in changed
    assert tomllib.loads(changed)["b"]["text"] == "“Hm” \\ \x7f"
    assert changed.endswith(HAND[HAND.index("# A headline.") :])
    assert changed.index("text = ") < changed.index("# A headline.")


@given(rulings(), st.randoms(use_true_random=False))
def test_the_file_is_the_same_in_whatever_order_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, made: list[Ruling], chance: Random
) -> None:
    texts = []
    for _ in range(2):
        text = ""
        for one in made:
            text = with_ruling(text, one)
        texts.append(text)
        chance.shuffle(made)
    assert texts[0] == texts[1]
    folder = tmp_path_factory.mktemp("book")
    (folder / "rulings.toml").write_text(texts[0], "utf-8")
    assert read_book(folder).rulings == tuple(sorted(made, key=lambda one: one.fact))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[a]\ndecision = "maybe"\n', "rulings.toml:2: error: `decision` is `maybe`"),
        ('[a]\ndecision = "reject"\n', "rulings.toml:1: error: `a`: a rejected fact needs a"),
        ('[a]\nfact = "b"\n', "rulings.toml:2: error: unknown key `fact`"),
        ('[a]\nreasn = "b"\n', "unknown key `reasn`; did you mean `reason`?"),
        ("a = 1\n", "rulings.toml:1: error: `a` must be a table"),
        ("[a\n", "rulings.toml:1:3: error: not valid TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(
    tmp_path: Path, table: str, told: str
) -> None:
    (tmp_path / "rulings.toml").write_text(table, "utf-8")
    with pytest.raises(UserError) as error:
        read_book(tmp_path)
    assert told in str(error.value)
