"""The questions and answers of `review`."""

import contextlib
import sys
from collections.abc import Iterator, Sequence

import typer

from scenesetter.cli.arguments import Act
from scenesetter.cli.desk import Desk
from scenesetter.cli.explanation import explained, presented
from scenesetter.errors import UserError
from scenesetter.model.fact import Fact
from scenesetter.pipeline import recording

KEYS = {
    "a": "accept", "m": "amend", "r": "reject", "i": "issue", "k": "marking",
    "s": "skip", "u": "undo", "e": "explain", "q": "quit",
}  # fmt: skip
ACTS: dict[str, Act] = {"a": "accept", "m": "amend", "r": "reject", "i": "move", "k": "mark"}


class Ended(Exception):  # noqa: N818 - no error: the person quits, or the input ends
    """There is no further answer."""


def go_through(desk: Desk, facts: Sequence[Fact]) -> int:
    """Ask for a decision on each; how many there were."""
    session = _Session(desk, facts)
    with contextlib.suppress(Ended):
        while facts:
            if session.place < len(facts):
                session.ask()
            else:
                session.ask_at_the_end()
    return sum(session.decides)


class _Session:
    """Where one is, and what was written so far, to take it back."""

    def __init__(self, desk: Desk, facts: Sequence[Fact]) -> None:
        self.desk = desk
        self.facts = facts
        self.place = 0
        self.written: list[tuple[int, recording.Recorded]] = []
        self.decides = [False] * len(facts)

    @property
    def fact(self) -> Fact:
        return self.facts[self.place]

    def ask(self) -> None:
        """Show the fact and take answers until one leads to a fact."""
        typer.echo(f"\n{self.place + 1} of {len(self.facts)}")
        typer.echo(presented(self.fact, self.desk.opened.notes, self.desk.mark(self.fact)))
        for line in self._stood():
            typer.echo(line)
        typer.echo("\n" + "  ".join(f"[{key}] {name}" for key, name in KEYS.items()))
        while not self._answered(_answer("? ").strip().lower()[:1]):
            pass

    def ask_at_the_end(self) -> None:
        """The last decision can be taken back too."""
        typer.echo("\nThat was the last one.\n\n[u] undo  [q] quit")
        if _answer("? ").strip().lower()[:1] != "u":
            raise Ended
        self._undo()

    def _answered(self, key: str) -> bool:
        if key in ACTS:
            return self._act(ACTS[key])
        if key == "s":
            self.place += 1
        elif key == "u":
            return self._undo()
        elif key == "e":
            typer.echo(explained(self.fact, self.desk.facts, self.desk.opened.notes))
            return False
        elif key == "q":
            raise Ended
        else:
            typer.echo(f"one of {', '.join(KEYS)}")
            return False
        return True

    def _act(self, act: Act) -> bool:
        words = self._words(act)
        if act != "accept" and not words.strip():
            typer.echo("nothing changed")
            return False
        try:
            ruling = self.desk.ruling(self.fact, act, words)
        except UserError as error:
            typer.echo(f"{error.what}; {error.hint}")
            return False
        recorded = recording.record(self.desk.opened, ruling)
        self.desk = self.desk._replace(opened=recorded.opened)
        self.written.append((self.place, recorded))
        self.decides[self.place] = ruling.decision is not None
        self.place += self.decides[self.place]
        return True

    def _undo(self) -> bool:
        if not self.written:
            typer.echo("nothing to undo")
            return False
        place, recorded = self.written.pop()
        self.desk = self.desk._replace(opened=recording.take_back(recorded))
        self.place, self.decides[place] = place, False
        return True

    def _words(self, act: Act) -> str:
        match act:
            case "amend":
                standing = self.desk.standing(self.fact)
                before = standing.own.text if standing.own and standing.own.text else None
                return _answer("printed text: ", before or self.fact.told)
            case "reject":
                return _answer("reason: ")
            case "move":
                return _answer(f"issue, one of {', '.join(self.desk.issues)}: ").strip()
            case "mark":
                return _answer(f"marking, one of {', '.join(self.desk.levels)}: ").strip()
        return ""

    def _stood(self) -> Iterator[str]:
        """What was decided on it before."""
        own = self.desk.standing(self.fact).own
        if own and own.issue:
            yield f"Moved to    {own.issue}"
        if own and own.decision:
            why = f": {own.reason}" if own.reason else ""
            yield f"Before      {own.decision}{why}, of “{own.original or 'words not kept'}”"


def _answer(prompt: str, start: str = "") -> str:
    """A line from the terminal, where it can be edited from `start`, or from a pipe."""
    try:
        with _prefilled(start):
            return input(prompt)
    except EOFError:
        typer.echo()
        raise Ended from None
    except UnicodeDecodeError:
        raise UserError("", "the input is not UTF-8 text", "type it anew") from None


@contextlib.contextmanager
def _prefilled(start: str) -> Iterator[None]:
    """On a terminal whose Python has readline, the line begins with this text."""
    if not sys.stdin.isatty():
        yield
        return
    try:
        import readline
    except ImportError:
        yield
        return
    readline.set_startup_hook(lambda: readline.insert_text(start))
    try:
        yield
    finally:
        readline.set_startup_hook()
