"""Export the pins of pyproject.toml to the three files of requirements; `--check` compares them.

The export asks uv for one set that fits Linux, macOS and Windows from Python 3.11 on. Pins that still fit
are kept; `--upgrade` takes the newest. The check needs no network: it reads what is installed.

Of what painting on this computer takes only the packages themselves are pinned, not what they need in
turn: which that is depends on the graphics card, and torch is not there where the check runs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, DEVELOPMENT, LOCAL = "requirements.txt", "requirements-dev.txt", "requirements-local.txt"
HEADER = "# Written by scripts/export_requirements.py from pyproject.toml: edit that, then run this.\n"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))

Environment = Mapping[str, str]
Pins = dict[NormalizedName, str]


def environments() -> Iterator[Environment]:
    """The marker values of every kind of machine the pins are for."""
    for python in PYTHONS:
        for system, name, family in SYSTEMS:
            values = {k: str(v) for k, v in default_environment().items()}
            values |= {"python_version": python, "python_full_version": f"{python}.0"}
            values |= {"sys_platform": system, "platform_system": name, "os_name": family}
            yield values


def read_lines(path: Path) -> list[Requirement]:
    """The pins of a requirements file, comments left out."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [Requirement(line) for line in lines if line]


def pins_for(lines: Iterable[Requirement], where: Environment) -> Pins:
    """Which version of what is pinned for one kind of machine."""
    held = [line for line in lines if line.marker is None or line.marker.evaluate(dict(where))]
    return {canonicalize_name(line.name): next(iter(line.specifier)).version for line in held}


@dataclass(frozen=True)
class Group:
    """What has to be pinned in one file, and the pins."""

    file: str
    wanted: tuple[Requirement, ...]
    lines: tuple[Requirement, ...]

    def problems(self) -> Iterator[str]:
        """Everything that is loose, missing, contradicted or pinned for nobody, as sentences."""
        for line in self.lines:
            if [s.operator for s in line.specifier] != ["=="]:
                yield f"{self.file}: {line} is not pinned with =="
        for where in environments():
            pins = pins_for(self.lines, where)
            yield from self._walk(pins, where)

    def _walk(self, pins: Pins, where: Environment) -> Iterator[str]:
        queue = [("pyproject.toml", need, "") for need in self.wanted]
        seen: set[tuple[NormalizedName, str]] = set()
        while queue:
            who, need, extra = queue.pop()
            if need.marker and not need.marker.evaluate({**where, "extra": extra}):
                continue
            name = canonicalize_name(need.name)
            yield from self._fault(who, need, pins.get(name), where)
            for wanted_extra in ("", *need.extras):
                if (name, wanted_extra) not in seen:
                    seen.add((name, wanted_extra))
                    queue += [(name, deeper, wanted_extra) for deeper in needs_of(name)]
        needless = set(pins) - {name for name, _ in seen}
        yield from (f"{self.file}: nobody needs {name} ({_machine(where)})" for name in sorted(needless))

    def _fault(self, who: str, need: Requirement, pin: str | None, where: Environment) -> Iterator[str]:
        if pin is None:
            yield f"{self.file}: {need.name} is not pinned, {who} needs it ({_machine(where)})"
        elif not need.specifier.contains(pin, prereleases=True):
            yield f"{self.file}: {need.name}=={pin} does not suit {who}, which needs {need.specifier}"


def _machine(where: Environment) -> str:
    return f"{where['sys_platform']}, Python {where['python_version']}"


@cache
def needs_of(name: str) -> tuple[Requirement, ...]:
    """What an installed package requires; nothing for one that is only for other machines."""
    try:
        return tuple(map(Requirement, metadata.requires(name) or ()))
    except metadata.PackageNotFoundError:
        return ()


def groups(root: Path = ROOT) -> tuple[Group, Group]:
    """The runtime set and the development set, as pyproject.toml and the two files have them."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    wanted = {RUNTIME: project["project"]["dependencies"], DEVELOPMENT: project["dependency-groups"]["dev"]}
    runtime, development = (
        Group(file, tuple(map(Requirement, needs)), tuple(read_lines(root / file)))
        for file, needs in wanted.items()
    )
    return runtime, development


def local_problems(root: Path = ROOT) -> Iterator[str]:
    """Everything that is loose, missing or contradicted in the pins for painting on this computer."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {
        canonicalize_name(r.name): r for r in map(Requirement, project["optional-dependencies"]["local"])
    }
    lines = read_lines(root / LOCAL)
    found = {canonicalize_name(line.name): line for line in lines}
    for name in sorted(wanted.keys() ^ found.keys()):
        yield f"{LOCAL}: {name} is " + ("not pinned" if name in wanted else "not in pyproject.toml")
    for name in sorted(wanted.keys() & found.keys()):
        pins = [s.version for s in found[name].specifier if s.operator == "=="]
        if not pins:
            yield f"{LOCAL}: {found[name]} is not pinned with =="
        elif not wanted[name].specifier.contains(pins[0], prereleases=True):
            yield f"{LOCAL}: {found[name]} does not suit pyproject.toml"


def check(root: Path = ROOT) -> list[str]:
    """Every way in which the files are not an export of pyproject.toml; empty when they are."""
    runtime, development = groups(root)
    found = dict.fromkeys([*runtime.problems(), *development.problems(), *local_problems(root)])
    for where in environments():
        ours, theirs = pins_for(runtime.lines, where), pins_for(development.lines, where)
        clash = [name for name in ours if theirs.get(name, ours[name]) != ours[name]]
        found |= dict.fromkeys(f"{DEVELOPMENT}: {name} is not the one of {RUNTIME}" for name in clash)
    return list(found)


def export(file: str, *source: str) -> None:
    """Have uv write one file of pins."""
    settings = ("--universal", "--python-version", PYTHONS[0], "--no-header", "--quiet")
    command = [sys.executable, "-m", "uv", "pip", "compile", *settings, *source, "--output-file", file]
    subprocess.run(command, cwd=ROOT, check=True)
    path = ROOT / file
    path.write_text(HEADER + path.read_text("utf-8"), "utf-8")


def export_local(*options: str) -> None:
    """Have uv write the pins for painting on this computer, without what those packages need in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "local.in")
        wanted.write_text("\n".join(project["optional-dependencies"]["local"]), "utf-8")
        export(LOCAL, *options, str(wanted), "--no-deps", "--no-annotate", "--constraints", RUNTIME)


def main(arguments: list[str]) -> int:
    """Run the command line; 1 when the check finds something, 2 on wrong usage."""
    if arguments == ["--check"]:
        for problem in (problems := check()):
            print(problem)
        return 1 if problems else 0
    if arguments not in ([], ["--upgrade"]):
        print("usage: export_requirements.py [--check | --upgrade]", file=sys.stderr)
        return 2
    export(RUNTIME, *arguments, "pyproject.toml")
    export(DEVELOPMENT, *arguments, "--group", "pyproject.toml:dev", "--constraints", RUNTIME)
    export_local(*arguments)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
