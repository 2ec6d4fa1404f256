"""Rules on the marks of a printed pack, read back from its pages.

Every page carries the mark of the whole, which the rules allow in place of the page's own.
"""

from collections.abc import Iterator

from scenesetter.findings import Finding
from scenesetter.model.edtf import in_words
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack
from scenesetter.model.reading import ReadBack

PRINTED_MARKS = frozenset({"MRK-02", "MRK-03", "MRK-09", "MRK-20", "MRK-26", "MRK-41", "MRK-60"})
"""Rules on what every page bears."""
_HINT = "the running header and footer of shared/base.css print it: mend the audience's print.css"


def printed_marks(
    file: str, read: ReadBack, pack: Pack, scheme: MarkingScheme
) -> Iterator[Finding]:
    """All of them; `file` is the finding's path."""
    yield from banner_stands(file, read, pack, scheme)
    yield from draft_stands(file, read, pack)
    yield from origin_is_dated(file, read, pack, scheme)
    yield from block_stands(file, read, pack, scheme)


def banner_stands(
    file: str, read: ReadBack, pack: Pack, scheme: MarkingScheme
) -> Iterator[Finding]:
    """MRK-02, MRK-03, MRK-09, MRK-20, MRK-41, MRK-60: the banner stands whole, and alone in its
    lines, at the top and bottom of each page."""
    for number, edges in enumerate(zip(read.heads, read.feet, strict=True), 1):
        for name, text in zip(("top", "bottom"), edges, strict=True):
            if pack.banner and not _stands(pack.banner, text):
                rule = _rule(pack, scheme, text, number)
                what = f"page {number} lacks the banner {pack.banner} at its {name}"
                yield Finding("error", rule, file, 0, what, _HINT)


def draft_stands(file: str, read: ReadBack, pack: Pack) -> Iterator[Finding]:
    """MRK-26, MRK-27: a draft says so on every page, outside the banner, and no release does."""
    for number, edges in enumerate(zip(read.heads, read.feet, strict=True), 1):
        # Letters that are printed apart may be read as words: "DR AF T".
        said = any("DRAFT" in "".join(text.split()) for text in edges)
        if said != pack.draft:
            what = f"page {number} {'does not say' if pack.draft else 'says'} DRAFT"
            yield Finding("error", "MRK-26", file, 0, what, _HINT)


def origin_is_dated(
    file: str, read: ReadBack, pack: Pack, scheme: MarkingScheme
) -> Iterator[Finding]:
    """MRK-08: the date of origin stands on the face of what is classified."""
    if "MRK-08" in scheme.rules and pack.created and scheme.is_classified(pack.marking):
        day = in_words(pack.created)
        if not read.pages or "".join(day.split()) not in "".join(read.pages[0].split()):
            what = f"the date of origin, {day}, does not stand on the first page"
            hint = "a template's first page prints pack.particulars"
            yield Finding("error", "MRK-08", file, 0, what, hint)


def block_stands(file: str, read: ReadBack, pack: Pack, scheme: MarkingScheme) -> Iterator[Finding]:
    """MRK-07, MRK-22, MRK-23: the authority block stands on the first page."""
    face = "".join(read.pages[0].split()) if read.pages else ""
    rules = {line.label: line.rule for line in scheme.block}
    for line in pack.block:
        if "".join(line.text.split()) not in face:
            what = f"{line.label} of the authority block does not stand on the first page"
            hint = "a template's first page prints pack.block"
            yield Finding("error", rules.get(line.label, "MRK-01"), file, 0, what, hint)


def _stands(banner: str, text: str) -> bool:
    """Whether some whole lines are the banner: "TOP SECRET" is no "SECRET"."""
    wanted = "".join(banner.split())
    lines = ["".join(line.split()) for line in text.splitlines()]
    return any(
        "".join(lines[start:end]) == wanted
        for start in range(len(lines))
        for end in range(start + 1, min(len(lines), start + len(banner.split("/")) + 3) + 1)
    )


def _rule(pack: Pack, scheme: MarkingScheme, text: str, page: int) -> str:
    """The scheme's own rule on it; MRK-09 where only what follows the level is missing."""
    level = scheme.banner(scheme.level_of(pack.marking).name)
    if "MRK-09" in scheme.rules and level != pack.banner and _stands(level, text):
        return "MRK-09"
    if "MRK-20" in scheme.rules and scheme.level_of(pack.marking).leaves:
        return "MRK-20"
    own = ["MRK-41", "MRK-60", *(["MRK-02"] if page == 1 else [])]
    return next((rule for rule in own if rule in scheme.rules), "MRK-03")
