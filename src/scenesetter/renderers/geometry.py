"""What a house style asks of page and type, as a style sheet."""

from scenesetter.model.audience import Audience
from scenesetter.model.style import Style

LEAST_OF_BANNER = 12
"""Points (MRK-42), in which base.css sets it."""


def geometry(style: Style, audience: Audience) -> str:
    """Its margins and its type, in place of the audience's; an audience that has a sheet of its
    own, as cards have, keeps all three."""
    if audience.paper:
        return ""
    rules = []
    if style.page and style.page.margin:
        rules.append(f"@page {{ margin: {style.page.margin} }}")
    if face := style.typeface:
        rules.append(
            f':root {{ --serif: "{face.printed}", "Plex Serif", serif; '
            f'--sans: "{face.printed}", "Plex Serif", serif }}'
        )
        rules.append(f"html {{ font-size: {face.size:g}pt }}")
        if face.size > LEAST_OF_BANNER:
            rules.append(f".banner {{ font-size: {face.size:g}pt }}")
    return "\n".join(rules)
