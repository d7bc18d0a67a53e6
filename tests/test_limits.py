"""What one visitor of a public server may ask for: turns at once, requests a minute, pictures on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from imaginario.errors import PictureNotFound
from imaginario.gallery.store import FolderGallery
from imaginario.limits import CALLERS_KEPT, Rate, Turns
from imaginario.settings import Settings
from imaginario.wiring import House
from tests.faces.fakes import png


def test_turns_are_counted_by_visitor() -> None:
    turns = Turns(2)
    assert (turns.take("a"), turns.take("a"), turns.take("b")) == (None, None, None)
    refused = turns.take("a")
    assert refused is not None
    assert refused.values == {"limit": 2}
    turns.leave("a")
    assert turns.take("a") is None


def test_a_limit_of_nothing_is_none() -> None:
    turns, rate = Turns(0), Rate(0)
    assert [turns.take("a") for _ in range(50)] == [None] * 50
    assert [rate.refusal("a") for _ in range(500)] == [None] * 500


def test_a_minute_holds_so_many_requests() -> None:
    now = [0.0]
    rate = Rate(3, clock=lambda: now[0])
    for second in (0, 10, 20):
        now[0] = float(second)
        assert rate.refusal("a") is None
    refused = rate.refusal("a")
    assert refused is not None
    assert refused.values == {"limit": 3, "seconds": 40}
    assert rate.refusal("b") is None
    now[0] = 60.0
    assert rate.refusal("a") is None
    assert rate.refusal("a") is not None


def test_callers_long_gone_are_forgotten() -> None:
    rate = Rate(1, clock=lambda: 0.0)
    assert rate.refusal("first") is None
    for number in range(CALLERS_KEPT):
        rate.refusal(str(number))
    assert rate.refusal("first") is None


def files(folder: Path) -> int:
    """How many pictures lie in a folder."""
    return len(list(folder.glob("*.png")))


async def test_the_oldest_pictures_make_room(tmp_path: Path) -> None:
    gallery = FolderGallery(tmp_path, most=2)
    kept = [await gallery.add("me", png(), filename=f"{n}.png", recipe={}) for n in range(3)]
    other = await gallery.add("you", png(), filename="x.png", recipe={})
    assert [picture.most for picture in kept] == [0, 0, 2]
    assert [picture.filename for picture in await gallery.page("me")] == ["2.png", "1.png"]
    assert files(tmp_path) == 3
    with pytest.raises(PictureNotFound):
        await gallery.get("me", kept[0].id)
    assert await gallery.data(other)
    gallery.close()


@pytest.mark.parametrize("public", [True, False])
def test_a_private_server_has_no_limits(tmp_path: Path, public: bool) -> None:
    told = Settings(data_dir=tmp_path, public=public, visitor_turns=1, api_rate=1)
    house = House(told, environ={})
    assert (house.turns.limit, house.rate.limit) == ((1, 1) if public else (0, 0))


@pytest.mark.parametrize("name", ["VISITOR_TURNS", "VISITOR_PICTURES", "API_RATE"])
def test_less_than_nothing_is_refused(name: str) -> None:
    assert getattr(Settings.read({f"IMAGINARIO_{name}": "0"}), name.lower()) == 0
    with pytest.raises(ValueError, match=name):
        Settings.read({f"IMAGINARIO_{name}": "-1"})
