"""Edits through the pipeline: who can do them, what is sent, what stays, what is told."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace

import pytest

from imaginario.chat import Choices, Controls, Session
from imaginario.engines.base import ImageEngine
from imaginario.errors import EmptyPrompt, NoPicture, Unsupported
from imaginario.events import Adjusted, EngineEvent, Failed, Note, Painted, Saved, TurnEvent
from imaginario.gallery.store import MemoryGallery
from imaginario.images import ImageRequest, Margins, ModelCard, Param, Task
from imaginario.painting import Order, Services, imagine
from imaginario.studio import Studio
from tests.faces.fakes import FakeAssistant, Script, png
from tests.test_pictures import noise, pixels, spot

TUNING = frozenset({Param.SEED, Param.STRENGTH})
PAINTER = ModelCard(id="painter", supports=TUNING, default_size=(64, 64))
EDITOR = ModelCard(
    id="editor", tasks=frozenset({Task.IMAGE_TO_IMAGE}), supports=frozenset({Param.SEED}), max_side=128,
    default_size=(64, 64),
)  # fmt: skip
MENDER = replace(EDITOR, id="mender", tasks=frozenset({Task.INPAINTING, Task.IMAGE_TO_IMAGE}))


class Maker(ImageEngine):
    """Answers every request with noise as large as the picture it got."""

    name = "maker"
    title = "Maker"

    def __init__(self, *cards: ModelCard) -> None:
        self.cards = cards
        self.asked: list[ImageRequest] = []

    async def models(self) -> tuple[ModelCard, ...]:
        return self.cards

    def card(self, model: str) -> ModelCard:
        return next((c for c in self.cards if c.id == model), self.cards[0])

    def fallback_models(self) -> tuple[ModelCard, ...]:
        return self.cards

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        self.asked.append(request)
        image = request.image or png(64, 64)
        yield Painted(noise(image.width, image.height, 9), seed=request.seed)


class Other(Maker):
    """A second engine."""

    name = "other"
    title = "Other"


def services(*engines: ImageEngine, script: Script | None = None) -> Services:
    return Services(
        assistants={"scribe": FakeAssistant(script or Script())},
        engines={engine.name: engine for engine in engines},
        gallery=MemoryGallery(),
        wait_budget=0,
    )


async def carried_out(order: Order, *engines: ImageEngine, **choices: str) -> list[TurnEvent]:
    session = Session(owner="ana", choices=Choices(**choices))  # type: ignore[arg-type]  # words all of them
    return [event async for event in imagine(services(*engines), order, session)]


def saved(events: list[TurnEvent]) -> Saved:
    return next(e for e in events if isinstance(e, Saved))


def notes(events: list[TurnEvent]) -> list[str]:
    return [e.key for e in events if isinstance(e, Note)]


async def test_an_edit_goes_to_a_model_that_can_edit() -> None:
    engine = Maker(PAINTER, EDITOR)
    events = await carried_out(Order(idea="make it snow", image=noise(40, 30), raw=True), engine)
    assert engine.asked[0].model == "editor"
    assert engine.asked[0].image is not None
    assert saved(events).recipe["details"]["task"] == "image-to-image"
    assert notes(events) == []


async def test_a_model_chosen_in_the_menu_gives_way_and_that_is_told() -> None:
    engine = Maker(PAINTER, EDITOR)
    order = Order(idea="make it snow", image=noise(40, 30), raw=True)
    events = await carried_out(order, engine, engine="maker", image_model="painter")
    assert engine.asked[0].model == "editor"
    assert notes(events) == ["painting.instead"]


async def test_the_next_engine_takes_over_and_that_is_told() -> None:
    first, second = Maker(PAINTER), Other(EDITOR)
    order = Order(idea="make it snow", image=noise(40, 30), raw=True)
    events = await carried_out(order, first, second, engine="maker")
    assert (first.asked, len(second.asked)) == ([], 1)
    assert notes(events) == ["painting.instead"]


@pytest.mark.parametrize("named", [{"model": "painter"}, {"engine": "maker"}])
async def test_what_was_asked_for_by_name_is_refused_before_anything_is_paid(named: dict[str, str]) -> None:
    first, second = Maker(PAINTER), Other(EDITOR)
    order = Order(idea="make it snow", image=noise(40, 30), raw=True, **named)  # type: ignore[arg-type]  # words
    with pytest.raises(Unsupported) as caught:
        await carried_out(order, first, second)
    assert first.asked == second.asked == []
    assert caught.value.values["what"] == "image-to-image"
    assert caught.value.values["others"] == "other editor"


async def test_outside_the_mask_the_saved_picture_is_the_original() -> None:
    engine, original = Maker(MENDER), noise(60, 44)
    mask = spot(60, 44, (5, 5, 25, 30))
    events = await carried_out(Order(idea="a hat", image=original, mask=mask, raw=True), engine)
    done, before = pixels(saved(events).image), pixels(original)
    outside = pixels(mask)[..., 0] == 0
    assert (done[outside] == before[outside]).all()
    assert (done[~outside] != before[~outside]).any()
    assert saved(events).recipe["asked"]["mask_image"] == "60x44"


async def test_a_large_picture_is_sent_smaller_and_comes_back_whole() -> None:
    engine, original = Maker(MENDER), noise(300, 200)
    mask = spot(300, 200, (0, 0, 100, 200))
    events = await carried_out(Order(idea="a hat", image=original, mask=mask, raw=True), engine)
    sent = engine.asked[0]
    assert sent.image is not None
    assert sent.mask_image is not None
    assert (sent.image.width, sent.mask_image.width) == (128, 128)
    assert (saved(events).image.width, saved(events).image.height) == (300, 200)
    assert (pixels(saved(events).image)[:, 100:] == pixels(original)[:, 100:]).all()
    assert "painting.scaled" in notes(events)


async def test_new_margins_become_a_mask_for_models_that_know_only_masks() -> None:
    engine, original = Maker(MENDER), noise(60, 40)
    order = Order(idea="more trees", image=original, outpaint=Margins(left=10, bottom=6), raw=True)
    events = await carried_out(order, engine)
    sent = engine.asked[0]
    assert sent.outpaint is None
    assert sent.mask_image is not None
    assert sent.image is not None
    assert (sent.image.width, sent.image.height) == (70, 46)
    assert (pixels(saved(events).image)[:40, 10:] == pixels(original)).all()
    assert saved(events).recipe["asked"]["outpaint"] == {"left": 10, "bottom": 6}


async def test_tuning_a_model_does_not_know_is_dropped_and_told() -> None:
    engine = Maker(EDITOR)
    events = await carried_out(Order(idea="snow", image=noise(40, 30), strength=0.4, raw=True), engine)
    assert engine.asked[0].strength is None
    last = [e for e in events if isinstance(e, Adjusted)][-1]
    assert last.ignored == ("strength",)
    assert last.asked["strength"] == 0.4


async def test_the_assistant_is_asked_for_an_instruction() -> None:
    script = Script()
    house = services(Maker(EDITOR), script=script)
    order, session = Order(idea="neve", image=noise(40, 30)), Session(owner="ana")
    [_ async for _ in imagine(house, order, session)]
    messages, brief = script.heard[0]
    assert brief.kind == "edit"
    assert messages[-1].images == (order.image,)


async def test_an_edit_without_words_is_refused() -> None:
    with pytest.raises(EmptyPrompt):
        await carried_out(Order(idea=" ", image=noise(20, 20), raw=True), Maker(EDITOR))


# Commands


async def said(
    text: str, house: Services, session: Session | None = None, *images: object
) -> list[TurnEvent]:
    studio = Studio(house)
    stream = studio.turn(text, session or Session(owner="ana"), images=images)  # type: ignore[arg-type]  # pictures
    return [event async for event in stream]


async def test_edit_takes_the_attached_picture_and_the_rest_as_references() -> None:
    engine = Maker(replace(EDITOR, supports=EDITOR.supports | {Param.REFERENCE_IMAGES}))
    first, second = noise(40, 30), noise(20, 20, 5)
    await said("/edit put this hat on him", services(engine), None, first, second)
    assert engine.asked[0].image == first
    assert engine.asked[0].reference_images == (second,)


async def test_edit_takes_the_newest_picture() -> None:
    engine = Maker(PAINTER, EDITOR)
    house = services(engine)
    events = await said("/imagine um gato", house)
    session: Session = events[-1].session  # type: ignore[union-attr]  # Done comes last
    assert session.last_picture
    events = await said("/editar que neve", house, session)
    assert engine.asked[1].image is not None
    assert saved(events).recipe["details"]["source"] == session.last_picture
    assert engine.asked[1].image.data == (
        await house.gallery.data(await house.gallery.get("ana", session.last_picture))
    )


@pytest.mark.parametrize("command", ["/edit snow", "/cartoonize", "/卡通化"])
async def test_an_edit_of_nothing_says_what_to_do(command: str) -> None:
    events = await said(command, services(Maker(EDITOR)))
    failure = next(e.error for e in events if isinstance(e, Failed))
    assert isinstance(failure, NoPicture)


async def test_nobody_edits_the_picture_of_somebody_else() -> None:
    house = services(Maker(PAINTER, EDITOR))
    events = await said("/imagine um gato", house)
    stolen = replace(Session(owner="bia"), last_picture=events[-1].session.last_picture)  # type: ignore[union-attr]  # Done
    events = await said("/edit snow", house, stolen)
    assert any(isinstance(e, Failed) and isinstance(e.error, NoPicture) for e in events)


CARTOON = [
    "Cartoonize the following image", "cartoonize the following image.", "Turn this photo into a cartoon",
    "Transforme a imagem a seguir em desenho animado", "cartunize a imagem a seguir",
    "Convierte la siguiente imagen en dibujo animado", "Caricaturiza la siguiente imagen",
    "把下面的图片卡通化", "请把这张照片变成卡通", "/cartoonize", "/cartunizar", "/卡通化",
]  # fmt: skip


@pytest.mark.parametrize("words", CARTOON)
async def test_a_cartoon_is_asked_for_in_the_cartoonizers_own_words(words: str) -> None:
    engine = Maker(EDITOR)
    events = await said(words, services(engine), None, noise(40, 30))
    assert [r.prompt for r in engine.asked] == ["Cartoonize the following image"]
    assert saved(events)


async def test_further_wishes_are_added() -> None:
    engine = Maker(EDITOR)
    await said("/cartoonize with thick lines", services(engine), None, noise(40, 30))
    assert engine.asked[0].prompt == "Cartoonize the following image, with thick lines"


@pytest.mark.parametrize("words", ["Is this a cartoon?", "这是卡通吗？", "What a lovely photo"])
async def test_a_question_about_a_picture_stays_chat(words: str) -> None:
    engine = Maker(EDITOR)
    await said(words, services(engine), None, noise(40, 30))
    assert engine.asked == []


async def test_cartoon_words_without_a_picture_stay_chat() -> None:
    engine = Maker(EDITOR)
    await said("Cartoonize the following image", services(engine))
    assert engine.asked == []


async def test_imagine_with_strength_paints_over_the_attached_picture() -> None:
    engine = Maker(replace(EDITOR, supports=EDITOR.supports | {Param.STRENGTH}))
    await said("/imagine um castelo --strength 0.6", services(engine), None, noise(40, 30))
    assert engine.asked[0].strength == 0.6
    assert engine.asked[0].image is not None


# Pictures laid aside, and settings


async def test_a_picture_and_a_mask_from_the_shelf() -> None:
    engine, original = Maker(MENDER), noise(60, 40)
    session = Session(owner="ana", shelf={"p1": original, "m1": spot(60, 40, (0, 0, 9, 9))})
    events = await said("/edit a hat --picture p1 --mask m1", services(engine), session)
    assert engine.asked[0].image == original
    assert engine.asked[0].mask_image is not None
    assert (pixels(saved(events).image)[9:, 9:] == pixels(original)[9:, 9:]).all()


@pytest.mark.parametrize("option", ["--picture nowhere", "--mask nowhere"])
async def test_what_is_not_on_the_shelf_is_said(option: str) -> None:
    engine = Maker(MENDER)
    events = await said(f"/edit a hat {option}", services(engine), None, noise(9, 9))
    failure = next(e.error for e in events if isinstance(e, Failed))
    assert failure.code == "invalid_option"
    assert engine.asked == []


async def test_settings_fill_in_what_a_message_leaves_open() -> None:
    engine = Maker(replace(PAINTER, supports=frozenset(Param)))
    controls = Controls(ratio=(16, 9), count=2, negative_prompt="fog", seed=0, steps=12, strength=0.3)
    session = Session(owner="ana", choices=Choices(controls=controls))
    await said("/imagine a cat --steps 30", services(engine), session)
    request = engine.asked[0]
    assert (request.num_inference_steps, request.num_images_per_prompt, request.seed) == (30, 2, 0)
    assert (request.negative_prompt, request.strength) == ("fog", None)
    assert request.width is not None
    assert request.height is not None
    assert 1.7 < request.width / request.height < 1.85


async def test_an_edit_keeps_its_shape_and_takes_its_own_settings() -> None:
    engine = Maker(replace(EDITOR, supports=frozenset(Param)))
    controls = Controls(ratio=(16, 9), strength=0.3, image_guidance=1.8)
    session = Session(owner="ana", choices=Choices(controls=controls))
    await said("/edit snow", services(engine), session, noise(40, 30))
    request = engine.asked[0]
    assert (request.width, request.strength, request.image_guidance_scale) == (None, 0.3, 1.8)


async def test_new_margins_need_no_words() -> None:
    engine, script = Maker(MENDER), Script()
    await said("/edit --outpaint left=16", services(engine, script=script), None, noise(40, 30))
    assert script.heard == []
    assert engine.asked[0].prompt == ""
