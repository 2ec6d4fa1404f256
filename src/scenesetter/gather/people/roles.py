"""What a note calls a person beside the name, and the party that a role speaks for."""

import re
from functools import cache

from scenesetter.gather.countries import countries_named, country_of
from scenesetter.gather.lexicon import lexicon

_REACH = 160
"""Characters read on either side of a name."""

_LONGEST = 16
"""Words of a role; what runs on longer is a sentence."""

_CLAUSE_END = re.compile(
    r"""[,;:!?"“”()\n—–]|(?:(?<!\b[A-Z])(?<!Sen)(?<!Gov)(?<!Rep)(?<!Gen)(?<!Mr)(?<!Ms)(?<!Mrs)
        (?<!Dr)(?<!Prof)(?<!Adm)(?<!Amb)(?<!Fr)(?<!Rev)(?<!Hon)(?<!Capt)(?<!Col))\.(?=\s|$)""",
    re.VERBOSE,
)
_APPOSITIVE = re.compile(r",[ ]|[ ](?=(?:a|an|the)[ ])")
_ARTICLE = re.compile(r"(?:a|an|the|The|A|An|our|his|her|their)[ ]")
_STOP = re.compile(
    r"[ ](?:who|that|which|where|when|in[ ]an|in[ ]a|on|during|after|before|has|is|was)\b"
)
_WORD = re.compile(r"[^\s,;()]+")
_RANKS = frozenset({"acting", "deputy", "interim", "assistant", "under", "vice"})
_OF_A_PEOPLE = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|ese|ish|ani)")
"""An adjective of a country that no list has, where a sentence begins with it."""
_POSSESSIVE = re.compile(r"['’]s?$")


def role_before(text: str, start: int, floor: int) -> str | None:
    """The title or calling that ends right before `start`: "U.S. President", "Mexican analyst"."""
    window = text[max(floor, start - _REACH) : start]
    if not window.endswith((" ", "\n", "\u00a0")):
        return None
    cut = max((match.end() for match in _CLAUSE_END.finditer(window)), default=0)
    words = [(match.start() + cut, match[0]) for match in _WORD.finditer(window[cut:])]
    plain = [word for _start, word in words]
    noun = _noun_at_end(plain)
    if noun is None:
        return None
    first = _with_modifiers(plain, noun)
    if plain[max(0, first - 2) : first] == ["to", "the"]:  # Senior Advisor to the President Ana Roe
        served = _noun_at_end(plain[: first - 2])
        if served is None:
            return None
        first = _with_modifiers(plain, served)
    return " ".join(window[words[first][0] :].split())


def role_after(text: str, end: int, ceiling: int) -> str | None:
    """The role in apposition after `end`: ", a former minister of finance," without its article."""
    joint = _APPOSITIVE.match(text, end, ceiling)
    if not joint:
        return None
    window = text[joint.end() : min(ceiling, end + 2 * _REACH)]
    if article := _ARTICLE.match(window):
        window = window[article.end() :]
    for boundary in (_CLAUSE_END, _STOP, _speech_pattern()):
        if found := boundary.search(window):
            window = window[: found.start()]
    words = window.split()
    for place in range(min(len(words), 8)):
        noun = _noun_length(words, place)
        if noun:
            after = words[place + noun] if place + noun < len(words) else "of"
            fits = (after[0].islower() or after == "&") and len(words) <= _LONGEST
            return " ".join(words) if fits else None
        if words[place].lower() in {"and", "with", "in", "at", "by"}:
            return None
    return None


def party_of(role: str) -> str | None:
    """The country that an officeholder acts for; None for a former one or an outside voice."""
    words = role.split()
    if is_former(role):
        return None
    for phrase, party in lexicon("roles")["party_of_phrase"].items():
        if phrase in role.lower():
            return str(party)
    for place in range(len(words)):
        length = _noun_length(words, place)
        if not length:
            continue
        office = _bare(" ".join(words[place : place + length]))
        if office not in _offices():
            return None
        before, after = " ".join(words[:place]), " ".join(words[place + length :])
        own = None if before or after else lexicon("roles")["offices_of"].get(office)
        return _acting_for(before) or _of_country(after) or own
    return None


def office_of(role: str) -> str | None:
    """The office in a role, lower case and without its qualifiers: "president"."""
    noun = noun_of(role)
    return noun if noun in _offices() else None


def noun_of(role: str) -> str | None:
    """The first office or calling in a role, lower case: "prime minister", "analyst"."""
    words = role.split()
    for place in range(len(words)):
        if length := _noun_length(words, place):
            return _bare(" ".join(words[place : place + length]))
    return None


def is_bare(role: str, office: str) -> bool:
    """Whether the role is its office alone, but for a rank: "deputy secretary"."""
    before = role.lower().removesuffix(office).split()
    return all(word in _RANKS for word in before)


