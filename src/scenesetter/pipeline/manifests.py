"""The manifest of a release, which travels with its pack, and the desk's entry of both."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.reading import ReadBack
from scenesetter.model.release import MANIFEST, Contents, Manifest, OpenFinding, Release
from scenesetter.model.value import Value
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.proof import Part
from scenesetter.pipeline.releasing import Plan, versions
from scenesetter.pipeline.rendering import Finished
from scenesetter.pipeline.telling import noticed_on, told
from scenesetter.releases.contents import contents_of
from scenesetter.releases.digests import digest, of_set, of_value
from scenesetter.releases.register import sealed

CHANGES_TITLE = "What changed"
"""How the heading of what changed begins in the shared templates."""


class Ready(NamedTuple):
    """A planned pack with its finished files, and all that was noticed on it."""

    plan: Plan
    finished: Finished
    findings: tuple[Finding, ...]


def release_of(opened: Opened, ready: Ready) -> Release:
    """What is registered of a finished pack. UserError where it is a release already and this
    machine makes other bytes of it."""
    plan, pack, gathered = ready.plan, ready.plan.pack, ready.plan.made.seen.gathered
    files = {name: digest(content) for name, content in ready.finished.files.items()}
    if plan.same:
        if files != plan.same.manifest.files:
            what = (
                f"is the same as {plan.same.name} for {pack.audience}, but prints differently here"
            )
            raise UserError(opened.where, what, "release it where that one was released")
        return plan.same
    pages = [page for read in ready.finished.printed.values() for page in _pages(read)]
    contents = contents_of(pack, gathered.facts, gathered.read, pages)
    manifest = Manifest(
        briefing=pack.slug,
        title=pack.title,
        audience=pack.audience,
        audience_title=pack.audience_title,
        version=int(pack.version or 0),
        date=pack.created or "",
        marking=pack.banner,
        style=pack.style,
        since=plan.since.manifest.version if plan.since else None,
        files=files,
        content=plan.content,
        source_set=of_value(contents.sources),
        template_set=of_set(plan.templates),
        inputs=_inputs(opened, plan, contents),
        templates=plan.templates,
        versions=versions(),
        contents=contents,
        findings=_open(opened, told(opened, [noticed_on(plan.made, ready.findings)])),
    )
    return sealed(Release(manifest=manifest, stored=_stored(opened, plan, contents)))


def _pages(read: ReadBack) -> list[str]:
    """The text of each page, without those that tell what changed: they print points again."""
    outermost = [one for one in read.bookmarks if one.level == 0] or list(read.bookmarks)
    starts = [one.page for one in outermost]
    places = [number for number, one in enumerate(outermost) if one.title.startswith(CHANGES_TITLE)]
    told: set[int] = set()
    for place in places:
        after = starts[place + 1] if place + 1 < len(starts) else len(read.pages) + 1
        told |= set(range(starts[place], max(after, starts[place] + 1)))
    return ["" if number in told else page for number, page in enumerate(read.pages, 1)]


def released_files(release: Release, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pack's files and its manifest, by path below the folder of all releases."""
    folder = f"{release.name}/{release.manifest.audience}"
    together = {**files, MANIFEST: in_json(release.manifest)}
    return {f"{folder}/{name}": content for name, content in together.items()}


def manifest_part(release: Release) -> Part:
    """A manifest travels with its pack, and is searched as the pack is (REL-01)."""
    return Part(MANIFEST, "its text", in_json(release.manifest).decode())


def in_json(value: Value) -> bytes:
    return f"{value.model_dump_json(indent=2)}\n".encode()


def _inputs(opened: Opened, plan: Plan, contents: Contents) -> dict[str, str]:
    """Of the desk's own files what bears on this pack: a digest of the whole would change with
    what these readers may not see."""
    gathered, printed = plan.made.seen.gathered, {fact.id for fact in contents.facts}
    ruled = [
        [fact.id, fact.text, fact.told, fact.issues, fact.id in gathered.waiting]
        for fact in gathered.facts
        if fact.id in printed
    ]
    seen = plan.made.seen.cut.briefing(opened.folder.briefing)
    briefing = seen.model_dump(mode="json", exclude={"slug", "sources"})
    bearing: dict[str, object] = {"briefing.toml": briefing, "rulings.toml": ruled}
    for issue in contents.papers:
        lines = [one.model_dump(exclude={"pages"}) for one in contents.lines if one.paper == issue]
        if lines:
            bearing[f"points/{issue}.md"] = lines
    if plan.pack.clearance:
        bearing["clearance.toml"] = plan.pack.clearance
    return {name: of_value(told) for name, told in bearing.items()}


def _open(opened: Opened, findings: Sequence[Finding]) -> tuple[OpenFinding, ...]:
    """Once each, in their order, their places counted from the briefing's folder."""
    root = f"{opened.folder.root}/"
    return tuple(
        OpenFinding(
            severity=one.severity, rule=one.rule, where=one.where.removeprefix(root), what=one.what
        )
        for one in dict.fromkeys(findings)
    )


def _stored(opened: Opened, plan: Plan, contents: Contents) -> dict[str, str]:
    """The files of the folder that went into a pack, as they lie there."""
    root, paths = opened.folder.root, dict(opened.folder.notes)
    notes = {
        paths[note.name].relative_to(root).as_posix(): note.source.sha256
        for note in plan.made.seen.cut.notes(opened.notes)
        if note.source.sha256
    }
    names = ["briefing.toml", "rulings.toml", "clearance.toml"]
    names += [f"points/{issue}.md" for issue in contents.papers]
    names += [f"templates/{name}" for name in plan.templates]
    others = {name: digest(path.read_bytes()) for name in names if (path := root / name).is_file()}
    return notes | others
