"""The passages of a note that may become facts, and whose voice each of them is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from scenesetter.gather.attribution.attributions import attributions
from scenesetter.gather.attribution.nesting import is_around
from scenesetter.gather.attribution.wishes import WISHES
from scenesetter.gather.filler import is_verbless, refuses_to_answer, tells_nothing
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.fact import Attribution, FactKind, Span
from scenesetter.model.note import Block, Note

MOST_TELLING: tuple[FactKind, ...] = (
    "request",
    "commitment",
    "assessment",
    "quotation",
    "position",
    "figure",
    "event",
)
"""Of several kinds in one passage the first that applies: wishes and promises matter most."""

REPORTS = frozenset({"reported", "reports"})
REFUSALS = frozenset({"declined", "declines", "refused", "refuses"})
ASKED = re.compile(r"(?:When )?(?:asked|pressed|questioned)\b", re.IGNORECASE)

APPOSES, WHOSE = ", ", ", whose "

LEANS = re.compile(r"(?:It|Its|He|His|She|Her|They|Their|This|That|These|Those|Both|Such)\b")
"""Words that say nothing at the start of a sentence without the sentence before."""


class Voice(NamedTuple):
    """A passage in the voice of one source; `attribution` is None where nobody is cited for it.

    A passage in which two speak of their own accord is two voices of the same span.
    """

    note: Note
    span: Span
    block: Block
    attribution: Attribution | None
    friction: bool = False
    through: str | None = None
    """The paper that reports what the source says."""
    wishes: tuple[Attribution, ...] = ()
    """Wishes and promises that the source tells of: "X said that Y wants ..."."""

    @property
    def exact(self) -> str:
        return self.note.text[self.span[0] : self.span[1]]

    @property
    def source(self) -> tuple[Span, ...]:
        return self.attribution.source if self.attribution else ()

    def words(self, spans: Sequence[Span]) -> str:
        """The words of some spans of the note, white space folded."""
        return " ".join(" ".join(self.note.text[start:end] for start, end in spans).split())


def voices(note: Note) -> Iterator[list[Voice]]:
    """The voices of each passage of the note's body, in the order of the text; none for one that
    says nothing."""
    body = [block for block in note.blocks if block.kind == "body"]
    for together in _overlapping(_candidates(note, body)):
        span = (min(one.span[0] for one in together), max(one.span[1] for one in together))
        apart = [one._replace(span=span) for one in _apart(together)]
        yield [one for one in apart if _says_something(one)]


def _candidates(note: Note, body: Sequence[Block]) -> Iterator[Voice]:
    """Attributed passages, and the sentences in between that nobody is cited for."""
    split = [sentences(note.text, block.start, block.end) for block in body]
    bounds = [span for spans in split for span in spans]
    tails = dict(_verbless(note, split))
    taken: set[Span] = set()
    paragraphs = [(block.start, block.end) for block in body]
    found = attributions(note.text, paragraphs, nested=True)
    named = frozenset(span[1] for one in found for span in one.source[:1])
    for attribution in map(_named, (one for one in found if not _describes(note.text, one, named))):
        if not _cites(note.text, attribution):
            continue
        touched = _with_tail(_touched(attribution, bounds), tails)
        span = _around(attribution, touched)
        place = bisect_right(body, span[0], key=lambda block: block.start) - 1
        if place >= 0 and span[0] < body[place].end:
            taken.update(touched)
            yield Voice(note, span, body[place], attribution, attribution.friction)
    for block, spans in zip(body, split, strict=True):
        free = [span for span in spans if span not in taken]
        for span in _with_what_they_lean_on(note, free):
            yield Voice(note, span, block, None)


def _cites(text: str, attribution: Attribution) -> bool:
    """Not what nobody is cited for: "Asked about the levy, ...", "The minister was asked ..."."""
    if attribution.source:
        return True
    asked = any(ASKED.search(text, *span) for span in attribution.cue)
    return attribution.kind != "position" and not asked


def _describes(text: str, attribution: Attribution, named: Collection[int]) -> bool:
    """Whether it only tells who a speaker is: "said Roe, an economist who advises banks", "the
    paper, whose reporters saw it". `named` is where sources end."""
    if not attribution.source:
        return False
    start = attribution.source[0][0]
    whose = text.endswith(WHOSE, 0, start)
    before = start - len(WHOSE if whose else APPOSES)
    takes_up = whose or (text.endswith(APPOSES, 0, start) and len(attribution.source) > 1)
    return takes_up and before in named


def _named(attribution: Attribution) -> Attribution:
    """With the words that name its source alone, without the "who" that takes them up."""
    return attribution.model_copy(update={"source": attribution.source[:1]})


def _core(attribution: Attribution) -> Span:
    """From the first to the last word of cue and content; the source may stand before."""
    core = [*attribution.cue, *attribution.content]
    return min(span[0] for span in core), max(span[1] for span in core)