def is_former(role: str) -> bool:
    return any(word in _former() for word in re.split(r"[\s-]+", role.lower()))


def is_speech(word: str) -> bool:
    return word in _speech()


def _noun_at_end(words: list[str]) -> int | None:
    """Where the role noun begins that ends the words, "of Mexico" and the like aside."""
    last = len(words)
    for end in range(last, max(0, last - 7), -1):
        tail = words[end:]
        complete = not tail or (
            tail[0] in {"of", "for", "to"}
            and tail[-1][0].isupper()
            and len(tail) > 1
            and all(word[0].isupper() or word in {"the", "and", "of"} for word in tail[1:])
        )
        if complete:
            for length in range(min(4, end), 0, -1):
                if _bare(" ".join(words[end - length : end])) in _nouns():
                    return end - length
        if tail and tail[0][0].islower() and tail[0] not in {"of", "for", "to", "the", "and"}:
            return None
    return None


def _with_modifiers(words: list[str], first: int) -> int:
    """The start of the phrase: nationality, rank and organisation before the role noun."""
    floor = max(0, first - 7)
    while first > floor and _modifies(words[first - 1], first - 1):
        first -= 1
    return first


def _modifies(word: str, place: int) -> bool:
    plain = word.lower()
    former = plain in _former() and word != "Then"  # the adverb that opens a sentence
    if former or plain in _modifiers() or plain.endswith("-based"):
        return True
    if country_of(word) or word in _states():
        return True
    told = place > 0 or _POSSESSIVE.search(word) or _OF_A_PEOPLE.fullmatch(word)
    return word[0].isupper() and bool(told) and word not in _openers()


def _noun_length(words: list[str], place: int) -> int:
    """How many words from `place` on are a role noun, 0 for none."""
    for length in range(min(5, len(words) - place), 0, -1):
        if _bare(" ".join(words[place : place + length])) in _nouns():
            return length
    return 0


def office_length(words: list[str], place: int) -> int:
    """How many words from `place` on are an office, 0 for none."""
    length = _noun_length(words, place)
    return length if _bare(" ".join(words[place : place + length])) in _offices() else 0


def _bare(noun: str) -> str:
    plain = noun.lower()
    for prefix in ("then-", "ex-"):
        plain = plain.removeprefix(prefix)
    return plain


def _acting_for(before: str) -> str | None:
    """The country, state or body named before the office with nothing but modifiers between."""
    named = countries_named(before, 0, len(before))
    if named:
        _start, end, country = named[-1]
        between = before[end:].removeprefix("'s").removeprefix("’s").split()
        return country if all(_modifies(word, 1) for word in between) else None
    roles = lexicon("roles")
    for body, country in roles["bodies"].items():
        if body in before:
            return str(country)
    for country, states in roles["subdivisions"].items():
        if any(re.search(rf"\b{state}\b", before) for state in states):
            return str(country)
    return None


def _of_country(after: str) -> str | None:
    """ "of Peru", "in the Serbian foreign ministry"; a city where somebody sits is no party."""
    named = countries_named(after, 0, len(after))
    if not named:
        return None
    start, end, country = named[0]
    if re.match(r"(?:at|in|from|with|for) the ", after):
        organ = {word.capitalize() for word in after[end:].split()}
        return country if organ & set(lexicon("roles")["organs"]) else None
    match = re.match(r"of (?:the )?", after)
    return country if match and start == match.end() else None


@cache
def _states() -> frozenset[str]:
    return frozenset(
        word
        for states in lexicon("roles")["subdivisions"].values()
        for state in states
        for word in state.split()
    )


@cache
def _offices() -> frozenset[str]:
    return frozenset(lexicon("roles")["offices"])


@cache
def _nouns() -> frozenset[str]:
    return _offices() | frozenset(lexicon("roles")["callings"]) | _honorifics()


@cache
def _honorifics() -> frozenset[str]:
    titles = (*lexicon("roles")["honorifics"], *lexicon("roles")["clerical"])
    return frozenset(title.lower() for title in titles)


def is_honorific(role: str) -> bool:
    return role.lower() in _honorifics()


@cache
def _modifiers() -> frozenset[str]:
    fields = (field.lower() for field in lexicon("roles")["fields"])
    return frozenset([*lexicon("roles")["modifiers"], *fields])


@cache
def _former() -> frozenset[str]:
    return frozenset(lexicon("roles")["former"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon("roles")["openers"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(lexicon("roles")["speech"])


@cache
def _speech_pattern() -> "re.Pattern[str]":
    return re.compile(r"(?:^|[ ])(?:{words})\b".format(words="|".join(sorted(_speech()))))
