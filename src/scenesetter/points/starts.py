"""The start of a points file: its headings, and what waits for an answer, as comments."""

import re
from collections.abc import Mapping, Sequence

from scenesetter.model.edtf import in_words
from scenesetter.model.fact import Fact

_HEAD = """\
# {title}

<!-- What we aim at, what we say and what we answer. You write this file; once it is there, the
tool only reads it. Each list item is one line of the pack and cites the facts that it rests on as
[f:ID], the id or its first letters (at least 6): scenesetter facts DIR lists them. Comments like
this one are not printed; headings may stay empty. To mark the file, begin it with three lines:
---
marking: LEVEL
---
-->

## Objectives

<!-- One to three, each with what we want to have at the end.
- Agree on a date for the first meeting of the working group. [f:ID]
-->

## Points to make

<!-- To be said aloud: one idea a line, short.
- We are ready to start in May. [f:ID]
-->

## Response

<!-- What we answer to their requests; each line begins with the request.
- [f:ID] We can accept that from July on.
-->
"""
_FOOT = """
## If raised

### Certain

### Possible

### Defensive only

## Press line

## Background
"""
_OFFERED = re.compile(r"^- \[f:([0-9a-f]{6,})\]$", re.MULTILINE)
_REQUEST = """
<!-- {whose}: {text}
- [f:{id}]
-->
"""


def start(title: str, unanswered: Sequence[Fact]) -> str:
    """`title` is the issue's; `unanswered` are the other side's requests without a response."""
    return "".join([_HEAD.format(title=_remark(title)), *map(_request, unanswered), _FOOT])


def is_untouched(text: str, title: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a file is to the letter a start that was written for some of the facts, by id:
    nobody has put a word of his own into it."""
    offered = [facts.get(name) for name in _OFFERED.findall(text)]
    known = [fact for fact in offered if fact is not None]
    return len(known) == len(offered) and start(title, known) == text


def _request(fact: Fact) -> str:
    holder = fact.holder.name if fact.holder else "Not known who"
    as_of = f"as of {in_words(fact.as_of)}" if fact.as_of else "undated"
    whose = ", ".join(part for part in (holder, as_of, fact.marking) if part)
    return _REQUEST.format(whose=_remark(whose), text=_remark(fact.text), id=fact.id)


def _remark(text: str) -> str:
    """On one line, and without what could close the comment it stands in."""
    return re.sub("-(?=-)", "- ", " ".join(text.split()))
