"""Rules on who cleared which text, and on when the pack is due."""

from collections.abc import Callable, Iterator, Sequence

from scenesetter.findings import Finding, Severity
from scenesetter.model.audience import Audience
from scenesetter.model.clearance import SIGNED, Clearance, Clearers, Standing
from scenesetter.model.edtf import in_words, last_day
from scenesetter.model.engagement import Briefing
from scenesetter.model.pack import Pack
from scenesetter.model.style import Deadline
from scenesetter.tomlfiles.values import did_you_mean

Place = Callable[[Clearance], tuple[str, int]]
"""The file and line of a clearance: at the desk its own, in a build's log the briefing's, because
a line in the file counts what other audiences' offices said."""


def check_clearance(
    pack: Pack, stands: Sequence[Standing], clearers: Clearers, where: str, place: Place
) -> tuple[Finding, ...]:
    """CLR-01 to CLR-03 on the papers of a pack."""
    return (
        *drafter_and_approver_are_named(pack, stands, clearers, where),
        *offices_have_cleared(pack, stands, clearers, where),
        *cleared_texts_stand(pack, stands, place),
        *nobody_clears_own_draft(pack, stands, clearers, place),
    )


def clearances_are_asked_for(
    said: Sequence[Clearance],
    required: Callable[[str], Sequence[str]],
    issues: Sequence[str],
    audiences: Sequence[str],
    place: Place,
) -> Iterator[Finding]:
    """CLR-01: what an office said is of a known issue and audience, and somebody has named it;
    `required` are the offices of a paper, by its issue."""
    for one in said:
        offices = required(one.issue)
        if one.issue not in issues:
            what = f"“{one.issue}” is no topic{did_you_mean(one.issue, issues)}"
        elif one.audience not in audiences:
            what = f"“{one.audience}” is no audience{did_you_mean(one.audience, audiences)}"
        elif one.office not in offices:
            meant = did_you_mean(one.office, offices)
            what = f"nobody named “{one.office}” to clear the paper on {one.issue}{meant}"
        else:
            continue
        path, line = place(one)
        hint = (
            "a table is [issue.audience.office]; its office is one that briefing.toml "
            "or the house style names"
        )
        yield Finding("warning", "CLR-01", path, line, what, hint)


def drafter_and_approver_are_named(
    pack: Pack, stands: Sequence[Standing], clearers: Clearers, where: str
) -> Iterator[Finding]:
    """CLR-01: each paper has a drafter and an approver. Where nobody asks for clearance, a draft
    is only told of it."""
    named = {"drafter": clearers.drafter, "approver": clearers.approver}
    missing = [role for role, name in named.items() if not name]
    if clearers.asked and pack.papers and missing:
        asked = clearers.drafter or clearers.approved or any(one.required for one in stands)
        severity: Severity = "warning" if asked else "info"
        what = f"nobody is named as {' and '.join(missing)} of the papers for {pack.audience}"
        hint = f'under [briefing]: {missing[0]} = "Name"'
        yield Finding(severity, "CLR-01", where, 0, what, hint)


def offices_have_cleared(
    pack: Pack, stands: Sequence[Standing], clearers: Clearers, where: str
) -> Iterator[Finding]:
    """CLR-01: every office that must clear a paper has said something of it."""
    if not clearers.asked:
        return
    waiting: dict[str, list[str]] = {}
    for one in stands:
        if one.required and one.waits and not one.reopened:
            waiting.setdefault(one.office, []).append(one.issue)
    for office, issues in waiting.items():
        what = f"{office} has not cleared for {pack.audience}: {', '.join(issues)}"
        yield Finding("warning", "CLR-01", where, 0, what, _hint(issues[0], office, pack))


def cleared_texts_stand(pack: Pack, stands: Sequence[Standing], place: Place) -> Iterator[Finding]:
    """CLR-02: a clearance is of the very text that is printed."""
    for one in stands:
        if one.reopened and one.clearance:
            path, line = place(one.clearance)
            what = (
                f"the paper on {one.issue} for {pack.audience} changed "
                f"since {one.office} cleared it"
            )
            hint = _hint(one.issue, one.office, pack)
            yield Finding("warning", "CLR-02", path, line, what, hint)


def nobody_clears_own_draft(
    pack: Pack, stands: Sequence[Standing], clearers: Clearers, place: Place
) -> Iterator[Finding]:
    """CLR-03: where the style forbids it, the drafter is not among those who clear."""
    for one in stands:
        said = one.clearance
        if said and said.state in SIGNED and clears_own_draft(said.name, clearers):
            path, line = place(said)
            what = (
                f"{said.name} drafted the paper on {one.issue} for {pack.audience} "
                f"and clears it for {one.office}"
            )
            hint = "the house style wants somebody else"
            yield Finding("error", "CLR-03", path, line, what, hint)


def outsiders_see_no_clearance(audience: Audience, where: str) -> Iterator[Finding]:
    """CLR-05: who cleared what is no matter of readers to whom only releasable notes go."""
    if audience.releasable and "clearance" in audience.parts:
        what = f"the audience {audience.name} reads outside; its pack has no clearance page"
        hint = "take the part out of its audience.toml"
        yield Finding("warning", "CLR-05", where, 0, what, hint)


def clears_own_draft(name: str | None, clearers: Clearers) -> bool:
    """Whether this is the drafter, where drafters may not clear; case and spaces aside."""
    if clearers.own_draft or not name or not clearers.drafter:
        return False
    return name.casefold().split() == clearers.drafter.casefold().split()


def prepared_in_time(
    briefing: Briefing, deadline: Deadline | None, where: str
) -> Iterator[Finding]:
    """CLR-04: the pack is prepared no later than the day on which it is due."""
    due = deadline.due(briefing.engagement.date) if deadline else None
    if deadline is None or due is None or briefing.prepared is None:
        return
    if last_day(briefing.prepared) > due:
        what = (
            f"prepared {in_words(briefing.prepared)}; it was due on {in_words(due.isoformat())}, "
            f"{deadline.workdays} workdays before the meeting"
        )
        yield Finding("warning", "CLR-04", where, 0, what, "tell those who wait for it")


def _hint(issue: str, office: str, pack: Pack) -> str:
    return (
        f'scenesetter clear DIR {issue} --office "{office}" --state ok --by NAME '
        f"--audience {pack.audience}"
    )
