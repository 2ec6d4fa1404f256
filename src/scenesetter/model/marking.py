"""Marking schemes: levels and controls as data. The tool carries and compares, never decides.

A mark is written as a level, or as a level and its controls: "SECRET//NOFORN",
"CUI//SP-PRVCY//FEDCON", "SECRET//REL TO USA, CAN". "//" parts groups of controls, "/" the controls
of one group; either is read for the other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from scenesetter.model.style import Rule
from scenesetter.model.value import Value

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
_COUNTRY = re.compile(r"[A-Z]{3,4}")
_STATE = re.compile(r"\b(?:DRAFT|DELIBERATIVE|PRE-?DECISIONAL)\b", re.IGNORECASE)
"""What a text is, which stands outside of the banner (MRK-26)."""


class Level(Value):
    """`name` is what a person writes, `banner` what the page says, `portion` what stands in
    brackets before a portion; None where the scheme marks none."""

    name: str
    banner: str
    portion: str | None = None
    classified: bool = False
    leaves: str | None = None
    """The control by which a whole of a higher level says that it holds a portion of this one."""
    colour: Colour | None = None
    """Of the banner's letters."""


class Control(Value):
    """A category or dissemination control. `banner` and `portion` are its name where None."""

    name: str
    banner: str | None = None
    portion: str | None = None
    group: str = "dissemination"
    levels: tuple[str, ...] = ()
    """Those that it goes with; empty: all."""
    permits: str | None = None
    """The country code that begins the list of those who may see the text ("USA"). It widens, so
    a whole has it only where each portion above the lowest level has it, for the countries common
    to all."""


class BlockLine(Value):
    """A line of the authority block, under `key` in `[authority]` of a briefing."""

    key: str
    label: str
    levels: tuple[str, ...]
    """It belongs to a pack that holds portions of one of these."""
    required: bool = True
    choice: str | None = None
    """Of the lines of one choice exactly one stands."""
    rule: Annotated[str, Field(pattern=r"^MRK-\d\d$")] = "MRK-07"
    form: Literal["text", "date"] = "text"
    """A date is written YYYYMMDD; an event in words stands as it is."""


class Look(Value):
    """How a banner is printed; `size` in points."""

    align: Literal["center", "right"] = "center"
    size: Annotated[float, Field(ge=8, le=24)] = 12
    background: Colour | None = None
    colour: Colour | None = None


class Held(NamedTuple):
    """A control of a mark; `countries` of one that permits, without the one that leads them."""

    control: Control
    countries: frozenset[str] = frozenset()


class Mark(NamedTuple):
    """A mark that was read: its level's rank, 0 the least restricted, and its controls."""

    rank: int
    held: tuple[Held, ...] = ()


