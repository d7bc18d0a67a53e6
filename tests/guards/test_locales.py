"""The four languages say the same things, and nothing is said that is not there, or there and never said."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest

from imaginario import errors, reasons
from imaginario.i18n import LANGUAGES
from imaginario.wiring import assistant_kinds, engine_kinds
from tests.guards.tree import PACKAGE, ROOT, parsed, relative, sources

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_-]+)+")
SAYS = {"t", "_", "say", "Note", "translate", "Translator"}
"""Names of what is called with a key first: `t("status.stopped")`, `Note("styles.intro")`."""

DYNAMIC = (
    "names.",  # the value of an error, an engine, an assistant: present.name, Translator.error
    "errors.",  # a class of errors.py: held exactly below
    "reasons.",  # a pattern of reasons.py: held exactly below
)
"""Prefixes completed at run time where the code does not show it as an f-string in the call itself."""

NEARER = {"engine_troubled", "nobody_listens", "nobody_there"}
"""Sentences of errors that know more than their code: `StudioError.sentence`."""

SAME = {
    "Imaginário", "ModelScope", "Google Gemini", "Gemini", "Hugging Face", "OpenAI", "Token", "API", "MCP",
    "PNG", "Top-p", "Top-k", "Chat", "Error", "IDEA", "Local",
}  # fmt: skip
"""Sentences that may be the same in English and another language: proper names and true cognates."""


@cache
def table(language: str) -> dict[str, str]:
    """One locale file."""
    return json.loads((ROOT / "locales" / f"{language}.json").read_text("utf-8"))


def fields(text: str) -> list[str]:
    """The placeholders of a sentence, sorted; a broken one raises `ValueError`."""
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


def kinds() -> Iterator[type[errors.StudioError]]:
    """Every class of the error tree."""
    queue: list[type[errors.StudioError]] = [errors.StudioError]
    while queue:
        kind = queue.pop()
        yield kind
        queue += [sub for sub in kind.__subclasses__() if sub.__module__ == errors.__name__]


def calls() -> Iterator[tuple[str, ast.expr]]:
    """Every first argument of a call that takes a key, with where it is."""
    for path in sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and node.args and _called(node.func) in SAYS:
                yield f"{relative(path)}:{node.lineno}", node.args[0]


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def said() -> set[tuple[str, str]]:
    """Literal keys that the code says, with where."""
    constants = ((where, arg.value) for where, arg in calls() if isinstance(arg, ast.Constant))
    return {(where, key) for where, key in constants if isinstance(key, str) and KEY.fullmatch(key)}


def prefixes() -> set[tuple[str, str]]:
    """What the keys built by f-strings begin with: `t(f"facts.{name}")` gives "facts."."""
    found = set()
    for where, arg in calls():
        if isinstance(arg, ast.JoinedStr) and isinstance(arg.values[0], ast.Constant):
            found.add((where, str(arg.values[0].value)))
    return found


@cache
def written() -> str:
    """All our source, the page's scripts and the tables of plugs included."""
    faces = [p for p in PACKAGE.rglob("*") if p.suffix in (".js", ".html", ".toml")]
    return "\n".join(p.read_text("utf-8") for p in (*sources(), *faces))


def test_there_is_a_file_for_every_language() -> None:
    assert {p.stem for p in (ROOT / "locales").glob("*.json")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete(language: str) -> None:
    assert set(table(language)) == set(table("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_fills_the_same_places(language: str) -> None:
    wrong = {k: v for k, v in table(language).items() if fields(v) != fields(table("en").get(k, ""))}
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_padded(language: str) -> None:
    assert {k: v for k, v in table(language).items() if not v.strip() or v != v.strip()} == {}


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_a_sentence_is_not_left_in_english(language: str) -> None:
    left = {k: v for k, v in table(language).items() if v == table("en").get(k) and _has_words(v)}
    assert left == {}


def _has_words(text: str) -> bool:
    bare = re.sub(r"\{\w*\}", "", text)
    return text not in SAME and len(re.findall(r"[A-Za-z]{2,}", bare)) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_as_the_tool_writes_it(language: str) -> None:
    text = (ROOT / "locales" / f"{language}.json").read_text("utf-8")
    assert text == json.dumps(table(language), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_what_is_said_is_there() -> None:
    assert {(where, key) for where, key in said() if key not in table("en")} == set()


def test_every_built_key_can_be_there() -> None:
    lost = {
        (where, start) for where, start in prefixes() if not any(k.startswith(start) for k in table("en"))
    }
    assert lost == set()


def test_every_error_has_its_sentence_and_its_cure() -> None:
    said = {kind.code for kind in kinds()} | NEARER
    wanted = {f"errors.{sentence}{end}" for sentence in said for end in ("", ".cure")}
    assert {key for key in table("en") if key.startswith("errors.")} == wanted


def test_what_providers_say_most_often_has_its_sentence() -> None:
    known = {f"reasons.{name}" for table in reasons.BY_CODE.values() for name in table}
    said = {key for key in table("en") if key.startswith("reasons.")}
    assert known == {key for key in said if not key.endswith(".cure")} - {"reasons.quoted"}
    assert {key.removesuffix(".cure") for key in said if key.endswith(".cure")} <= known


def test_every_wait_has_its_sentence() -> None:
    waits = {f"waiting.{kind.code}" for kind in kinds() if issubclass(kind, errors.Retryable)}
    waits |= {f"waiting.{errors.EngineUnreachable(engine='x', status=503).sentence}"}
    assert {key for key in table("en") if key.startswith("waiting.")} >= waits


def test_every_plug_has_a_name() -> None:
    assert {f"names.{name}" for name in (*engine_kinds(), *assistant_kinds())} <= set(table("en"))


def test_nothing_is_there_that_nobody_says() -> None:
    starts = (*DYNAMIC, *(start for _, start in prefixes() if "." in start))
    idle = [
        k
        for k in table("en")
        if not k.startswith(starts) and not re.search(rf"[\"'`]{re.escape(k)}[\"'`]", written())
    ]
    assert idle == []


def test_the_guard_sees_keys_in_code() -> None:
    assert len(said()) + len(prefixes()) > 10


def test_chinese_sentences_have_chinese_punctuation() -> None:
    ascii_mark = re.compile(r"[\u4e00-\u9fff」”）][,;!?]|[,;!?][\u4e00-\u9fff]")
    assert {k: v for k, v in table("zh-CN").items() if ascii_mark.search(v)} == {}
