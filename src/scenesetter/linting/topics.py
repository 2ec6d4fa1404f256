"""Terms of a topic that count nothing or twice, and issues that nothing reaches (TPL-09)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from scenesetter.findings import Finding
from scenesetter.model.topic import Topic
from scenesetter.tomlfiles.lines import Keys, nearest_line

_WORD = re.compile(r"[^\W_]+")


def check_topic(
    topic: Topic, file: str, lines: Mapping[Keys, int], reached: Sequence[str]
) -> tuple[Finding, ...]:
    """`reached` are the issues that a text of all its own terms bears on."""
    findings = []
    known = dict(lines)
    first: dict[tuple[str, ...], str] = {}
    for term in topic.terms:
        line = nearest_line(known, ("terms", term.words))
        if term.weight == 0:
            what = f"the term `{term.words}` weighs 0 and counts nothing"
            findings.append(Finding("warning", "TPL-09", file, line, what, "take it out"))
        words = _folded(term.words)
        if words in first:
            what = f"the terms `{first[words]}` and `{term.words}` find the same words, twice"
            hint = "case, accents, hyphens and apostrophes make no difference; keep one"
            findings.append(Finding("warning", "TPL-09", file, line, what, hint))
        first.setdefault(words, term.words)
    if topic.name not in reached:
        what = "no text reaches this topic: all its terms together weigh too little"
        if reached and any(term.weight > 0 for term in topic.terms):
            what = f"no text reaches this topic: even all its terms together say `{reached[0]}`"
        hint = "a term of weight 3 decides alone, one of 1 is just enough"
        line = nearest_line(known, ("terms",))
        findings.append(Finding("error", "TPL-09", file, line, what, hint))
    return tuple(findings)


def _folded(words: str) -> tuple[str, ...]:
    parts = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    found = tuple(_WORD.findall(re.sub(r"['’]s\b", "", plain)))
    return (*found[:-1], f"{found[-1]}*") if words.endswith("*") else found
