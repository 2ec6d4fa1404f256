"""Releases: a pack numbered and told what changed, its manifest and the desk's entry of it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scenesetter import doctor
from scenesetter.checks.release import Candidate, check_release
from scenesetter.compose.cut import cut_for
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.edtf import in_words
from scenesetter.model.note import Note
from scenesetter.model.pack import Pack, Particular
from scenesetter.model.reading import ReadBack
from scenesetter.model.release import Contents, Manifest, OpenFinding, Release
from scenesetter.model.value import Value
from scenesetter.opening import Opened
from scenesetter.per_audience import Composed
from scenesetter.proof import Part
from scenesetter.releases.comparing import changes
from scenesetter.releases.contents import contents_of, printed_points
from scenesetter.releases.digests import digest, of_set, of_value
from scenesetter.releases.entries import change_entries
from scenesetter.releases.register import Register, version_names
from scenesetter.rendering import Finished
from scenesetter.settings import Settings
from scenesetter.telling import Noticed, told

CHANGES = "changes"
"""The part of a pack that tells what changed."""
CHANGES_TITLE = "What changed"
"""How its heading begins in the shared templates."""
_PRINTS_WITH = ("scenesetter", "weasyprint", "pydyf", "fonttools", "jinja2", "markdown-it-py")
_OF_A_RELEASE = {"version", "draft", "changes", "since"}
"""Fields of a pack that follow from its being a release, and say nothing of what it is made of."""


class Plan(NamedTuple):
    """A composed pack, as a draft or with the number that it is to be released under."""

    made: Composed
    since: Release | None
    """The earlier release that it tells the changes from."""
    same: Release | None = None
    """The release that it already is."""
    content: str = ""
    templates: dict[str, str] = {}  # noqa: RUF012 - never written to

    @property
    def pack(self) -> Pack:
        return self.made.pack


class Ready(NamedTuple):
    """A planned pack with its finished files, and all that was noticed on it."""

    plan: Plan
    finished: Finished
    findings: tuple[Finding, ...]


def drafted(made: Composed, register: Register, settings: Settings, _: Opened) -> Plan:
    """A draft, with what changed since a release of this audience, for those who are told."""
    since = _since(register, made.audience.name, settings.since)
    return Plan(_told_changes(made, since, asked=settings.since is not None), since)


def numbered(made: Composed, register: Register, settings: Settings, opened: Opened) -> Plan:
    """With the next free number of its audience. What is made from the same as the last release is
    that release again, to the byte."""
    audience = made.audience.name
    templates = template_digests(
        opened, audience, made.pack.style, [paper.issue for paper in made.pack.papers]
    )
    print_as = [settings.paper, sorted(settings.formats), settings.since, versions()]
    printed = made.pack.model_dump(exclude=_OF_A_RELEASE)
    sources = contents_of(made.pack, (), made.seen.gathered.read).sources
    content = of_value([printed, sources, templates, print_as])
    last = register.last(audience)
    same = last if last and last.manifest.content == content else None
    if same:
        number, wanted = same.manifest.version, same.manifest.since
        since = register.numbered(audience, wanted) if wanted else None
    else:
        number = last.manifest.version + 1 if last else 1
        since = _since(register, audience, settings.since)
    pack = _as_version(made.pack, number)
    made = _told_changes(made._replace(pack=pack), since, asked=settings.since is not None)
    return Plan(made, since, same, content, templates)


def _as_version(pack: Pack, number: int) -> Pack:
    line = Particular(label="Version", text=version_line(number, pack.created))
    particulars = (*pack.particulars, line)
    return pack.model_copy(
        update={"draft": False, "version": str(number), "particulars": particulars}
    )


def version_line(number: int, date: str | None) -> str:
    return f"{number}, {in_words(date)}" if date else str(number)


def _since(register: Register, audience: str, version: int | None) -> Release | None:
    if version is None:
        return register.last(audience)
    found = register.numbered(audience, version)
    if found is None:
        known = version_names(register.of(audience)) or "none yet"
        what = f"there is no release v{version} for {audience}"
        raise UserError(str(register.root), what, f"its releases: {known}")
    return found


def _told_changes(made: Composed, since: Release | None, *, asked: bool) -> Composed:
    parts = made.pack.parts
    if since is None or not (asked or CHANGES in parts):
        return made
    facts = made.seen.gathered.facts
    now = contents_of(made.pack, facts, made.seen.gathered.read)
    entries = change_entries(
        changes(since.manifest.contents, now),
        made.pack,
        {text for fact in facts for text in (fact.text, fact.told)},
    )
    update = {
        "changes": entries,
        "since": f"version {version_line(since.manifest.version, since.manifest.date)}",
        "parts": parts if CHANGES in parts else _with_changes(parts),
    }
    return made._replace(pack=made.pack.model_copy(update=update))


def _with_changes(parts: Sequence[str]) -> tuple[str, ...]:
    """Before the papers, as one who knows an earlier version reads them."""
    place = parts.index("papers") if "papers" in parts else 0
    return (*parts[:place], CHANGES, *parts[place:])


def refusals(opened: Opened, plan: Plan) -> tuple[Finding, ...]:
    """What keeps a pack from being released, beside the findings that are errors anyway."""
    gathered = plan.made.seen.gathered
    candidate = Candidate(
        pack=plan.pack,
        notes=gathered.read,
        waiting=gathered.waiting,
        printed=frozenset(_rests_on(plan.pack)),
        briefing=opened.folder.briefing,
        answers_required=bool(opened.style.answers and opened.style.answers.required),
        where=opened.where,
    )
    return check_release(candidate)


def _rests_on(pack: Pack) -> list[str]:
    return [name for one in printed_points(pack) for name in one.point.facts]


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
        findings=_open(opened, told(opened, [Noticed(plan.made.seen.cut, ready.findings)])),
    )
    return Release(manifest=manifest, stored=_stored(opened, plan, contents))


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
    together = {**files, "manifest.json": in_json(release.manifest)}
    return {f"{folder}/{name}": content for name, content in together.items()}


def manifest_part(release: Release) -> Part:
    """A manifest travels with its pack, and is searched as the pack is (REL-01)."""
    return Part("manifest.json", "its text", in_json(release.manifest).decode())


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
    gathered = plan.made.seen.gathered
    notes = {
        paths[note.name].relative_to(root).as_posix(): note.source.sha256
        for note in gathered.read
        if note.source.sha256
    }
    names = ["briefing.toml", "rulings.toml", "clearance.toml"]
    names += [f"points/{issue}.md" for issue in contents.papers]
    names += [f"templates/{name}" for name in plan.templates]
    others = {name: digest(path.read_bytes()) for name in names if (path := root / name).is_file()}
    return notes | others


def template_digests(
    opened: Opened, audience: str, style: str, issues: Iterable[str]
) -> dict[str, str]:
    """Of every template file that a pack is made with, by path; the topics, by whose terms facts
    find their issues, together, because the names of some may be above these readers."""
    folders = ["shared", f"audiences/{audience}", f"styles/{style}"]
    folders += [f"topics/{issue}" for issue in issues]
    used: dict[str, Path] = {}
    for folder in folders:
        used |= opened.library.files(folder)
    scheme = f"markings/{opened.scheme.name}.toml"
    used[scheme] = opened.library.files("markings")[scheme]
    topics = _digests(opened.library.files("topics"))
    return {**_digests(used), "topics": of_set(topics)}


def changed_templates(opened: Opened, manifest: Manifest) -> tuple[str, ...]:
    """The templates that are not as a release was printed with."""
    issues = manifest.contents.papers
    now = template_digests(opened, manifest.audience, manifest.style, issues)
    names = dict.fromkeys([*manifest.templates, *now])
    return tuple(name for name in names if manifest.templates.get(name) != now.get(name))


def notes_for(opened: Opened, audience: str) -> tuple[Note, ...]:
    """Those that an audience may see; none where there is no such audience any more."""
    if audience not in opened.library.names("audiences"):
        return ()
    reader = opened.library.audience(audience)
    return cut_for(reader, opened.scheme, opened.folder.briefing).notes(opened.notes)


def _digests(files: Mapping[str, Path]) -> dict[str, str]:
    return {name: digest(path.read_bytes()) for name, path in files.items()}


def versions() -> dict[str, str]:
    """Of what a pack is printed with."""
    known = {name: doctor.installed_version(name) for name in _PRINTS_WITH}
    known["pango"] = doctor.pango_version()
    return {name: version for name, version in known.items() if version}
