"""Noun phrases before and after a cue: who said it.

Works on words alone, without a parse: a phrase is walked outwards from its edge at the cue
until a word that cannot belong to it. All results are token ranges, half-open.
"""

from collections.abc import Sequence

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.cues import cues_by_word
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

Range = tuple[int, int]
_LONGEST = 14
"""Words of a noun phrase, at most."""

_WORDS: dict[str, list[str]] = lexicon("function_words")["speakers"]
PRONOUNS = frozenset(_WORDS["pronouns"])
_LONE = PRONOUNS | frozenset(_WORDS["lone"])
_DETERMINERS = frozenset(_WORDS["determiners"])
_NUMBERS = frozenset(_WORDS["numbers"])
_LINKS = frozenset(_WORDS["links"])
"""Prepositions that tie a further noun to the phrase: "a spokesman for the ministry"."""
_NAME_LINKS = frozenset(_WORDS["name_links"])
_STOPS = frozenset(_WORDS["stops"])
_PASTS = frozenset(_WORDS["pasts"])
"""Irregular past forms that are hardly ever anything else."""
_DESCRIBING = frozenset(_WORDS["describing"])
_RELATIVES = frozenset({"who", "which"})
_HAVE = frozenset({"had", "has", "have"})
_JOINS_CLAUSES = frozenset({"and", "but", "while"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_EMPHATIC = frozenset(_WORDS["emphatic"])
_TIMES = frozenset(_WORDS["times"])
_STANDS_ALONE = frozenset(_WORDS["stands_alone"])
_BEFORE_TIMES = frozenset(_WORDS["before_times"])
_INTRODUCTIONS = _LINKS | frozenset(_WORDS["introductions"])


def speaker_before(words: Sequence[Token], cue: int, floor: int) -> Range | None:
    """The subject that ends before token `cue`, not reaching left of token `floor`."""
    edge = cue
    while edge > floor and _may_stand_between(words[edge - 1]):
        edge -= 1
    if edge <= floor:
        return None
    last = words[edge - 1].word
    if last in _RELATIVES:
        return _antecedent(words, edge - 1, floor)
    if last in {",", "--", "–", "—", ")"}:
        return _before_apposition(words, edge - 1, floor)
    phrase = phrase_before(words, edge, floor)
    if phrase is None or words[phrase[0]].word in PRONOUNS:
        return phrase
    relative = _open_relative(words, phrase[0], floor)
    if relative is not None:
        return _antecedent(words, relative, floor) or phrase
    return _named_before(words, phrase, floor) or phrase


def _may_stand_between(token: Token) -> bool:
    """`Roe recently said`, `Roe himself said`; Kelly is no adverb."""
    return token.word in _EMPHATIC or (is_adverb(token.word) and not token.capital)


def _antecedent(words: Sequence[Token], relative: int, floor: int) -> Range | None:
    edge = relative - (relative > floor and words[relative - 1].word == ",")
    return phrase_before(words, edge, floor)


def _open_relative(words: Sequence[Token], start: int, floor: int) -> int | None:
    """`Two officials who spoke on condition of anonymity said`: where its "who" stands."""
    verb = start if words[start].word.endswith("ed") else start - 1
    if verb >= floor + 2 and words[verb].word.endswith("ed") and words[verb - 1].word in _HAVE:
        # "the firms that had insured | the port's owners agreed"
        return verb - 2 if words[verb - 2].word in _RELATIVES | {"that"} else None
    for at in range(start - 1, max(floor, start - 12) - 1, -1):
        word = words[at].word
        if not words[at].is_word or words[at].quoted or word in {"that", "and", "but"}:
            return None
        if word == "who":
            known = cues_by_word().get(words[at + 1].word, ())
            return at if all(cue.particles for cue in known) else None
    return None


def _named_before(words: Sequence[Token], phrase: Range, floor: int) -> Range | None:
    """`Lopez, head of the bank said`: the name before an apposition that no comma ends."""
    start = phrase[0]
    if start < floor + 2 or words[start - 1].word != "," or words[start].capital:
        return None
    named = phrase_before(words, start - 1, floor)
    if named is None or named[0] != floor or not words[named[1] - 1].capital:
        return None
    return named if words[start].word not in _LONE | _DETERMINERS else None


def _before_apposition(words: Sequence[Token], comma: int, floor: int) -> Range | None:
    """The name of "name, apposition, said": the first part that is not an introduction."""
    mark = "(" if words[comma].word == ")" else words[comma].word
    parts = [floor]
    parts += [at + 1 for at in range(max(floor, comma - 40), comma) if words[at].word == mark]
    joined = _joined_office(words, parts, comma)
    if joined is not None:
        return joined
    for start, following in zip(parts, [*parts[1:], comma + 1], strict=True):
        word = words[start].word
        is_state = following - start == 2 and words[start].end - words[start].start == 2  # OH
        if word in _INTRODUCTIONS | _TIMES or word.endswith("ing") or is_adverb(word) or is_state:
            continue
        found = phrase_before(words, _before_bracket(words, following - 1, start), start)
        if found is not None:
            return found
    return None


def _joined_office(words: Sequence[Token], parts: Sequence[int], comma: int) -> Range | None:
    """`..., and | its chair, Jan Roe, said`: a clause of its own, whose subject has its name
    after it."""
    if len(parts) < 3 or not all(token.capital for token in words[parts[-1] : comma]):
        return None
    start = parts[-2]
    if words[start].word not in _JOINS_CLAUSES:
        return None
    office = phrase_before(words, parts[-1] - 1, start + 1)
    if office is None or words[office[1] - 1].capital:
        return None
    owned = any(_is_possessive(token.word) for token in words[office[0] : office[1]])
    return office if owned or words[office[0]].word == "the" else None


def _before_bracket(words: Sequence[Token], edge: int, floor: int) -> int:
    """`Roe (Labour), said`: where the bracket that ends before `edge` opens."""
    if words[edge - 1].word != ")":
        return edge
    return next((at for at in range(edge - 2, floor, -1) if words[at].word == "("), edge)


def phrase_before(words: Sequence[Token], edge: int, floor: int) -> Range | None:
    """The noun phrase that ends before token `edge`."""
    while edge > floor and (words[edge - 1].word in _TIMES or _is_year(words[edge - 1].word)):
        edge -= 1
        if edge > floor and words[edge - 1].word in _BEFORE_TIMES:
            edge -= 1
    if edge <= floor:
        return None
    last = words[edge - 1]
    if last.word in _LONE and not last.quoted:
        return edge - 1, edge
    start = edge
    floor = max(floor, edge - _LONGEST)
    while start > floor and _belongs(words, start - 1, edge, floor):
        start -= 1
    start = _without_introduction(words, start, edge)
    start = _past_opening(words, start, edge)
    return (start, edge) if start < edge and _has_head(words, start, edge) else None


def _past_opening(words: Sequence[Token], start: int, edge: int) -> int:
    """`On the talks in Mexico Lopez said`: what opens the sentence is not the speaker's name."""
    if start > 1 or words[0].word not in _LINKS or words[0].quoted or start == edge:
        return start
    links = [at for at in range(start - 1, edge) if words[at].word in _LINKS and at + 2 < edge]
    after = links[-1] + 2 if links else start
    return after if words[after - 1].capital or words[after].capital else start


def _belongs(words: Sequence[Token], at: int, edge: int, floor: int) -> bool:
    """Whether the phrase may grow over token `at`, given that it starts at `at + 1`."""
    token = words[at]
    word = token.word
    if not token.is_word or token.quoted:
        return False
    inner = words[at + 1].word if at + 1 < edge else ""
    if word in {"and", "&"}:
        return at > floor and at + 1 < edge and _joins(words, at)
    if word in _LINKS | _NAME_LINKS:
        return at + 1 < edge and _links(words, at, edge, floor)
    of_date = word.isdigit() and at > 0 and _is_month(words[at - 1])  # On January 5 Roe said
    passes = is_adverb(word) and not token.capital and not (word in _DETERMINERS and inner)
    if of_date or word in _STOPS | _TIMES or passes:
        return False
    if inner in _DETERMINERS:
        return inner in _NUMBERS and word in _DETERMINERS - _NUMBERS
    is_named = at > floor and _is_possessive(words[at - 1].word)  # Roe's thinking
    return token.capital or is_named or not _is_verb(word)


def _is_month(token: Token) -> bool:
    return token.word in _TIMES or (token.word == "may" and token.capital)


def _links(words: Sequence[Token], at: int, edge: int, floor: int) -> bool:
    """A preposition between two nouns, or a particle of a name: De la Calle."""
    if words[at].word in _NAME_LINKS - _LINKS and words[edge - 1].capital:
        return words[at].capital or (at > floor and words[at - 1].is_word)
    opens = at == 1 and words[0].word.endswith("s")  # Mayors on the islands
    return at > floor and _carries_link(words[at - 1], words[at].word, opens=opens)


def _joins(words: Sequence[Token], at: int) -> bool:
    """ "Biden and Trudeau", "Lopez and the two ministers"."""
    before, after = words[at - 1], words[at + 1]
    return before.capital and before.is_word and (after.capital or after.word in _DETERMINERS)


def _carries_link(before: Token, link: str, *, opens: bool) -> bool:
    if not before.is_word or before.word in _STOPS or before.quoted:
        return False
    if link == "to":
        return before.word.endswith(("er", "or", "ers", "ors", "aide", "aides", "envoy"))
    if link in {"by", "on", "with"}:
        return (opens or not before.capital) and not before.word.endswith(("ed", "en", "ing"))
    return before.word not in _DETERMINERS and not _is_finite(before.word)


def _is_finite(word: str) -> bool:
    return word.endswith("ed") or _is_verb(word)


def _is_verb(word: str) -> bool:
    """A cue that is hardly ever a noun's neighbour: "said", "wants"."""
    found = cues_by_word().get(word)
    return found is not None and any(
        cue.forms & {"past", "third", "ing"} and not cue.particles for cue in found
    )


def _without_introduction(words: Sequence[Token], start: int, edge: int) -> int:
    while start < edge and (
        (words[start].word in _LINKS | _NAME_LINKS | {"and", "&"} and not words[start].capital)
        or _leads_in(words, start, edge)
    ):
        start += 1
    return start


def _leads_in(words: Sequence[Token], start: int, edge: int) -> bool:
    """`also Roe`, not `both governments`, `all of them`."""
    alone = start + 1 >= edge
    return is_adverb(words[start].word) and not alone and words[start].word not in _DETERMINERS


def _has_head(words: Sequence[Token], start: int, edge: int) -> bool:
    return (
        any(
            token.word not in _DETERMINERS and not token.word.isdigit()
            for token in words[start:edge]
        )
        or words[start].word in _STANDS_ALONE
    )


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def speaker_after(words: Sequence[Token], start: int, limit: int) -> Range | None:
    """The noun phrase that begins at token `start`: the speaker after "said", "according to"."""
    if start >= limit or words[start].quoted or not words[start].is_word:
        return None
    if words[start].word in _LONE:
        return start, start + 1
    limit = min(limit, start + _LONGEST)
    end = start
    while end < limit and _continues(words, start, end):
        end += 1
    while end > start and words[end - 1].word in _LINKS | _DETERMINERS | {"and"}:
        end -= 1
    return (start, end) if end > start and _has_head(words, start, end) else None


def _continues(words: Sequence[Token], start: int, at: int) -> bool:
    token = words[at]
    word = token.word
    if not token.is_word or token.quoted:
        return False
    if at == start:
        is_name = token.capital and at + 1 < len(words) and words[at + 1].capital  # Will Roe
        return word not in _STOPS or is_name
    before = words[at - 1]
    if word in {"and", "&"}:
        return at + 1 < len(words) and before.capital and words[at + 1].capital
    if word in _LINKS | _NAME_LINKS:
        return not _is_time_ahead(words, at) and (
            word not in {"in", "on", "to", "by"} or not before.capital
        )
    if word in _DETERMINERS:
        counted = word in _NUMBERS and before.word in _DETERMINERS - _NUMBERS
        return counted or before.word in _LINKS or before.word == "and"
    opens = before.word in _DETERMINERS  # a Monday editorial, the printed card
    ends = _is_verb(word) or word in _PASTS or (word.endswith("ed") and word not in _DESCRIBING)
    passes = word in _TIMES or (is_adverb(word) and not token.capital)
    return word not in _STOPS and (opens or (not passes and (token.capital or not ends)))


def _is_time_ahead(words: Sequence[Token], at: int) -> bool:
    return at + 1 < len(words) and (
        words[at + 1].word in _TIMES or _is_year(words[at + 1].word) or words[at].word == "on"
    )


def follows_its_object(words: Sequence[Token], speaker: Range) -> bool:
    """`matters he considers his own`: a pronoun right after the noun that its verb is about."""
    if speaker[0] == 0 or words[speaker[0]].word not in PRONOUNS:
        return False
    before = words[speaker[0] - 1]
    is_noun = before.is_word and not before.capital and not before.quoted
    known = before.word in _STOPS | _TIMES or before.word in cues_by_word()
    return is_noun and not known and not is_adverb(before.word)


def possessor_before(words: Sequence[Token], noun: int, floor: int) -> Range | None:
    """Whose: "Mexico's refusal", "his claim"."""
    at = noun - 1
    while at > floor and noun - at < 4 and words[at].is_word and not _is_possessive(words[at].word):
        if words[at].word in _LINKS - {"of"}:
            return None
        at -= 1
    if at < floor or not _is_possessive(words[at].word):
        return None
    if words[at].word in _POSSESSIVES:
        return at, at + 1
    owner = phrase_before(words, at + 1, floor)
    if owner is None or owner[0] == floor or words[owner[0]].capital:
        return owner
    verb = words[owner[0] - 1].word in PRONOUNS and owner[1] - owner[0] > 1
    return (owner[0] + 1, owner[1]) if verb else owner  # "they handle | old donors' requests"


def _is_possessive(word: str) -> bool:
    return word in _POSSESSIVES or (len(word) > 2 and word.endswith(("'s", "s'")))
