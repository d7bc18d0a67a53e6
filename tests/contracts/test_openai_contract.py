"""The contract server itself refuses what it should: asked with the bare SDK."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import openai
import pytest
from PIL import Image as pil

from tests.contracts.gemini import oblong, png
from tests.contracts.openai import OpenAIServer
from tests.contracts.openai_rules import LOCAL

HI = [{"role": "user", "content": "hi"}]
FLARE, MINI = "gpt-image-2.5-flare", "gpt-image-1-mini"


def sheet(size: tuple[int, int], alpha: int | None, kind: str = "PNG") -> bytes:
    """A picture to use as mask."""
    data = io.BytesIO()
    pil.new("RGB" if alpha is None else "RGBA", size, (0, 0, 0) if alpha is None else (0, 0, 0, alpha)).save(
        data, kind
    )
    return data.getvalue()


@pytest.fixture
async def client(openai_server: OpenAIServer) -> AsyncIterator[openai.AsyncOpenAI]:
    async with openai.AsyncOpenAI(
        api_key=openai_server.key, base_url=openai_server.url, max_retries=0
    ) as client:
        yield client


@pytest.mark.parametrize(
    ("options", "param"),
    [
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "robot", "content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": "user", "content": ""}]}, "messages[0].content"),
        ({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "http://x"}}]}]},
         "messages[0].content"),
        ({"temperature": 0.5}, "temperature"),
        ({"temperature": 3, "model": "gpt-4.1"}, "temperature"),
        ({"max_tokens": 5}, "max_tokens"),
        ({"reasoning_effort": "low", "model": "gpt-4.1"}, "reasoning_effort"),
        ({"extra_body": {"top_k": 40}}, "top_k"),
        ({"response_format": {"type": "json_schema", "json_schema": {
            "name": "d", "strict": True,
            "schema": {"properties": {"a": {}}, "required": [], "additionalProperties": False}}}},
         "response_format"),
    ],
)  # fmt: skip
async def test_chats_that_are_refused(
    client: openai.AsyncOpenAI, options: dict[str, Any], param: str
) -> None:
    given: dict[str, Any] = {"model": "gpt-6-luna", "messages": HI, **options}
    with pytest.raises(openai.BadRequestError) as caught:
        await client.chat.completions.create(**given)
    assert caught.value.param == param


@pytest.mark.parametrize(
    ("options", "param"),
    [
        ({"prompt": " "}, "prompt"),
        ({"n": 11}, "n"),
        ({"size": "500x500"}, "size"),
        ({"size": "1000x1000"}, "size"),
        ({"size": "3840x1024"}, "size"),
        ({"model": MINI, "size": "1536x864"}, "size"),
        ({"response_format": "b64_json"}, "response_format"),
        ({"extra_body": {"seed": 7}}, "seed"),
    ],
)
async def test_pictures_that_are_refused(
    client: openai.AsyncOpenAI, options: dict[str, Any], param: str
) -> None:
    given: dict[str, Any] = {"model": FLARE, "prompt": "a cat", **options}
    with pytest.raises(openai.BadRequestError) as caught:
        await client.images.generate(**given)
    assert caught.value.param == param


@pytest.mark.parametrize(
    ("options", "param"),
    [
        ({"image": []}, "image"),
        ({"image": ("a.png", b"no picture", "image/png")}, "image"),
        ({"image": ("a.png", png(), "image/jpeg")}, "image"),
        ({"image": [("a.png", png(), "image/png")] * 17}, "image"),
        ({"mask": ("m.png", sheet((64, 64), None), "image/png")}, "mask"),
        ({"mask": ("m.png", sheet((32, 32), 0), "image/png")}, "mask"),
        ({"mask": ("m.png", sheet((64, 64), 255), "image/png")}, "mask"),
        ({"size": "100x100"}, "size"),
        ({"extra_body": {"strength": 0.5}}, "strength"),
    ],
)
async def test_edits_that_are_refused(
    client: openai.AsyncOpenAI, options: dict[str, Any], param: str
) -> None:
    given: dict[str, Any] = {"model": FLARE, "prompt": "a cat", "image": ("a.png", png(), "image/png")}
    with pytest.raises(openai.BadRequestError) as caught:
        await client.images.edit(**given | options)
    assert caught.value.param == param


async def test_an_edit_has_to_be_a_form(openai_server: OpenAIServer) -> None:
    async with httpx2.AsyncClient(headers={"authorization": f"Bearer {openai_server.key}"}) as http:
        answer = await http.post(f"{openai_server.url}/images/edits", json={"model": FLARE, "prompt": "x"})
    assert answer.status_code == 400


async def test_keys_and_models_that_are_refused(
    client: openai.AsyncOpenAI, openai_server: OpenAIServer
) -> None:
    for model in ("gpt-3", FLARE):
        with pytest.raises(openai.NotFoundError):
            await client.chat.completions.create(model=model, messages=HI)  # type: ignore[arg-type]  # as said
    with pytest.raises(openai.AuthenticationError):
        await client.with_options(api_key="sk-wrong").models.list()
    async with httpx2.AsyncClient() as http:
        assert (await http.get(f"{openai_server.url}/models")).status_code == 401


async def test_a_good_edit_is_taken(client: openai.AsyncOpenAI) -> None:
    image = ("a.png", oblong(64, 32), "image/png")
    answer = await client.images.edit(
        model=FLARE, prompt="a hat", image=image, mask=("m.png", sheet((64, 32), 0), "image/png")
    )
    assert answer.data
    assert answer.data[0].b64_json


async def test_a_server_of_ones_own_takes_more_but_not_everything(local_server: OpenAIServer) -> None:
    assert set(local_server.models) == set(LOCAL)
    async with openai.AsyncOpenAI(api_key="x", base_url=local_server.url, max_retries=0) as client:
        answer = await client.images.generate(model="z-image-turbo", prompt="x", extra_body={"seed": 7})
        assert answer.data
        assert (answer.data[0].b64_json, bool(answer.data[0].url)) == (None, True)
        local_server.refuses = {"seed"}
        with pytest.raises(openai.UnprocessableEntityError):
            await client.images.generate(model="z-image-turbo", prompt="x", extra_body={"seed": 7})
