"""The sources summed up at the head of their list (SRC-09): what a judgment here can rest on."""

from collections.abc import Iterable, Sequence

from scenesetter.model.audience import Audience
from scenesetter.model.edtf import in_words, is_edtf
from scenesetter.model.fact import Fact
from scenesetter.model.grade import NOT_JUDGED, reliability_of
from scenesetter.model.note import Note, Source


def source_summary(
    cited: Sequence[Note], printed: Iterable[Fact], audience: Audience
) -> str | None:
    """Made of nothing but the notes that the pack cites; None where it prints no assessment, or
    for readers outside."""
    judged = {fact.id for fact in printed if fact.kind == "assessment"}
    if not judged or "sources" not in audience.parts or audience.releasable:
        return None
    sources = [note.source for note in cited]
    caveats = {
        "undated": sum(one.published is None for one in sources),
        "without a grade of reliability": sum(reliability_of(one) == NOT_JUDGED for one in sources),
        "known in part only": sum(one.truncated for one in sources),
        "drafted by a model": sum(one.drafted_by_model is not None for one in sources),
    }
    told = [f"{count} {word}" for word, count in caveats.items() if count]
    assessments = _counted(len(judged), "assessment", "assessments")
    return (
        f"The pack prints {assessments} and rests on {_counted(len(sources), 'note', 'notes')}"
        f"{_publishers(sources)}{_span(sources)}{_languages(sources)}"
        f"{'; ' if told else ''}{', '.join(told)}."
    )


def _publishers(sources: Sequence[Source]) -> str:
    known = {one.publisher for one in sources if one.publisher}
    unknown = sum(one.publisher is None for one in sources)
    told = [_counted(len(known), "publisher", "publishers")] if known else []
    told += [f"{unknown} of nobody stated"] if unknown else []
    return f" of {' and '.join(told)}" if known else ", of no publisher stated"


def _span(sources: Sequence[Source]) -> str:
    """From the oldest to the newest; a date counts by its beginning."""
    dates = sorted(one.published for one in sources if one.published and is_edtf(one.published))
    if not dates:
        return ""
    if dates[0] == dates[-1]:
        return f", of {in_words(dates[0])}"
    return f", from {in_words(dates[0])} to {in_words(dates[-1])}"


def _languages(sources: Sequence[Source]) -> str:
    known = sorted({one.language for one in sources if one.language})
    return f", in the languages {', '.join(known)}" if len(known) > 1 else ""


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
