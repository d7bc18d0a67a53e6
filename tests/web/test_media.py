"""Pictures and attachments by address: to their owner only, byte for byte."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from imaginario import imaging
from imaginario.gallery.store import FolderGallery
from imaginario.images import Image
from imaginario.web.media import router
from imaginario.web.starters import STARTERS
from imaginario.web.visitors import COOKIE, Visitors
from tests.contracts.gemini import png
from tests.web.conftest import STRANGER, VISITOR, as_visitor, ask, files_below

PICTURE = png(800, (30, 90, 160))


async def kept(app: FastAPI, filename: str = "gato-na-lua-7.png", owner: str = VISITOR) -> str:
    """The id of a picture in the gallery."""
    image = imaging.opened(PICTURE, filename)
    return (await app.state.house.gallery.add(owner, image, filename=filename, recipe={})).id


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


@pytest.mark.parametrize("cookie", [VISITOR, f"{VISITOR}.", f"{VISITOR}.{'0' * 32}"])
async def test_a_made_up_cookie_gets_nothing(app: FastAPI, cookie: str) -> None:
    picture = await kept(app)
    async with ask(app, cookies={COOKIE: cookie}) as client:
        assert (await client.get(f"/media/{picture}")).status_code == 404


def spoil(folder: Path, left: bytes | None) -> None:
    """Put these bytes in place of the only picture below a folder, or take it away."""
    (file,) = [p for p in files_below(folder) if p.suffix == ".png"]
    if left is None:
        file.unlink()
    else:
        file.write_bytes(left)


@pytest.mark.parametrize("left", [None, b"", PICTURE[:60], b"no picture"])
async def test_a_file_that_is_gone_or_damaged_is_not_found(left: bytes | None, tmp_path: Path) -> None:
    gallery = FolderGallery(tmp_path)
    picture = await gallery.add(VISITOR, imaging.opened(PICTURE, "x.png"), filename="x.png", recipe={})
    spoil(tmp_path, left)
    app = FastAPI()
    app.include_router(router(gallery, Visitors()))
    async with ask(app, cookies={COOKIE: VISITOR}) as client:
        assert (await client.get(f"/media/{picture.id}?size=320")).status_code == 404
        answers = [await client.get(f"/media/{picture.id}{rest}") for rest in ("", "/download")]
    assert {a.status_code for a in answers} == {404 if left is None else 200}
    gallery.close()


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


async def test_starters_have_their_pictures_and_nothing_else_is_there(app: FastAPI) -> None:
    async with as_visitor(app) as client:
        for name in STARTERS:
            answer = await client.get(f"/own/starters/{name}.webp")
            assert (answer.status_code, imaging.sniff(answer.content)) == (200, "image/webp")
        assert (await client.get("/own/starters/..%2f..%2fserver.webp")).status_code == 404
        assert (await client.get("/own/starters/nobody.webp")).status_code == 404
