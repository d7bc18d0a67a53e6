"""How long a prompt is for CLIP: exactly where a vocabulary is at hand, else not too low a guess.

The true counts below were taken with transformers' CLIPTokenizer on the vocabulary of openai/CLIP.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imaginario import tokens

TRUE = {
    "a cat": 4,
    "a red fox in a forest at night": 10,
    "delicate watercolor painting of a cat in a white spacesuit": 13,
    "ação coração pão de queijo às 10h": 20,
    "2026": 6,
}
RANKS = {
    pair: rank
    for rank, pair in enumerate(
        [("c", "a"), ("ca", "t</w>"), ("d", "o"), ("do", "g</w>"), ("t", "h"), ("th", "e</w>"), ("Ã", "£")]
    )
}  # fmt: skip


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Hugging Face cache with one model in it that has a CLIP tokenizer."""
    folder = tmp_path / "hub" / "models--some--model" / "snapshots" / "abc" / "tokenizer"
    folder.mkdir(parents=True)
    lines = "\n".join(" ".join(pair) for pair in RANKS)
    (folder / "merges.txt").write_text(f"#version: 0.2\n{lines}\n", "utf-8")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    tokens.vocabulary.cache_clear()
    yield tmp_path
    tokens.vocabulary.cache_clear()


def test_words_are_told_apart_as_the_encoder_does() -> None:
    assert list(tokens.words("it's 2,000 _old_ — don't! 猫在")) == [
        "it", "'s", "2", ",", "0", "0", "0", "_", "old", "_", "—", "don", "'t", "!", "猫在",
    ]  # fmt: skip


def test_pairs_are_joined_in_the_order_of_their_rank() -> None:
    assert tokens.merged("cat", RANKS) == ["cat</w>"]
    assert tokens.merged("cats", RANKS) == ["ca", "t", "s</w>"]
    assert tokens.merged("x", RANKS) == ["x</w>"]


def test_letters_beyond_ascii_are_their_bytes() -> None:
    assert tokens.exact("ã", RANKS) == 2 + 2
    assert tokens.exact("猫", RANKS) == 2 + 3


def test_case_and_blanks_do_not_count() -> None:
    assert tokens.exact("  The\n\tCAT ", RANKS) == tokens.exact("the cat", RANKS) == 4


def test_a_cached_model_makes_it_exact(cached: Path) -> None:
    assert tokens.vocabulary() is not None
    assert tokens.count("cats") == 2 + 3
    assert tokens.count("cats") != tokens.estimate("cats")


def test_without_a_cached_model_it_is_estimated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    tokens.vocabulary.cache_clear()
    assert tokens.merges() == {}
    assert tokens.count("a cat") == tokens.estimate("a cat")
    tokens.vocabulary.cache_clear()


@pytest.mark.parametrize("text", TRUE)
def test_the_estimate_is_near_the_truth(text: str) -> None:
    assert -3 <= tokens.estimate(text) - TRUE[text] <= 5


@pytest.mark.parametrize("text", ["", "\ud800 x", "\0", "😀" * 50, "a" * 100_000, "' 's ''"])
def test_any_text_has_a_length(text: str) -> None:
    assert tokens.estimate(text) >= 2
    assert tokens.exact(text, RANKS) >= 2
