"""Whatever is typed: the reader never fails, never hangs, and what it read can be painted."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

from imaginario.engines.builtin import words
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.spec import Edit, SceneSpec
from imaginario.engines.builtin.words import edits, index

LONGEST = 3.0
"""Processor seconds that any one text may take."""
TEXTS = 500
"""Random texts for each of the ten tests that read them."""
HUGE = 100_000

_SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2FF), (0x370, 0x3FF), (0x400, 0x4FF), (0x530, 0x58F),
    (0x590, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1100, 0x11FF), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2100, 0x2BFF), (0x3000, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFB00, 0xFDFF), (0xFE00, 0xFFFF), (0x1D400, 0x1D7FF),
    (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF), (0xE0000, 0xE01EF),
)  # fmt: skip
_ODD = (
    "\u200d", "\ufe0f", "\u202e", "\u202c", "\u2066", "\u0301", "\u0300\u0323\u0489", "\x00", "\x1b[31m",
    "\r\n", "\t", "\u2028", "\ufeff", "\ufdfa", "\ud800", "\udfff", "\udc80", "👩‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇧🇷",
    "e\u0301",
)  # fmt: skip
_MARKUP = (
    "<b>", "</div>", "<script>alert(1)</script>", "&amp;", "&#x41;", "<lora:cat:0.8>", "<lora", "--no",
    "--ar 16:9", "--v", "(cat:1.3)", "((", "))", "[[dog]]", "{a|b}", "```", "$x^2$", "%s", "{0}", "\\", "|",
    "https://a.b/c?d=e#f", "@someone", "#tag", "a_b-c'd", "…", "——", "“”", "'\"'", ";--", "¿", "¡", "1,000.5",
    "-1", "0", "007", "1e9", "3/4", "½", "²", "٣", "Ⅻ", "九十九", "999999999999999999999999999999",
)  # fmt: skip


def _word(dice: random.Random, known: list[str]) -> str:
    return dice.choice(known)


def _letters(dice: random.Random, known: list[str]) -> str:
    low, high = dice.choice(_SCRIPTS)
    return "".join(chr(dice.randint(low, high)) for _ in range(dice.randint(1, 12)))


def _typo(dice: random.Random, known: list[str]) -> str:
    word = list(dice.choice(known))
    at = dice.randrange(len(word))
    word[at : at + dice.randint(0, 2)] = dice.choice(("", "x", "é", word[at] * 3, "-", " ", "\u0301"))
    return "".join(word)


def _case(dice: random.Random, known: list[str]) -> str:
    return dice.choice((str.upper, str.title, str.swapcase))(dice.choice(known))


_MAKERS: tuple[Callable[[random.Random, list[str]], str], ...] = (
    _word, _word, _word, _word, _letters, _typo, _case,
    lambda dice, known: dice.choice(_ODD),
    lambda dice, known: dice.choice(_MARKUP),
    lambda dice, known: str(dice.randint(-5, 10 ** dice.randint(1, 12))),
    lambda dice, known: dice.choice("()[]{}\"'«»,.;:!?…-") * dice.randint(1, 9),
)  # fmt: skip


@pytest.fixture(scope="module")
def known() -> list[str]:
    """Every phrase the reader knows."""
    return list(index.build().phrases)


def _text(dice: random.Random, known: list[str]) -> str:
    """A few pieces of anything, now and then very many."""
    length = dice.choice((0, 1, 2, 4, 8, 8, 16, 32)) if dice.random() < 0.999 else 4000
    blank = dice.choice((" ", " ", " ", "", ", ", "\n", "-", " and ", " em ", " con ", "的"))
    return blank.join(dice.choice(_MAKERS)(dice, known) for _ in range(length))


def _spent(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _is_quick(spent: float) -> bool:
    """Whether so many seconds are allowed, in proportion more where the processor is slow just now."""
    return spent < LONGEST or spent < LONGEST * _spent(lambda: sum(range(_COUNTED))) / _USUAL


_COUNTED, _USUAL = 3_000_000, 0.08
"""What an ordinary machine sums up in so many seconds when nothing else runs."""


@pytest.mark.parametrize("seed", range(10))
def test_anything_can_be_read(seed: int, known: list[str]) -> None:
    """Scenes and instructions, with and without words for what to leave out: five thousand texts in all."""
    dice = random.Random(seed)
    for number in range(TEXTS):
        text = _text(dice, known)
        negative = _text(dice, known) if number % 3 == 0 else None
        start = time.process_time()
        spec = words.read(text, negative)
        edit = edits.read_edit(text, negative) if number % 4 == 0 else Edit()
        assert _is_quick(time.process_time() - start), text[:200]
        assert isinstance(spec, SceneSpec)
        assert isinstance(edit, Edit)
        assert words.detect_language(text[:100]) in ("en", "pt-BR", "es", "zh-CN")
        # What goes into a recipe must be text that can be written to a file.
        repr(spec.to_dict()).encode("utf-8")


def test_what_was_read_can_be_painted(known: list[str]) -> None:
    dice = random.Random(7)
    for seed in range(40):
        text = _text(dice, known)
        picture = paint(words.read(text), width=256, height=256, seed=seed).image
        assert picture.size == (256, 256), text
        assert picture.getextrema() != ((0, 0),) * 3, text


_LONG = {
    "blanks": " ", "commas": ",", "digits": "7", "hyphens": "-", "dashes": " — ", "one word": "cat ",
    "one word without blanks": "cat", "one letter": "h", "vowels": "a", "Chinese": "猫",
    "unknown Chinese": "龘", "unknown words": "xqzt ", "slips": "elephnat ", "capitals": "Zorb ",
    "names": "Ana de ", "ands": "and a cat ", "withs": "with ", "links": "de la ",
    "weights": "(cat:1.3) ", "open brackets": "(", "tags": "<", "half a tag": "<lora", "flags": "--no ",
    "half a flag": "--ar 1:", "decimals": "1.1,", "accents": "e\u0301", "lone accents": "\u0301",
    "ligatures": "\ufdfa", "surrogates": "\ud800", "joiners": "👩\u200d", "quotes": '"',
    "lines": "\n", "tabs and blanks": "\t ", "small ones": "gatinho ", "verbs": "dançando ",
    "removing": "remove ",
}  # fmt: skip


@pytest.mark.parametrize("piece", _LONG.values(), ids=_LONG)
def test_a_hundred_thousand_characters_of_one_kind(piece: str) -> None:
    text = (piece * (HUGE // len(piece)))[:HUGE]
    assert _is_quick(_spent(lambda: words.read(text, text)))
    assert _is_quick(_spent(lambda: edits.read_edit(text, text)))


def test_brackets_within_brackets() -> None:
    text = "(" * 50_000 + "a cat" + ")" * 50_000
    assert _is_quick(_spent(lambda: words.read(text)))
    assert [s.id for s in words.read("((((a cat))))").subjects] == ["cat"]


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression that a module of the reader keeps."""
    for module in iter_modules(words.__path__):
        for name, value in vars(import_module(f"{words.__name__}.{module.name}")).items():
            for number, pattern in enumerate(_within(value)):
                yield f"{module.name}.{name}.{number}", pattern


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _within(part)


_FOUND = dict(_patterns())
_OF_WHOLE_WORDS = ("forms.",)
"""Modules whose patterns are only asked whether they fit a word as a whole."""


def test_the_patterns_are_found() -> None:
    assert any(name.startswith("tokens.") for name in _FOUND)


@pytest.mark.parametrize("name", sorted(_FOUND))
def test_patterns_take_a_time_in_proportion(name: str) -> None:
    """25,000 signs of one kind, and something that does not fit at the end: no pattern tries it all again.

    One that did would need hundreds of millions of steps, many times what is allowed.
    """
    pattern = _FOUND[name]
    for piece in _LONG.values():
        text = (piece * 25_000)[:25_000] + "!"
        if name.startswith(_OF_WHOLE_WORDS):
            spent = _spent(lambda text=text: pattern.fullmatch(text))
        else:
            spent = _spent(lambda text=text: sum(1 for _ in pattern.finditer(text)))
        assert spent < 1.0, piece
