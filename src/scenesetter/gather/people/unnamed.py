"""Sources without a person's name: groups, officials, organisations."""

import re
from functools import cache, lru_cache

from scenesetter.gather.countries import countries_named, country_of, is_people
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import names, roles
from scenesetter.gather.people.bodies import spelt_out
from scenesetter.gather.people.joint import is_joint
from scenesetter.gather.people.phrases import has_article, without_article
from scenesetter.model.fact import Holder, Span

_CLAUSE = re.compile(
    r",|\s\(|\s(?:who|that|which|whose|whom|speaking|on condition)\b"
    r"|\s(?:I|we|you|he|she|they)\s"
)
_COMPLEMENT = re.compile(r"\s(?:of|in|on|at|from|with|for|to|close|familiar|within|by|near)\b")

_ONE_OF = re.compile(
    r"(?:one|two|three|four|five|some|many|most|several|both|a few|none) of "
    r"(?:the|those|these|our) "
    r"|an? (?:\w+ )?(?:number|handful|majority|minority|couple|chorus|host|range) of (?:the )?",
    re.IGNORECASE,
)
_FROM_ORGAN = re.compile(r"\s(?:from|at|in|of|with)\s(?:the\s|its\s)?(.{3,80})")
_WORD = re.compile(r"(?:[A-Z]\.){2,4}|[^\W\d_][\w-]*")
_ABROAD = re.compile(r"\b(?:embassy|consulate|mission|high commission) in ", re.IGNORECASE)
"""What stands in another country than its own."""
_ONE = ("a ", "an ", "one ", "another ")
_PERSON = frozenset({"man", "woman"})
_REACH = 600
"""Characters back within which a group or person without a name is meant by a pronoun."""
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w&-]*")


def group(words: str, text: str = "") -> Holder | None:
    """ "two Mexican officials who asked", "a senior official": anonymous, in the note's words.

    A single word that the text has in capitals inside a sentence is a name and no group.
    """
    if some := _ONE_OF.match(words):
        inner = group(words[some.end() :], text)
        return inner.model_copy(update={"name": _lower(words)}) if inner else None
    phrase = without_article(_CLAUSE.split(words, maxsplit=1)[0]).strip()
    head = _COMPLEMENT.split(phrase, maxsplit=1)[0].split()
    people = head and (
        is_unnamed(head)
        or is_people(" ".join(head))
        or (len(head) > 1 and is_people(head[-1]) and not names.is_name(head))
        or _is_calling(words, head)
        or _is_agent(words, head, text)
    )
    if not people or is_fragment(phrase):
        return None
    named = has_article(words) or (len(head) > 1 and head[-1][0].isupper())
    if named and _is_proper(head) and _singular(head[-1]) == head[-1].lower():
        return None  # the Kenya Revenue Authority, the Nation
    if words[:4].lower() == "the " and head[-1].lower() in lexicon("roles")["alone_in_office"]:
        return None  # the left-leaning president is somebody
    party = _party(phrase, head)
    name = phrase if has_article(words) else _lower(phrase)
    return Holder(name=name, party=party, anonymous=not is_joint(name), link="group")


def _party(phrase: str, head: list[str]) -> str | None:
    """Whom people without names act for: an office, a servant of the state, "from the Dutch
    embassy"."""
    singular = " ".join([*head[:-1], _singular(head[-1])])
    if _singular(head[-1]) in lexicon("roles")["of_no_side"]:
        return None
    if party := roles.party_of(f"{singular}{phrase.removeprefix(' '.join(head))}"):
        return party
    if any(word in lexicon("roles")["of_the_state"] for word in head[:-1]):
        named = countries_named(phrase, 0, len(phrase))
        return named[0][2] if named and not roles.is_former(phrase) else None
    place = _FROM_ORGAN.search(phrase)
    return country_of_organ(place[1]) if place and not roles.is_former(phrase) else None


