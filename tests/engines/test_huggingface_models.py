"""What the Hugging Face engine says of its models."""

from __future__ import annotations

import json

import pytest

from imaginario import errors
from imaginario.engines.huggingface import HuggingFaceEngine
from imaginario.images import Param, Task
from tests.contracts.huggingface import HuggingFaceServer, fails, says
from tests.contracts.huggingface_rules import Served
from tests.engines.huggingface_kit import (
    CARTOONIZER,
    DEV,
    EDITOR,
    FLUX2,
    GLM,
    KONTEXT,
    PIX2PIX,
    SCHNELL,
    SD3,
    TURBO,
    engine_of,
)


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


async def test_the_models_that_are_served_the_default_first(server: HuggingFaceServer) -> None:
    cards = await engine_of(server).models()
    assert [card.id for card in cards] == [SCHNELL, TURBO, DEV, SD3, GLM, EDITOR, KONTEXT, FLUX2]
    assert cards[0].title == "FLUX.1 [schnell]"
    tasks = [{task.value for task in card.tasks} for card in cards]
    assert tasks == [{"text-to-image"}] * 5 + [{"image-to-image"}] * 3


async def test_a_provider_of_ones_choice_narrows_the_list(server: HuggingFaceServer) -> None:
    cards = await engine_of(server, hf_provider="fal-ai").models()
    assert [card.id for card in cards] == [TURBO, DEV, EDITOR, KONTEXT]


async def test_a_default_that_is_not_talked_about_is_still_first(server: HuggingFaceServer) -> None:
    listed = [{"id": TURBO, "inferenceProviderMapping": [Served(provider="fal-ai", id="x").listed()]}]
    server.script("models", *[says(json.dumps(listed).encode(), "application/json")] * 2)
    assert [card.id for card in await engine_of(server).models()] == [SCHNELL, TURBO]


async def test_a_default_that_nobody_serves_is_not_listed(server: HuggingFaceServer) -> None:
    server.serve(SCHNELL)
    assert [card.id for card in await engine_of(server).models()] == [
        TURBO,
        DEV,
        SD3,
        GLM,
        EDITOR,
        KONTEXT,
        FLUX2,
    ]


async def test_a_list_that_can_not_be_read_is_an_error(server: HuggingFaceServer) -> None:
    server.script("models", fails(502, b""))
    with pytest.raises(errors.EngineUnreachable):
        await engine_of(server).models()


def test_cards_are_sound_and_their_notes_have_words() -> None:
    from pathlib import Path

    words = json.loads((Path(__file__).parents[2] / "locales" / "en.json").read_text("utf-8"))
    cards = HuggingFaceEngine(hf_endpoint_url="https://set.example").fallback_models()[1:]
    assert HuggingFaceEngine().fallback_models()[0].id == SCHNELL
    for card in cards:
        wide, high = card.default_size
        assert card.min_side <= wide <= card.max_side
        assert wide % card.multiple_of == high % card.multiple_of == 0
        assert set(card.defaults) <= {p.value for p in card.supports}
        assert {Param.SEED, Param.NUM_IMAGES_PER_PROMPT} <= card.supports
        assert (Task.TEXT_TO_IMAGE in card.tasks) <= ({Param.WIDTH, Param.HEIGHT} <= card.supports)
        assert (Task.TEXT_TO_IMAGE in card.tasks) != (Param.IMAGE in card.supports)
        assert (Task.INPAINTING in card.tasks) == (Param.MASK_IMAGE in card.supports)
        assert card.note in words
    assert len({card.id for card in cards}) == len(cards) == 14


def test_a_stranger_gets_a_careful_card() -> None:
    card = HuggingFaceEngine().card("someone/something-new")
    assert (card.id, card.title, card.note) == ("someone/something-new", "something-new", "")
    assert {Param.NEGATIVE_PROMPT, Param.NUM_INFERENCE_STEPS, Param.GUIDANCE_SCALE} <= card.supports
    assert not {Param.SCHEDULER, Param.MASK_IMAGE} & card.supports
    assert card.tasks == {Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE}  # who serves it will say


async def test_a_stranger_that_was_listed_is_known_by_its_task(server: HuggingFaceServer) -> None:
    server.serve("someone/editor", Served(provider="replicate", id="x", task="image-to-image"))
    engine = engine_of(server)
    await engine.models()
    assert engine.card("someone/editor").tasks == {Task.IMAGE_TO_IMAGE}


def test_models_of_own_endpoints_are_offered_only_where_one_is_set() -> None:
    ids = {card.id for card in HuggingFaceEngine().fallback_models()}
    assert not {PIX2PIX, CARTOONIZER} & ids
    assert {PIX2PIX, CARTOONIZER} <= {
        card.id for card in HuggingFaceEngine(hf_endpoint_url="https://set.example").fallback_models()
    }


def test_an_endpoint_says_what_runs_there() -> None:
    address = f"https://set.example/x#{PIX2PIX}"
    engine = HuggingFaceEngine(hf_endpoint_url=address)
    card = engine.card("")
    assert (card.id, card.title) == (address, "InstructPix2Pix (set.example)")
    assert card.tasks == {Task.IMAGE_TO_IMAGE}
    assert Param.IMAGE_GUIDANCE_SCALE in card.supports
    assert CARTOONIZER not in {card.id for card in engine.fallback_models()}
    assert HuggingFaceEngine(hf_endpoint_url="https://set.example/x").card("").tasks == {Task.TEXT_TO_IMAGE}


def test_schnell_knows_its_limits() -> None:
    supports = HuggingFaceEngine().card("").supports
    assert not {Param.NEGATIVE_PROMPT, Param.GUIDANCE_SCALE} & supports
