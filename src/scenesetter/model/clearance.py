"""What the offices say of an issue paper before it leaves the desk."""

from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.edtf import EdtfDate
from scenesetter.model.value import Name, Value

State = Literal["pending", "ok", "ok with changes", "info", "no response"]
WAITING: frozenset[State] = frozenset({"pending", "no response"})
"""The office has not said anything yet."""
SIGNED: frozenset[State] = frozenset({"ok", "ok with changes"})
"""The office takes its share of the responsibility for the text."""
APPROVER = "Approver"
"""The office of whoever approves a paper, beside those that the briefing and its style name."""


class ClearanceTable(Value):
    """A state as the file has it. `digest` is of the text that was read (CLR-02)."""

    state: State = "pending"
    name: Name | None = None
    on: EdtfDate | None = None
    remark: str | None = None
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]*$")] = ""


class Clearance(ClearanceTable):
    """What this office says of the paper on this issue as this audience reads it."""

    issue: str
    audience: str
    office: str


class Clearers(Value):
    """Who must have a hand in each paper of an audience."""

    drafter: str | None = None
    approver: str | None = None
    approved: bool = False
    """Whether the house style wants somebody to approve."""
    offices: tuple[str, ...] = ()
    """Of every paper."""
    offices_on: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Of the paper on an issue, beside them."""
    own_draft: bool = True
    """Whether a drafter may clear what he drafted (CLR-03)."""
    asked: bool = True
    """Whether this audience's papers must be cleared before they leave the desk (CLR-01)."""

    def required(self, issue: str) -> tuple[str, ...]:
        """The offices, then the approver, as far as they are named."""
        last = (APPROVER,) if self.approver else ()
        return tuple(dict.fromkeys((*self.offices, *self.offices_on.get(issue, ()), *last)))


class Standing(Value):
    """Where one office stands with one paper. `title` is the paper's, `text` its digest now."""

    issue: str
    title: str
    office: str
    text: str
    clearance: Clearance | None = None
    """None where it has not said anything."""
    required: bool = True

    @property
    def reopened(self) -> bool:
        """CLR-02: what it said was of another text."""
        said = self.clearance
        return said is not None and said.state not in WAITING and said.digest != self.text

    @property
    def waits(self) -> bool:
        return self.reopened or self.clearance is None or self.clearance.state in WAITING

    @property
    def state(self) -> State | Literal["reopened"]:
        if self.reopened:
            return "reopened"
        return self.clearance.state if self.clearance else "pending"
