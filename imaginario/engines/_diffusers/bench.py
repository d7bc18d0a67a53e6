"""The pipelines in memory: one model at a time, its tasks sharing the same weights. Loads torch when used."""

from __future__ import annotations

import gc
import math
import re
import sys
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imaginario import errors
from imaginario.engines._diffusers import sdk, shelf
from imaginario.engines._diffusers.facts import ENGINE
from imaginario.images import Task

NATIVE = {
    "StableDiffusionInstructPix2PixPipeline": Task.IMAGE_TO_IMAGE,
    "StableDiffusionInpaintPipeline": Task.INPAINTING,
}
"""Classes that are made for another task than painting from words."""
GUIDES_KEPT = 2
"""ControlNets that stay in memory."""
ROOM = 2**30
"""Bytes of graphics memory a painting needs besides the weights, whatever its size."""
PER_PIXEL = 2048
"""Values the decoder holds at once for each pixel of the picture."""
NO_HALVES = "GTX 16"
"""In the names of graphics cards that return nothing but NaN for half precision."""
_LACKING = re.compile(r"not enough memory|out of memory|can't allocate memory", re.IGNORECASE)


@dataclass(slots=True)
class Loaded:
    """A model in memory: the pipeline as loaded, and the same weights as pipelines for other tasks."""

    base: Any
    scheduler: Any
    """The scheduler's class and configuration as the model came with it."""
    views: dict[tuple[Task, str], Any] = field(default_factory=dict)
    guides: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    offloaded: bool = False
    hooked: Any = None
    """The pipeline that moves the weights to the graphics card and back, where memory is small."""
    colours: Any = None
    """How the latents look; made when first needed, None if they can't be shown."""
    looked: bool = False
    """Whether `colours` were looked for."""
    computed_on: str = ""
    """Device and precision, such as "cuda bfloat16"."""


class Bench:
    """Keeps `kept` models loaded, the least recently used one goes. One thread at a time may use it.

    `free` tells the bytes a device has left, endless for one that shares the computer's own memory, and
    `memory` those that the computer has left.
    """

    def __init__(
        self,
        device: str = "",
        precision: str = "",
        kept: int = 1,
        free: Callable[[str], float] | None = None,
        memory: Callable[[], float] | None = None,
    ) -> None:
        self._device, self._precision, self._kept = device, precision, kept
        self._free, self._memory = free or free_memory, memory or own_memory
        self.loaded: OrderedDict[str, Loaded] = OrderedDict()

    def model(self, name: str, folder: Path) -> Loaded:
        """A model ready to be used, loaded if it is not. Raises `EngineError`."""
        if name not in self.loaded:
            while len(self.loaded) >= self._kept:
                self.loaded.popitem(last=False)
                self._sweep()
            with border(name):
                self.loaded[name] = self._load(folder)
        self.loaded.move_to_end(name)
        return self.loaded[name]

    def view(self, name: str, held: Loaded, task: Task, guide: tuple[str, Path] | None = None) -> Any:
        """The pipeline for a task, with its own scheduler fresh. Raises `EngineError`."""
        key = (task, guide[0] if guide else "")
        with border(name):
            if key not in held.views:
                held.views[key] = self._made(held, task, guide)
            pipe = held.views[key]
            if held.offloaded and held.hooked is not pipe:
                if held.hooked is not None:
                    held.hooked.remove_all_hooks()
                pipe.enable_model_cpu_offload(device=place(self._device)[0])
                held.hooked = pipe
            kind, config = held.scheduler
            pipe.scheduler = kind.from_config(config)
        return pipe

    def offload(self, held: Loaded) -> bool:
        """From now on let the parts of a model take turns on the graphics card; False if that can't help."""
        if held.offloaded or self._free(place(self._device)[0]) == math.inf:
            return False
        self._offload(held)
        for guide in held.guides.values():
            guide.to("cpu")
        held.base.to("cpu")
        self._sweep()
        return True

    def use_float32(self, held: Loaded) -> bool:
        """From now on compute with a model in full precision; False if it does already."""
        exact = sdk.torch().float32
        if held.base.dtype == exact:
            return False
        for part in (held.base, *held.guides.values()):
            part.to(dtype=exact)
        held.computed_on = f"{held.computed_on.partition(' ')[0]} float32"
        held.looked = False
        return True

    def tidy(self, held: Loaded) -> None:
        """After a painting that broke off: what was left on the graphics card makes room again."""
        if held.hooked is not None:
            held.hooked.maybe_free_model_hooks()

    def clear(self) -> None:
        """Free the memory."""
        self.loaded.clear()
        self._sweep()

    def _load(self, folder: Path) -> Loaded:
        quiet()
        device, kind = place(self._device, self._precision)
        # The system would end the whole program, other people's pictures and all.
        if shelf.parameters(folder) * kind.itemsize > self._memory():
            raise errors.EngineFailed(engine=ENGINE, detail="too_little_memory")
        base = sdk.diffusers().DiffusionPipeline.from_pretrained(
            folder, dtype=kind, local_files_only=True, variant=shelf.variant(folder)
        )
        base.set_progress_bar_config(disable=True)
        computed_on = f"{device} {str(kind).removeprefix('torch.')}"
        held = Loaded(base, (type(base.scheduler), base.scheduler.config), computed_on=computed_on)
        if _weight(base) + room(base) > self._free(device):
            self._offload(held)
        else:
            base.to(device)
        return held

    def _offload(self, held: Loaded) -> None:
        held.offloaded = True
        if hasattr(held.base.vae, "enable_tiling"):  # what is larger than usual is decoded in pieces
            held.base.vae.enable_tiling()

    def _made(self, held: Loaded, task: Task, guide: tuple[str, Path] | None) -> Any:
        if guide is None and task is NATIVE.get(type(held.base).__name__, Task.TEXT_TO_IMAGE):
            return held.base
        diffusers = sdk.diffusers()
        kinds = {
            Task.TEXT_TO_IMAGE: diffusers.AutoPipelineForText2Image,
            Task.IMAGE_TO_IMAGE: diffusers.AutoPipelineForImage2Image,
            Task.INPAINTING: diffusers.AutoPipelineForInpainting,
        }
        more = {"controlnet": self._guide(held, *guide)} if guide else {}
        pipe = kinds[task].from_pipe(held.base, **more)
        pipe.set_progress_bar_config(disable=True)
        return pipe

    def _guide(self, held: Loaded, name: str, folder: Path) -> Any:
        if name not in held.guides:
            unet = held.base.unet
            guide = sdk.diffusers().ControlNetModel.from_pretrained(
                folder, dtype=unet.dtype, local_files_only=True, variant=shelf.variant(folder)
            )
            held.guides[name] = guide if held.offloaded else guide.to(unet.device)
            while len(held.guides) > GUIDES_KEPT:
                old, _ = held.guides.popitem(last=False)
                held.views = {k: v for k, v in held.views.items() if k[1] != old}
        held.guides.move_to_end(name)
        return held.guides[name]

    def _sweep(self) -> None:
        torch = sdk.torch()
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        if torch.backends.mps.is_available():
            torch.mps.empty_cache()


