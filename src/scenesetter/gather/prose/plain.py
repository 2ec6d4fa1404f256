"""Words as patterns see them."""

_LONGEST = 2000
"""Characters that are looked at."""


def plain(words: str) -> str:
    """White space folded, apostrophes straight, cut where it is no sentence any more."""
    return " ".join(words[:_LONGEST].split()).replace("’", "'")
