"""Contact sheets by address: made anew of pictures that are the visitor's own, and kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from fastapi import APIRouter, HTTPException, Request, Response

from imaginario.aio import in_thread
from imaginario.errors import GalleryError
from imaginario.gallery.schema import GalleryStore
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.sheets import MOST, Compared, filename, sheet
from imaginario.web.media import called
from imaginario.web.visitors import COOKIE, language_of

AT_ONCE = 2
"""Sheets that are drawn at the same time: each takes a core for a second or two."""


def router(gallery: GalleryStore, locale: str = "") -> APIRouter:
    """The route `/sheet?of=ID,ID`."""
    routes, free = APIRouter(include_in_schema=False), asyncio.Semaphore(AT_ONCE)

    async def compared(owner: str, picture_id: str) -> Compared:
        picture = await gallery.get(owner, picture_id)
        data = await gallery.data(picture)
        return Compared(Image(data, picture.mime, picture.width, picture.height), picture.recipe)

    @routes.get("/sheet")
    async def drawn(request: Request, of: str = "") -> Response:
        ids = of.split(",")
        if len(ids) > MOST:
            raise HTTPException(404)
        t = Translator(language_of(dict(request.headers), locale))
        try:
            async with free:
                found = [await compared(request.cookies.get(COOKIE, ""), one) for one in ids]
                image, recipe = await in_thread(sheet, found, t)
        except (GalleryError, ValueError) as error:  # not theirs, gone, or no comparison
            raise HTTPException(404) from error
        kept = {"Cache-Control": "private, no-store", **called("attachment", filename(recipe))}
        return Response(image.data, media_type=image.mime, headers=kept)

    return routes


def address(picture_ids: Iterable[str]) -> str:
    """Where the sheet of these pictures can be fetched by their owner."""
    return f"/sheet?of={','.join(picture_ids)}"
