"""The order of a build: read, gather, merge, compose, fill, print, check, write."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.checks.layout import check_layout
from scenesetter.checks.marks import portions_stand
from scenesetter.checks.printed import PrintedPack, check_printed
from scenesetter.checks.printed_marks import PRINTED_MARKS
from scenesetter.checks.release import as_released
from scenesetter.findings import Finding
from scenesetter.model.pack import Pack
from scenesetter.model.release import entry_path
from scenesetter.pipeline.asked import audiences_asked, opened_as_asked
from scenesetter.pipeline.manifests import Ready, in_json, manifest_part, release_of, released_files
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_audience import composed
from scenesetter.pipeline.per_note import Progress
from scenesetter.pipeline.proof import Proofs, parts_of
from scenesetter.pipeline.releasing import Plan, planned, refusals
from scenesetter.pipeline.rendering import (
    Finished,
    Rendered,
    finished,
    printer_for,
    render,
    template_of,
)
from scenesetter.pipeline.telling import Noticed, noticed_on, refused_for_some, told
from scenesetter.releases.register import read_register
from scenesetter.settings import Format, Settings


class Built(NamedTuple):
    """The files written, and what was noticed on the way."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    packs: tuple[Pack, ...]
    unchanged: tuple[str, ...] = ()
    """Of a release: "delegation v1" for each pack that is as it was last released."""


def build(settings: Settings, progress: Progress) -> Built:
    """Build the packs of a folder; nothing is written unless every one of them is whole."""
    with ExitStack() as stack:
        # First of all: the printer loads WeasyPrint while the notes are read and gathered.
        printer = (
            stack.enter_context(printer_for(settings)) if Format.pdf in settings.formats else None
        )
        opened = opened_as_asked(settings, progress)
        audiences = audiences_asked(settings, opened)
        register = read_register(settings.folder)
        rendered: list[tuple[Plan, Rendered]] = []
        for one in composed(opened, audiences, progress):
            plan = planned(one, register, settings, opened)
            rendered.append((plan, render(plan.pack, opened.library, printer, settings)))
        proofs, leaks = Proofs(opened), list[Finding]()
        ready: list[Ready] = []
        for done, (plan, rendering) in enumerate(rendered):
            progress("printing", done, len(rendered))
            files = finished(rendering, settings.formats)
            found = _of_finished(opened, plan, rendering.markdown, files, settings)
            noticed = (*plan.made.findings, *found)
            ready.append(Ready(plan, files, noticed))
            leaks += proofs.refusals(plan.made, parts_of(rendering, files))
        opened.cache.prune()
    folder = settings.output / opened.folder.briefing.slug
    if leaks:
        _withdraw(folder, leaks)
        return _built((), leaks, ready)
    if settings.release:
        return _released(opened, ready, proofs, settings)
    findings = told(opened, _noticed(ready))
    if any(_is_unmarked(found) for one in ready for found in one.findings):
        return _built((), [*findings, *refused_for_some(opened, findings)], ready)
    made = {name: content for one in ready for name, content in one.finished.files.items()}
    written = store.publish(folder, made, opened.known_by)
    return _built(written, findings, ready)


def _withdraw(folder: Path, leaks: Sequence[Finding]) -> None:
    """The earlier files of each audience whose pack leaks, which may hold the same."""
    packs = sorted({one.path.rpartition(".")[0] for one in leaks})
    store.withdraw(folder, [f"{pack}.{form}" for pack in packs for form in Format])


def _built(written: Sequence[Path], findings: Sequence[Finding], ready: Sequence[Ready]) -> Built:
    packs = tuple(one.plan.pack for one in ready)
    return Built(tuple(written), tuple(dict.fromkeys(findings)), packs)


def _noticed(ready: Sequence[Ready]) -> list[Noticed]:
    return [noticed_on(one.plan.made, one.findings) for one in ready]


def _released(opened: Opened, ready: Sequence[Ready], proofs: Proofs, settings: Settings) -> Built:
    """Nothing is written while anything stands open that a release may not have."""
    ready = [one._replace(findings=(*one.findings, *refusals(opened, one.plan))) for one in ready]
    noticed = _noticed(ready)
    findings = as_released(told(opened, noticed))
    apart = [found for one in noticed for found in as_released(told(opened, [one]))]
    if any(finding.severity == "error" for finding in (*findings, *apart)):
        return _built((), [*findings, *refused_for_some(opened, findings)], ready)
    releases = [release_of(opened, one) for one in ready]
    of_packs = list(zip(releases, ready, strict=True))
    if leaks := [
        leak
        for release, one in of_packs
        for leak in proofs.refusals(one.plan.made, [manifest_part(release)])
    ]:
        return _built((), leaks, ready)
    files = {
        name: content
        for release, one in of_packs
        for name, content in released_files(release, one.finished.files).items()
    }
    written = store.keep(settings.output / opened.folder.briefing.slug, files)
    store.keep(opened.folder.root, {entry_path(one.manifest): in_json(one) for one in releases})
    unchanged = tuple(
        f"{one.plan.made.audience.name} {one.plan.same.name}" for one in ready if one.plan.same
    )
    return _built(written, findings, ready)._replace(unchanged=unchanged)


def _of_finished(
    opened: Opened, plan: Plan, markdown: str, ready: Finished, settings: Settings
) -> Iterator[Finding]:
    """What is wrong with the files of a pack: found in them, before anything is written."""
    yield from ready.findings
    yield from portions_stand(markdown, plan.pack, template_of(plan.pack, opened.library))
    audience, style = plan.made.audience, opened.style
    sheet = style.sheet_of(audience, settings.paper)
    for name, read in ready.printed.items():
        printed = PrintedPack(name, read, plan.pack, audience, opened.scheme, style, sheet)
        yield from check_printed(printed)
        yield from check_layout(printed)


def _is_unmarked(finding: Finding) -> bool:
    """A pack that is printed without its marks reaches nobody."""
    return finding.severity == "error" and finding.rule in PRINTED_MARKS
