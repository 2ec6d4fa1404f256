"""Rules on how likely a person's lines say that something is. What others said keeps its words."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from scenesetter.findings import Finding, Severity
from scenesetter.model.citations import BoundLine
from scenesetter.model.points import JUDGING, SPOKEN

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_CONFIDENCE = re.compile(
    r"\b(?:(?:high|moderate|medium|low) (?:degree of |level of )?confidence"
    r"|confidence (?:is|remains) (?:high|moderate|medium|low))\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"\b(?:may|might|could|possibly|perhaps|we believe it (?:is|to be) \w+)\b")
_RANGE = re.compile(r"\s*\((?:[^)]*\d[^)]*%|[^)]*per ?cent)\)")


class Scale(NamedTuple):
    """Terms by their words, each with its range in print."""

    name: str
    title: str
    authority: str
    terms: Mapping[str, str]


@cache
def scales() -> dict[str, Scale]:
    """All scales, by name."""
    text = (files(__package__) / "estimates.toml").read_text("utf-8")
    return {name: Scale(name, **table) for name, table in tomllib.loads(text).items()}


def check_estimates(lines: Sequence[BoundLine]) -> Iterator[Finding]:
    """EST-01, EST-02, EST-03 and EST-05 of the lines of a pack."""
    written = [bound for bound in lines if bound.line.purpose not in SPOKEN]
    yield from one_scale(written)
    fitting = [one for one in scales().values() if _fits(one, written)] or list(scales().values())
    for bound in written:
        yield from likelihood_and_confidence_apart(bound)
        if bound.line.purpose in JUDGING:
            yield from likelihood_with_its_range(bound, fitting)
            yield from no_hedges(bound)


def is_estimate(text: str) -> bool:
    """Whether it says, outside what it quotes, how likely something is or how sure one is."""
    own = _QUOTED.sub("“”", text)
    return bool(_pattern().search(own) or _CONFIDENCE.search(own))


def without_ranges(text: str) -> str:
    """Without the range that a scale gives to a term, beside it: these figures are the scale's."""
    cut = text
    for match in reversed(list(_pattern().finditer(text))):
        beside = _RANGE.match(text, match.end())
        if beside and any(_has(scale, match[0], beside[0]) for scale in scales().values()):
            cut = cut[: beside.start()] + cut[beside.end() :]
    return cut


def one_scale(lines: Sequence[BoundLine]) -> Iterator[Finding]:
    """EST-01: there is a scale that has all the terms in use, with the ranges beside them; named
    at the line that leaves it."""
    fitting = list(scales().values())
    for bound in lines:
        own = _own(bound)
        for match in _pattern().finditer(own):
            beside = _RANGE.match(own, match.end())
            kept = [scale for scale in fitting if _has(scale, match[0], beside and beside[0])]
            if not kept:
                said = match[0] + (beside[0] if beside else "")
                before = " or ".join(scale.title for scale in fitting)
                what = f"“{said}” is not of the scale of the lines before it: {before}"
                yield _found("error", "EST-01", bound, what, "keep to the terms of one scale")
                return
            fitting = kept


def likelihood_and_confidence_apart(bound: BoundLine) -> Iterator[Finding]:
    """EST-02: how likely something is and how sure one is of it stand in two sentences."""
    for sentence in _SENTENCE.findall(_own(bound)):
        terms = list(_terms(sentence))
        confidence = _CONFIDENCE.search(sentence)
        if terms and confidence:
            what = f"“{terms[0]}” and “{confidence[0]}” in one sentence"
            yield _found("error", "EST-02", bound, what, "make two sentences of it")


def likelihood_with_its_range(bound: BoundLine, fitting: Sequence[Scale]) -> Iterator[Finding]:
    """EST-03: a term of likelihood has its range beside it, which differs by scale; `fitting` are
    those that all the lines keep to."""
    own = _own(bound)
    for match in _pattern().finditer(own):
        if not _RANGE.match(own, match.end()):
            term = match[0].casefold()
            having = [one for one in fitting if term in one.terms]
            having = having or [one for one in scales().values() if term in one.terms]
            what = f"“{term}” stands without its range"
            hint = ", or ".join(f"“{term} ({one.terms[term]})” in {one.title}" for one in having)
            yield _found("warning", "EST-03", bound, what, hint)
            return


def no_hedges(bound: BoundLine) -> Iterator[Finding]:
    """EST-05: a judgment says how likely, in a term of the scale."""
    match = _HEDGE.search(_own(bound))
    if match:
        what = f"“{match[0]}” does not say how likely"
        yield _found("warning", "EST-05", bound, what, "take a term of one scale")


def _fits(scale: Scale, lines: Sequence[BoundLine]) -> bool:
    return all(
        _has(scale, match[0], beside and beside[0])
        for own in map(_own, lines)
        for match in _pattern().finditer(own)
        for beside in (_RANGE.match(own, match.end()),)
    )


def _has(scale: Scale, term: str, beside: str | None) -> bool:
    """Whether it is one of its terms, and what stands beside it, if anything, that term's range."""
    own = scale.terms.get(term.casefold())
    return own is not None and (beside is None or _percents(beside) == _percents(own))


def _percents(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _own(bound: BoundLine) -> str:
    """The line without what it quotes, white space plain."""
    return " ".join(_QUOTED.sub("“”", bound.line.text).split())


def _terms(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    """Any term of any scale, the longest first: "very likely" is not "likely"."""
    terms = {term for scale in scales().values() for term in scale.terms}
    listed = "|".join(sorted(map(re.escape, terms), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def _found(severity: Severity, rule: str, bound: BoundLine, what: str, hint: str) -> Finding:
    return Finding(severity, rule, bound.path, bound.line.number, what, hint)
