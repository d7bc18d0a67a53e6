"""Where things meet: plugs are kept by key, and those that make room for others are closed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from imaginario.errors import Unauthorized
from imaginario.gallery.store import MemoryGallery
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import PLUGS_KEPT, House
from tests.contracts.huggingface import HuggingFaceServer


def house_of(server: HuggingFaceServer, tmp_path: Path, **settings: Any) -> House:
    """A house whose turns are over at once, as far as it knows."""
    quick: dict[str, Any] = {"wait_budget": 0, "request_timeout": 1e-6, **settings}
    told = Settings(data_dir=tmp_path, hf_hub_url=server.url, hf_router_url=server.url, **quick)
    return House(told, environ={}, gallery=MemoryGallery())


def visitor(number: int) -> dict[str, Secret]:
    return {"huggingface": Secret(f"hf_visitor{number}")}


def crowd(house: House) -> None:
    """So many other visitors that nobody before them is remembered."""
    for number in range(PLUGS_KEPT):
        house.services(visitor(number))


async def opened(house: House) -> Any:
    """An engine with an open connection, and what tells whether it still is."""
    engine = house.services(visitor(-1)).engines["huggingface"]
    with pytest.raises(Unauthorized):
        await engine.check()
    return engine


def is_open(engine: Any) -> bool:
    return engine._wire._kept.is_open


def test_the_same_key_gets_the_same_plug(tmp_path: Path) -> None:
    house = House(Settings(data_dir=tmp_path), environ={}, gallery=MemoryGallery())
    first, again, other = (house.services(visitor(n)).engines["huggingface"] for n in (1, 1, 2))
    assert first is again
    assert first is not other


async def test_a_plug_that_made_room_is_closed(huggingface_server: HuggingFaceServer, tmp_path: Path) -> None:
    house = house_of(huggingface_server, tmp_path)
    engine = await opened(house)
    assert is_open(engine)
    crowd(house)
    house.services(visitor(0))
    await asyncio.sleep(0)  # its closing begins
    assert not is_open(engine)
    await house.aclose()


async def test_while_a_turn_may_be_using_it_a_plug_stays_open(
    huggingface_server: HuggingFaceServer, tmp_path: Path
) -> None:
    house = house_of(huggingface_server, tmp_path, wait_budget=300)
    engine = await opened(house)
    crowd(house)
    house.services(visitor(0))
    await asyncio.sleep(0)
    assert is_open(engine)
    await house.aclose()
    assert not is_open(engine)


async def test_from_a_thread_nothing_is_closed_but_the_next_call_does(
    huggingface_server: HuggingFaceServer, tmp_path: Path
) -> None:
    house = house_of(huggingface_server, tmp_path)
    engine = await opened(house)
    await asyncio.to_thread(crowd, house)
    await asyncio.sleep(0)
    assert is_open(engine)
    house.services(visitor(0))
    await asyncio.sleep(0)
    assert not is_open(engine)
    await house.aclose()
