"""A module imports only what stands before it, and gradio stays in the faces that show it."""

from __future__ import annotations

from tests.guards.tree import dotted, imports, relative, sources

ORDER = [
    *("errors", "reasons", "images", "chat", "events", "recipe"),
    *("aio", "retry", "limits", "pngfile", "imaging", "pictures"),
    *("i18n", "settings", "secrets", "registry", "styles", "tokens"),
    *("engines", "assistants", "gallery"),
    *("painting", "commands", "studio"),
    "wiring",
    *("present", "sheets", "api", "web", "cli"),
]
MAY_SHOW = ("imaginario.web", "imaginario.api", "app")


def place(name: str) -> int:
    """Where a module stands; the package's own `__init__` before all, app.py and `__main__` after all."""
    package, _, rest = f"{name}.".partition(".")
    member = rest.split(".")[0]
    if package != "imaginario" or member == "__main__":
        return len(ORDER)
    return ORDER.index(member) if member in ORDER else -1


def test_imports_look_left() -> None:
    upward = [
        f"{relative(path)}:{line} imports {name}"
        for path in sources()
        for name, line in imports(path)
        if name.split(".")[0] in ("imaginario", "app") and place(name) > place(dotted(path))
    ]
    assert upward == []


def test_every_module_has_its_place() -> None:
    members = {dotted(path).split(".")[1] for path in sources() if "." in dotted(path)}
    assert members - {"__main__"} == set(ORDER)


def test_nothing_of_ours_imports_tests_or_scripts() -> None:
    foreign = [
        (relative(p), n) for p in sources() for n, _ in imports(p) if n.split(".")[0] in ("tests", "scripts")
    ]
    assert foreign == []


def test_gradio_stays_in_its_faces() -> None:
    strays = [
        relative(path)
        for path in sources()
        for name, _ in imports(path)
        if name.split(".")[0] in ("gradio", "gradio_client") and not dotted(path).startswith(MAY_SHOW)
    ]
    assert strays == []
