"""Finding plugs: every module of a package is looked at, so adding a thing is adding one file."""

from __future__ import annotations

import inspect
import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def find(package: ModuleType, base: type[T]) -> dict[str, type[T]]:
    """The concrete subclasses of `base` defined in `package`'s modules, by their `name`, in `rank` order.

    Modules that begin with an underscore are helpers and are not looked at. Raises `ImportError` as the
    modules do, and `ValueError` when two share a name.
    """
    found = [c for module in _modules(package.__name__) for c in _subclasses(module, base)]
    found.sort(key=lambda c: (getattr(c, "rank", 100), getattr(c, "name", "")))
    table = {getattr(c, "name"): c for c in found}  # noqa: B009  # `name` is not a field of every T
    if len(table) != len(found):
        raise ValueError(f"two plugs of {package.__name__} share a name")
    return table


@cache
def _modules(package: str) -> tuple[ModuleType, ...]:
    paths = import_module(package).__path__
    names = sorted(i.name for i in pkgutil.iter_modules(paths) if not i.name.startswith("_"))
    return tuple(import_module(f"{package}.{name}") for name in names)


def _subclasses(module: ModuleType, base: type[T]) -> list[type[T]]:
    members = [m for _, m in inspect.getmembers(module, inspect.isclass)]
    return [m for m in members if issubclass(m, base) and not inspect.isabstract(m) and _home(m, module)]


def _home(member: type, module: ModuleType) -> bool:
    return member.__module__ == module.__name__ or member.__module__.startswith(module.__name__ + ".")
