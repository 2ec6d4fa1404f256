"""The only module that knows the order: read, gather, merge, compose, fill, print, check, write."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.cache import Cache
from scenesetter.checks.facts import check_facts, off_the_agenda
from scenesetter.checks.layout import check_layout
from scenesetter.checks.marks import portions_stand
from scenesetter.checks.printed import PrintedPack, check_printed
from scenesetter.checks.printed_marks import PRINTED_MARKS
from scenesetter.checks.release import as_released
from scenesetter.compose.cut import cut_for, no_cut
from scenesetter.findings import Finding
from scenesetter.gathering import Gathered, gather, printable
from scenesetter.manifests import Ready, in_json, manifest_part, release_of, released_files
from scenesetter.model.audience import Audience
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Pack
from scenesetter.model.release import entry_path
from scenesetter.opening import Opened, at, open_briefing, refuse_empty
from scenesetter.per_audience import Composed, composed, held_back
from scenesetter.per_issue import (
    noticed_at_desk,
    offer,
    unanswered,
)
from scenesetter.per_note import Progress
from scenesetter.proof import Proofs, parts_of
from scenesetter.releases.register import read_register
from scenesetter.releasing import Plan, planned, refusals
from scenesetter.rendering import (
    Finished,
    Rendered,
    filled,
    finished,
    printer_for,
    render,
    template_of,
)
from scenesetter.rulings.apply import apply
from scenesetter.rulings.noticed import noticed as noticed_in_rulings
from scenesetter.settings import EVERY_AUDIENCE, Format, Settings
from scenesetter.telling import Noticed, kept_back, noticed_on, refused_for_some, told


class Built(NamedTuple):
    """The files written, and what was noticed on the way."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    packs: tuple[Pack, ...]
    unchanged: tuple[str, ...] = ()
    """Of a release: "delegation v1" for each pack that is as it was last released."""


def gather_all(settings: Settings, progress: Progress) -> tuple[Opened, Gathered]:
    """For the desk: the facts of all notes, whatever their marks and whatever is ruled on them."""
    opened = _opened(settings, progress)
    refuse_empty(opened)
    gathered = gather(opened, opened.notes, progress)
    opened.cache.prune()
    noticed = [
        *check_facts(gathered.facts, opened.notes),
        *off_the_agenda(gathered.facts, opened.folder.briefing.issues, opened.where),
        *_of_rulings(opened, gathered.facts),
        *noticed_at_desk(opened.points, gathered.facts, _ruled(opened, gathered), opened.scheme),
    ]
    return opened._replace(of_folder=(*opened.of_folder, *noticed)), gathered


def _of_rulings(opened: Opened, facts: Sequence[Fact]) -> Iterator[Finding]:
    """For the desk, what is wrong with the rulings and how many facts wait for one."""
    briefing, scheme = opened.folder.briefing, opened.scheme
    issues = [topic.name for topic in opened.topics]
    yield from noticed_in_rulings(facts, opened.book, scheme, issues, briefing.marking)
    waiting = len(apply(facts, opened.book, scheme, briefing.marking).waiting)
    if waiting and not briefing.unreviewed:
        yield held_back(opened, waiting, "are printed for nobody")


def _ruled(opened: Opened, gathered: Gathered) -> tuple[Fact, ...]:
    """What rulings leave for those who may see everything."""
    everything = no_cut(opened.scheme, opened.folder.briefing)
    return printable(opened, gathered, everything)[0].facts


def build(settings: Settings, progress: Progress) -> Built:
    """Build the packs of a folder; nothing is written unless every one of them is whole."""
    with ExitStack() as stack:
        # First of all: the printer loads WeasyPrint while the notes are read and gathered.
        printer = (
            stack.enter_context(printer_for(settings)) if Format.pdf in settings.formats else None
        )
        opened = _opened(settings, progress)
        audiences = _audiences(settings, opened)
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
    written = store.publish(folder, made)
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


def _opened(settings: Settings, progress: Progress) -> Opened:
    """The folder, in the house style that was asked for or in its own."""
    opened = open_briefing(settings.folder, Cache(settings.folder, keeps=settings.keeps), progress)
    style = settings.style
    return opened._replace(style=opened.library.style(style)) if style else opened


def check(settings: Settings, progress: Progress) -> tuple[Finding, ...]:
    """All findings; writes and prints nothing. Before a release, as gravely as it takes them."""
    opened, gathered = gather_all(settings, progress)
    register = read_register(settings.folder)
    findings = list(opened.findings)
    desk, proofs = _ruled(opened, gathered), Proofs(opened, gathered.facts)
    for one in composed(opened, _audiences(settings, opened), progress, at_desk=True):
        findings += [*one.findings, *kept_back(opened, one, desk)]
        plan = planned(one, register, settings, opened)
        findings += refusals(opened, plan) if settings.release else ()
        markdown = filled(plan.pack, opened.library)
        findings += portions_stand(markdown, plan.pack, template_of(plan.pack, opened.library))
        findings += proofs.named(one, markdown, opened.where)
    opened.cache.prune()
    return tuple(dict.fromkeys(as_released(findings) if settings.release else findings))


def composed_packs(settings: Settings, progress: Progress) -> tuple[Opened, tuple[Composed, ...]]:
    """What a build would print, as it stands now."""
    opened = _opened(settings, progress)
    packs = tuple(composed(opened, _audiences(settings, opened), progress))
    opened.cache.prune()
    return opened, packs


def write_facts(settings: Settings, slug: str, facts: Sequence[Fact]) -> tuple[Path, ...]:
    """Write `facts/<issue>.jsonl`, each fact in the file of the issue it bears on most."""
    files: dict[str, list[str]] = {}
    for fact in facts:
        lines = files.setdefault(f"facts/{fact.issues[0]}.jsonl", [])
        lines.append(fact.model_dump_json() + "\n")
    content = {name: "".join(lines).encode() for name, lines in sorted(files.items())}
    return tuple(store.publish(settings.output / slug, content))


def offer_points(opened: Opened, gathered: Gathered) -> tuple[list[Path], list[Finding]]:
    """Start the points files that are not there yet, for the agenda that somebody has set."""
    briefing = opened.folder.briefing
    waiting = unanswered(_ruled(opened, gathered), opened.points, briefing.engagement)
    facts = gathered.facts
    offered = list(offer(opened.folder.root, briefing.issues, opened.topics, waiting, facts))
    return (
        [one for one in offered if isinstance(one, Path)],
        [one for one in offered if isinstance(one, Finding)],
    )


def _audiences(settings: Settings, opened: Opened) -> tuple[Audience, ...]:
    """Those asked for, or the briefing's, or every one that need not be asked for."""
    folder = opened.folder
    chosen = [one for name in settings.audiences for one in _named(name, opened)]
    if not settings.audiences:
        for number, name in enumerate(folder.briefing.audiences):
            with at(folder.place("briefing", "audiences", number)):
                chosen += _named(name, opened)
    chosen = chosen or [one for one in opened.library.audiences() if not one.on_request]
    return tuple({one.name: one for one in chosen}.values())


def _named(name: str, opened: Opened) -> tuple[Audience, ...]:
    """Every one is every one that may see the briefing's own mark; a single one is not passed
    over, but refused."""
    if name != EVERY_AUDIENCE:
        return (opened.library.audience(name),)
    briefing, every = opened.folder.briefing, opened.library.audiences()
    cuts = [cut_for(one, opened.scheme, briefing) for one in every]
    cleared = [one for one, cut in zip(every, cuts, strict=True) if cut.sees(briefing.marking)]
    return tuple(cleared) or every
