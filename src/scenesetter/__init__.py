"""Briefing packs from source notes, every sentence bound to a passage.

`attributions(text)` is for other programs; see `scenesetter.api` for what it gives.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scenesetter.api import attributions

__all__ = ["attributions"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Loaded when asked for: the command line answers --help without it."""
    if name != "attributions":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from scenesetter.api import attributions as found  # noqa: PLC0415 - see above

    return found
