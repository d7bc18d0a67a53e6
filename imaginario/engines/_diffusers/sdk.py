"""The heavy libraries, imported when first asked for. They may be absent, so their types are unknown."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def torch() -> Any:
    """PyTorch."""
    return import_module("torch")


def diffusers() -> Any:
    """Hugging Face's diffusers."""
    return import_module("diffusers")


def module(name: str) -> Any:
    """Any other of their modules, by its dotted name."""
    return import_module(name)
