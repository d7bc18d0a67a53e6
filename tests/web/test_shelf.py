"""The editor's shelf: what is laid aside can be fetched and edited by its visitor, and by nobody else."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI

from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image
from imaginario.web.shelf import LABELS, LARGEST, editor_words
from imaginario.web.visitors import SHELF, SHELF_BYTES
from tests.test_pictures import noise, pixels, spot
from tests.web.conftest import STRANGER, VISITOR, as_visitor, ask

PNG = {"content-type": "image/png"}


async def test_what_is_laid_aside_comes_back_to_its_owner_only(app: FastAPI) -> None:
    mask = spot(40, 30, (0, 0, 9, 9))
    async with as_visitor(app) as client, as_visitor(app, STRANGER) as stranger, ask(app) as nobody:
        laid = (await client.post("/own/shelf", content=mask.data, headers=PNG)).json()
        mine, theirs = await client.get(laid["address"]), await stranger.get(laid["address"])
        without = await nobody.get(laid["address"])
    assert (laid["width"], laid["height"]) == (40, 30)
    assert (pixels(Image(mine.content, "image/png", 40, 30)) == pixels(mask)).all()
    assert "private" in mine.headers["cache-control"]
    assert (theirs.status_code, without.status_code) == (404, 404)
    assert laid["id"].replace("_", "").isalnum()  # one word for an option, whatever the alphabet


async def test_without_a_cookie_nothing_is_kept(app: FastAPI) -> None:
    before = len(app.state.visitors._known)
    async with ask(app) as client:
        answer = await client.post("/own/shelf", content=noise(8, 8).data, headers=PNG)
    assert answer.status_code == 403
    assert answer.json()["detail"]
    assert len(app.state.visitors._known) == before


async def test_another_sites_page_lays_nothing_aside(app: FastAPI) -> None:
    async with as_visitor(app) as client:
        headers = {**PNG, "origin": "https://elsewhere.example"}
        answer = await client.post("/own/shelf", content=noise(8, 8).data, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_picture_is_refused_in_the_persons_words(app: FastAPI, language: str) -> None:
    async with as_visitor(app) as client:
        headers = {"accept-language": language}
        answer = await client.post("/own/shelf", content=b"GIF89a nothing", headers=headers)
    assert answer.status_code == 400
    assert Translator(language)("errors.unusable_image.cure") in answer.json()["detail"]


async def test_more_than_fits_is_refused_while_it_comes(app: FastAPI) -> None:
    sent = 0

    async def endless():
        nonlocal sent
        while sent < 4 * LARGEST:
            sent += 1 << 20
            yield b"\0" * (1 << 20)

    async with as_visitor(app) as client:
        answer = await client.post("/own/shelf", content=endless())
    assert answer.status_code == 413


async def test_the_oldest_make_room(app: FastAPI) -> None:
    visitor = app.state.visitors.get(VISITOR)
    names = [visitor.lay_aside(noise(4, 4, seed)) for seed in range(SHELF + 3)]
    assert list(visitor.shelf) == names[3:]
    assert sum(len(image.data) for image in visitor.shelf.values()) < SHELF_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_editor_has_its_words(app: FastAPI, language: str) -> None:
    async with as_visitor(app) as client:
        told = (await client.get("/own/editor.json", headers={"accept-language": language})).json()
        script = (await client.get("/own/editor.js")).text
        sheet = await client.get("/own/editor.css")
    assert told == editor_words(Translator(language))
    used = set(re.findall(r"(?:\bt|words)\.(\w+)", script)) - {"then"}
    used |= set(re.findall(r'(?:tool|mode|side|act|file)\("(\w+)"', script))
    used |= {f"hint_{mode}" for mode in ("whole", "mask", "extend")}
    assert used == set(told)
    assert all(word.strip() for word in told.values())
    assert sheet.headers["content-type"].startswith("text/css")


async def test_a_picture_of_the_gallery_is_found_by_the_same_address(app: FastAPI) -> None:
    async with as_visitor(app) as client, as_visitor(app, STRANGER) as stranger:
        await client.post("/own/shelf", content=noise(8, 8).data, headers=PNG)
        kept = await app.state.house.gallery.add(VISITOR, noise(30, 20), filename="x.png", recipe={})
        for other in (client, stranger):
            other.follow_redirects = True
        mine = await client.get(f"/shelf/{kept.id}?as=picture")
        theirs = await stranger.get(f"/shelf/{kept.id}?as=picture")
        nothing = await client.get("/shelf/no-such-picture")
    assert (mine.status_code, theirs.status_code, nothing.status_code) == (200, 404, 404)
    assert mine.headers["content-type"].startswith("image/")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_framework_says_in_english_has_words(app: FastAPI, language: str) -> None:
    async with as_visitor(app) as client:
        told = (await client.get("/own/labels.json", headers={"accept-language": language})).json()
        script = await client.get("/own/labels.js")
    assert told.keys() == LABELS.keys()
    assert all(Translator(language).has(f"labels.{name}") for name in LABELS.values())
    assert len(set(told.values())) == len(set(LABELS.values()))
    assert script.headers["content-type"].startswith("text/javascript")
