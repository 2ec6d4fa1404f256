"""A clearance into the text of `clearance.toml`; whatever else a person wrote there stays."""

from scenesetter.model.clearance import Clearance, ClearanceTable
from scenesetter.tomlfiles.tables import with_table

HEAD = """\
# Who cleared which paper, as which audience reads it: [issue.audience.office]. Written by
# `scenesetter clear`. Yours to edit too: comments and keys stay where they are. The digest is of
# the text that was cleared: when that text changes, the clearance is open again.
"""


def with_clearance(text: str, clearance: Clearance) -> str:
    """The file's text with the table of this clearance in its place.

    Raises UserError where the text is such that another table would change.
    """
    names = (clearance.issue, clearance.audience, clearance.office)
    told = clearance.model_dump(mode="json")
    keys = list(ClearanceTable.model_fields)
    return with_table(text or HEAD, names, {key: told[key] for key in keys if told[key]}, keys)
