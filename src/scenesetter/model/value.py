"""The base of every value: frozen, and closed to fields it does not know."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; an unknown field is a validation error, never dropped in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _worded(text: str) -> str:
    if not any(map(str.isalnum, text)):
        raise ValueError("holds no letter or digit")
    return text


Name = Annotated[str, AfterValidator(_worded)]
"""What people, parties and meetings are called by: never blank."""
