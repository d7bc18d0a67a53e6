"""Keys: never printed whole, kept in a file only their owner reads."""

from __future__ import annotations

import stat
import sys
import threading
from pathlib import Path

import pytest

from imaginario.secrets import Secret, SecretFile, clean, from_environment, redact

PLANTED = "AQ.planted-key-0123456789"


def test_a_secret_shows_its_last_four_characters_only() -> None:
    secret = Secret(PLANTED, "session")
    assert secret.hint == "…6789"
    for text in (repr(secret), str(secret), f"{secret}", f"{[secret]}"):
        assert PLANTED not in text
        assert PLANTED[:-4] not in text
    assert Secret("short").hint == "…"


@pytest.mark.parametrize("pasted", [f" {PLANTED}\n", f'"{PLANTED}"', f"'{PLANTED}' "])
def test_what_comes_along_with_a_pasted_key_is_dropped(pasted: str) -> None:
    assert clean(pasted) == PLANTED


@pytest.mark.parametrize("pasted", ["two words", "chavé", "a\x00b", "a\nb", "密钥"])
def test_what_no_header_can_carry_is_refused(pasted: str) -> None:
    with pytest.raises(ValueError, match="one word"):
        clean(pasted)


@pytest.mark.parametrize(
    "key", [PLANTED, "hf_planted0123456789", "AIzaPlanted0123456789abcdef", "sk-planted0123456789"]
)
def test_keys_are_masked_in_texts(key: str) -> None:
    assert key not in redact(f"refused: {key}!")
    assert redact("the word is banana", ["banana"]) == "the word is •••"


def test_the_environment_is_read_first_name_first() -> None:
    found = from_environment({"GOOGLE_API_KEY": "second", "GEMINI_API_KEY": "first", "HF_TOKEN": "  "})
    assert {k: (s.reveal(), s.source) for k, s in found.items()} == {"gemini": ("first", "environment")}


def test_a_remembered_key_comes_back_from_a_private_file(tmp_path: Path) -> None:
    file = SecretFile(tmp_path / "deep" / "keys.json")
    file.put("gemini", PLANTED)
    if sys.platform != "win32":
        assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert SecretFile(file.path).read()["gemini"] == Secret(PLANTED, "file")
    file.forget("gemini")
    assert not file.path.exists()
    file.forget("gemini")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"gemini": 3}', "\x00"])
def test_a_damaged_file_holds_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(content, "utf-8")
    assert SecretFile(path).read() == {}


def test_many_may_remember_at_once(tmp_path: Path) -> None:
    file = SecretFile(tmp_path / "keys.json")
    problems: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for n in range(40):
                file.put(name, f"{name}{n}")
        except OSError as error:
            problems.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert {k: s.reveal() for k, s in file.read().items()} == {"a": "a39", "b": "b39", "c": "c39"}
