"""`imaginario models` with the real engines: each is listed, and when it can't be used the reason is true."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from imaginario import cli
from imaginario.wiring import assistant_kinds, engine_kinds
from tests.contracts.huggingface import HuggingFaceServer, huggingface_server
from tests.contracts.modelscope import ModelScopeServer, modelscope_server
from tests.contracts.openai import KEY, OpenAIServer
from tests.contracts.openai_rules import Model

__all__ = ["huggingface_server", "modelscope_server"]

Listed = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture
def listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Listed:
    """`listed("engines", NAME="value")`: what is told of each, with this environment and no other."""

    def ask(kind: str = "engines", **environ: str) -> dict[str, dict[str, Any]]:
        usual = {"IMAGINARIO_DATA_DIR": str(tmp_path), "LANG": "en_US.UTF-8"}
        assert cli.run(["models", "--json"], {**usual, **environ}) == 0
        return {row["name"]: row for row in json.loads(capsys.readouterr().out)[kind]}

    return ask


def test_without_keys_every_engine_and_assistant_is_listed(listed: Listed) -> None:
    engines, assistants = listed(), listed("assistants")
    assert set(engines) == set(engine_kinds())
    assert set(assistants) == set(assistant_kinds())
    assert engines["builtin"]["available"]
    for name, row in (engines | assistants).items():
        assert bool(row["reason"]) is not row["available"], name
    assert "set MODELSCOPE_API_KEY" in engines["modelscope"]["reason"]


def test_what_would_do_without_a_key_is_told(listed: Listed) -> None:
    engines = listed()
    assert "set IMAGINARIO_OPENAI_BASE_URL" in engines["openai"]["reason"]
    assert "set IMAGINARIO_HF_ENDPOINT_URL" in engines["huggingface"]["reason"]
    assert "server" not in engines["gemini"]["reason"]


def test_a_wrong_key_is_noticed_where_the_list_needs_none(
    listed: Listed, modelscope_server: ModelScopeServer
) -> None:
    where = {"IMAGINARIO_MODELSCOPE_URL": modelscope_server.url}
    wrong = listed(MODELSCOPE_API_KEY="ms-wrong-0123456789abcdef", **where)["modelscope"]
    assert not wrong["available"]
    assert "did not accept the key" in wrong["reason"]
    assert wrong["models"]
    assert listed(MODELSCOPE_API_KEY=modelscope_server.key, **where)["modelscope"]["available"]


def test_a_wrong_token_is_noticed_where_anyone_may_read_the_list(
    listed: Listed, huggingface_server: HuggingFaceServer
) -> None:
    where = {"HF_ENDPOINT": huggingface_server.url, "IMAGINARIO_HF_ROUTER_URL": huggingface_server.url}
    wrong = listed("assistants", HF_TOKEN="hf_wrong0123456789abcdefg", **where)["huggingface"]
    assert "did not accept the key" in wrong["reason"]
    assert listed("assistants", HF_TOKEN=huggingface_server.token, **where)["huggingface"]["available"]


def test_a_server_that_only_chats_is_no_painter(listed: Listed) -> None:
    server = OpenAIServer(KEY, {"gemma4:12b": Model(own=False)}).start()
    try:
        row = listed(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY)["openai"]
    finally:
        server.stop()
    assert not row["available"]
    assert "lists no model for this" in row["reason"]
