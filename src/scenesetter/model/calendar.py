"""The names of months and weekdays: one home for every module that reads or prints dates."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORT = {"sept": 9} | {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_NUMBERS = {month.lower(): number for number, month in enumerate(MONTHS, 1)} | _SHORT

MONTH_NAMES = (*MONTHS, *(month[:3] for month in MONTHS), "Sept")
"""In full and short."""

_SHORT_NAMES = [name for name in MONTH_NAMES if name not in MONTHS]
MONTH = r"(?:(?:{})\b|(?:{})\b\.?)".format(
    "|".join([*MONTHS, *map(str.upper, MONTHS)]),
    "|".join([*_SHORT_NAMES, *map(str.upper, _SHORT_NAMES)]),
)
"""A pattern for a month as prose writes it, in full or short: "March", "Sept.", "NOV"."""

WEEKDAY = "(?:{})".format("|".join([*WEEKDAYS, *map(str.upper, WEEKDAYS)]))


def month_number(name: str) -> int:
    """1 to 12, of a name in full or short, in any case; `KeyError` for any other word."""
    return _NUMBERS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, of a name in full, in any case."""
    return WEEKDAYS.index(name.capitalize())
