"""Who looks out of a window is drawn looking at whoever sees the picture: the person is told."""

from __future__ import annotations

from .reading import Figure, Reading

_LOOKING = (
    "look", "gaz", "star", "peek", "watch", "olha", "espia", "mira", "asom", "se asom", "看", "望",
)  # fmt: skip
"""How words begin that put somebody at a window and tell that they look out of it."""
_WATCHING = {"en": "watching", "pt": "olhando", "es": "mirando", "zh": "看着"}
"""A deed of `lexicon/deeds.toml`, in the language of the words."""


def tell(r: Reading, figure: Figure) -> None:
    """Note that a figure at the window looks out of it, where the words say so."""
    if not (figure.alive and r.item.raw.lower().startswith(_LOOKING)):
        return
    deed = _WATCHING.get(r.item.language, "")
    figure.add("deed", deed)
    if deed not in r.unknown:
        r.unknown.append(deed)
