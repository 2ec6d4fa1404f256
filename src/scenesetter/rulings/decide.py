"""A person's decision on a fact, as the ruling that it becomes."""

from collections.abc import Sequence

from scenesetter.errors import UserError
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.ruling import Ruling
from scenesetter.rulings.apply import is_lower
from scenesetter.rulings.standing import Standing, digest_of


def accepted(before: Ruling, reason: str | None = None) -> Ruling:
    return before.model_copy(update={"decision": "accept", "text": None, "reason": reason})


def amended(before: Ruling, text: str, reason: str | None = None) -> Ruling:
    """Raises UserError where there is no text."""
    words = _line(text)
    if not words:
        raise UserError("", "an amended fact needs its text", "to leave it out, reject it")
    return before.model_copy(update={"decision": "amend", "text": words, "reason": reason})


def rejected(before: Ruling, reason: str) -> Ruling:
    """Raises UserError where no reason is given."""
    why = _line(reason)
    if not why:
        raise UserError("", "a rejected fact needs a reason", "say why in a few words")
    return before.model_copy(update={"decision": "reject", "text": None, "reason": why})


def moved(before: Ruling, issue: str, issues: Sequence[str]) -> Ruling:
    """Raises UserError for an issue that is no topic."""
    if issue not in issues:
        raise UserError("", f"“{issue}” is no topic", f"the topics are: {', '.join(issues)}")
    return before.model_copy(update={"issue": issue})


def marked(before: Ruling, marking: str, mark: str | None, scheme: MarkingScheme) -> Ruling:
    """`mark` is the fact's now. Raises UserError for a lower one (MRK-01) and an unknown one."""
    if scheme.rank(marking) is None:
        what = f"“{marking}” is no level of the scheme {scheme.name}"
        raise UserError("", what, f"the levels are: {scheme.known}")
    if is_lower(marking, mark, scheme):
        what = f"an override goes up only: {marking} is below {mark}"
        raise UserError("", what, "mark the note anew if its own mark is wrong")
    return before.model_copy(update={"marking": marking})


def before(
    fact: Fact, standing: Standing, mark: str | None, by: str | None = None, on: str | None = None
) -> Ruling:
    """What a new decision starts from: the ruling that holds, else the mark alone of a stale one.

    `mark` is that of the fact as its notes give it, rulings aside.
    """
    held = standing.decided or Ruling(fact=fact.id)
    own = standing.own
    # The table that a mark came from may be deleted next.
    marks = [one.marking for one in (held, *standing.reach) if one.marking]
    return held.model_copy(
        update={
            "fact": fact.id,
            "marking": own.marking if own else next(iter(marks), None),
            "by": _line(by or "") or None,
            "on": on,
            "original": fact.told,
            "original_marking": mark,
            "same_as": fact.same_as,
            "notes": tuple(sorted({passage.note for passage in fact.passages})),
            "digest": digest_of(fact),
        }
    )


def _line(text: str) -> str:
    """In one line, without what is no character."""
    return " ".join("".join(one for one in text if one.isprintable() or one.isspace()).split())
