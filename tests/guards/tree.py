"""The source tree as the guards read it."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "imaginario"


@cache
def sources(*, scripts: bool = False) -> tuple[Path, ...]:
    """Our Python files: the package and app.py, with the scripts if asked for; never the tests."""
    app = [p for p in (ROOT / "app.py",) if p.exists()]
    extra = sorted((ROOT / "scripts").rglob("*.py")) if scripts else []
    return (*sorted(PACKAGE.rglob("*.py")), *app, *extra)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def dotted(path: Path) -> str:
    """The name a file is imported by, such as "imaginario.engines.base"."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def relative(path: Path) -> str:
    """The path as a reader of the repository knows it."""
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module imported anywhere in a file, by its full name, with its line."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *filter(None, [node.module])))
            members = base == "imaginario"
            yield from ((f"{base}.{a.name}" if members else base, node.lineno) for a in node.names)


def tracked() -> list[Path]:
    """Every file that git tracks or would; outside a checkout, every file that is not hidden."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        found = (p.relative_to(ROOT) for p in ROOT.rglob("*"))
        listed = [str(p) for p in found if not any(part.startswith(".") for part in p.parts)]
    return [path for name in listed if name and (path := ROOT / name).is_file()]
