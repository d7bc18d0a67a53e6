"""A server of one's own that is not running: it is named, without its password, and not asked for minutes."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import httpx
import pytest

from imaginario import errors
from imaginario.chat import Session
from imaginario.engines._nearby import is_near, silent
from imaginario.engines.huggingface import HuggingFaceEngine
from imaginario.events import Failed, Waiting
from imaginario.i18n import LANGUAGES, Translator
from imaginario.retry import patiently
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import House
from tests.contracts.openai import OpenAIServer
from tests.engines.openai_kit import engine_of


@pytest.mark.parametrize(
    ("host", "near"),
    [
        *(("127.0.0.1", True), ("localhost", True), ("::1", True), ("192.168.1.7", True), ("ollama", True)),
        *(("box.local", True), ("host.docker.internal", True)),
        *(("api.openai.com", False), ("8.8.8.8", False), ("", False)),
    ],
)
def test_what_is_near(host: str, near: bool) -> None:
    assert is_near(host) is near


def refused(url: str, text: str = "refused") -> httpx.ConnectError:
    """What httpx raises for a connection that was refused."""
    return httpx.ConnectError(text, request=httpx.Request("POST", url))


def test_only_host_and_port_are_told() -> None:
    wrapped = RuntimeError("SDK")
    wrapped.__cause__ = refused("http://me:secret@127.0.0.1:11434/v1/chat?key=abc")
    assert silent(wrapped) == "http://127.0.0.1:11434"
    assert silent(refused("http://[::1]:99/x")) == "http://[::1]:99"


@pytest.mark.parametrize(
    "error",
    [
        refused("https://api.openai.com/v1"),
        refused("https://127.0.0.1/v1", "[SSL: CERTIFICATE_VERIFY_FAILED]"),
        httpx.ReadError("reset", request=httpx.Request("POST", "http://127.0.0.1:1/")),
        httpx.ConnectError("no request known"),
        ValueError("x"),
    ],
)
def test_anything_else_is_not_called_silent(error: Exception) -> None:
    assert silent(error) == ""


async def test_an_engine_names_the_server_that_is_not_there(openai_server: OpenAIServer) -> None:
    engine = engine_of(openai_server, openai_base_url="http://127.0.0.1:9/v1")
    with pytest.raises(errors.EngineUnreachable) as caught:
        await engine.check()
    assert caught.value.values["address"] == "http://127.0.0.1:9"
    await engine.aclose()


async def test_so_does_hugging_face() -> None:
    engine = HuggingFaceEngine(secret=Secret("hf_somebody1234"), hf_hub_url="http://127.0.0.1:9")
    with pytest.raises(errors.EngineUnreachable) as caught:
        await engine.check()
    assert caught.value.sentence == "nobody_listens"
    await engine.aclose()


async def test_it_is_not_asked_again_and_again() -> None:
    asked = []

    async def attempt() -> AsyncGenerator[Waiting, None]:
        asked.append(1)
        raise errors.EngineUnreachable(engine="openai", address="http://127.0.0.1:9")
        yield

    with pytest.raises(errors.EngineUnreachable):
        await anext(patiently(attempt))
    assert asked == [1]


@pytest.mark.parametrize("public", [True, False])
async def test_strangers_are_not_told_where_it_should_be(tmp_path: Path, public: bool) -> None:
    settings = Settings(data_dir=tmp_path, openai_base_url="http://127.0.0.1:9", public=public)
    house = House(settings, environ={})
    session = Session(owner="ana")
    line = "/imagine a cat --engine openai --raw --model m"
    async with aclosing(house.studio({}).turn(line, session)) as events:
        (failed,) = [event async for event in events if isinstance(event, Failed)]
    for language in LANGUAGES:
        told = " ".join(Translator(language).error(failed.error))
        assert ("127.0.0.1" in told) is not public
        assert "{" not in told
    assert failed.error.sentence == ("nobody_there" if public else "nobody_listens")
    await house.aclose()