class MarkingScheme(Value):
    """`levels` run from the least to the most restricted, `controls` in the order of print; those
    of one group stand together. `rules` are those that a pack must satisfy, by their ids."""

    name: str
    title: str
    authority: str
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    controls: tuple[Control, ...] = ()
    legacy: tuple[str, ...] = ()
    """Marks that are void (MRK-25)."""
    block: tuple[BlockLine, ...] = ()
    look: Look = Look()
    rules: dict[Annotated[str, Field(pattern=r"^MRK-\d\d$")], Rule] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _tells_marks_apart(self) -> Self:
        levels = [level.name for level in self.levels]
        forms = [level.portion for level in self.levels]
        marked = [one for one in forms if one is not None]
        written = {
            "two levels have the name": levels,
            "two levels have the banner": [level.banner for level in self.levels],
            "two levels have the portion mark": marked,
            "two controls have the name": [control.name for control in self.controls],
        }
        for what, names in written.items():
            if twice := [name for name in names if names.count(name) > 1]:
                raise ValueError(f"{what} `{twice[0]}`")
        if marked and len(marked) < len(forms):
            bare = levels[forms.index(None)]
            raise ValueError(f"the level `{bare}` has no `portion`, and others have: all or none")
        banners = [*(one.banner for one in self.levels), *map(_banner, self.controls)]
        if states := [banner for banner in banners if _STATE.search(banner)]:
            raise ValueError(f"the banner `{states[0]}` says what stands outside of it (MRK-26)")
        if split := [name for name in levels if "//" in name]:
            raise ValueError(f"the name of the level `{split[0]}` holds //, which parts controls")
        named = [*(one.levels for one in self.controls), *(one.levels for one in self.block)]
        if unknown := [name for names in named for name in names if name not in levels]:
            raise ValueError(f"`levels` names `{unknown[0]}`, which is no level")
        return self

    @property
    def known(self) -> str:
        """What a person may write, for a hint."""
        levels = ", ".join(level.name for level in self.levels)
        controls = ", ".join(_named(control) for control in self.controls)
        return f"{levels}; after // also: {controls}" if controls else levels

    def read(self, marking: str) -> Mark | None:
        """None where the scheme does not know the level, a control, or the two together."""
        name, *rest = (part.strip() for part in marking.split("//"))
        rank = next((place for place, one in enumerate(self.levels) if one.name == name), None)
        held = [self._held(word.strip()) for part in rest for word in part.split("/")]
        found = tuple(one for one in held if one)
        if rank is None or len(found) < len(held) or not self._fits(rank, found):
            return None
        return Mark(rank, found)

    def rank(self, marking: str) -> int | None:
        """Position of a mark's level in the scheme, 0 the least restricted; None where unknown."""
        mark = self.read(marking)
        return None if mark is None else mark.rank

    def controls_of(self, marking: str) -> tuple[str, ...]:
        """Names of the controls that keep readers out: neither those that permit, nor those that
        only say that a lower level has a part in the whole."""
        mark = self.read(marking)
        left = {level.leaves for level in self.levels}
        controls = (one.control for one in (mark.held if mark else ()))
        return tuple(one.name for one in controls if one.name not in left and not one.permits)

    def highest(self, markings: Iterable[str | None]) -> str | None:
        """The mark of a whole with portions of these: the highest level and all controls, of the
        marks that the scheme knows; None where there is none (MRK-01)."""
        marks = [mark for one in markings if one is not None and (mark := self.read(one))]
        if not marks:
            return None
        rank = max(mark.rank for mark in marks)
        held = [one for mark in marks for one in mark.held if one.control.permits is None]
        held += [
            Held(control)
            for level in {self.levels[mark.rank].leaves for mark in marks if mark.rank < rank}
            for control in self.controls
            if control.name == level
        ]
        return self.written(Mark(rank, (*held, *self._permitted(marks))))

    def lowest(self, markings: Iterable[str | None]) -> str | None:
        """The least restricted of the marks that the scheme knows; None is its lowest level."""
        marks = [mark for one in markings if (mark := Mark(0) if one is None else self.read(one))]
        least = min(marks, key=lambda mark: (mark.rank, len(mark.held)), default=None)
        return None if least is None else self.written(least)

    def covers(self, marking: str, other: str | None) -> bool:
        """Whether one mark restricts all that another does; None is the lowest level."""
        both = [marking, other or self.levels[0].name]
        return all(map(self.read, both)) and self.highest(both) == self.highest([marking])

    def holds(self, marking: str, levels: Sequence[str]) -> bool:
        """Whether a whole of this mark has portions of one of the levels."""
        mark = self.read(marking)
        names = {one.control.name for one in (mark.held if mark else ())}
        return mark is not None and any(
            level.name in levels and (place == mark.rank or level.leaves in names)
            for place, level in enumerate(self.levels)
        )

    def written(self, mark: Mark) -> str:
        """As a person would write it, controls in the scheme's order."""
        return self._joined(self.levels[mark.rank].name, mark, "name")

    def banner(self, marking: str | None) -> str:
        """What the page says of a mark; of None, or one it does not know, the lowest level."""
        mark = self._read_or_lowest(marking)
        return self._joined(self.levels[mark.rank].banner, mark, "banner")

    def portion(self, marking: str | None) -> str | None:
        """What stands before a portion: "(S//NF)". None where the scheme marks none."""
        mark = self._read_or_lowest(marking)
        level = self.levels[mark.rank].portion
        return None if level is None else f"({self._joined(level, mark, 'portion')})"

    def of_portion(self, text: str) -> str | None:
        """The mark that a portion mark such as "(S//NF)" stands for; names do as well as forms."""
        forms = {one.portion: one.name for one in self.levels if one.portion}
        inside = text.removeprefix("(").removesuffix(")")
        level, parted, rest = inside.partition("//")
        controls = {_form(one, "portion"): one.name for one in self.controls}
        pieces = [
            self._unportioned(piece.strip(), controls) for piece in re.split("//?", rest) if piece
        ]
        written = forms.get(level.strip(), level.strip()) + parted + "/".join(pieces)
        mark = self.read(written)
        return None if mark is None else self.written(mark)

    @property
    def rule_of_labels(self) -> str:
        """The rule that a mark breaks which the scheme does not know."""
        return "MRK-40" if "MRK-40" in self.rules else "MRK-06"

    @property
    def marks_portions(self) -> bool:
        return any(level.portion for level in self.levels)

    def block_for(self, marking: str | None) -> tuple[BlockLine, ...]:
        """The lines of the authority block that a pack of this mark has."""
        return tuple(line for line in self.block if self.holds(marking or "", line.levels))

    def level_of(self, marking: str | None) -> Level:
        """The lowest where nothing, or nothing that is known, is marked."""
        return self.levels[self._read_or_lowest(marking).rank]

    def is_classified(self, marking: str | None) -> bool:
        return self.level_of(marking).classified

    def look_of(self, marking: str | None) -> Look:
        colour = self.level_of(marking).colour or self.look.colour
        return self.look.model_copy(update={"colour": colour})

    def _read_or_lowest(self, marking: str | None) -> Mark:
        return (self.read(marking) if marking is not None else None) or Mark(0)

    def _held(self, written: str) -> Held | None:
        for control in self.controls:
            if control.permits is None and written == control.name:
                return Held(control)
            start = f"{control.name} {control.permits}"
            if control.permits and (written == start or written.startswith(f"{start},")):
                rest = [code.strip() for code in written.removeprefix(start).split(",")[1:]]
                known = rest and all(map(_COUNTRY.fullmatch, rest))
                return Held(control, frozenset(rest)) if known else None
        return None

    def _fits(self, rank: int, held: Sequence[Held]) -> bool:
        """Each control goes with the level, or with a lower one that has a part in the whole."""
        names = {one.control.name for one in held}
        here = {level.name for level in self.levels[:rank] if level.leaves in names}
        here.add(self.levels[rank].name)
        return all(not one.control.levels or here & {*one.control.levels} for one in held)

    def _permitted(self, marks: Sequence[Mark]) -> Iterator[Held]:
        asked = [mark for mark in marks if mark.rank] or marks
        for control in self.controls:
            lists = [one.countries for mark in asked for one in mark.held if one.control == control]
            if control.permits is not None and len(lists) == len(asked):
                common = frozenset[str].intersection(*lists)
                yield from [Held(control, common)] if common else []

    def _joined(self, level: str, mark: Mark, form: Literal["name", "banner", "portion"]) -> str:
        groups: dict[str, list[str]] = {}
        for control in self.controls:
            held = [one for one in mark.held if one.control == control]
            if held:
                codes = [control.permits or "", *sorted(held[0].countries)]
                listed = f" {', '.join(codes)}" if control.permits else ""
                groups.setdefault(control.group, []).append(f"{_form(control, form)}{listed}")
        return "//".join([level, *map("/".join, groups.values())])

    def _unportioned(self, piece: str, controls: dict[str, str]) -> str:
        start = next((form for form in controls if piece.startswith(f"{form} ")), piece)
        return f"{controls.get(start, start)}{piece.removeprefix(start)}"


def _banner(control: Control) -> str:
    return _form(control, "banner")


def _form(control: Control, form: Literal["name", "banner", "portion"]) -> str:
    return getattr(control, form) or control.name


def _named(control: Control) -> str:
    return f"{control.name} {control.permits}, ..." if control.permits else control.name
