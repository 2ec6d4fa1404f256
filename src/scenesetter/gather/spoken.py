"""What a speaker's own words in a transcript amount to."""

import re

from scenesetter.gather.attribution.read_sentence import asked_or_promised
from scenesetter.model.fact import FactKind

_FILLERS = (
    "and|so|but|well|look|listen|yes|no|yeah|okay|ok|sure|now|again|first|um|uh|oh|right|i mean|"
    "you know|of course|finally|also|with that|to your point"
)
_FILLER = rf"(?:(?:{_FILLERS})\b[\s,.–—-]*)*"
_SOON = r"(?:just |now |also |quickly |first )?"
_PLEASANTRY = re.compile(
    rf"{_FILLER}(?:"
    r"(?:i(?:['’]d| would)? (?:just |also )?(?:want|like) to |let me (?:just |also )?)?"
    r"(?:thanks?\b|good (?:morning|afternoon|evening|day)\b|hello\b|hi\b|welcome (?:back|to|every)"
    r"|congratulat)"
    r"|as you(?: will| may| might)? (?:recall|remember)\b"
    r"|(?:i(?:['’]m| am)|we(?:['’]re| are)|it(?:['’]s| is)) (?:\w+ )?"
    r"(?:pleased|glad|happy|honou?red|delighted|privileged|great|good|wonderful|nice|"
    r"an? (?:\w+ )?(?:pleasure|honou?r|privilege))(?: for (?:me|us))? to (?:be|see|join|have|"
    r"welcome|host|meet|introduce|speak|take|answer|turn|get|talk)\b"
    r"|next question|go ahead|please\b|you(?:['’]re| are) welcome|happy to\b|over to\b"
    r"|(?:let me|let['’]s|i(?:['’]ll| will|['’]d like to| want to| would like to| just want to))"
    rf" {_SOON}(?:turn|start|begin|stop|pause|ask|take|hand|open|go to|go back|move|come back"
    r"|get back|leave it|defer|refer|let|say|add|note|be (?:clear|careful|brief|very)"
    r"|make (?:one|a|two|just)|tell you|talk about|speak|mention|see if|check|point out"
    r"|draw your|know)\b"
    rf"|we(?:['’]ll| will) {_SOON}(?:turn|go to|go back|come back|get back|leave it|pause|stop"
    r"|take (?:a|one|your|the next))\b"
    r"|i(?:['’]d| would) (?:just )?(?:refer|defer|say|note|add|point|leave|let|direct|be careful)\b"
    r"|i (?:do not|don['’]t) (?:have (?:any|a|the)|know)\b|i think (?:that|it)(?:['’]s| is) an? "
    r"(?:\w+ )?question|(?:that(?:['’]s| is) )?an? (?:\w+ )?(?:good|great|fair|important) question"
    r"|(?:good|great|fair) question"
    r")",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    rf"{_FILLER}(?:this|that|it|there|he|she|they|we|i)"
    r"(?:['’](?:s|re|m)| is| was| are| were| am| have| has)?\s*(?:[–—]|--)",
    re.IGNORECASE,
)


def says_nothing(words: str) -> bool:
    """Whether a sentence is a pleasantry, a question, or breaks off."""
    plain = " ".join(words.split())
    broken = _PLEASANTRY.match(plain) or _BROKEN_OFF.match(plain)
    return broken is not None or plain.endswith(("?", "–", "—", "--"))


def spoken_kind(words: str) -> FactKind:
    """A wish or a promise of the speaker's own, else a quotation."""
    return asked_or_promised(words) or "quotation"
