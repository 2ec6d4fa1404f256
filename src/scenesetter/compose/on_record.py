"""What was said on the record: by somebody named, who stands by it."""

import re

from scenesetter.model.fact import Fact

_OFF = re.compile(
    r"\b(?:off[ -]the[ -]record|(?:not|never) for attribution|unattributabl[ey]|Chatham House"
    r"|anonym(?:ity|ous|ously)|unnamed|(?:in|on) (?:strict )?confidence|on deep background"
    r"|(?:spoke|speak|speaks|speaking|talking|said|told \w+|briefed \w+) on background"
    r"|(?:not|declin\w+|refus\w+) (?:(?:want\w*|wish\w*|like) )?to be (?:named|identified|quoted)"
    r"|not be(?:ing)? (?:named|identified|quoted)"
    r"|not authori[sz]ed to (?:speak|talk|comment|discuss))\b",
    re.IGNORECASE,
)
"""By these words somebody does not stand by what he says, or nobody may know who says it."""

_HEARSAY = re.compile(
    r"\b(?:say|says|said|saying|tells?|told|according to|reportedly|allegedly|understood|rumou?r\w*"
    r"|claim(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)|hint(?:s|ed)|confide[sd]|whisper(?:s|ed)"
    r"|complain(?:s|ed)|argue[sd]|admit(?:s|ted)|recall(?:s|ed)|acknowledge[sd])\b",
    re.IGNORECASE,
)
"""In a sentence that is held to be the note's own somebody else speaks, whom nobody knows."""


def off_record(fact: Fact) -> Fact | None:
    """The fact with those of its passages that are not on the record, None where all are."""
    by_name = _is_by_name(fact)
    kept_back = tuple(one for one in fact.passages if not by_name or _OFF.search(one.exact))
    return fact.model_copy(update={"passages": kept_back}) if kept_back else None


def _is_by_name(fact: Fact) -> bool:
    """Whether somebody stands by it: who speaks is named, or nobody but the note itself."""
    if fact.holder is None:
        heard = any(_HEARSAY.search(one.exact) for one in fact.passages)
        return fact.cue is None and not fact.verbatim and not heard
    return not fact.holder.anonymous and not fact.holder.unsure
