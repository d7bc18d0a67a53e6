"""The words of the command line, in the person's language; building it loads nothing else."""

from __future__ import annotations

import argparse
import difflib
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from imaginario import __version__, i18n
from imaginario.i18n import Translator

PROGRAM = "imaginario"


class Misused(Exception):
    """The command line itself is wrong; both parts are in the person's words."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


def misset(error: ValueError, t: Translator) -> Misused:
    """A setting that can't be used, with what it has to be."""
    wanted = str(getattr(error, "wanted", ""))
    said = t(f"cli.setting.{wanted}") if t.has(f"cli.setting.{wanted}") else wanted
    return Misused(t("cli.bad_setting", problem=error, wanted=said))


class _Parser(argparse.ArgumentParser):
    """A parser that speaks our languages and leaves the exit to us."""

    def __init__(self, *, t: Translator, **options: Any) -> None:
        class Words(argparse.HelpFormatter):
            def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
                super().add_usage(usage, actions, groups, f"{t('cli.usage')} " if prefix is None else prefix)

        super().__init__(
            add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=Words, **options
        )
        self.t = t

    def error(self, message: str) -> NoReturn:
        """What no better sentence was found for."""
        raise Misused(self.t("cli.misused", problem=message), self.hint())

    def hint(self) -> str:
        """Where the help is."""
        return self.t("cli.try", command=f"{self.prog} --help")


def parse(argv: Sequence[str], t: Translator, *, called: str = "") -> Namespace:
    """The command line as values. Raises `Misused`; `--help` and `--version` answer and exit.

    `called` is what stands in the help for `imaginario serve`, where the person typed something else.
    """
    parser = build(t, called)
    words = list(argv)
    try:
        args, rest = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise _explained(error, words, parser) from error
    if not args.command:
        raise Misused(parser.format_usage().strip(), parser.hint())
    _take_rest(args, rest, parser)
    _check(args, parser)
    args.hint = _inner(args, parser).hint()
    return args


def build(t: Translator, called: str = "") -> _Parser:
    """The whole parser."""
    parser = _Parser(t=t, prog=PROGRAM, description=t("cli.about"))
    options = parser.add_argument_group(t("cli.options"))
    _common(options, t)
    options.add_argument("--version", action="version", version=__version__, help=t("cli.help.version"))
    commands = parser.add_subparsers(
        title=t("cli.commands"), dest="command", metavar=t("cli.word.command"), parser_class=_Parser
    )
    for name, fill in _FILL.items():
        words = t(f"cli.{name}.help")
        typed = called if called and name == "serve" else f"{PROGRAM} {name}"
        fill(commands.add_parser(name, t=t, help=words, description=words, prog=typed), t)
    return parser


def _common(group: Any, t: Translator) -> None:
    group.add_argument("-h", "--help", action="help", help=t("cli.help.help"))
    # No default: the one of the inner parser would undo what was said to the outer.
    group.add_argument(
        "--locale",
        default=argparse.SUPPRESS,
        metavar=t("cli.word.language"),
        help=t("cli.help.locale", languages=", ".join(i18n.LANGUAGES)),
    )


def _groups(parser: _Parser, t: Translator) -> tuple[Any, Any]:
    """The group of what is given by place and the group of what is given by name."""
    return parser.add_argument_group(t("cli.arguments")), parser.add_argument_group(t("cli.options"))


def _imagine(parser: _Parser, t: Translator) -> None:
    places, options = _groups(parser, t)
    places.add_argument("text", nargs="*", metavar=t("cli.word.idea"), help=t("cli.help.idea"))
    options.add_argument("--image", metavar=t("cli.word.file"), help=t("cli.help.image"))
    _painting(options, t)


def _cartoonize(parser: _Parser, t: Translator) -> None:
    options = _edit(parser, t)
    options.add_argument("--with", metavar=t("cli.word.names"), help=t("cli.help.with"))


def _edit(parser: _Parser, t: Translator) -> Any:
    places, options = _groups(parser, t)
    places.add_argument("image", nargs="?", metavar=t("cli.word.file"), help=t("cli.help.original"))
    places.add_argument("text", nargs="*", metavar=t("cli.word.text"), help=t("cli.help.change"))
    _painting(options, t)
    return options


def _painting(options: Any, t: Translator) -> None:
    """The options of everything that paints."""
    for name, word in (
        ("output", "file"), ("style", "style"), ("engine", "name"), ("model", "name"), ("assistant", "name"),
        ("seed", "number"), ("size", "size"), ("ar", "ratio"), ("no", "text"), ("steps", "number"),
        ("guidance", "number"), ("count", "number"), ("strength", "number"), ("mask", "file"),
        ("outpaint", "sides"), ("image-guidance", "number"), ("scheduler", "name"), ("control-image", "file"),
        ("vary", "values"), ("by", "values"), ("sheet", "file"),
    ):  # fmt: skip
        options.add_argument(f"--{name}", metavar=t(f"cli.word.{word}"), help=t(f"cli.help.{name}"))
    options.add_argument(
        "--reference", metavar=t("cli.word.file"), action="append", help=t("cli.help.reference")
    )
    for switch in ("raw", "ask"):
        options.add_argument(f"--{switch}", action="store_true", help=t(f"cli.help.{switch}"))
    _json(options, t)
    _common(options, t)


def _chat(parser: _Parser, t: Translator) -> None:
    places, options = _groups(parser, t)
    places.add_argument("text", nargs="*", metavar=t("cli.word.text"), help=t("cli.help.text"))
    options.add_argument("--assistant", metavar=t("cli.word.name"), help=t("cli.help.assistant"))
    options.add_argument("--model", metavar=t("cli.word.name"), help=t("cli.help.chat_model"))
    _json(options, t)
    _common(options, t)


