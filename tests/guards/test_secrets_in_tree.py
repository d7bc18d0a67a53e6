"""No file of the repository holds something shaped like a key; what tests plant stays in the tests."""

from __future__ import annotations

import re

import pytest

from imaginario.secrets import KEY_SHAPES
from tests.guards.tree import relative, tracked

SHAPES = (
    KEY_SHAPES,
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    re.compile(r"\b(?:ghp|gho|ghs|github_pat)_[A-Za-z0-9_]{20,}"),
    re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    re.compile(r"\bya29\.[\w-]{20,}"),
    re.compile(r"https?://[^/\s:@'\"{}<>]+:[^/\s:@'\"{}<>]+@"),
)
SHORTEST = 20


def key_shaped(text: str) -> list[str]:
    """What looks like a key and is too long for a name such as hf_router_url; cut, never printed whole."""
    found = [match[0] for shape in SHAPES for match in shape.finditer(text)]
    return [text[:8] + "…" for text in found if len(text) >= SHORTEST]


def test_no_key_in_the_tree() -> None:
    found = {
        relative(path): keys
        for path in tracked()
        if not relative(path).startswith("tests/")
        and (keys := key_shaped(path.read_bytes().decode("utf-8", "replace")))
    }
    assert found == {}


def test_no_file_of_keys_is_tracked() -> None:
    names = {path.name for path in tracked()}
    assert not names & {".env", "keys.json", "credentials.json", "token", ".netrc", ".pypirc"}


@pytest.mark.parametrize("start", ["AIza", "hf_", "sk-", "ghp_"])
def test_the_guard_knows_a_key(start: str) -> None:
    assert key_shaped(f"key = '{start}{'aB3' * 12}'")
