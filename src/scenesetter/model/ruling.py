"""What a person decided on a fact."""

from typing import Literal, Self

from pydantic import model_validator

from scenesetter.model.edtf import EdtfDate
from scenesetter.model.value import Value

Decision = Literal["accept", "amend", "reject"]


class RulingTable(Value):
    """A decision, an issue, a marking, or several of them, as the file has it.

    A fact without a decision still waits. `text` is what is printed of an amended fact.
    """

    decision: Decision | None = None
    text: str | None = None
    issue: str | None = None
    """The issue that it was moved to."""
    marking: str | None = None
    """The mark that it was raised to."""
    reason: str | None = None
    by: str | None = None
    on: EdtfDate | None = None
    original: str | None = None
    """The words that were ruled on, in the note's own form, for whoever reads the file."""
    original_marking: str | None = None
    """The mark of what was ruled on: a text written in its sight is not for those below it."""
    same_as: tuple[str, ...] = ()
    """The other ids that the fact had when it was ruled on."""
    notes: tuple[str, ...] = ()
    """The names of the notes that told it when it was ruled on."""
    digest: str = ""
    """Of the words, holder and kind that were ruled on."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.decision == "amend" and not (self.text or "").strip():
            raise ValueError("an amended fact needs its `text`")
        if self.decision != "amend" and self.text is not None:
            raise ValueError('a `text` is printed only with decision = "amend"')
        if self.decision == "reject" and not (self.reason or "").strip():
            raise ValueError("a rejected fact needs a `reason`")
        return self


class Ruling(RulingTable):
    """The ruling on the fact of this id."""

    fact: str
