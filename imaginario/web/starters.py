"""Ideas to begin with: a few pictures to tap, before there is one of one's own. Pure."""

from __future__ import annotations

from html import escape
from pathlib import Path

from imaginario.i18n import Translator

FOLDER = Path(__file__).with_name("starters")
STARTERS = ("astronaut", "capybara", "robot", "dragon")
"""`starters.<name>` says each idea; `scripts/paint_starters.py` paints them with the built-in engine."""
SIDE = 320
"""Pixels of a starter's picture, which is square."""


def starters(t: Translator) -> str:
    """Buttons with a picture and an idea each; the page's script sends what one says."""
    return f'<div class="starters">{"".join(_starter(name, t) for name in STARTERS)}</div>'


def _starter(name: str, t: Translator) -> str:
    idea = t(f"starters.{name}")
    return (
        f'<button type="button" data-say="{escape(f"/imagine {idea}")}">'
        f'<img src="/own/starters/{name}.webp" alt="" width="{SIDE}" height="{SIDE}" loading="lazy">'
        f"<span>{escape(idea)}</span></button>"
    )