def _is_calling(words: str, head: list[str]) -> bool:
    """ "attorneys for the family", "an architect"; "the narrator" is somebody."""
    last = head[-1]
    small = last.islower() or (len(head) == 1 and words.startswith(last))
    called = _singular(last) in _callings() and not roles.is_honorific(last)
    return small and called and (last.endswith("s") or words.lower().startswith(_ONE))


def _is_agent(words: str, head: list[str], text: str) -> bool:
    """People by what they do, where no list has them: "villagers", "a skipper"."""
    last = head[-1]
    plain = _singular(last)
    first = len(head) == 1 and words.startswith(last) and last[1:].islower()
    if not (last.islower() or (first and last not in _capitals_inside(text))):
        return False
    if plain in lexicon("roles")["no_agents"]:
        return False
    if not plain.endswith(tuple(lexicon("roles")["agent_endings"])) or len(plain) < 5:
        return False
    if last.endswith(("s", "men", "women", "folk")):
        return True
    told = ("a ", "an ", "one ", "another ", "the ") if plain in _PERSON else _ONE
    return words.lower().startswith(told)


def last_group(text: str) -> Holder | None:
    """The last group that a text speaks of in the plural, for a "they" after it."""
    words = list(_WORD.finditer(text, max(0, len(text) - _REACH)))
    for place in range(len(words) - 1, -1, -1):
        word = words[place][0].lower()
        if word.endswith("s") and _singular(word) in _unnamed():
            first = place
            while first > max(0, place - 2) and _adjoin(text, words[first - 1], words[first]):
                first -= 1
            return group(text[words[first].start() : words[place].end()])
    return None


