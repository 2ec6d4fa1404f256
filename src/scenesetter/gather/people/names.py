"""Personal names as words: folding, capitalised runs of a text, surnames, initials."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scenesetter.gather.countries import country_of
from scenesetter.gather.lexicon import lexicon

PARTICLES = frozenset(lexicon("given_names")["particles"].split())
BROKEN = r"(?:(?<=[AÂÃ])[\x80-\xbf]|\ufffd)"
"""What a letter with an accent became where a text was read by the wrong code ("Ã±", "�"); folded,
the first of the two is an A."""

_WORD = re.compile(
    r"(?:[A-Z]\.){2,8}"
    r"|(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Adm|Prof|St|Jr|Sr|Amb|Fr|Rev|Hon|Capt|Col|Maj|Lt|Eng)\."
    rf"|[^\W\d_]\.|[^\W\d_](?:[\w-]|{BROKEN}|['’](?!s\b)\w)*"
)

_FIELD = re.compile(r"(?:tion|ment|ness|ity|rces|vices|ance|ence|ology|ics|irs|ping|ning)$")
"""How fields of an office end: Migration, Resources, Affairs."""

_PREFIXED = re.compile(
    r"(?:a[lnrstdz]|el|ash|abu|bin|ibn|ben|ould)-[^\W\d_]|(?:d|l|dell|dall|t)['’][A-Z]"
)
"""A small prefix that belongs to a capitalised word: al-Hashmi, d'Estaing."""

_NO_DECOMPOSITION = str.maketrans("łŁøØđĐðÐıħĦ", "lLoOdDdDihH")
"""Letters that Unicode does not part into a base and an accent."""


_NICKNAME = re.compile(r"[ ][\"“‘'][A-Z][\w-]{1,20}[\"”’'][ ]")
_BETWEEN = re.compile(rf"[ \n\u00a0]|{_NICKNAME.pattern}")
"""What may stand between two words of a name: Ramon “Monching” Reyes."""


class Word(NamedTuple):
    start: int
    end: int
    text: str


def fold(text: str) -> str:
    """The text without accents and hyphens, character for character; case stays."""
    return "".join(map(_plain, text))


def key(words: str) -> str:
    """What is the same for every spelling of a name."""
    return " ".join(fold(words).casefold().split())


