"""The filled text as a Markdown pack that is pleasant to read."""

import re

from scenesetter.model.pack import Pack
from scenesetter.renderers.escaping import escape

_FENCE = re.compile(r"^:{3,}.*\n?", re.MULTILINE)
_TRAILING = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """No white space at line ends, no runs of blank lines, one line break at the end."""
    lines = _TRAILING.sub("", text.replace("\r\n", "\n"))
    return _BLANKS.sub("\n\n", lines).strip("\n") + "\n"


def plain(markdown: str, pack: Pack) -> str:
    """The pack for readers that know no containers: without the ":::" lines of the layout, with
    the banner as its first and last line and DRAFT inside of that.

    A value never starts a line with ":::", so nothing but layout is dropped.
    """
    ends = [escape(pack.banner), "DRAFT" if pack.draft else ""]
    whole = [*ends, _FENCE.sub("\n", markdown), *reversed(ends)]
    return tidy("\n\n".join(part for part in whole if part))
