"""Gemini writes the instruction for an image editing model: asked and answered like a prompt."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator

import pytest

from imaginario.assistants.base import Brief
from imaginario.assistants.gemini import GeminiAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.images import Image
from imaginario.secrets import Secret
from tests.assistants.gemini_kit import run, sent
from tests.contracts.gemini import GeminiServer, png, writes

EDIT = Brief(kind="edit", language="pt-BR", max_prompt_tokens=77)
INSTRUCTION = {
    "prompt_local": "Troque o cachorro por um gato ruivo dormindo; mantenha o sofá e a luz.",
    "prompt": "Replace the dog with a sleeping ginger cat; keep the sofa and the light as they are.",
    "negative_prompt": "two cats",
    "title": "Gato no sofá",
    "alt_text": "Um gato ruivo dorme no sofá.",
}


PICTURE = Image(png(8), "image/png", 8, 8)


@pytest.fixture
async def gemini(gemini_server: GeminiServer) -> AsyncIterator[GeminiAssistant]:
    """The assistant at the contract server."""
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), request_timeout=20)
    yield assistant
    await assistant.aclose()


def wish() -> tuple[Message, ...]:
    """What to change, with the picture it is about."""
    return (Message("user", "troque o cachorro por um gato", (PICTURE,)),)


async def test_an_edit_asks_for_the_same_structure_as_a_prompt(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    await run(gemini, wish(), EDIT)
    config = sent(gemini_server)["generationConfig"]
    order = ["prompt_local", "prompt", "negative_prompt", "title", "alt_text"]
    assert config["responseMimeType"] == "application/json"
    assert config["responseJsonSchema"]["propertyOrdering"] == order
    assert config["thinkingConfig"] == {"thinkingLevel": "LOW"}


async def test_the_brief_tells_of_an_instruction_and_the_picture_goes_along(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    await run(gemini, wish(), EDIT)
    body = sent(gemini_server)
    told = "".join(part["text"] for part in body["systemInstruction"]["parts"])
    assert "image editing model" in told
    assert "what must stay" in told
    assert "art director" not in told
    first, second = body["contents"][-1]["parts"]
    assert base64.urlsafe_b64decode(first["inlineData"]["data"]) == PICTURE.data
    assert second["text"] == "troque o cachorro por um gato"


async def test_the_instruction_comes_back_as_one_draft(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(writes(INSTRUCTION, pieces=9))
    words, drafts, error = await run(gemini, wish(), EDIT)
    assert error is None
    assert words == INSTRUCTION["prompt_local"]
    assert drafts == [PromptDraft(**INSTRUCTION)]


async def test_an_english_speaker_reads_the_instruction_itself(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(writes({k: v for k, v in INSTRUCTION.items() if k != "prompt_local"}))
    words, (draft,), _ = await run(gemini, wish(), Brief(kind="edit"))
    assert words == draft.prompt == draft.prompt_local == INSTRUCTION["prompt"]
