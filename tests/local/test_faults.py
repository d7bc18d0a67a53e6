"""What can go wrong on this computer: filters, numbers, memory, damaged and absent models."""

from __future__ import annotations

import shutil
import threading
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from imaginario import errors
from imaginario.engines._diffusers import asking, sdk, shelf
from imaginario.engines._diffusers.bench import Bench, border
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Painted
from imaginario.i18n import Translator
from imaginario.images import ImageRequest
from tests.local import tiny
from tests.local.kit import engine_of, events_of, painted, photo, pixels


class Checker:
    """Made into a safety checker that finds fault with everything."""

    @staticmethod
    def made() -> Any:
        """The real class with tiny random weights, its thresholds below anything."""
        transformers = sdk.module("transformers")
        checkers = sdk.module("diffusers.pipelines.stable_diffusion.safety_checker")
        sight = transformers.CLIPVisionConfig(
            hidden_size=32, intermediate_size=37, num_hidden_layers=1, num_attention_heads=4, image_size=32,
            patch_size=8,
        )  # fmt: skip
        config = transformers.CLIPConfig(
            text_config=transformers.CLIPTextConfig(
                hidden_size=32, num_attention_heads=4, num_hidden_layers=1
            ).to_dict(),
            vision_config=sight.to_dict(),
            projection_dim=32,
        )
        checker = checkers.StableDiffusionSafetyChecker(config)
        checker.concept_embeds_weights.data = sdk.torch().full((17,), -2.0)
        return checker


def with_filter(shelf_folder: Path, folder: Path) -> Path:
    """A copy of the tiny model that has a filter."""
    pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(
        shelf_folder / "tiny",
        safety_checker=Checker.made(),
        feature_extractor=sdk.module("transformers").CLIPImageProcessor(
            size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}
        ),
    )
    pipe.save_pretrained(folder / "watched")
    return folder


async def test_the_models_own_filter_is_named(shelf_folder: Path, tmp_path: Path) -> None:
    engine = engine_of(with_filter(shelf_folder, tmp_path))
    with pytest.raises(errors.FilteredImage) as caught:
        await events_of(engine, model="watched", num_inference_steps=1)
    assert "safety filter" in Translator("en").error(caught.value)[0]
    await engine.aclose()


async def test_numbers_that_ran_over_are_no_filter(shelf_folder: Path, tmp_path: Path) -> None:
    pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(shelf_folder / "tiny")
    with sdk.torch().no_grad():
        pipe.vae.decoder.conv_out.weight.fill_(float("nan"))
    pipe.save_pretrained(tmp_path / "torn")
    engine = engine_of(tmp_path)
    with pytest.raises(errors.NumericalFault) as caught:
        await events_of(engine, model="torn", num_inference_steps=1)
    assert not isinstance(caught.value, errors.ContentRefused)
    assert "float32" in Translator("en").error(caught.value)[1]
    await engine.aclose()


def answer(array: Any, flags: list[bool] | None = None) -> Any:
    """What a pipeline answers."""
    return SimpleNamespace(images=[array], nsfw_content_detected=flags)


@pytest.mark.parametrize(
    ("array", "flags", "kind"),
    [
        (np.zeros((8, 8, 3)), [True], errors.FilteredImage),
        (np.zeros((8, 8, 3)), [False], errors.NumericalFault),
        (np.zeros((8, 8, 3)), None, errors.NumericalFault),
        (np.full((8, 8, 3), np.nan), None, errors.NumericalFault),
    ],
)
def test_black_and_black(array: Any, flags: Any, kind: type[errors.EngineError]) -> None:
    with pytest.raises(kind):
        asking.picture(answer(array, flags), "m")


def test_a_dark_picture_is_a_picture() -> None:
    dark = np.zeros((8, 8, 3))
    dark[4, 4] = 0.05
    assert asking.picture(answer(dark, [False]), "m").width == 8


async def test_a_model_that_is_not_here_is_never_fetched(shelf_folder: Path) -> None:
    engine = engine_of(shelf_folder)
    with pytest.raises(errors.ModelNotDownloaded) as caught:
        await events_of(engine, model="stabilityai/sd-turbo")
    message, cure = Translator("en").error(caught.value)
    assert "2.6 GB" in message
    assert "imaginario models --download stabilityai/sd-turbo" in cure
    with pytest.raises(errors.ModelNotDownloaded) as caught:
        await events_of(engine, model="some/model")
    assert caught.value.values["size"] == "?"


async def test_an_empty_shelf(tmp_path: Path) -> None:
    engine = engine_of(tmp_path)
    assert engine.fallback_models() == ()
    assert engine.card("").tasks == frozenset()
    assert isinstance(engine.needs(), errors.ModelNotDownloaded)
    assert (await engine.models())[0].id == "stabilityai/sd-turbo"
    with pytest.raises(errors.SetupError):
        await engine.check()


