"""The built-in engine: words -> scene spec -> painter -> style. A sketch, not AI, and always labelled so."""

from .engine import BuiltinEngine

__all__ = ["BuiltinEngine"]
