"""How a scene is said in each language: noun phrases, deeds, places."""

from __future__ import annotations

from .base import Tongue
from .chinese import Chinese
from .english import English
from .romance import Portuguese, Spanish
from .said import Said, qualities, said

__all__ = ["Said", "Tongue", "qualities", "said", "tongue"]


def tongue(tag: str) -> Tongue:
    """The tongue of a BCP 47 tag; English for one that is not spoken here."""
    spoken = {"pt": Portuguese, "es": Spanish, "zh": Chinese}
    return spoken.get(tag[:2].lower(), English)()
