"""What `review` and `rule` share: facts, what stands on them, a decision as a ruling."""

from pathlib import Path
from typing import NamedTuple

from scenesetter.cli.arguments import Act
from scenesetter.errors import UserError
from scenesetter.findings import in_shell
from scenesetter.model.citations import Citations
from scenesetter.model.fact import Fact
from scenesetter.model.ruling import Ruling
from scenesetter.model.topic import NO_TOPIC
from scenesetter.pipeline.opening import Opened
from scenesetter.rulings import decide
from scenesetter.rulings.apply import apply, mark_of
from scenesetter.rulings.standing import Standing, standing_of


class Desk(NamedTuple):
    """An opened briefing with all its facts, rulings not applied."""

    opened: Opened
    facts: tuple[Fact, ...]
    by: str | None
    today: str
    """ISO 8601."""

    @property
    def floor(self) -> str | None:
        return self.opened.folder.briefing.marking

    @property
    def issues(self) -> tuple[str, ...]:
        return (*(topic.name for topic in self.opened.topics), NO_TOPIC)

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(level.name for level in self.opened.scheme.levels)

    def waiting(self) -> tuple[Fact, ...]:
        """Those that nobody has decided on: by issue, then as the notes run."""
        waiting = apply(self.facts, self.opened.book, self.opened.scheme, self.floor).waiting
        facts = [fact for fact in self.facts if fact.id in waiting]
        return tuple(sorted(facts, key=_in_order))

    def standing(self, fact: Fact) -> Standing:
        return standing_of(fact, self.facts, self.opened.book)

    def mark(self, fact: Fact) -> str | None:
        """With what rulings have raised it to."""
        marking = mark_of(fact, self.standing(fact), self.opened.scheme, self.floor)
        return marking or self.floor

    def ruling(self, fact: Fact, act: Act, words: str = "", reason: str | None = None) -> Ruling:
        """`words` are the text, the reason, the issue or the marking. UserError if they are bad."""
        noted = fact.marking or self.floor
        start = decide.before(fact, self.standing(fact), noted, self.by, self.today)
        match act:
            case "accept":
                return decide.accepted(start, reason)
            case "amend":
                return decide.amended(start, words, reason)
            case "reject":
                return decide.rejected(start, words)
            case "move":
                return decide.moved(start, words, self.issues)
            case "mark":
                return decide.marked(start, words, self.mark(fact), self.opened.scheme)


def refuse_unknown(issue: str | None, opened: Opened, facts: tuple[Fact, ...]) -> None:
    """UserError for an issue that is no topic and that no fact bears on."""
    if issue is not None and not any(issue in fact.issues for fact in facts):
        opened.library.topic(issue)


def fact_of(facts: tuple[Fact, ...], wanted: str, folder: Path) -> Fact:
    """The fact of an id, of its first letters, or of an id that became one with it.

    Raises UserError where that is none or several.
    """
    found = Citations(facts).found(wanted.strip().lower(), shortest=0)
    if len(found) == 1:
        return found[0]
    if not found:
        what = "no fact has this id"
        hint = f"scenesetter facts {in_shell(folder)} lists the facts with their ids"
    else:
        what = f"{len(found)} facts have an id that begins so"
        hint = f"give more of it: {', '.join(fact.id for fact in found[:3])}"
    raise UserError(wanted or "ID", what, hint)


def _in_order(fact: Fact) -> tuple[str, str, int, str]:
    passage = fact.passages[0]
    return (fact.issues[0], passage.note, passage.start, fact.id)
