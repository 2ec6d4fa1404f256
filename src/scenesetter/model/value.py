"""The base of every value: frozen, and closed to fields it does not know."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; an unknown field is a validation error, never dropped in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")
