"""What is read of a provider's refusal: what it means, its own words marked as such, and the way out."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from imaginario import errors, reasons
from imaginario.i18n import LANGUAGES, Translator

PT, ZH = Translator("pt-BR"), Translator("zh-CN")


@pytest.mark.parametrize(
    ("code", "said", "meant"),
    [
        ("forbidden", "User location is not supported for the API use.", "place"),
        ("forbidden", "Generative Language API has not been used in project 1 before", "switched_off"),
        ("forbidden", "Access to model x/y is restricted and you are not in the authorized list", "gated"),
        ("forbidden", "no sufficient permissions to call Inference Providers on behalf of user x", "scope"),
        ("forbidden", "Your organization must be verified to use the model", "unverified"),
        ("invalid_request", "num_inference_steps must be <= 4", "steps"),
        ("invalid_request", "Invalid size '3x3'", "size"),
        ("invalid_request", "This model's maximum context length is 4096 tokens", "too_long"),
        ("invalid_request", "Unable to process input image", "input_picture"),
        ("engine_failed", "CUDA out of memory", "memory"),
        ("engine_failed", "Internal Server Error", "fault"),
        ("engine_failed", "the cow jumped", ""),
        ("content_refused", "CUDA out of memory", ""),
    ],
)
def test_what_is_said_most_often_is_understood(code: str, said: str, meant: str) -> None:
    assert reasons.of(code, said) == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_meaning_own_words_and_a_fitting_way_out(language: str) -> None:
    t = Translator(language)
    said = "User location is not supported for the API use."
    sentence, cure = t.error(errors.Forbidden(engine="gemini", detail=said))
    assert t("reasons.place") in sentence
    assert t("reasons.quoted", words=said.rstrip(".")) in sentence
    assert cure == t("reasons.place.cure")


def test_words_that_are_not_understood_are_only_quoted() -> None:
    sentence, cure = PT.error(errors.InvalidRequest(engine="gemini", detail="the cow\n jumped"))
    assert sentence.endswith("Mensagem original: “the cow jumped”.")
    assert cure == PT("errors.invalid_request.cure")


def test_our_own_reasons_are_not_quoted() -> None:
    sentence, _ = PT.error(errors.EngineFailed(engine="gemini", detail="other_shape"))
    assert sentence == f"Google Gemini não conseguiu. {PT('names.other_shape')}"


def test_a_server_with_a_fault_is_no_matter_of_the_internet() -> None:
    sentence, cure = PT.error(errors.EngineUnreachable(engine="gemini", status=503))
    assert "503" in sentence
    assert "internet" not in cure
    assert "internet" in PT.error(errors.EngineUnreachable(engine="gemini"))[1]


def test_a_server_that_was_not_started_is_named() -> None:
    error = errors.EngineUnreachable(engine="openai", address="http://127.0.0.1:11434")
    sentence, cure = Translator("en").error(error)
    assert "http://127.0.0.1:11434" in sentence
    assert "may not be running" in cure
    assert error.lasting
    assert error.code == "engine_unreachable"  # what programs read stays


def test_a_sentence_begins_with_a_capital() -> None:
    assert PT.error(errors.EngineTimedOut(engine="builtin"))[0].startswith("O motor embutido")


def test_numbers_are_written_as_the_language_does() -> None:
    assert [Translator(name).number(2.5) for name in LANGUAGES] == ["2.5", "2,5", "2,5", "2.5"]
    assert PT.number(3.0) == "3"
    assert PT.number(3.0, 1) == "3,0"
    assert "2,6 GB" in PT.error(errors.ModelNotDownloaded(model="x", size=2.6))[0]


def test_chinese_sentences_stand_without_a_space() -> None:
    assert ZH.joined("一。", "", "二。") == "一。二。"
    assert PT.joined("Um.", "", "Dois.") == "Um. Dois."


def test_what_a_disk_refuses_is_said_in_words() -> None:
    assert reasons.of_disk(OSError(errno.ENOSPC, "No space left on device")) == "disk_full"
    assert reasons.of_disk(PermissionError(errno.EACCES, "x")) == "not_permitted"
    assert reasons.of_disk(OSError(errno.ELOOP, "Too many levels")) == "Too many levels"
    assert PT.named("disk_full") == "o disco está cheio"


def database(path: Path, mode: str, *orders: str) -> sqlite3.Error:
    """What SQLite raises for the last of these orders."""
    with closing(sqlite3.connect(f"file:{path}?mode={mode}", uri=True)) as db, db:
        for order in orders[:-1]:
            db.execute(order)
        with pytest.raises(sqlite3.Error) as caught:
            db.execute(orders[-1])
    return caught.value


def test_what_a_database_can_not_do_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    table, row = "create table t (x)", "insert into t values (zeroblob(100000))"
    assert reasons.of_disk(database(path, "rwc", "pragma max_page_count = 4", table, row)) == "disk_full"
    assert reasons.of_disk(database(path, "ro", row)) == "write_protected"
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(tmp_path / "nowhere" / "x.sqlite")
    assert reasons.of_disk(caught.value) == "not_permitted"
    path.write_bytes(b"no database " * 100)
    assert reasons.of_disk(database(path, "rw", "select * from t")) == "disk_fault"
    assert reasons.of_disk(sqlite3.ProgrammingError("closed")) == "disk_fault"
