"""What a command line asks for: the folder in its style, and the audiences."""

from scenesetter.cache import Cache
from scenesetter.compose.cut import cut_for
from scenesetter.model.audience import Audience
from scenesetter.pipeline.opening import Opened, at, open_briefing
from scenesetter.pipeline.per_note import Progress
from scenesetter.settings import EVERY_AUDIENCE, Settings


def opened_as_asked(settings: Settings, progress: Progress) -> Opened:
    """The folder, in the house style that was asked for or in its own."""
    opened = open_briefing(settings.folder, Cache(settings.folder, keeps=settings.keeps), progress)
    style = settings.style
    return opened._replace(style=opened.library.style(style)) if style else opened


def audiences_asked(settings: Settings, opened: Opened) -> tuple[Audience, ...]:
    """Those asked for, or the briefing's, or every one that need not be asked for."""
    folder = opened.folder
    chosen = [one for name in settings.audiences for one in _named(name, opened)]
    if not settings.audiences:
        for number, name in enumerate(folder.briefing.audiences):
            with at(folder.place("briefing", "audiences", number)):
                chosen += _named(name, opened)
    chosen = chosen or [one for one in opened.library.audiences() if not one.on_request]
    return tuple({one.name: one for one in chosen}.values())


def _named(name: str, opened: Opened) -> tuple[Audience, ...]:
    """Every one is every one that may see the briefing's own mark; a single one is not passed
    over, but refused."""
    if name != EVERY_AUDIENCE:
        return (opened.library.audience(name),)
    briefing, every = opened.folder.briefing, opened.library.audiences()
    cuts = [cut_for(one, opened.scheme, briefing) for one in every]
    cleared = [one for one, cut in zip(every, cuts, strict=True) if cut.sees(briefing.marking)]
    return tuple(cleared) or every
