"""For the desk alone: all facts, all findings, and starts of what a person writes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from scenesetter import store
from scenesetter.checks.facts import check_facts, off_the_agenda
from scenesetter.checks.marks import portions_stand
from scenesetter.checks.release import as_released
from scenesetter.compose.cut import no_cut
from scenesetter.findings import Finding, for_folder
from scenesetter.model.fact import Fact
from scenesetter.pipeline.asked import audiences_asked, opened_as_asked
from scenesetter.pipeline.clearing import unasked
from scenesetter.pipeline.gathering import Gathered, gather, printable
from scenesetter.pipeline.opening import Opened, refuse_empty
from scenesetter.pipeline.per_audience import Composed, composed, held_back, unknown_marking
from scenesetter.pipeline.per_issue import noticed_at_desk, offer, unanswered
from scenesetter.pipeline.per_note import Progress
from scenesetter.pipeline.proof import Proofs
from scenesetter.pipeline.releasing import planned, refusals
from scenesetter.pipeline.rendering import render, template_of
from scenesetter.pipeline.telling import kept_back
from scenesetter.releases.register import read_register
from scenesetter.rulings.apply import apply
from scenesetter.rulings.noticed import noticed as noticed_in_rulings
from scenesetter.settings import Settings


def gather_all(settings: Settings, progress: Progress) -> tuple[Opened, Gathered]:
    """For the desk: the facts of all notes, whatever their marks and whatever is ruled on them."""
    opened = opened_as_asked(settings, progress)
    refuse_empty(opened)
    gathered = gather(opened, opened.notes, progress)
    opened.cache.prune()
    noticed = [
        *check_facts(gathered.facts, opened.notes),
        *off_the_agenda(gathered.facts, opened.folder.briefing.issues, opened.where),
        *_of_rulings(opened, gathered.facts),
        *unasked(opened),
        *noticed_at_desk(opened.points, gathered.facts, _ruled(opened, gathered), opened.scheme),
    ]
    of_folder = (for_folder(one, settings.folder) for one in (*opened.of_folder, *noticed))
    return opened._replace(of_folder=tuple(of_folder)), gathered


def _of_rulings(opened: Opened, facts: Sequence[Fact]) -> Iterator[Finding]:
    """For the desk, what is wrong with the rulings and how many facts wait for one."""
    briefing, scheme = opened.folder.briefing, opened.scheme
    issues = [topic.name for topic in opened.topics]
    yield from noticed_in_rulings(facts, opened.book, scheme, issues, briefing.marking)
    ruled = apply(facts, opened.book, scheme, briefing.marking)
    if held := ruled.doubted if briefing.unreviewed else ruled.waiting:
        yield held_back(opened, len(held), "printed for nobody")


def _ruled(opened: Opened, gathered: Gathered) -> tuple[Fact, ...]:
    """What rulings leave for those who may see everything."""
    everything = no_cut(opened.scheme, opened.folder.briefing)
    return printable(opened, gathered, everything)[0].facts


def check(settings: Settings, progress: Progress) -> tuple[Finding, ...]:
    """All findings; writes and prints nothing. Before a release, as gravely as it takes them."""
    opened, gathered = gather_all(settings, progress)
    register = read_register(settings.folder)
    findings = [*opened.findings, *opened.library.broken()]
    desk, proofs = _ruled(opened, gathered), Proofs(opened, gathered.facts)
    wrong = unknown_marking(opened)
    findings += [wrong] if wrong else []
    audiences = () if wrong else audiences_asked(settings, opened)
    for one in composed(opened, audiences, progress, at_desk=True):
        findings += [*one.findings, *kept_back(opened, one, desk)]
        plan = planned(one, register, settings, opened)
        findings += refusals(opened, plan) if settings.release else ()
        rendered = render(plan.pack, opened.library, None, settings)
        template = template_of(plan.pack, opened.library)
        findings += portions_stand(rendered.markdown, plan.pack, template)
        findings += proofs.named(one, rendered, opened.where)
    opened.cache.prune()
    told = as_released(findings) if settings.release else findings
    return tuple(dict.fromkeys(for_folder(one, settings.folder) for one in told))


def composed_packs(settings: Settings, progress: Progress) -> tuple[Opened, tuple[Composed, ...]]:
    """What a build would print, as it stands now."""
    opened = opened_as_asked(settings, progress)
    packs = tuple(composed(opened, audiences_asked(settings, opened), progress))
    opened.cache.prune()
    return opened, packs


def write_facts(settings: Settings, opened: Opened, facts: Sequence[Fact]) -> tuple[Path, ...]:
    """Write `facts/<issue>.jsonl`, each fact in the file of the issue it bears on most."""
    files: dict[str, list[str]] = {}
    for fact in facts:
        lines = files.setdefault(f"facts/{fact.issues[0]}.jsonl", [])
        lines.append(fact.model_dump_json() + "\n")
    content = {name: "".join(lines).encode() for name, lines in sorted(files.items())}
    folder = settings.output / opened.folder.briefing.slug
    return tuple(store.publish(folder, content, opened.known_by))


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