def place(device: str = "", precision: str = "") -> tuple[str, Any]:
    """Device and torch dtype: as set, else the best there is. Raises `EngineFailed` where it is not there.

    Half precision on a processor is slower or not there at all, so that counts in float32.
    """
    torch = sdk.torch()
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    device = device or next(name for name, is_there in there.items() if is_there)
    if not there[device]:
        raise errors.EngineFailed(engine=ENGINE, detail=f"no_{device}")
    if precision:
        return device, getattr(torch, precision)
    if device == "cuda":
        return device, _graphics_precision(torch)
    return device, torch.float16 if device == "mps" else torch.float32


def _graphics_precision(torch: Any) -> Any:
    # torch counts cards among the able that only pretend to bfloat16, many times slower.
    if torch.cuda.is_bf16_supported(including_emulation=False):
        return torch.bfloat16
    return torch.float32 if NO_HALVES in torch.cuda.get_device_name() else torch.float16


def free_memory(device: str) -> float:
    """Bytes a device has left for weights of its own; endless where it shares the computer's memory."""
    return sdk.torch().cuda.mem_get_info()[0] if device == "cuda" else math.inf


def own_memory() -> float:
    """Bytes of memory the computer could still give, the disk's help included."""
    memory = sdk.module("psutil")  # comes with accelerate
    if sys.platform != "linux":  # elsewhere swap grows when it is needed, and is slow but no catastrophe
        return memory.virtual_memory().total
    return memory.virtual_memory().available + memory.swap_memory().free


def room(pipe: Any) -> float:
    """Bytes a painting of the model's usual size needs besides the weights."""
    vae = getattr(pipe, "vae", None)
    if vae is None:
        return ROOM
    side = getattr(vae.config, "sample_size", None) or 512
    side = max(side) if isinstance(side, list | tuple) else side
    # Such a decoder overflows in half precision: diffusers lets it count in float32.
    exact = getattr(vae.config, "force_upcast", False) and vae.dtype == sdk.torch().float16
    return ROOM + side**2 * PER_PIXEL * (4 if exact else vae.dtype.itemsize)


def quiet() -> None:
    """Keep the libraries' own bars and warnings off the terminal: we tell progress ourselves."""
    for name in ("diffusers", "transformers"):
        log = sdk.module(f"{name}.utils.logging")
        log.set_verbosity_error()
        log.disable_progress_bar()


@contextmanager
def border(model: str) -> Iterator[None]:
    """What torch and diffusers raise comes out as one of our errors."""
    try:
        yield
    except errors.StudioError:
        raise
    except MemoryError as error:
        raise errors.EngineFailed(engine=ENGINE, model=model, detail="out_of_memory") from error
    except (
        RuntimeError, ValueError, TypeError, OSError, LookupError, AttributeError, ImportError,
        AssertionError, ArithmeticError,
    ) as error:  # fmt: skip
        lacking = type(error).__name__ == "OutOfMemoryError" or bool(_LACKING.search(str(error)))
        if lacking:  # or the half-made picture would stay in memory as long as somebody tells of the error
            traceback.clear_frames(error.__traceback__)
        detail = "out_of_memory" if lacking else " ".join(str(error).split())[:200] or "broken_model"
        raise errors.EngineFailed(engine=ENGINE, model=model, detail=detail) from error


def _weight(pipe: Any) -> int:
    """Bytes of all weights of a pipeline."""
    parts = (part for part in pipe.components.values() if hasattr(part, "parameters"))
    return sum(p.numel() * p.element_size() for part in parts for p in part.parameters())