def _touched(attribution: Attribution, bounds: Sequence[Span]) -> Sequence[Span]:
    """The sentences that hold cue and content."""
    start, end = _core(attribution)
    first = bisect_right(bounds, start, key=lambda span: span[1])
    return bounds[first : bisect_left(bounds, end, key=lambda span: span[0])]


def _verbless(note: Note, split: Sequence[Sequence[Span]]) -> Iterator[tuple[Span, Span]]:
    """Sentences without a verb, by the one before them in their paragraph."""
    for spans in split:
        for before, span in pairwise(spans):
            if is_verbless(note.text[span[0] : span[1]]):
                yield before, span


def _with_tail(touched: Sequence[Span], tails: Mapping[Span, Span]) -> Sequence[Span]:
    tail = tails.get(touched[-1]) if touched else None
    return [*touched, tail] if tail else touched


def _around(attribution: Attribution, touched: Sequence[Span]) -> Span:
    start, end = _core(attribution)
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def _with_what_they_lean_on(note: Note, spans: Sequence[Span]) -> list[Span]:
    """A sentence that starts with a pronoun or has no verb joins the one before, where nobody is
    cited."""
    joined: list[Span] = []
    for start, end in spans:
        between = note.text[joined[-1][1] : start] if joined else "."
        leans = LEANS.match(note.text, start) or is_verbless(note.text[start:end])
        if leans and not between.strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _overlapping(candidates: Iterator[Voice]) -> Iterator[list[Voice]]:
    """Candidates grouped where their passages overlap, in the order of the text."""
    group: list[Voice] = []
    reach = 0
    for candidate in sorted(candidates, key=lambda one: one.span):
        if group and candidate.span[0] >= reach:
            yield group
            group, reach = [], 0
        group.append(candidate)
        reach = max(reach, candidate.span[1])
    if group:
        yield group


def _apart(together: Sequence[Voice]) -> list[Voice]:
    """One a source, with the most telling of its attributions. Whom a speaker speaks of is no
    voice: an attribution that stands inside what another says is left to that other. A paper
    that reports what somebody said is none either: the fact came through it."""
    attributed = [
        (one, one.attribution)
        for one in together
        if one.attribution and not _answered(one.attribution, together)
    ]
    by_source: dict[str, list[tuple[Voice, Attribution]]] = {}
    for one, attribution in attributed:
        around = [other for _, other in attributed if other.source and _inside(attribution, other)]
        inside = any(_inside(other, attribution) for _, other in attributed)
        if (inside and _relays(one)) or not all(_relays_in(together, other) for other in around):
            continue
        through = one.words(around[0].source) if around else None
        source = one.words(attribution.source).casefold()
        wishes = tuple(
            other for _, other in attributed if other.kind in WISHES and _inside(other, attribution)
        )
        heard = one._replace(through=through, wishes=wishes)
        by_source.setdefault(source, []).append((heard, attribution))
    if not by_source:
        return [together[0]]
    return _each_wish_its_own([_most_telling(members) for members in by_source.values()])


def _each_wish_its_own(apart: Sequence[Voice]) -> list[Voice]:
    """Who tells of a wish beside one that speaks for itself only tells: "Holm said that Berg wants
    the road, and Berg hopes for ships"."""
    wishing = [one for one in apart if one.attribution and one.attribution.kind in WISHES]
    return [
        one if not one.wishes or wishing in ([], [one]) else one._replace(wishes=())
        for one in apart
    ]


def _says_something(voice: Voice) -> bool:
    """A turn of a transcript has rules of its own, by its speaker."""
    if voice.block.speaker:
        return True
    if voice.attribution is None:
        return not tells_nothing(voice.exact)
    cue = voice.attribution.cue
    told = voice.note.text[cue[0][0] : voice.span[1]] if cue else ""
    return voice.words(cue) not in REFUSALS or not refuses_to_answer(told)


def _answered(attribution: Attribution, together: Sequence[Voice]) -> bool:
    """Whether it is part of what somebody is asked: "Asked if X wants Y, Z said ..."."""
    note, start = together[0].note, together[0].span[0]
    return ASKED.match(note.text, start) is not None and any(
        other.source and _core(attribution)[1] <= other.source[0][0]
        for other in together
        if other.attribution is not attribution
    )


def _most_telling(members: Sequence[tuple[Voice, Attribution]]) -> Voice:
    first = min(members, key=lambda member: MOST_TELLING.index(member[1].kind))[0]
    return first._replace(friction=any(attribution.friction for _, attribution in members))


def _relays_in(together: Sequence[Voice], attribution: Attribution) -> bool:
    return any(one.attribution is attribution and _relays(one) for one in together)


def _relays(voice: Voice) -> bool:
    """Whether its source reports, as a paper does: "the Herald reported"."""
    cue = voice.attribution.cue if voice.attribution else ()
    source = voice.words(voice.source)
    return voice.words(cue) in REPORTS and any(map(str.isupper, source))


def _inside(attribution: Attribution, other: Attribution) -> bool:
    """Whether one attribution's cue is part of what the other's source says."""
    return attribution.source != other.source and is_around(other, attribution)
