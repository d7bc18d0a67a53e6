"""Pictures and masks that the editor lays aside, each for its visitor alone, and the editor's words."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from imaginario import i18n, imaging
from imaginario.aio import in_thread
from imaginario.errors import UnusableImage
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.web.visitors import COOKIE, Visitors, language_of

LARGEST = 24 * 1024 * 1024
"""Bytes a picture may have."""
LABELS: Mapping[str, str] = {
    "Copy message": "copy",
    "Message copied": "copied",
    "Copied": "copied",
    "Upload a file": "upload",
    "File upload": "upload",
    "Submit": "submit",
    "Stop": "stop",
    "chatbot conversation": "conversation",
    "Multimedia input field": "message",
    "More tabs": "more",
    "Remove this file": "remove",
    "Click to upload or drop files": "drop",
    "Models and image settings": "phone_controls",
}
"""Labels that the framework (Gradio 6.31) does not translate, or can't have two of, and our name for each."""


def router(visitors: Visitors, locale: str = "") -> APIRouter:
    """The routes of the editor."""
    routes = APIRouter(include_in_schema=False)

    @routes.post("/own/shelf")
    async def lay_aside(request: Request) -> Response:
        visitor_id = request.cookies.get(COOKIE, "")
        language = language_of(dict(request.headers), locale)
        t = Translator(language)
        if not visitor_id:
            return JSONResponse({"detail": t("page.no_cookie")}, 403)
        data = await _body(request)
        if data is None:
            return JSONResponse({"detail": _sentence(UnusableImage(name="", reason="too_large"), t)}, 413)
        try:
            image = await in_thread(imaging.opened, data, "")
        except UnusableImage as error:
            return JSONResponse({"detail": _sentence(error, t)}, 400)
        name = visitors.get(visitor_id, language=language).lay_aside(image)
        found = {"id": name, "address": f"/shelf/{quote(name)}", "width": image.width, "height": image.height}
        return JSONResponse(found)

    @routes.get("/shelf/{name}")
    async def laid_aside(request: Request, name: str) -> Response:
        image = _found(visitors, request.cookies.get(COOKIE, ""), name)
        if image is None:  # the gallery knows, and to whom it belongs
            return RedirectResponse(f"/media/{quote(name)}?size=320")
        kept = {"Cache-Control": "private, max-age=3600"}
        return Response(image.data, media_type=image.mime, headers=kept)

    @routes.get("/own/labels.json")
    async def labels(request: Request) -> dict[str, str]:
        return framework_labels(Translator(language_of(dict(request.headers), locale)))

    @routes.get("/own/editor.json")
    async def words(request: Request) -> dict[str, str]:
        return editor_words(Translator(language_of(dict(request.headers), locale)))

    return routes


def editor_words(t: Translator) -> dict[str, str]:
    """What the editor says, by the names its script uses."""
    keys = (key.partition(".") for key in i18n.catalogue(t.language))
    return {name: t(f"editor.{name}") for area, _, name in keys if area == "editor"}


def framework_labels(t: Translator) -> dict[str, str]:
    """What the framework says in English only, in the person's words."""
    return {english: t(f"labels.{name}") for english, name in LABELS.items()}


def _sentence(error: UnusableImage, t: Translator) -> str:
    return " ".join(t.joined(*t.error(error)).split())


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is larger than it may be."""
    gathered = bytearray()
    async for piece in request.stream():
        gathered += piece
        if len(gathered) > LARGEST:
            return None
    return bytes(gathered)


def _found(visitors: Visitors, visitor_id: str, name: str) -> Image | None:
    visitor = visitors.find(visitor_id)
    if visitor is None:
        raise HTTPException(404)
    return visitor.shelf.get(name)