def capitalised_runs(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """Capitalised words that follow each other by one blank, particles between them included."""
    run: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word = Word(match.start(), match.end(), match[0])
        if run and _NICKNAME.fullmatch(text, run[-1].end, word.end + 2):
            continue
        joined = bool(run) and _BETWEEN.fullmatch(text, run[-1].end, word.start) is not None
        if run and not (joined and (_in_name(word.text) or word.text in PARTICLES)):
            yield _without_final_particles(run)
            run = []
        if run or _in_name(word.text):
            run.append(word)
    if run:
        yield _without_final_particles(run)


def without_title(run: Sequence[Word]) -> list[Word]:
    """The run without titles, countries and sentence openers before the name."""
    rest = list(run)
    while len(rest) > 1 and _calendar(rest[-1].text):
        rest.pop()
    royal = False
    while len(rest) > 1 and (_before_name(rest[0].text) or _is_field(rest)):
        if royal and is_royal(rest[0].text):  # Prince Sultan
            break
        royal = is_royal(rest.pop(0).text) or royal
    if len(rest) > 2 and _FIELD.search(rest[0].text) and is_given_name(rest[1].text):
        rest.pop(0)  # Deputy Secretary for Budget and Resources Jane Roe
    for place in range(len(rest) - 3, 0, -1):
        if rest[place].text.lower() in _role_nouns():  # Budget Director Jane Roe
            return rest[place + 1 :]
    return rest


def _is_field(rest: Sequence[Word]) -> bool:
    """Deputy Minister of Transport Jane Roe, Water Resources Minister Jane Roe."""
    return len(rest) > 2 and rest[0].text in _listed_words("fields")


def without_days(words: str) -> str:
    """Words without days and months at their end: "Reuters Tuesday"."""
    rest = words.split()
    while rest and _calendar(rest[-1]):
        rest.pop()
    return " ".join(rest)


def is_name(words: Sequence[str]) -> bool:
    """Whether these words have the form of a full name and hold none of a place or organisation."""
    full = [word for word in words if word not in PARTICLES and not is_initial(word)]
    if len(full) < 2 or len(words) > 7 or words[0] in PARTICLES:
        return False
    checked = words[1:] if _is_family_first(words) and _calls_by_first(words[0]) else words
    return (
        not any(fold(word) in _not_names() or word.lower() in _verbs() for word in checked)
        and country_of(" ".join(words)) is None
        and not any(country_of(word) and not is_given_name(word) for word in words[:-1])
        and (country_of(words[-1]) is None or is_given_name(words[0]))
    )


def is_one_name(words: Sequence[str]) -> bool:
    """Whether a single word may be somebody's only name: no title, no country, no thing."""
    if len(words) != 1 or is_initial(words[0]) or len(words[0]) < 3 or words[0].endswith("."):
        return False
    word = words[0]
    plain = word.lower()
    return not (
        fold(word) in _not_names()
        or plain in _verbs() | title_words()
        or country_of(word)
        or "-" in word
    )


def is_given_name(word: str) -> bool:
    first = fold(word).split()
    return bool(first) and first[0] in _given_names()


def may_be(pronoun: str, name: str) -> bool:
    """Whether "he" or "she" may mean that name; a given name that is not known may be either."""
    given = next((fold(word) for word in name.split() if not is_initial(word)), "")
    if given not in _given_names() or given in _listed("either"):
        return True
    return (given in _listed("feminine")) == (pronoun in {"she", "her", "herself"})


def is_woman(name: str) -> bool:
    """Whether the given name is a woman's alone."""
    given = next((fold(word) for word in name.split() if not is_initial(word)), "")
    return given in _listed("feminine") and given not in _listed("either")


def is_initial(word: str) -> bool:
    return (len(word.rstrip(".")) == 1 and word[0].isupper()) or word in {"Jr.", "Sr.", "Jr", "Sr"}


def surname(words: Sequence[str]) -> list[str]:
    """What a person is called by: the words from the surname on, given names and initials left
    out before it; in Vietnam the last word, in China and Korea the first."""
    plain = [word for word in words if word not in {"Jr.", "Sr.", "Jr", "Sr"}]
    if family := fold(plain[0]).split()[:1]:
        if family[0] in _listed("called_by_last") and len(plain) > 2:
            return plain[-1:]
        if _calls_by_first(family[0]) and _is_family_first(plain):
            return plain[:1]
    place = 1
    while place < len(plain) - 1 and (is_given_name(plain[place]) or is_initial(plain[place])):
        place += 1
    rest = plain[place:]
    spanish = is_given_name(plain[0]) and len(rest) > 1 and rest[0] not in PARTICLES
    return rest if not spanish or _double(rest) else rest[_particles_from_end(rest) :]


def _is_family_first(words: Sequence[str]) -> bool:
    """Park Ji-won and Wang Lihua, but not Kim Jones or Lee Ann Roe."""
    rest = words[1:]
    joined = len(rest) == 1 and re.fullmatch(r"[^\W\d_]+[-‐‑][^\W\d_]+", rest[0]) is not None
    return joined or (not is_given_name(words[0]) and not any(map(is_given_name, rest)))


def _calls_by_first(word: str) -> bool:
    return fold(word) in _listed("called_by_first")


def is_royal(word: str) -> bool:
    return word in _listed_words("royal")


def initials(words: Sequence[str]) -> str:
    return "".join(fold(word)[0].upper() for word in words if word not in PARTICLES)


def identity(name: str) -> tuple[str, ...]:
    """Words by which two spellings are the same person: initials and nicknames are levelled."""
    words = [word for word in name.replace(",", " ").split() if not is_initial(word)]
    folded = key(" ".join(words)).replace("'", "").split()
    return (_nicknames().get(folded[0], folded[0]), *folded[1:]) if folded else ()


@cache
def _plain(character: str) -> str:
    if character in "-‐‑\n\u00a0":
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    return "'" if base == "’" else base.translate(_NO_DECOMPOSITION)


def _in_name(word: str) -> bool:
    if not word[0].isupper():
        return _PREFIXED.match(word) is not None
    return is_initial(word) or word.endswith(".") or not word.isupper()


def _without_final_particles(run: list[Word]) -> list[Word]:
    last = len(run)
    while last > 1 and run[last - 1].text in PARTICLES:
        last -= 1
    return run[:last]


def _particles_from_end(words: Sequence[str]) -> int:
    place = len(words) - 1
    while place > 0 and words[place - 1] in PARTICLES:
        place -= 1
    return place


def _double(rest: Sequence[str]) -> bool:
    """Two surnames, as in Spanish: López Obrador, and not a middle name: Fitzgerald Kennedy."""
    return any(not character.isascii() for word in rest for character in word) or any(
        fold(word).casefold().endswith(("ez", "es", "era", "ado", "aga", "ales")) for word in rest
    )


def _before_name(word: str) -> bool:
    title = all(part in title_words() for part in word.lower().split("-"))
    title = title or word in _openers() or word.endswith("based")
    return title or (country_of(word) is not None and not is_given_name(word))


def _calendar(word: str) -> bool:
    return word in _not_names() and word.endswith(("day", "ber", "ary", "April", "June", "July"))


@cache
def title_words() -> frozenset[str]:
    roles = lexicon("roles")
    phrases = [
        *roles["offices"], *roles["callings"], *roles["modifiers"], *roles["former"],
        *(title.lower() for title in (*roles["honorifics"], *roles["royal"], *roles["clerical"])),
    ]  # fmt: skip
    states = [word.lower() for names in roles["subdivisions"].values() for word in names]
    words = {word for phrase in [*phrases, *states] for word in phrase.split()}
    plurals = {f"{word}s" for word in words if word.isalpha()}
    return frozenset(words - PARTICLES | plurals | {f"then-{word}" for word in words})


def is_opener(word: str) -> bool:
    return word in _openers()


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon("roles")["openers"])


@cache
def _not_names() -> frozenset[str]:
    return frozenset(lexicon("roles")["not_names"]) | _openers()


@cache
def _role_nouns() -> frozenset[str]:
    return frozenset(lexicon("roles")["offices"]) | frozenset(lexicon("roles")["callings"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon("roles")["speech"])


@cache
def _listed_words(field: str) -> frozenset[str]:
    return frozenset(lexicon("roles")[field])


@cache
def _listed(field: str) -> frozenset[str]:
    return frozenset(lexicon("given_names")[field].split())


@cache
def _given_names() -> frozenset[str]:
    return _listed("names") | _listed("feminine")


@cache
def _nicknames() -> dict[str, str]:
    pairs = lexicon("given_names")["nicknames"].items()
    return {short.casefold(): name.casefold() for short, name in pairs}
