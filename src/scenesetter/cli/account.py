"""What `gather` says at its end: what was read, what came of it, what did not, what is unsure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.pipeline.gathering import Gathered

MOST = 8
"""Names that a line of the account lists."""

OPENS = frozenset({"a", "an", "he", "her", "his", "it", "she", "the", "their", "they", "we"})
"""First words that are small within a sentence."""

REASONS = {
    "byline": ("byline or credit", "bylines and credits"),
    "dateline": ("date or place line", "date and place lines"),
    "navigation": ("line of the page around", "lines of the page around"),
    "promotion": ("promotion or notice", "promotions and notices"),
    "question": ("reporter's question", "reporters' questions"),
    "sentence on no issue": (
        "sentence that bears on no issue",
        "sentences that bear on no issue",
    ),
    "sentence that says nothing": (
        "sentence that says nothing by itself",
        "sentences that say nothing by themselves",
    ),
}
"""Why something made no fact, of one and of several."""


def account(notes: Sequence[Note], gathered: Gathered) -> list[str]:
    """What was read, what came of it, and what did not."""
    words = sum(len(note.text.split()) for note in notes)
    facts = gathered.facts
    lines = [
        ", ".join([_count(len(notes), "note"), _count(words, "word"), _count(len(facts), "fact")]),
        f"by kind: {_kinds(facts)}",
        f"by issue: {_listed(Counter(fact.issues[0] for fact in facts))}",
    ]
    if left := _left_out(gathered.left_out):
        lines.append(f"left out: {left}")
    lines += _unsure(facts)
    if several := sum(len({one.note for one in fact.passages}) > 1 for fact in facts):
        lines.append(f"told by more than one note: {_count(several, 'fact')}")
    if gathered.conflicts:
        lines.append(
            f"the notes disagree: {_disagreements(gathered)}; see contradicts in the facts"
        )
    return lines


def _unsure(facts: Sequence[Fact]) -> Iterator[str]:
    """By which words it is not certain who is meant, and what has no date at all."""
    doubted = [fact.holder for fact in facts if fact.holder and fact.holder.unsure]
    if doubted:
        words = Counter(_plain(holder.words or holder.name) for holder in doubted)
        told = [f"“{name}” {count}" for name, count in words.most_common(MOST)]
        others = ", and others" if len(words) > MOST else ""
        yield f"not certain who is meant, in {_count(len(doubted), 'fact')}: " + (
            ", ".join(told) + others
        )
    if undated := sum(fact.as_of is None and fact.when is None for fact in facts):
        yield f"without a date, of their own or of their note: {_count(undated, 'fact')}"


def _plain(words: str) -> str:
    """ "He" and "he" are counted as one."""
    first = words.split(maxsplit=1)[0]
    return words[:1].lower() + words[1:] if first.lower() in OPENS else words


def _left_out(left_out: Mapping[str, int]) -> str:
    """Blocks that are no running text, and sentences that made no fact, the most first."""
    ranked = sorted(left_out.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{count:,} {_reason(why, count)}" for why, count in ranked)


def _reason(why: str, count: int) -> str:
    one, many = REASONS.get(why, (why, f"{why}s"))
    return one if count == 1 else many


def _disagreements(gathered: Gathered) -> str:
    """What each is about: the figures or dates in the notes' words, else the facts' ids."""
    return "; ".join(
        f"{one.difference}: {' or '.join(side.words or side.facts[0] for side in one.sides)}"
        for one in gathered.conflicts
    )


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


def _kinds(facts: Sequence[Fact]) -> str:
    counted = Counter(fact.kind for fact in facts)
    return ", ".join(_count(count, kind) for kind, count in counted.most_common()) or "none"


def _listed(counted: Counter[str]) -> str:
    told = [f"{count} {name}" for name, count in counted.most_common(MOST)]
    rest = len(counted) - MOST
    return ", ".join([*told, f"and {rest} more"] if rest > 0 else told) or "none"