def _recipe(parser: _Parser, t: Translator) -> None:
    places, options = _groups(parser, t)
    places.add_argument("file", nargs="?", metavar=t("cli.word.file"), help=t("cli.help.file"))
    _json(options, t)
    _common(options, t)


def _models(parser: _Parser, t: Translator) -> None:
    options = parser.add_argument_group(t("cli.options"))
    options.add_argument("--download", metavar=t("cli.word.name"), help=t("cli.help.download"))
    options.add_argument("--yes", action="store_true", help=t("cli.help.yes"))
    _json(options, t)
    _common(options, t)


def _doctor(parser: _Parser, t: Translator) -> None:
    _common(parser.add_argument_group(t("cli.options")), t)


def _serve(parser: _Parser, t: Translator) -> None:
    options = parser.add_argument_group(t("cli.options"))
    options.add_argument("--host", metavar=t("cli.word.address"), help=t("cli.help.host"))
    options.add_argument("--port", metavar=t("cli.word.number"), help=t("cli.help.port"))
    options.add_argument("--auth", metavar=t("cli.word.auth"), help=t("cli.help.auth"))
    # None, not False, when it is not said: then the environment decides.
    for name in ("public", "share", "open"):
        options.add_argument(f"--{name}", action="store_true", default=None, help=t(f"cli.help.{name}"))
    _common(options, t)


def _json(group: Any, t: Translator) -> None:
    group.add_argument("--json", action="store_true", help=t("cli.help.json"))


_FILL: Mapping[str, Callable[[_Parser, Translator], Any]] = {
    "imagine": _imagine,
    "edit": _edit,
    "cartoonize": _cartoonize,
    "chat": _chat,
    "recipe": _recipe,
    "models": _models,
    "doctor": _doctor,
    "serve": _serve,
}
COMMANDS = tuple(_FILL)


def _inner(args: Namespace, parser: _Parser) -> _Parser:
    """The parser of the command that was asked for."""
    return _subparsers(parser)[args.command] if getattr(args, "command", None) else parser


def _subparsers(parser: _Parser) -> dict[str, Any]:
    found = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return found.choices  # type: ignore[return-value]  # a mapping of name to parser


def _take_rest(args: Namespace, rest: list[str], parser: _Parser) -> None:
    """Words left over belong to the text (options may stand in its middle); anything else is a mistake."""
    inner = _inner(args, parser)
    for word in rest:
        if word.startswith("-") and len(word) > 1:
            raise Misused(_no_option(word.partition("=")[0], inner), inner.hint())
        if not hasattr(args, "text"):
            raise Misused(inner.t("cli.misused.extra", word=word), inner.hint())
        args.text.append(word)


def _check(args: Namespace, parser: _Parser) -> None:
    """What the parser itself can't see."""
    inner, t = _inner(args, parser), parser.t
    if getattr(args, "size", None) and getattr(args, "ar", None):
        raise Misused(t("cli.misused.both"), inner.hint())
    if args.command == "recipe" and not args.file:
        raise Misused(t("cli.misused.file"), inner.hint())
    if args.command in ("edit", "cartoonize") and not args.image:
        raise Misused(t("cli.misused.file"), inner.hint())
    for extra in ("mask", "outpaint"):
        if getattr(args, extra, None) and not args.image:
            raise Misused(t("cli.misused.no_image", option=f"--{extra}"), inner.hint())
    if hasattr(args, "text") and not _may_be_silent(args) and not " ".join(args.text).strip():
        raise Misused(t("cli.misused.text"), inner.hint())
    wanted = getattr(args, "locale", None)
    if wanted is not None and i18n.match(wanted) is None:
        raise Misused(
            t("cli.misused.locale", value=wanted, languages=", ".join(i18n.LANGUAGES)), inner.hint()
        )


def _may_be_silent(args: Namespace) -> bool:
    """Whether the options say enough without any words."""
    return args.command == "cartoonize" or bool(
        getattr(args, "image", None) and (args.outpaint or args.style)
    )


def _explained(error: argparse.ArgumentError, words: list[str], parser: _Parser) -> Misused:
    """The parser's own complaint in our words."""
    option = error.argument_name or ""
    if not option.startswith("-"):
        named = next((w for before, w in zip(("", *words), words, strict=False) if _may_name(w, before)), "")
        near = difflib.get_close_matches(named.lower(), COMMANDS, 1, 0.6)
        key = "cli.misused.command_near" if near else "cli.misused.command"
        listed = ", ".join(near or COMMANDS)
        return Misused(parser.t(key, command=named, commands=listed), parser.hint())
    command = next((w for w in words if w in COMMANDS), "")
    inner = _subparsers(parser).get(command, parser)
    action = inner._option_string_actions.get(option.split("/")[-1])
    takes = action is None or action.nargs != 0
    key = "value" if takes else "switch"
    return Misused(parser.t(f"cli.misused.{key}", option=option), inner.hint())


def _may_name(word: str, before: str) -> bool:
    return before != "--locale" and not word.startswith("-") and word not in COMMANDS


def _no_option(option: str, parser: _Parser) -> str:
    near = difflib.get_close_matches(option, parser._option_string_actions, 1, 0.5)
    if near:
        return parser.t("cli.misused.option_near", option=option, nearest=near[0])
    return parser.t("cli.misused.option", option=option)
