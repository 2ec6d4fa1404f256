"""The list of all rules: what each asks, whose it is, how grave a breach is, whether it is held.

The list is `rules.toml` beside this module; a check that finds a breach names the rule's id.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, model_validator

from scenesetter.findings import Finding, Severity
from scenesetter.model.value import Value

Place = Literal[
    "notes", "briefing", "facts", "points", "rulings", "pack", "printed", "templates", "release",
    "design",
]  # fmt: skip
"""Where a breach is seen; "design" where nothing that the tool makes can break the rule."""


class ListedRule(Value):
    """A finding that counts as `draft` in a draft counts as `release` at a release."""

    asks: str
    authority: str
    grade: Literal["official", "secondary", "own"]
    """Whether the authority's text was read itself, or a page that restates it."""
    draft: Severity
    release: Severity
    checked: Annotated[tuple[Place, ...], Field(min_length=1)]
    state: Literal["held", "partly", "not done"]
    reason: str = ""
    """Why it is not held, or not wholly."""
    mend: str

    @model_validator(mode="after")
    def _says_why(self) -> "ListedRule":
        if (self.state == "held") == bool(self.reason):
            raise ValueError("a rule that is not held says why, and only such a one")
        return self


@cache
def rules() -> dict[str, ListedRule]:
    """All rules by id, in the order of the list; do not change what you get."""
    text = (files(__package__) / "rules.toml").read_text("utf-8")
    return TypeAdapter(dict[str, ListedRule]).validate_python(tomllib.loads(text))


def at_release(finding: Finding) -> Finding:
    """The finding as grave as a release takes it. One that is already graver than the rule's
    severity in a draft, or a mere remark, stays what it is."""
    listed = rules().get(finding.rule)
    if listed is None or finding.severity != listed.draft:
        return finding
    return finding._replace(severity=listed.release)
