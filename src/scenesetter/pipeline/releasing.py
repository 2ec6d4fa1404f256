"""A composed pack as it is to go out: numbered, told what changed, refused for what stands open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scenesetter import doctor
from scenesetter.checks.release import Candidate, check_release
from scenesetter.compose.cut import cut_for
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.citations import BoundLine, Citations, bound_lines
from scenesetter.model.edtf import in_words
from scenesetter.model.note import Note
from scenesetter.model.pack import Pack, Particular
from scenesetter.model.release import Manifest, Release
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_audience import Composed
from scenesetter.releases.comparing import changes
from scenesetter.releases.contents import contents_of, printed_points
from scenesetter.releases.digests import digest, of_set, of_value
from scenesetter.releases.entries import change_entries
from scenesetter.releases.pairing import paired_lines
from scenesetter.releases.register import Register, version_names
from scenesetter.settings import Settings

CHANGES = "changes"
"""The part of a pack that tells what changed."""
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


def planned(made: Composed, register: Register, settings: Settings, opened: Opened) -> Plan:
    """As a release where one was asked for, else as a draft; with what changed since an earlier
    release of this audience, for those who are told."""
    if settings.release:
        return _numbered(made, register, settings, opened)
    since = _since(register, made.audience.name, settings.since)
    return Plan(_told_changes(made, since, asked=settings.since is not None), since)


def _numbered(made: Composed, register: Register, settings: Settings, opened: Opened) -> Plan:
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
        lines=tuple(_lines_before(plan)),
    )
    return check_release(candidate)


def _lines_before(plan: Plan) -> Iterator[tuple[BoundLine, str | None]]:
    """The lines that the pack prints, each with its words in the release before."""
    seen = plan.made.seen
    citations = Citations(seen.gathered.facts)
    now = contents_of(plan.pack, (), ()).lines
    old = plan.since.manifest.contents.lines if plan.since else ()
    before = {
        (one.purpose, one.paper, one.text): former.text if former else None
        for former, one in paired_lines(old, now)
        if one
    }
    for file in seen.points:
        for bound in bound_lines(file, citations):
            place = (bound.line.purpose, file.issue, bound.line.text)
            if place in before:
                yield bound, before[place]


def _rests_on(pack: Pack) -> list[str]:
    return [name for one in printed_points(pack) for name in one.point.facts]


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
