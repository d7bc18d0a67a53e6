"""The command line: a picture, an answer, a recipe or the server, from a terminal.

Results go to stdout, everything else to stderr. Exit status: 0 done, 1 not done (one line of cause and
cure on stderr), 2 asked wrongly, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from imaginario import i18n, reasons
from imaginario.cli.console import Console
from imaginario.cli.parser import Misused, parse
from imaginario.i18n import Translator

if TYPE_CHECKING:
    from imaginario.cli.work import OpenHouse

STOPPED = 130
"""What shells expect of a program that Ctrl-C ended."""


def main(argv: Sequence[str] | None = None, *, called: str = "") -> int:
    """Run one command line and answer with its exit status; `called` is what the person typed for `serve`."""
    _read_env_file()
    return run(sys.argv[1:] if argv is None else argv, os.environ, called=called)


def run(
    argv: Sequence[str], environ: Mapping[str, str], open_house: OpenHouse | None = None, *, called: str = ""
) -> int:
    """`main` with the environment, and perhaps the house, given."""
    t = Translator(language(argv, environ))
    # Python has no stream at all where the caller closed it.
    console = Console(sys.stdout or _nowhere(), sys.stderr or _nowhere())
    try:
        args = parse(argv, t, called=called)
        return _dispatch(args, environ, open_house, console, t)
    except Misused as problem:
        _tell(problem, console, as_json="--json" in argv)
        return 2
    except KeyboardInterrupt:
        console.line(t("status.stopped"))
        return STOPPED
    except BrokenPipeError:
        _hush()
        return 1
    except OSError as error:
        _hush()
        console.line(t("cli.output.lost", reason=t.named(reasons.of_disk(error))))
        return 1
    finally:
        console.clear()


def _tell(problem: Misused, console: Console, *, as_json: bool) -> None:
    if as_json:
        found = {"code": "misused", "message": problem.sentence, "cure": problem.hint}
        console.json({"error": found})
    console.line(problem.sentence)
    if problem.hint:
        console.line(problem.hint)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def _hush() -> None:
    """Let go of an output that can't be written: Python would stumble over it again while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language to speak: `--locale`, `IMAGINARIO_LOCALE`, then what the terminal is set to."""
    told = [after for word, after in zip(argv, [*argv[1:], ""], strict=False) if word == "--locale"]
    told += [word.partition("=")[2] for word in argv if word.startswith("--locale=")]
    names = ("IMAGINARIO_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = (*told, *(environ.get(name, "") for name in names))
    return next((found for tag in wanted if tag and (found := i18n.match(tag))), i18n.DEFAULT)


def _dispatch(
    args: Namespace, environ: Mapping[str, str], open_house: OpenHouse | None, console: Console, t: Translator
) -> int:
    # Imported here: what a command needs takes longer to load than `--help` may take.
    if args.command == "recipe":
        from imaginario.cli.recipe import show

        return show(args, console, t)
    if args.command == "serve":
        from imaginario.cli.serve import serve

        return serve(args, environ, t)
    from imaginario.cli.work import work

    return work(args, environ, open_house, console, t)


def _read_env_file() -> None:
    """Read the `.env` beside the package; never the one of whatever folder the person stands in,
    which might point a key at somebody else's server."""
    folder = Path(__file__).resolve().parent.parent.parent
    if (folder / ".env").is_file():
        from imaginario.wiring import load_environment

        load_environment(folder)