async def test_a_shelf_with_something_on_it(shelf_folder: Path) -> None:
    engine = engine_of(shelf_folder)
    assert engine.needs() is None
    await engine.check()
    assert engine.card("").tasks
    assert [card.id for card in await engine.models()][:2] == ["other", "tiny"]


def test_half_a_model_is_none(shelf_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf_folder / "tiny", tmp_path / "whole")
    shutil.copytree(shelf_folder / "tiny", tmp_path / "half")
    (tmp_path / "half" / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    assert set(engine_of(tmp_path).shelf.models()) == {"whole"}
    assert not shelf.is_whole(tmp_path)


async def test_a_damaged_model_is_told(shelf_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf_folder / "tiny", tmp_path / "bad")
    (tmp_path / "bad" / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(b"not weights")
    with pytest.raises(errors.EngineFailed):
        await events_of(engine_of(tmp_path), model="bad")


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("DefaultCPUAllocator: not enough memory")])
def test_too_little_memory_is_said_plainly(error: Exception) -> None:
    with pytest.raises(errors.EngineFailed) as caught, border("m"):
        raise error
    assert "memory" in Translator("en").error(caught.value)[0]


async def test_a_path_is_for_those_at_home_only(shelf_folder: Path) -> None:
    path = str(shelf_folder / "tiny")
    home, public = engine_of(Path("/nowhere")), engine_of(Path("/nowhere"), is_public=True)
    assert isinstance(await painted(home, model=path), Painted)
    with pytest.raises(errors.ModelNotDownloaded):
        await events_of(public, model=path)
    await home.aclose()


async def test_a_model_that_goes_leaves_the_memory(shelf_folder: Path) -> None:
    engine = engine_of(shelf_folder)
    await events_of(engine, num_inference_steps=4)
    await pixels(engine, image=photo(64, 64), control_image=photo(64, 64))
    gone = [weakref.ref(part) for part in (engine.bench.loaded["tiny"].base, *guides(engine))]
    with pytest.raises(errors.EngineError):
        await events_of(engine, width=8, height=8, image=photo(64, 64), strength=7.0)
    for thread in (thread for thread in threading.enumerate() if thread.name == "detached"):
        thread.join(10)  # it has told of the error, but may hold it for a moment longer
    await pixels(engine, model="other")
    assert [ref() for ref in gone] == [None, None]
    last = weakref.ref(engine.bench.loaded["other"].base.unet)
    await engine.aclose()
    assert last() is None


def guides(engine: DiffusersEngine) -> list[Any]:
    """The ControlNets in memory."""
    return list(engine.bench.loaded["tiny"].guides.values())


async def test_one_model_at_a_time(shelf_folder: Path) -> None:
    engine = engine_of(shelf_folder)
    await pixels(engine)
    assert list(engine.bench.loaded) == ["tiny"]
    first = engine.bench.loaded["tiny"].base
    await pixels(engine, seed=9)
    assert engine.bench.loaded["tiny"].base is first
    await pixels(engine, model="other")
    assert list(engine.bench.loaded) == ["other"]
    await engine.aclose()
    assert not engine.bench.loaded


def test_the_least_recently_used_goes_first(shelf_folder: Path) -> None:
    bench = Bench("cpu", kept=2)
    for name in ("tiny", "other", "tiny", "tiny-edit"):
        bench.model(name, shelf_folder / name)
    assert list(bench.loaded) == ["tiny", "tiny-edit"]


async def test_tasks_share_their_weights(engine: DiffusersEngine) -> None:
    await pixels(engine)
    await pixels(engine, image=photo(64, 64))
    await pixels(engine, control_image=photo(64, 64))
    views = engine.bench.loaded["tiny"].views
    assert len(views) >= 3
    assert len({id(view.unet) for view in views.values()}) == 1


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
async def test_precision_is_as_set(precision: str, shelf_folder: Path) -> None:
    engine = engine_of(shelf_folder, local_precision=precision)
    assert isinstance(await painted(engine, num_inference_steps=1), Painted)
    assert str(engine.bench.loaded["tiny"].base.unet.dtype) == f"torch.{precision}"
    await engine.aclose()


async def test_half_precision_files_are_found_by_their_name(shelf_folder: Path, tmp_path: Path) -> None:
    pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(shelf_folder / "tiny")
    pipe.save_pretrained(tmp_path / "half", variant="fp16")
    assert shelf.variant(tmp_path / "half") == "fp16"
    assert shelf.variant(shelf_folder / "tiny") is None
    assert isinstance(await painted(engine_of(tmp_path), model="half", num_inference_steps=1), Painted)


def test_tiny_models_are_tiny(shelf_folder: Path) -> None:
    size = sum(path.stat().st_size for path in (shelf_folder / "tiny").rglob("*") if path.is_file())
    assert size < 10_000_000
    assert tiny.SIDE == 64
    assert ImageRequest(prompt="x").task
