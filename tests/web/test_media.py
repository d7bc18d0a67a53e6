"""Pictures and attachments by address: to their owner only, byte for byte."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI

from imaginario import imaging
from imaginario.images import Image
from imaginario.web.visitors import COOKIE, Visitors
from tests.contracts.gemini import png
from tests.web.conftest import STRANGER, VISITOR, ask

PICTURE = png(800, (30, 90, 160))


async def kept(app: FastAPI, filename: str = "gato-na-lua-7.png", owner: str = VISITOR) -> str:
    """The id of a picture in the gallery."""
    image = imaging.opened(PICTURE, filename)
    return (await app.state.house.gallery.add(owner, image, filename=filename, recipe={})).id


def as_visitor(app: FastAPI, name: str = VISITOR) -> httpx.AsyncClient:
    """A client with this visitor's cookie."""
    return ask(app, cookies={COOKIE: name} if name else {})


async def test_the_owner_gets_the_original(app: FastAPI) -> None:
    picture = await kept(app)
    async with as_visitor(app) as client:
        for address in (f"/media/{picture}", f"/media/{picture}/download"):
            answer = await client.get(address)
            assert answer.content == PICTURE
            assert answer.headers["content-type"] == "image/png"


async def test_no_cache_on_the_way_may_keep_it(app: FastAPI) -> None:
    picture = await kept(app)
    async with as_visitor(app) as client:
        assert "private" in (await client.get(f"/media/{picture}")).headers["cache-control"]


@pytest.mark.parametrize("stranger", [STRANGER, "", VISITOR + "x", VISITOR.upper(), "%"])
async def test_nobody_else_gets_anything(app: FastAPI, stranger: str) -> None:
    picture = await kept(app)
    async with as_visitor(app, stranger) as client:
        for address in (f"/media/{picture}", f"/media/{picture}?size=320", f"/media/{picture}/download"):
            answer = await client.get(address)
            assert answer.status_code == 404
            assert picture not in answer.text


@pytest.mark.parametrize("wanted", ["nope", "..%2f..%2fkeys.json", "%00", "x" * 3000])
async def test_what_is_no_picture_is_not_found(app: FastAPI, wanted: str) -> None:
    async with as_visitor(app) as client:
        assert (await client.get(f"/media/{wanted}")).status_code == 404


@pytest.mark.parametrize(("asked", "side"), [(1, 320), (320, 320), (640, 640), (700, 640), (99999, 800)])
async def test_previews_come_in_a_few_sizes(app: FastAPI, asked: int, side: int) -> None:
    picture = await kept(app)
    async with as_visitor(app) as client:
        answer = await client.get(f"/media/{picture}?size={asked}")
    small = imaging.opened(answer.content, "small")
    assert (small.width, small.height) == (side, side)


@pytest.mark.parametrize(
    ("filename", "plain"),
    [
        ("gato-na-lua-7.png", "gato-na-lua-7.png"),
        ("月亮上的猫-7.png", "imaginario-7.png"),
        ("猫.png", "imaginario.png"),
    ],
)
async def test_the_file_name_speaks_in_every_script(app: FastAPI, filename: str, plain: str) -> None:
    picture = await kept(app, filename)
    async with as_visitor(app) as client:
        told = (await client.get(f"/media/{picture}/download")).headers["content-disposition"]
    assert told.startswith(f'attachment; filename="{plain}"; ')
    assert httpx.URL("http://x/" + told.partition("UTF-8''")[2]).path == f"/{filename}"


async def test_an_attachment_is_its_visitors_own(app: FastAPI) -> None:
    visitors: Visitors = app.state.visitors
    turn = visitors.get(VISITOR).begin("look", (Image(PICTURE, "image/png", 800, 800),))
    (address,) = turn.attached()
    async with as_visitor(app) as client:
        assert (await client.get(address)).content == PICTURE
        for wrong in (f"/attached/{turn.id}/1", f"/attached/{turn.id}/-1", "/attached/nope/0"):
            assert (await client.get(wrong)).status_code == 404
    for stranger in (STRANGER, ""):
        async with as_visitor(app, stranger) as client:
            assert (await client.get(address)).status_code == 404
    visitors.get(VISITOR).clear()
    async with as_visitor(app) as client:
        assert (await client.get(address)).status_code == 404
