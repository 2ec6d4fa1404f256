"""What `clear` records and lists: a clearance as a row."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, get_args

from scenesetter.checks.clearance import clears_own_draft
from scenesetter.clearance.standing import digest_of
from scenesetter.errors import UserError
from scenesetter.findings import in_shell
from scenesetter.model.clearance import APPROVER, SIGNED, Clearance, Clearers, Standing, State
from scenesetter.model.edtf import in_words
from scenesetter.model.pack import Paper, points_in, with_responses
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_audience import Composed
from scenesetter.tomlfiles.values import did_you_mean


class Said(NamedTuple):
    """What an office says of a paper, as it was typed."""

    office: str
    state: State
    name: str | None
    on: str
    remark: str | None


class Row(NamedTuple):
    """Where an office stands with a paper: an item of `clear --json`."""

    audience: str
    title: str
    """The audience's."""
    issue: str
    paper: str
    office: str
    required: bool
    state: str
    waits: bool
    name: str | None
    on: str | None
    remark: str | None
    cleared: str | None
    """Digest of the text that it spoke of, None where it has said nothing."""
    text: str
    """Digest of the text now."""
    points: int

    @property
    def signature(self) -> str:
        told = (self.name, in_words(self.on) if self.on else None, self.remark)
        return "".join(f", {one}" for one in told if one)


def state_of(written: str) -> State:
    """The state that is meant, whatever its case and hyphens. Raises UserError for none."""
    plain = " ".join(written.casefold().replace("-", " ").split())
    known: tuple[State, ...] = get_args(State)
    found = next((state for state in known if state == plain), None)
    if found is None:
        raise UserError("--state", f"“{written}” is no state{did_you_mean(plain, known)}")
    return found


def clearances(
    opened: Opened, packs: Sequence[Composed], issues: Sequence[str], said: Said
) -> list[tuple[Clearance, Row]]:
    """For each pack and issue what is recorded. Raises UserError where it cannot be."""
    if not packs:
        what = "none of the audiences of this briefing prints a clearance page"
        raise UserError(opened.where, what, "say whose paper was read with --audience")
    return [_clearance(opened, made, issue, said) for made in packs for issue in issues]


def _clearance(opened: Opened, made: Composed, issue: str, said: Said) -> tuple[Clearance, Row]:
    paper = _paper(made, issue)
    where = opened.folder.place("briefing", "offices")
    office = _office(said.office, made.clearers, paper, where)
    if said.state in SIGNED and clears_own_draft(said.name, made.clearers):
        what = f"{said.name} drafted it, and the house style wants somebody else to clear it"
        raise UserError("--by", what, "CLR-03: name who read it for the office")
    clearance = Clearance(
        issue=paper.issue,
        audience=made.pack.audience,
        office=office,
        state=said.state,
        name=said.name,
        on=said.on,
        remark=said.remark,
        digest=digest_of(paper),
    )
    standing = Standing(
        issue=paper.issue,
        title=paper.title,
        office=office,
        text=clearance.digest,
        clearance=clearance,
    )
    return clearance, _row(made, paper, standing)


def _paper(made: Composed, issue: str) -> Paper:
    papers = {paper.issue: paper for paper in made.pack.papers}
    if issue not in papers:
        what = f"the pack for {made.pack.audience} has no paper on “{issue}”"
        hint = f"its papers: {', '.join(papers) or 'none'}"
        raise UserError("ISSUE", f"{what}{did_you_mean(issue, papers)}", hint)
    return papers[issue]


def _office(written: str, clearers: Clearers, paper: Paper, where: str) -> str:
    """The office as the briefing writes it."""
    known = clearers.required(paper.issue)
    found = [one for one in known if one.casefold() == written.strip().casefold()]
    if found:
        return found[0]
    if written.casefold() == APPROVER.casefold():
        raise UserError(where, "nobody is named to approve", 'approver = "Name" under [briefing]')
    what = f"“{written}” is not among the offices that clear the paper on {paper.issue}"
    hint = (
        'name them under [briefing]: offices = ["Legal"], or under [offices]: trade = ["Treasury"]'
    )
    raise UserError(where, f"{what}{did_you_mean(written, known)}", hint)


def rows_of(made: Composed, *, whole: bool) -> Iterator[Row]:
    """Those of a pack; of one that nobody asks to be cleared, only what was said all the same."""
    papers = {paper.issue: paper for paper in made.pack.papers}
    for one in made.standings:
        if whole or made.clearers.asked or one.clearance:
            yield _row(made, papers[one.issue], one)


def _row(made: Composed, paper: Paper, standing: Standing) -> Row:
    said = standing.clearance
    return Row(
        audience=made.pack.audience,
        title=made.pack.audience_title,
        issue=standing.issue,
        paper=standing.title,
        office=standing.office,
        required=standing.required,
        state=standing.state,
        waits=standing.waits,
        name=said.name if said else None,
        on=said.on if said else None,
        remark=said.remark if said else None,
        cleared=said.digest if said else None,
        text=standing.text,
        points=sum(1 for _ in with_responses(points_in(paper.sections))),
    )


def listed(rows: Sequence[Row], folder: Path) -> str:
    """By audience and paper, with how many wait."""
    if not rows:
        return 'nobody is asked to clear; under [briefing]: offices = ["Legal", "Treasury"]'
    offices, states = (
        max(len(text) for text in column)
        for column in zip(*((row.office, row.state) for row in rows), strict=True)
    )
    lines = []
    for title, of_audience in groupby(rows, key=lambda row: row.title):
        lines.append(title)
        for issue, of_paper in groupby(of_audience, key=lambda row: row.issue):
            lines.append(f"  {issue}")
            lines += [
                f"    {row.office:{offices}}  {row.state:{states}}  {row.signature[2:]}".rstrip()
                for row in of_paper
            ]
    waiting = sum(row.waits for row in rows if row.required)
    lines.append(f"{waiting} of {sum(row.required for row in rows)} wait")
    if waiting:
        lines.append(
            f"next: scenesetter clear {in_shell(folder)} ISSUE --office NAME --state ok --by NAME"
        )
    return "\n".join(lines)
