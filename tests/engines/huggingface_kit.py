"""What the tests of the Hugging Face engine share."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

from imaginario.engines.huggingface import HuggingFaceEngine
from imaginario.events import Painted
from imaginario.images import Image, ImageRequest
from imaginario.secrets import Secret
from tests.contracts.huggingface import HuggingFaceServer, drawn

SCHNELL = "black-forest-labs/FLUX.1-schnell"
DEV = "black-forest-labs/FLUX.1-dev"
GLM = "zai-org/GLM-Image"
TURBO = "Tongyi-MAI/Z-Image-Turbo"
EDITOR = "Qwen/Qwen-Image-Edit"
KONTEXT = "black-forest-labs/FLUX.1-Kontext-dev"
FLUX2 = "black-forest-labs/FLUX.2-dev"
PIX2PIX = "timbrooks/instruct-pix2pix"
CARTOONIZER = "instruction-tuning-sd/cartoonizer"
INPAINTER = "diffusers/stable-diffusion-xl-1.0-inpainting-0.1"
SD3 = "stabilityai/stable-diffusion-3-medium-diffusers"


def engine_of(server: HuggingFaceServer, **options: Any) -> HuggingFaceEngine:
    """An engine for whom this server is Hub and router."""
    given: dict[str, Any] = {
        "secret": Secret(server.token),
        "hf_hub_url": server.url,
        "hf_router_url": server.url,
        **options,
    }
    return HuggingFaceEngine(**given)


def photo(width: int = 96, height: int = 64, seed: int = 9, kind: str = "PNG") -> Image:
    """A picture to be changed."""
    return Image(drawn(width, height, seed, kind), f"image/{kind.lower()}", width, height)


def asked(model: str = SCHNELL, **options: Any) -> ImageRequest:
    """A request for a cat."""
    return ImageRequest(prompt="a cat on the moon", model=model, **options)


async def events_of(engine: HuggingFaceEngine, request: ImageRequest) -> list[Any]:
    """Everything the engine says."""
    async with aclosing(engine.generate(request)) as stream:
        return [event async for event in stream]


async def painted(engine: HuggingFaceEngine, request: ImageRequest) -> Painted:
    """The picture."""
    *_, last = await events_of(engine, request)
    assert isinstance(last, Painted)
    return last
