"""The picture that an edit starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from imaginario.chat import Session
from imaginario.errors import GalleryError, InvalidOption, NoPicture
from imaginario.images import Image
from imaginario.painting import Order, Services


async def with_original(
    services: Services, order: Order, session: Session, command: str, options: Mapping[str, str]
) -> Order:
    """The order for the picture that `--picture` names, the first attached one, or the newest.

    Further attached pictures are references; `--mask` names a mask that was laid aside. Raises `NoPicture`,
    `InvalidOption`.
    """
    order = replace(order, mask=_mask(options.get("mask"), session))
    if named := options.get("picture"):
        return await _named(services, order, session, named)
    if order.images:
        return replace(order, image=order.images[0], images=order.images[1:])
    if not session.last_picture:
        raise NoPicture(command=command)
    try:
        image = await stored(services, session.owner, session.last_picture)
    except GalleryError as error:
        raise NoPicture(command=command) from error
    return replace(order, image=image, source=session.last_picture)


async def _named(services: Services, order: Order, session: Session, named: str) -> Order:
    if named in session.shelf:
        return replace(order, image=session.shelf[named])
    try:
        image = await stored(services, session.owner, named)
    except GalleryError as error:
        raise InvalidOption(option="--picture", value=named, allowed="/edit") from error
    return replace(order, image=image, source=named)


def _mask(named: str | None, session: Session) -> Image | None:
    if named is None:
        return None
    if named not in session.shelf:
        raise InvalidOption(option="--mask", value=named, allowed="/edit")
    return session.shelf[named]


async def stored(services: Services, owner: str, picture_id: str) -> Image:
    """A picture of the gallery, its recipe still inside. Raises `GalleryError`."""
    picture = await services.gallery.get(owner, picture_id)
    data = await services.gallery.data(picture)
    return Image(data, picture.mime, picture.width, picture.height)


def worded(text: str, images: Sequence[Image]) -> bool:
    """Whether there are a few words, no question, and a picture they can be about."""
    return bool(images) and 0 < len(text) <= 120 and not text.rstrip().endswith(("?", "？"))
