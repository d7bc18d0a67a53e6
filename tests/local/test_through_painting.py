"""The whole way from an order to a kept picture, with a model on this computer."""

from __future__ import annotations

import io
from contextlib import aclosing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as pil

from imaginario import errors
from imaginario.chat import PromptDraft, Session
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Adjusted, Note, Saved
from imaginario.gallery.store import MemoryGallery
from imaginario.images import Image, Margins
from imaginario.painting import Order, Services, imagine
from imaginario.settings import Settings
from imaginario.wiring import House
from tests.local.kit import image_of, photo

CAT = PromptDraft(prompt="a cat", prompt_local="um gato")


async def ordered(engine: DiffusersEngine, **options: Any) -> list[Any]:
    """Everything that is said while an order is carried out."""
    services = Services(assistants={}, engines={"local": engine}, gallery=MemoryGallery())
    given: dict[str, Any] = {"idea": "a cat", "draft": CAT, "model": "tiny", "engine": "local", "steps": 2}
    order = Order(**given | options)
    async with aclosing(imagine(services, order, Session(owner="me"))) as events:
        return [event async for event in events]


def pixels(image: Image) -> Any:
    """A picture's pixels."""
    with pil.open(io.BytesIO(image.data)) as picture:
        return np.asarray(picture.convert("RGB"))


def saved(events: list[Any]) -> Saved:
    """The picture that was kept."""
    return next(event for event in events if isinstance(event, Saved))


def hole() -> Any:
    """A mask of a picture of 99 by 61 pixels, its middle white."""
    mask = np.zeros((61, 99))
    mask[20:40, 30:70] = 255
    return mask


@pytest.mark.parametrize("model", ["tiny", "tiny-mask"])
async def test_outside_a_mask_every_pixel_stays(model: str, engine: DiffusersEngine) -> None:
    before = photo(99, 61)
    events = await ordered(engine, model=model, image=before, mask=image_of(hole()))
    after, old, inside = pixels(saved(events).image), pixels(before), hole() > 0
    assert after.shape == old.shape
    assert (after[~inside] == old[~inside]).all()
    assert (after[inside] != old[inside]).any()


@pytest.mark.parametrize("model", ["tiny", "tiny-mask"])
async def test_new_margins_leave_the_middle_as_it_was(model: str, engine: DiffusersEngine) -> None:
    before = photo(64, 64)
    events = await ordered(engine, model=model, image=before, outpaint=Margins(left=32, bottom=16))
    after = pixels(saved(events).image)
    assert after.shape == (80, 96, 3)
    assert (after[:64, 32:] == pixels(before)).all()


async def test_what_was_asked_and_what_became_of_it(engine: DiffusersEngine) -> None:
    events = await ordered(
        engine, model="tiny-edit", image=photo(64, 64), strength=0.4, seed=5, image_guidance=2.0
    )
    *_, last = [event for event in events if isinstance(event, Adjusted)]
    assert last.ignored == ("strength",)
    assert last.sent["image_guidance_scale"] == 2.0
    assert last.got == {"width": 64, "height": 64, "seed": 5}


async def test_notes_reach_the_person(engine: DiffusersEngine) -> None:
    long = PromptDraft(prompt="x" * 100)
    events = await ordered(engine, draft=long)
    assert "local.long_prompt" in [event.key for event in events if isinstance(event, Note)]


async def test_a_guide_map_goes_all_the_way(engine: DiffusersEngine) -> None:
    events = await ordered(engine, control_image=photo(64, 64))
    assert saved(events).recipe["engine"] == "local"


def house_of(tmp_path: Path, folder: str = "") -> House:
    """A house without any key."""
    return House(Settings(data_dir=tmp_path, local_models=folder), environ={}, gallery=MemoryGallery())


def test_auto_takes_it_only_where_a_model_lies(shelf_folder: Path, tmp_path: Path) -> None:
    assert house_of(tmp_path).services({}).engine("").name == "builtin"
    assert house_of(tmp_path, str(shelf_folder)).services({}).engine("").name == "local"


async def test_named_without_a_model_it_says_what_to_do(tmp_path: Path) -> None:
    services = house_of(tmp_path).services({})
    order = Order(idea="a cat", draft=CAT, engine="local")
    with pytest.raises(errors.ModelNotDownloaded) as caught:
        async for _ in imagine(services, order, Session(owner="me")):
            pass
    assert caught.value.values["model"] == "stabilityai/sd-turbo"


async def test_without_a_model_others_are_named_not_this(tmp_path: Path) -> None:
    services = house_of(tmp_path).services({})
    assert services.engines["local"].fallback_models() == ()


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"scheduler": "magic"}, errors.InvalidOption),
        ({"model": "stabilityai/sd-turbo"}, errors.ModelNotDownloaded),
    ],
)
async def test_what_is_not_here_is_told_before_anybody_writes(
    options: dict[str, Any], kind: type[errors.StudioError], engine: DiffusersEngine
) -> None:
    # Nobody is there to write: whoever gets as far as that fails otherwise.
    with pytest.raises(kind):
        await ordered(engine, draft=None, **options)


@pytest.mark.parametrize(("size", "told"), [((64, 64), True), ((96, 64), False), (None, False)])
async def test_a_picture_that_is_pulled_into_another_shape_is_told(
    size: tuple[int, int] | None, told: bool, engine: DiffusersEngine
) -> None:
    before = photo(96, 64) if size else photo(99, 61)
    events = await ordered(engine, image=before, size=size)
    assert ("local.stretched" in [e.key for e in events if isinstance(e, Note)]) is told
