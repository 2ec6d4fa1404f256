"""Whether two figures can both be right."""

from math import isclose

from scenesetter.merge.words import listed, words
from scenesetter.model.fact import Figure

_FLOOR, _CEILING = tuple(listed("floor")), tuple(listed("ceiling"))
_ROUGH = 0.1
"""How far "about 300" may be from the number it stands for, as a part of it."""
_ROUNDED = 0.05
"""The same for a round number that nothing calls rough."""


def bound(figure: Figure) -> str:
    """floor, ceiling, rough or exact: how the words around it limit a figure."""
    hedge = (figure.hedge or "").casefold()
    if not hedge:
        return "exact"
    if hedge.startswith(_FLOOR):
        return "floor"
    return "ceiling" if hedge.startswith(_CEILING) else "rough"


def of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether both measure the same: unit, and the last word of what they count."""
    return _unit(one) == _unit(other) and _head(one) == _head(other)


def equal(one: Figure, other: Figure) -> bool:
    """The same figure, with the same limits."""
    if not of_one_thing(one, other) or bound(one) != bound(other):
        return False
    if one.value is None or other.value is None:
        return one.value == other.value and one.words.casefold() == other.words.casefold()
    return isclose(_value(one), _value(other))


def compatible(one: Figure, other: Figure) -> bool:
    """Whether both can be right: vague and rounded ones leave room, "more than" is a floor.

    Where a figure has no one value, nothing is held against it.
    """
    if one.value is None or other.value is None:
        return True
    low, high = sorted((one, other), key=_value)
    room = max(_room(low), _room(high))
    if _value(high) - _value(low) <= room:
        return True
    return bound(low) == "floor" or bound(high) == "ceiling"


def _room(figure: Figure) -> float:
    value = abs(_value(figure))
    rounded = min(_grain(value) / 2, max(_ROUNDED * value, 0.5 if value % 1 == 0 else 0.0))
    return rounded if bound(figure) == "exact" else max(rounded, _ROUGH * value)


def _grain(value: float) -> float:
    """The place of the last digit that is written: 100 of 1200, 0.1 of 3.4."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10 ** -len(digits.partition(".")[2]))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value else 1.0


def _value(figure: Figure) -> float:
    """A share as a percentage."""
    value = figure.value or 0.0
    return value * 100 if figure.unit == "share" else value


def _unit(figure: Figure) -> str:
    """Dollars are dollars, whether or not the note says whose."""
    unit = "percent" if figure.unit == "share" else figure.unit or ""
    return "dollar" if unit == "US dollar" else unit


def _head(figure: Figure) -> str:
    counted = [word.stem for word in words(figure.counted or "")]
    return counted[-1] if counted else ""
