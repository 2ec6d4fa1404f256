"""What a speaker's own words in a transcript amount to."""

import re

from scenesetter.gather.attribution.wishes import asked_or_promised
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.prose.plain import plain
from scenesetter.model.fact import FactKind, Span

_FILLERS = (
    "and|so|but|well|look|listen|yes|no|yeah|okay|ok|sure|now|again|first|um|uh|oh|right|i mean|"
    r"you know|once again|once more|mr\.? \w+|madam \w+|of course|finally|also|with that|"
    r"to your point|in terms of [^,.]{1,60}(?=,)|"
    r"(?:to|on|as to|as for) (?:your|that|the) (?:\w+ )?(?:point|question)"
    r"(?: (?:of|on|about) [^,.]{1,60})?(?=,)"
)
_FILLER = rf"(?:(?:{_FILLERS})\b[\s,.–—-]*)*+"
"""Possessive: where two fillers fit the same words, every one of them would double the time."""
_OPENING = re.compile(_FILLER, re.IGNORECASE)
_SOON = r"(?:just |now |also |quickly |first )?"
_PLEASANTRY = re.compile(
    rf"{_FILLER}(?:"
    r"(?:i(?:'d| would)? (?:just |also )?(?:want|like) to |let me (?:just |also )?)?"
    r"(?:thanks?\b|i hope (?:you|every(?:one|body))\b|good (?:morning|afternoon|evening|day)\b"
    r"|hello\b|hi\b|welcome (?:back|to|every)"
    r"|congratulat)"
    r"|as you(?: will| may| might)? (?:recall|remember)\b"
    r"|(?:i(?:'m| am)|we(?:'re| are)|it(?:'s| is)) (?:\w+ )?"
    r"(?:pleased|glad|happy|honou?red|delighted|privileged|great|good|wonderful|nice|"
    r"an? (?:\w+ )?(?:pleasure|honou?r|privilege))(?: for (?:me|us))? to (?:be|see|join|have|"
    r"welcome|host|meet|introduce|speak|take|answer|turn|get|talk)\b"
    r"|next question|go ahead|please\b|you(?:'re| are) welcome|happy to\b|over to\b"
    r"|(?:let me|let's|i(?:'ll| will|'d like to| want to| would like to| just want to))"
    rf" {_SOON}(?:do|wrap|switch|contextuali[sz]e|turn|start|begin|stop|pause|ask|take|hand|open"
    r"|go to|go back|move|come back"
    r"|get back|leave it|defer|refer|let|say|add|note|be (?:very )?(?:clear|careful|brief)"
    r"|make (?:one|a|two|just)|tell you|talk about|speak|mention|see if|check|point out"
    r"|draw your|know)\b"
    rf"|we(?:'ll| will) {_SOON}(?:turn|go to|go back|come back|get back|leave it|pause|stop"
    r"|take (?:a|one|your|the next))\b"
    r"|i(?:'d| would) (?:just )?(?:refer|defer|say|note|add|point|leave|let|direct|be careful)\b"
    r"|i (?:do not|don't) (?:have (?:any|a|the)|know)\b|i think (?:that|it)(?:'s| is) an? "
    r"(?:\w+ )?question|(?:that(?:'s| is) )?an? (?:\w+ )?(?:good|great|fair|important) question"
    r"|(?:good|great|fair) question"
    r")",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    rf"{_FILLER}(?:what (?:we|i) \w+|this|that|it|there|he|she|they|we|i)"
    r"(?:'(?:s|re|m)| is| was| are| were| am| have| has)?\s*(?:[–—]|--)",
    re.IGNORECASE,
)


_WORDS: dict[str, list[str]] = lexicon("spoken")


def _any(name: str) -> str:
    return "|".join(map(re.escape, _WORDS[name]))


_MANAGES = re.compile(rf"\b(?:{_any('manages')})\b", re.IGNORECASE)
_MANAGED_WORDS = 35
_DECLINES = re.compile(
    rf"\b(?:(?:{_any('declines')}) (?:\w+ ){{0,2}}?(?:{_any('answers')})|{_any('empty')})\b"
    r"(?!.*?\b(?:but|because)(?: \S+){6})",
    re.IGNORECASE,
)
"""Who goes on with "but" says something after all."""
_LEANS = re.compile(
    r"(?:that|this|it|those|these|there)(?:'s| is| was| are| were)\b|"
    r"(?!.*(?:\b(?:not|never|no)\b|n't\b)).*\b(?:that|this|it|those|these|them|so|there)[.!]?$",
    re.IGNORECASE,
)
_LEANING_WORDS = 8
_DIRECTION = re.compile(rf"\s?[(\[](?:{_any('directions')})\b[^()\[\]]{{0,60}}[)\]]", re.IGNORECASE)
_DASHES = ("–", "—", "--")
_NAMED = re.compile(r"(?<!^)\b(?!I\b)[A-Z]|\d")


def says_nothing(words: str) -> bool:
    """Whether a sentence is a pleasantry or a question, runs the meeting, refuses to answer,
    breaks off, or says nothing without the one before it."""
    if words.rstrip().endswith(("?", *_DASHES)) or words.lstrip().startswith(_DASHES):
        return True
    sentence = plain(words)
    if _PLEASANTRY.match(sentence) or _BROKEN_OFF.match(sentence) or _DECLINES.search(sentence):
        return True
    opening = _OPENING.match(sentence)
    told = sentence[opening.end() :] if opening else sentence
    count = told.count(" ") + 1
    managing = count <= _MANAGED_WORDS and _MANAGES.search(told) and not re.search(r"\d", told)
    leaning = count <= _LEANING_WORDS and _LEANS.match(told) and not _NAMED.search(told)
    return bool(managing or leaning)


def spoken_kind(words: str) -> FactKind:
    """A wish or a promise of the speaker's own, else a quotation."""
    return asked_or_promised(words) or "quotation"


def spoken_parts(words: str) -> tuple[str, ...]:
    """What is said between the stage directions: "(inaudible)", "[laughs]"."""
    return tuple(words[start:end] for start, end in spoken_spans(words))


def spoken_spans(words: str) -> tuple[Span, ...]:
    """Where it stands in them."""
    directions = [match.span() for match in _DIRECTION.finditer(words)]
    edges = [0, *(place for span in directions for place in span), len(words)]
    parts = ((start, words[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return tuple(
        (start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
        for start, part in parts
        if any(map(str.isalnum, part))
    )
