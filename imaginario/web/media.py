"""Pictures by address: each is given to its owner only."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from imaginario import commands, i18n, imaging
from imaginario.aio import in_thread
from imaginario.commands.base import Command
from imaginario.errors import GalleryError
from imaginario.gallery.schema import GalleryStore, Picture
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.registry import find
from imaginario.web.starters import FOLDER, STARTERS
from imaginario.web.visitors import COOKIE, LANGUAGE_COOKIE, Visitors, language_of

YEAR = 31_536_000
SCRIPTS = ("imaginario.js", "editor.js", "labels.js", "lab.js")
SHEETS = ("editor.css", "lab.css")
HEAD = "".join(f'<link rel="stylesheet" href="/own/{name}">' for name in SHEETS) + "".join(
    f'<script src="/own/{name}" defer></script>' for name in SCRIPTS
)
"""What stands in the head of the page."""
PREVIEW_SIDES = (320, 640, 1024)


def router(gallery: GalleryStore, visitors: Visitors, locale: str = "") -> APIRouter:
    """The routes for pictures, attachments, our own page files, language and health."""
    routes = APIRouter(include_in_schema=False)
    _add_pictures(routes, gallery)
    _add_own(routes, visitors, locale)
    return routes


def _add_pictures(routes: APIRouter, gallery: GalleryStore) -> None:
    async def mine(request: Request, picture_id: str) -> Picture:
        try:
            return await gallery.get(request.cookies.get(COOKIE, ""), picture_id)
        except GalleryError as error:
            raise HTTPException(404) from error

    async def stored(picture: Picture) -> bytes:
        try:
            return await gallery.data(picture)
        except GalleryError as error:  # its file is gone
            raise HTTPException(404) from error

    @routes.get("/media/{picture_id}")
    async def media(request: Request, picture_id: str, size: int = 0) -> Response:
        picture = await mine(request, picture_id)
        data = await stored(picture)
        kept = {"Cache-Control": f"private, max-age={YEAR}, immutable"}
        if size:
            small = await _small(data, _side(size))
            return Response(small.data, media_type=small.mime, headers=kept)
        named = called("inline", picture.filename)
        return Response(data, media_type=picture.mime, headers=kept | named)

    @routes.get("/media/{picture_id}/download")
    async def download(request: Request, picture_id: str) -> Response:
        picture = await mine(request, picture_id)
        return Response(
            await stored(picture),
            media_type=picture.mime,
            headers=called("attachment", picture.filename),
        )


def _add_own(routes: APIRouter, visitors: Visitors, locale: str) -> None:
    @routes.get("/attached/{turn_id}/{number}")
    async def attached(request: Request, turn_id: str, number: int) -> Response:
        image = _attached(visitors, request.cookies.get(COOKIE, ""), turn_id, number)
        return Response(image.data, media_type=image.mime, headers={"Cache-Control": "private, max-age=3600"})

    @routes.get("/own/commands.json")
    async def suggestions(request: Request) -> list[dict[str, Any]]:
        return known_commands(Translator(language_of(dict(request.headers), locale)))

    @routes.get("/own/starters/{name}.webp")
    async def starter(name: str) -> Response:
        if name not in STARTERS:
            raise HTTPException(404)
        data = await in_thread((FOLDER / f"{name}.webp").read_bytes)
        return Response(data, media_type="image/webp", headers={"Cache-Control": "max-age=86400"})

    @routes.get("/own/{name}")
    async def own(name: str) -> Response:
        return _own_file(name)

    @routes.get("/lang/{code}")
    async def language(code: str) -> Response:
        if code not in i18n.LANGUAGES:
            raise HTTPException(404)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(LANGUAGE_COOKIE, code, max_age=YEAR, samesite="lax")
        return answer

    @routes.get("/healthz")
    async def healthz() -> dict[str, bool]:
        return {"ok": True}


def known_commands(t: Translator) -> list[dict[str, Any]]:
    """What the page suggests after a "/": names, all words that find them, one sentence each."""
    kinds = find(commands, Command).values()
    return [
        {"name": k.name, "words": [k.name, *k.aliases], "help": t(f"commands.{k.name}.help")} for k in kinds
    ]


async def _small(data: bytes, side: int) -> Image:
    try:
        return await in_thread(imaging.preview, data, side)
    except ValueError as error:  # its file is damaged
        raise HTTPException(404) from error


def _side(size: int) -> int:
    """The nearest preview size we make, so that nobody can ask for endless variants."""
    return min(PREVIEW_SIDES, key=lambda side: abs(side - size))


def _attached(visitors: Visitors, visitor_id: str, turn_id: str, number: int) -> Image:
    visitor = visitors.find(visitor_id)
    turn = visitor.turn(turn_id) if visitor else None
    if turn is None or not 0 <= number < len(turn.images):
        raise HTTPException(404)
    return turn.images[number]


def called(how: str, filename: str) -> dict[str, str]:
    """The name under which a browser keeps it; `how` says whether it does so without being asked."""
    plain = filename.encode("ascii", "ignore").decode() or "imaginario.png"
    if plain.startswith((".", "-")):
        plain = f"imaginario{plain}"
    return {"Content-Disposition": f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename)}"}


def _own_file(name: str) -> Response:
    kinds = {
        **dict.fromkeys(SCRIPTS, "text/javascript"),
        **dict.fromkeys(SHEETS, "text/css"),
        "logo.svg": "image/svg+xml",
    }
    if name not in kinds:
        raise HTTPException(404)
    data = (Path(__file__).parent / name).read_bytes()
    return Response(data, media_type=kinds[name], headers={"Cache-Control": "no-cache"})
