"""Words told apart from how they are set."""

import unicodedata

_SETTING = str.maketrans(
    dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛ʼ´`", "'") | dict.fromkeys("‐‑‒–—―", "-")
)


def unset(text: str) -> str:
    """The same for the same words, whichever quotation marks, dashes and spaces a program set."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_SETTING)).split())
