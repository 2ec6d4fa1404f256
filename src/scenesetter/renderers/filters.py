"""The few filters of the templates. They get plain data and give finished Markdown."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from scenesetter.renderers.escaping import Markdown, escape

_WEB = re.compile(r"https?://[^\s<>\x00-\x20\x7f]+\Z")


def portion(mark: str | None) -> Markdown:
    """A portion mark and a space, to stand right before its portion; "" where there is none."""
    return Markdown(f"{escape(mark)} " if mark else "")


def calls(numbers: Sequence[int]) -> Markdown:
    """Endnote calls: "[^1][^4]"."""
    return Markdown("".join(f"[^{number}]" for number in numbers))


def link(url: str) -> Markdown:
    """A web address that can be followed; any other text stands as it is."""
    return Markdown(f"<{url}>" if _WEB.match(url) else escape(url))


def particulars(
    point: Mapping[str, Any], label: str | None = None, *, when: bool = True
) -> Markdown:
    """Its grade, whose words a point is, of which meeting and time, and with what care, in emphasis
    after a space; "" for none.

    Holder and meeting are left out where `label` already names them.
    """
    named = label or ""
    holder = [] if label and point["holder"] == label else [point["holder"], point["role"]]
    meeting = None if point["meeting"] and point["meeting"] in named else point["meeting"]
    time = point["when"] if when else None
    speaker = ", ".join(word for word in holder if word)
    words = [point.get("grade"), speaker, *point["remarks"], meeting, time, point["as_of"]]
    printed = " · ".join(escape(word) for word in words if word)
    return Markdown(f" *{printed}*" if printed else "")
