"""Word lists of the package: TOML files beside this module, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The parsed `lexicons/<name>.toml`; do not change what you get."""
    return tomllib.loads((files(__package__) / "lexicons" / f"{name}.toml").read_text("utf-8"))
