"""Graphics cards, as far as they can be had without one: which precision, whose turn in memory, what fits."""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from imaginario import errors
from imaginario.engines._diffusers import bench, colours, sdk, shelf
from imaginario.engines._diffusers.bench import Bench
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Note, Progress
from imaginario.i18n import Translator
from imaginario.images import ImageRequest
from tests.local import tiny
from tests.local.kit import QUICK, array, engine_of, events_of, image_of, painted, photo, pixels


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes torch believe in a graphics card of this generation (8 = Ampere) and name."""

    def make(major: int, name: str = "NVIDIA") -> None:
        cuda = sdk.torch().cuda
        monkeypatch.setattr(cuda, "is_available", lambda: True)
        monkeypatch.setattr(cuda, "current_device", lambda: 0)
        monkeypatch.setattr(cuda, "get_device_properties", lambda _=0: SimpleNamespace(major=major))
        monkeypatch.setattr(cuda, "get_device_name", lambda _=0: name)
        # Any card of the last ten years can pretend to bfloat16, slowly.
        monkeypatch.setattr(cuda, "_check_bf16_tensor_supported", lambda _: True)

    return make


@pytest.mark.parametrize(
    ("major", "name", "precision"),
    [
        (8, "NVIDIA GeForce RTX 3060", "bfloat16"),
        (12, "NVIDIA GeForce RTX 5090", "bfloat16"),
        (7, "Tesla T4", "float16"),
        (7, "NVIDIA GeForce RTX 2060", "float16"),
        (6, "NVIDIA GeForce GTX 1080", "float16"),
        (7, "NVIDIA GeForce GTX 1660 SUPER", "float32"),
    ],
)
def test_a_card_counts_as_it_really_can(
    card: Callable[..., None], major: int, name: str, precision: str
) -> None:
    card(major, name)
    assert bench.place() == ("cuda", getattr(sdk.torch(), precision))
    assert bench.place("cuda", "float32")[1] is sdk.torch().float32


def test_apples_graphics_count_in_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sdk.torch().backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(sdk.torch().cuda, "is_available", lambda: False)
    assert bench.place() == ("mps", sdk.torch().float16)
    assert bench.free_memory("mps") == math.inf


@pytest.mark.parametrize("device", ["cuda", "mps"])
async def test_a_device_that_is_not_there_is_said_plainly(
    device: str, shelf_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sdk.torch().cuda, "is_available", lambda: False)
    monkeypatch.setattr(sdk.torch().backends.mps, "is_available", lambda: False)
    with pytest.raises(errors.EngineFailed) as caught:
        await events_of(engine_of(shelf_folder, local_device=device))
    assert "IMAGINARIO_LOCAL_DEVICE" in Translator("en").error(caught.value)[0]


@pytest.mark.parametrize(
    ("precision", "upcast", "bytes_each"),
    [("bfloat16", True, 2), ("float16", False, 2), ("float16", True, 4), ("float32", False, 4)],
)
def test_the_decoder_needs_room_too(precision: str, upcast: bool, bytes_each: int) -> None:
    config = SimpleNamespace(sample_size=1024, force_upcast=upcast)
    pipe = SimpleNamespace(vae=SimpleNamespace(config=config, dtype=getattr(sdk.torch(), precision)))
    assert bench.room(pipe) == bench.ROOM + 1024 * 1024 * bench.PER_PIXEL * bytes_each
    assert bench.room(SimpleNamespace(vae=None)) == bench.ROOM


async def test_a_model_too_large_for_the_computer_is_not_begun(shelf_folder: Path) -> None:
    weights = shelf.parameters(shelf_folder / "tiny")
    base = sdk.diffusers().DiffusionPipeline.from_pretrained(shelf_folder / "tiny")
    parts = (base.unet, base.vae, base.text_encoder)
    assert weights == pytest.approx(sum(p.numel() for part in parts for p in part.parameters()), rel=0.02)
    small = engine_of(shelf_folder)
    small.bench = Bench("cpu", memory=lambda: weights * 3.0)
    with pytest.raises(errors.EngineFailed) as caught:
        await events_of(small)
    assert "memory" in Translator("en").error(caught.value)[0]
    assert not small.bench.loaded
    small.bench = Bench("cpu", "bfloat16", memory=lambda: weights * 3.0)
    assert (await painted(small)).details["computed_on"] == "cpu bfloat16"
    await small.aclose()


def test_swap_that_grows_is_counted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bench.own_memory() > 10_000_000
    monkeypatch.setattr("sys.platform", "darwin")
    assert bench.own_memory() == sdk.module("psutil").virtual_memory().total


@pytest.mark.parametrize("variant", ["fp16", None])
def test_weights_are_counted_whatever_their_precision(
    variant: str | None, shelf_folder: Path, tmp_path: Path
) -> None:
    pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(shelf_folder / "tiny", dtype=sdk.torch().float16)
    pipe.save_pretrained(tmp_path / "half", variant=variant)
    assert shelf.parameters(tmp_path / "half") == pytest.approx(
        shelf.parameters(shelf_folder / "tiny"), rel=0.05
    )


MASK = image_of(np.pad(np.full((32, 32), 255), ((16, 16), (16, 16))))
WAYS: tuple[dict[str, Any], ...] = (
    {},
    {"control_image": photo(64, 64)},
    {"image": photo(64, 64), "num_inference_steps": 4},
    {"image": photo(64, 64), "mask_image": MASK},
    {"image": photo(64, 64), "control_image": photo(64, 64), "num_inference_steps": 4},
    {},
)


def small_memory(folder: Path, free: float = 0) -> DiffusersEngine:
    """An engine whose graphics card, the processor in truth, has only so many bytes left."""
    made = engine_of(folder)
    made.bench = Bench("cpu", free=lambda device: free)
    return made


async def test_parts_that_take_turns_paint_the_same(engine: DiffusersEngine, shelf_folder: Path) -> None:
    small = small_memory(shelf_folder)
    for way in WAYS:
        assert (await pixels(small, **way) == await pixels(engine, **way)).all()
        held = small.bench.loaded["tiny"]
        hooked = [view for view in {id(v): v for v in held.views.values()}.values() if view._all_hooks]
        assert held.offloaded
        assert held.base.vae.use_tiling
        assert held.hooked in hooked
    await small.aclose()


async def test_previews_come_where_parts_take_turns(shelf_folder: Path) -> None:
    small = small_memory(shelf_folder)
    events = await events_of(small, num_inference_steps=4)
    assert [e for e in events if isinstance(e, Progress) and e.preview]
    await small.aclose()


async def stopped(engine: DiffusersEngine) -> None:
    """Begin, and stop after the first step."""
    many = QUICK | {"num_inference_steps": 50}
    work: AsyncGenerator[Any, None] = engine.generate(ImageRequest(prompt="a cat", **many))
    async with aclosing(work) as events:
        async for event in events:
            if isinstance(event, Progress) and event.step and event.stage != "loading":
                return


async def test_stop_leaves_nothing_on_the_card(shelf_folder: Path) -> None:
    small = small_memory(shelf_folder)
    before = await pixels(small)
    hooks = small.bench.loaded["tiny"].hooked._all_hooks
    await stopped(small)
    assert (await pixels(small) == before).all()  # waits until the thread has really stopped
    assert small.bench.loaded["tiny"].hooked._all_hooks is not hooks
    await small.aclose()


def choking(held: bench.Loaded, times: int) -> None:
    """Let the UNet run out of memory so often."""
    left = [times]

    def choke(*_: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise sdk.torch().OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

    held.base.unet.register_forward_pre_hook(choke)


async def test_what_does_not_fit_is_painted_in_turns(shelf_folder: Path) -> None:
    roomy = small_memory(shelf_folder, free=2.0**60)
    before = await pixels(roomy)
    held = roomy.bench.loaded["tiny"]
    assert not held.offloaded
    choking(held, 1)
    event = await painted(roomy)
    assert Note("local.turns") in event.notes
    assert held.offloaded
    assert (await pixels(roomy) == before).all()
    choking(held, 2)
    with pytest.raises(errors.EngineFailed) as caught:
        await painted(roomy)
    assert "memory" in Translator("en").error(caught.value)[0]
    await roomy.aclose()


async def test_what_half_precision_tears_is_painted_in_full(shelf_folder: Path, tmp_path: Path) -> None:
    pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(shelf_folder / "tiny")
    with sdk.torch().no_grad():  # more than 65504 on the way, which the next layer evens out
        pipe.vae.decoder.conv_in.weight.mul_(2e5)
    pipe.save_pretrained(tmp_path / "loud")
    exact = await pixels(engine_of(tmp_path), model="loud")
    halves = engine_of(tmp_path, local_precision="float16")
    event = await painted(halves, model="loud", control_image=None)
    assert Note("local.sharpened") in event.notes
    assert event.details["computed_on"] == "cpu float32"
    assert np.abs(array(event).astype(int) - exact).mean() < 8
    assert not [note for note in (await painted(halves, model="loud")).notes if note.key == "local.sharpened"]
    await halves.aclose()


async def test_a_processor_without_memory_only_says_so(shelf_folder: Path) -> None:
    plain = engine_of(shelf_folder)
    await pixels(plain)
    choking(plain.bench.loaded["tiny"], 1)
    with pytest.raises(errors.EngineFailed) as caught:
        await painted(plain)
    assert caught.value.values["detail"] == "out_of_memory"
    assert not plain.bench.loaded["tiny"].offloaded
    await plain.aclose()


def test_lack_of_memory_keeps_nothing_alive() -> None:
    def paint() -> None:
        latents = np.zeros(10)
        assert latents.size
        raise RuntimeError("MPS backend out of memory (MPS allocated: 8.00 GB)")

    with pytest.raises(errors.EngineFailed) as caught, bench.border("m"):
        paint()
    assert caught.value.values["detail"] == "out_of_memory"
    trace = caught.value.__cause__.__traceback__ if caught.value.__cause__ else None
    frames = []
    while trace is not None:
        frames.append(trace.tb_frame)
        trace = trace.tb_next
    assert not any("latents" in frame.f_locals for frame in frames)


async def test_a_preview_that_fails_is_no_failure(shelf_folder: Path, tmp_path: Path) -> None:
    pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(shelf_folder / "tiny")
    with sdk.torch().no_grad():
        pipe.vae.encoder.conv_in.weight.fill_(float("nan"))
    pipe.save_pretrained(tmp_path / "blind")
    blind = engine_of(tmp_path)
    events = await events_of(blind, model="blind", num_inference_steps=3)
    assert not [e for e in events if isinstance(e, Progress) and e.preview]
    assert blind.bench.loaded["blind"].looked
    await blind.aclose()


def test_a_decoder_that_overflows_is_looked_at_exactly(tmp_path: Path) -> None:
    torch = sdk.torch()
    vae = tiny.parts(tmp_path)["vae"].to(torch.float16)
    vae.register_to_config(force_upcast=True)
    seen: list[Any] = []
    vae.encoder.register_forward_pre_hook(lambda module, args: seen.append(args[0].dtype))
    assert colours.fitted(vae) is not None
    assert seen == [torch.float32]
    assert vae.dtype == torch.float16
