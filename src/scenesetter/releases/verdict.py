"""Which release a file is: by its digest, else by what it says of itself."""

import re
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scenesetter.model.release import Manifest
from scenesetter.model.verdict import Named, SourceState, Verdict
from scenesetter.releases.comparing import papers_of, resting_on
from scenesetter.releases.digests import digest

_VERSION = re.compile(r"\bVersion\W{1,6}(\d{1,6})\b")
_DRAFT = re.compile(r"\bdraft\b", re.IGNORECASE)


class Evidence(NamedTuple):
    """A file as it came: its bytes, and all words that can be read in it."""

    name: str
    content: bytes
    words: str


def identified(
    evidence: Evidence, manifests: Sequence[Manifest]
) -> tuple[Verdict, Manifest | None]:
    """Without its sources yet, and the manifest of the release that it is, or is a copy of."""
    found = digest(evidence.content)
    for manifest in manifests:
        if found in manifest.files.values():
            return _verdict(evidence, "unaltered", manifest), manifest
    resaved = digest(evidence.content.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n"))
    for manifest in manifests:
        if resaved in manifest.files.values():
            verdict = _verdict(evidence, "altered", manifest)
            return verdict.model_copy(update={"only_line_ends": True}), manifest
    for manifest in reversed(manifests):
        if _says_to_be(evidence.words, manifest):
            return _verdict(evidence, "altered", manifest), manifest
    drafted = _DRAFT.search(evidence.words) and not _VERSION.search(evidence.words)
    verdict = _verdict(evidence, "draft" if drafted else "unknown", None)
    return verdict.model_copy(update={"claims": _claimed(evidence.words)}), None


def _claimed(words: str) -> int | None:
    said = _VERSION.search(words)
    return int(said[1]) if said else None


def _says_to_be(words: str, manifest: Manifest) -> bool:
    versions = {int(number) for number in _VERSION.findall(words)}
    folded = _folded(words)
    names = (manifest.title, manifest.audience_title)
    return manifest.version in versions and all(_folded(name) in folded for name in names)


def _folded(text: str) -> str:
    """Small capitals and line ends apart; a backslash is Markdown's."""
    return re.sub(r"[\s\\]+", "", text).casefold()


def _verdict(evidence: Evidence, state: str, manifest: Manifest | None) -> Verdict:
    named = manifest and Named(
        title=manifest.title,
        audience=manifest.audience,
        audience_title=manifest.audience_title,
        version=manifest.version,
        date=manifest.date,
        marking=manifest.marking,
    )
    return Verdict.model_validate({"file": evidence.name, "state": state, "release": named})


def source_states(
    manifest: Manifest, stored: Mapping[str, str], now: Mapping[str, str | None]
) -> tuple[SourceState, ...]:
    """Notes by name with their digests when released, and now; None for one that is gone. One
    that was not there is new."""
    contents = manifest.contents
    states = []
    for name in dict.fromkeys([*stored, *now]):
        facts = resting_on(name, contents)
        if name not in stored:
            state = "new"
        elif now.get(name) is None:
            state = "gone"
        else:
            state = "unchanged" if now[name] == stored[name] else "changed"
        papers = [contents.papers[issue] for issue in papers_of(facts, contents)]
        resting = state in ("changed", "gone")
        states.append(
            SourceState.model_validate(
                {
                    "name": name,
                    "state": state,
                    "facts": tuple(fact.id for fact in facts) if resting else (),
                    "papers": papers if resting else (),
                }
            )
        )
    return tuple(states)
