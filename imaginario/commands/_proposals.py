"""What the commands about a proposed prompt share: the order that waits, changed by what is said now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from imaginario.chat import Session
from imaginario.commands.base import Invocation
from imaginario.commands.parse import order
from imaginario.errors import NothingProposed
from imaginario.painting import Order

INSTEAD = {
    "size": {"ratio": None},
    "ratio": {"size": None},
    "engine": {"model": ""},
    "assistant": {"chat_model": ""},
}
"""What a field said now takes the place of, besides what it said before."""


def proposed(invocation: Invocation, session: Session) -> Order:
    """The order that waits, with the options given now in place of its own.

    Raises `NothingProposed`, `InvalidOption`.
    """
    waiting = session.proposed
    if not isinstance(waiting, Order):
        raise NothingProposed(command=f"/{invocation.name}")
    return changed(waiting, invocation.options)


def changed(waiting: Order, options: Mapping[str, str]) -> Order:
    """An order with these options in place of its own. Raises `InvalidOption`."""
    usual, said = Order(idea=""), order("", options)
    names = [f.name for f in fields(Order)]
    given: dict[str, Any] = {
        name: getattr(said, name) for name in names if getattr(said, name) != getattr(usual, name)
    }
    overruled: dict[str, Any] = {k: v for name in given for k, v in INSTEAD.get(name, {}).items()}
    return replace(waiting, **{**overruled, **given})
