"""A ruling into the text of `rulings.toml`; whatever else a person wrote there stays.

By itself because tomlkit takes long to load, and a build only reads.
"""

from typing import Any

from scenesetter.model.ruling import Ruling, RulingTable
from scenesetter.tomlfiles.tables import with_table

HEAD = """\
# What was decided on each fact, by its id: written by `scenesetter review` and `scenesetter rule`.
# Yours to edit too: comments and keys stay where they are.
"""


def with_ruling(text: str, ruling: Ruling) -> str:
    """The file's text with the table of this ruling in its place, sorted by fact.

    Raises UserError where the text is such that another table would change.
    """
    return with_table(
        text or HEAD, (ruling.fact,), _written(ruling), list(RulingTable.model_fields)
    )


def _written(ruling: Ruling) -> dict[str, Any]:
    """What the table holds, in the model's order: nothing that says nothing."""
    held = ruling.model_dump(mode="json", exclude={"fact"})
    return {key: held[key] for key in RulingTable.model_fields if held[key]}