def _adjoin(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return text[word.end() : following.start()] == " " and not is_fragment(word[0])


def opening_person(text: str, span: Span) -> Holder | None:
    """The person without a name with whom a sentence begins: "A senior official said"."""
    found = _persons().match(text, *span)
    return group(found[0]) if found and found[0][:4].lower() != "the " else None


def opens_with_office(text: str, span: Span) -> bool:
    """Whether a sentence is about somebody described: "The minister left early"."""
    found = _persons().match(text, *span)
    return found is not None and found[0].startswith("The ")


def last_person(text: str) -> Holder | None:
    """The one person without a name whom a text speaks of, for a "he" or "she" after it."""
    found = {match[0] for match in _persons().finditer(text, max(0, len(text) - _REACH))}
    return group(found.pop()) if len(found) == 1 else None


def organisation(words: str, text: str) -> Holder | None:
    """An organisation by the note's words; None where they are no name and no institution.

    A single word is a name where the text has it in capitals inside a sentence.
    """
    name = without_article(words)
    head = _COMPLEMENT.split(name, maxsplit=1)[0].split()
    if not head or is_fragment(name) or _is_address(head):
        return None
    institution = bool({head[-1].lower(), _singular(head[-1])} & _institutions())
    named = _is_proper(head) and not any(word.endswith(("'s", "’s")) for word in head)
    if len(head) == 1:
        known = head[0].isupper() or body_of(name) or head[0] in _capitals_inside(text)
        known = known or head[0] in lexicon("roles")["organs"] + lexicon("roles")["agencies"]
        named = named and bool(known)
        institution = institution and name != words
    if not (institution or named):
        return None
    if len(head) == 1 and (full := spelt_out(name, text)):
        name = full
    party = body_of(name) or country_of_organ(name)
    return Holder(
        name=name if named or name != words else _lower(name), party=party, link="organisation"
    )


def _is_address(head: list[str]) -> bool:
    """Nothing but titles: "Mr. Chairman", "Madam Secretary"."""
    return roles.is_honorific(head[0]) and all(word.lower() in names.title_words() for word in head)


def is_fragment(words: str) -> bool:
    """Whether a phrase begins as no name or noun does: with a conjunction, verb, preposition."""
    first = words.split(maxsplit=1)[0] if words.split() else ""
    if first[:1].isupper() and first not in lexicon("roles")["openers"]:
        return False
    lower = first.lower()
    if lower in lexicon("roles")["participles"]:
        return False
    return lower in lexicon("roles")["no_holder_opens"] or (
        lower.endswith(("ing", "ed", "ly")) and "-" not in lower
    )


def _is_proper(head: list[str]) -> bool:
    return all(word[0].isupper() or word in names.PARTICLES | {"and", "&"} for word in head)


@lru_cache(maxsize=16)
def _capitals_inside(text: str) -> frozenset[str]:
    """Words that the text writes with a capital after a word in small letters."""
    return frozenset(_INSIDE.findall(text))


def body_of(words: str) -> str | None:
    """The country whose organ these words name: "the U.S. State Department"."""
    for body, country in lexicon("roles")["bodies"].items():
        if words == body or words.endswith(f" {body}"):
            return str(country)
    return None


def last_body(text: str) -> str | None:
    """The party of the organ that a text names last."""
    found = [(text.rfind(body), party) for body, party in lexicon("roles")["bodies"].items()]
    place, party = max(found)
    return str(party) if place >= 0 else None


def is_unnamed(words: list[str]) -> bool:
    """Whether the head word is one of people without names ("officials", "moderator")."""
    if not words:
        return False
    last = words[-1].lower()
    if words[-1].isupper() and last in lexicon("roles")["unnamed_speakers"]:
        return True
    return _singular(last) in _unnamed() or last in lexicon("roles")["unnamed_plurals"]


def government_words() -> frozenset[str]:
    return frozenset(lexicon("roles")["government"])


def country_of_organ(name: str) -> str | None:
    """The country whose ministry, army or the like a name tells: "Embassy of Peru"."""
    organs = lexicon("roles")["organs"]
    if _ABROAD.search(name):
        name = name.split(" in ", maxsplit=1)[0]
    words = name.split()
    phrases = lexicon("roles")["organ_phrases"]
    folded = name.casefold()
    if not any(word in organs for word in words) and not any(one in folded for one in phrases):
        last = _COMPLEMENT.split(name, maxsplit=1)[0].split()[-1:]
        if not last or last[0].capitalize() not in organs:
            return None
    named = countries_named(name, 0, len(name))
    return named[0][2] if named else country_of(words[0])


def _lower(phrase: str) -> str:
    first, blank, rest = phrase.partition(" ")
    proper = (
        first in lexicon("roles")["not_names"]
        or country_of(first)
        or first.endswith(("'s", "’s"))
        or names.is_given_name(first)
        or (len(first) > 1 and not first[1:].islower())
    )
    return phrase if proper else f"{first.lower()}{blank}{rest}"


def _singular(word: str) -> str:
    lower = word.lower()
    if lower.endswith("ies"):
        return f"{lower[:-3]}y"
    if lower.endswith(("men",)):
        return f"{lower[:-3]}man"
    return lower.removesuffix("s")


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(lexicon("roles")["unnamed"])


@cache
def _callings() -> frozenset[str]:
    return frozenset(lexicon("roles")["callings"]) - _institutions()


@cache
def _institutions() -> frozenset[str]:
    return frozenset(lexicon("roles")["institutions"])


@cache
def _persons() -> "re.Pattern[str]":
    people = [*lexicon("roles")["unnamed"], *lexicon("roles")["callings"]]
    things = {*_institutions(), "country", "organization", "organisation", "ally", "partner"}
    one_at_a_time = sorted({noun for noun in people if noun not in things}, key=len, reverse=True)
    nouns = "|".join(map(re.escape, one_at_a_time))
    return re.compile(
        r"\b(?:[Aa]n?|[Oo]ne|[Mm]y|[Aa]nother|[Oo]ur|[Tt]he)[ ]"
        rf"(?:[A-Za-z][\w-]{{0,20}}[ ]){{0,2}}(?:{nouns})\b"
        rf"(?:[ ](?:at|in|of|from|for)[ ](?:the[ ])?(?:[A-Za-z][\w-]{{0,20}}[ ]){{0,1}}"
        r"(?:ministry|department|office|embassy|government|commission))?"
    )
