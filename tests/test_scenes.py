"""Models that take no orders get the finished picture described: by the assistant, or in words at hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imaginario.chat import Session
from imaginario.commands.makers import INSTRUCTION, SCENE, cartoon
from imaginario.engines._diffusers import facts
from imaginario.images import Image, ModelCard, Task
from imaginario.painting import Order, imagine
from tests.faces.fakes import Script
from tests.test_edit_orders import MENDER, Maker, services
from tests.test_pictures import noise, spot

DREAMER = replace(MENDER, wants="scenes")
PHOTO = noise(40, 30)


async def made(order: Order, card: ModelCard, script: Script) -> Maker:
    engine = Maker(card)
    async for _ in imagine(services(engine, script=script), order, Session(owner="ana")):
        pass
    return engine


@pytest.mark.parametrize(
    ("card", "mask", "kind", "masked"),
    [
        (MENDER, None, "edit", False),
        (DREAMER, None, "repaint", False),
        (DREAMER, spot(40, 30, (0, 0, 9, 9)), "repaint", True),
    ],
)
async def test_the_assistant_hears_what_the_model_wants(
    card: ModelCard, mask: Image | None, kind: str, masked: bool
) -> None:
    script = Script()
    await made(Order(idea="make it snow", image=PHOTO, mask=mask), card, script)
    ((_, brief),) = script.heard
    assert (brief.kind, brief.masked) == (kind, masked)


@pytest.mark.parametrize(("card", "prompt"), [(MENDER, INSTRUCTION), (DREAMER, SCENE)])
async def test_a_cartoon_is_ordered_or_described(card: ModelCard, prompt: str) -> None:
    engine = await made(cartoon(Order(idea="", image=PHOTO)), card, Script())
    assert engine.asked[0].prompt == prompt
    engine = await made(cartoon(Order(idea="with a hat", image=PHOTO)), card, Script())
    assert engine.asked[0].prompt in (f"{INSTRUCTION}, with a hat", f"with a hat, {SCENE}")


def test_only_models_made_for_orders_take_them() -> None:
    wants = {card.id: card.wants for card in facts.suggested() if Task.IMAGE_TO_IMAGE in card.tasks}
    orders = {"timbrooks/instruct-pix2pix", "instruction-tuning-sd/cartoonizer"}
    assert {name for name, what in wants.items() if what == "orders"} == orders
