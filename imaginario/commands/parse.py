"""Taking a message apart: is it a command, which one, with what options."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from imaginario.commands.base import Command, Invocation
from imaginario.errors import InvalidOption, UnknownCommand
from imaginario.images import Image, Margins
from imaginario.painting import Order

_COMMAND = re.compile(r"\s*[/／]([^\W\d_][\w-]*)(?=\s|[，,：:]|$)[，,：:]?\s*(.*)", re.DOTALL)
# Nothing but the lazy value may grow here, or a long run of blanks takes quadratic time.
_OPTION = re.compile(r"(?:^|(?<=\s))--([^\W\d_][\w-]*)(?:[\s=]+(.*?))??(?=\s--[^\W\d_]|\s?\Z)", re.DOTALL)
_LONG_DASH = re.compile(r"(?:^|(?<=\s))[—–](?=([^\W\d_][\w-]*))")
_DASHES = re.compile(r"(?:^|(?<=\s))(?:--|—|–)+(?=[^\W\d_])")
_SIZE = re.compile(r"(\d{2,5})\s*[xX×*]\s*(\d{2,5})")
_RATIO = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*[:：/]\s*(\d{1,4}(?:\.\d+)?)")

_MARGIN = re.compile(r"(?:([^\W\d_]+)\s*[=:：]?\s*)?(\d{1,5})(?:px)?")

MAX_MARGIN = 1024
"""Pixels a picture may grow by on one side."""
SIDES: Mapping[str, str] = {
    "left": "left", "esquerda": "left", "izquierda": "left", "左": "left",
    "top": "top", "cima": "top", "arriba": "top", "上": "top",
    "right": "right", "direita": "right", "derecha": "right", "右": "right",
    "bottom": "bottom", "baixo": "bottom", "abajo": "bottom", "下": "bottom",
    "all": "all", "todos": "all", "四周": "all",
}  # fmt: skip
"""Every way to name a side, folded -> its one name."""
OPTIONS: Mapping[str, str] = {
    "style": "style", "estilo": "style", "风格": "style",
    "engine": "engine", "motor": "engine",
    "model": "model", "modelo": "model",
    "assistant": "assistant", "assistente": "assistant", "asistente": "assistant",
    "seed": "seed", "semente": "seed", "semilla": "seed",
    "size": "size", "tamanho": "size", "tamano": "size",
    "ar": "ar", "aspect": "ar",
    "no": "no", "negative": "no", "sem": "no", "sin": "no",
    "steps": "steps", "passos": "steps", "pasos": "steps",
    "guidance": "guidance", "cfg": "guidance",
    "count": "count", "n": "count",
    "strength": "strength", "forca": "strength", "fuerza": "strength",
    "image-guidance": "image-guidance",
    "scheduler": "scheduler", "sampler": "scheduler",
    "with": "with", "com": "with", "con": "with",
    "picture": "picture", "mask": "mask", "mascara": "mask",
    "outpaint": "outpaint", "expand": "outpaint", "ampliar": "outpaint",
    "vary": "vary", "variar": "vary", "变化": "vary",
    "by": "by", "cruzar": "by", "交叉": "by",
    "raw": "raw",
    "ask": "ask", "perguntar": "ask", "preguntar": "ask", "先看": "ask",
}  # fmt: skip
"""Every way to write an option -> its one name."""
SWITCHES = frozenset({"raw", "ask"})
ONE_WORD = frozenset(
    {"engine", "model", "assistant", "seed", "ar", "steps", "guidance", "count", "strength",
     "image-guidance", "scheduler", "outpaint", "picture", "mask"}
)  # fmt: skip
"""Options whose value ends at the first blank: what follows belongs to the idea again."""
EXAMPLES: Mapping[str, str] = {
    "style": "watercolor", "engine": "builtin", "model": "NAME", "assistant": "builtin", "seed": "7",
    "size": "1024x768", "ar": "16:9", "no": "clouds", "steps": "20", "guidance": "7.5", "count": "2",
    "strength": "0.6", "image-guidance": "1.5", "scheduler": "EulerAncestral", "outpaint": "right=256",
    "picture": "ID", "mask": "ID", "with": "all", "vary": "steps=4,12,30",
    "by": "guidance=3,7",
}  # fmt: skip


def table(commands: Iterable[Command]) -> dict[str, Command]:
    """Every name and alias, folded, -> its command."""
    return {fold(word): command for command in commands for word in (command.name, *command.aliases)}


def fold(word: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def parse(text: str, known: Mapping[str, Command], images: tuple[Image, ...] = ()) -> Invocation | None:
    """The command in `text`, or None when it is ordinary chat: only a leading "/" makes a command.

    Raises `UnknownCommand` naming the nearest one, `InvalidOption`.
    """
    found = _COMMAND.match(text)
    if found is None:
        return None
    word, rest = _split_word(found[1], found[2], known)
    command = known.get(fold(word))
    if command is None:
        raise UnknownCommand(command=f"/{word}", nearest=f"/{_nearest(fold(word), known)}")
    body, options = split_options(rest)
    return Invocation(name=command.name, text=body, options=options, images=images)


def _split_word(word: str, rest: str, known: Mapping[str, Command]) -> tuple[str, str]:
    """The command word and what follows; Chinese writes both without a space between."""
    if fold(word) in known:
        return word, rest
    stems = (w for w in known if not w.isascii() and word.startswith(w))
    stem = max(stems, key=len, default="")
    return (stem, f"{word[len(stem) :]} {rest}".strip()) if stem else (word, rest)


def split_options(text: str) -> tuple[str, dict[str, str]]:
    """The text without its `--options`, and those by their one name. Raises `InvalidOption`."""
    options: dict[str, str] = {}
    trailing: list[str] = []
    text = _spelled_out(text)
    for found in _OPTION.finditer(text):
        name, value, rest = _taken_apart(found)
        if name is None:
            near = difflib.get_close_matches(fold(found[1]), OPTIONS, 1, 0.5)
            raise InvalidOption(option=f"--{found[1]}", value="", allowed=_listed(near))
        if not value and name not in SWITCHES:
            raise InvalidOption(option=f"--{found[1]}", value="", allowed=f"--{found[1]} {EXAMPLES[name]}")
        options[name] = value
        trailing.append(rest)
    body = _OPTION.sub("", text).strip()
    return " ".join(filter(None, (body, *trailing))), options


def _taken_apart(found: re.Match[str]) -> tuple[str | None, str, str]:
    """The one name of an option, or None; its value; and what of its text belongs to the idea again."""
    name, value = OPTIONS.get(fold(found[1])), (found[2] or "").strip()
    if name in SWITCHES:
        return name, "", value
    if name in ONE_WORD and value:
        first, *rest = value.split(maxsplit=1)
        return name, first, "".join(rest)
    return name, value, ""


def _spelled_out(text: str) -> str:
    """`text` with "--" again where a keyboard made a long dash of it, but only before an option's name:
    a dash may also begin what somebody says."""
    return _LONG_DASH.sub(lambda found: "--" if fold(found[1]) in OPTIONS else found[0], text)


def without(text: str, option: str) -> str:
    """The text without this option, however it is written there; `option` is its one name."""

    def left(found: re.Match[str]) -> str:
        name, _, rest = _taken_apart(found)
        return rest if name == option else found[0]

    return _OPTION.sub(left, _spelled_out(text)).strip()


def plain(text: str) -> str:
    """Words in which nothing can be taken for an option."""
    return _DASHES.sub("", text)


def _listed(near: list[str]) -> str:
    return ", ".join(f"--{n}" for n in near or sorted(set(OPTIONS.values())))


def order(idea: str, options: Mapping[str, str], images: tuple[Image, ...] = ()) -> Order:
    """An order from option texts. Raises `InvalidOption` saying what is allowed."""
    return Order(
        idea=idea,
        raw="raw" in options,
        ask="ask" in options,
        style=options.get("style", ""),
        engine=options.get("engine", ""),
        model=options.get("model", ""),
        assistant=options.get("assistant", ""),
        negative_prompt=options.get("no", ""),
        size=_size(options.get("size")),
        ratio=_ratio(options.get("ar")),
        seed=_whole("--seed", options.get("seed"), 0, 2**32 - 1),
        steps=_whole("--steps", options.get("steps"), 1, 150),
        guidance=_number("--guidance", options.get("guidance"), 0, 50),
        count=_whole("--count", options.get("count"), 1, 8),
        strength=_number("--strength", options.get("strength"), 0.05, 1),
        image_guidance=_number("--image-guidance", options.get("image-guidance"), 1, 10),
        scheduler=options.get("scheduler"),
        outpaint=margins(options.get("outpaint")),
        images=images,
    )


def margins(text: str | None) -> Margins | None:
    """New margins from a text such as "left=128,right=128" or "256" (every side); pixels.

    Raises `InvalidOption`.
    """
    if text is None:
        return None
    sides: dict[str, int] = {}
    for part in filter(None, re.split(r"[,，;+]", text.strip())):
        found = _MARGIN.fullmatch(part.strip())
        name = SIDES.get(fold(found[1] or "all")) if found else None
        if not found or not name or not 8 <= int(found[2]) <= MAX_MARGIN:
            raise InvalidOption(option="--outpaint", value=text, allowed="left=256,right=256 (8-1024)")
        for side in ("left", "top", "right", "bottom") if name == "all" else (name,):
            sides[side] = int(found[2])
    if not sides:
        raise InvalidOption(option="--outpaint", value=text, allowed="left=256,right=256 (8-1024)")
    return Margins(**sides)


def _whole(name: str, text: str | None, low: int, high: int) -> int | None:
    value = _number(name, text, low, high)
    if value is not None and value != int(value):
        raise InvalidOption(option=name, value=text, allowed=f"{low}-{high}")
    return None if value is None else int(value)


def _number(name: str, text: str | None, low: float, high: float) -> float | None:
    if text is None:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise InvalidOption(option=name, value=text, allowed=f"{low}-{high}")
    return value


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = _SIZE.fullmatch(text.strip())
    if found is None or not all(64 <= int(side) <= 4096 for side in found.groups()):
        raise InvalidOption(option="--size", value=text, allowed="1024x768 (64-4096)")
    return int(found[1]), int(found[2])


def _ratio(text: str | None) -> tuple[float, float] | None:
    if text is None:
        return None
    found = _RATIO.fullmatch(text.strip())
    wide, high = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    if not wide or not high or not 0.125 <= wide / high <= 8:
        raise InvalidOption(option="--ar", value=text, allowed="16:9, 4:3, 1:1, 3:4, 9:16 (1:8-8:1)")
    return wide, high


def _nearest(word: str, known: Mapping[str, Command]) -> str:
    near = difflib.get_close_matches(word, known, 1, 0.3)
    return near[0] if near else "help"
