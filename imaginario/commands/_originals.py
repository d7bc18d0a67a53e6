"""The picture that an edit starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imaginario.chat import Session
from imaginario.errors import GalleryError, NoPicture
from imaginario.images import Image
from imaginario.painting import Order, Services


async def with_original(services: Services, order: Order, session: Session, command: str) -> Order:
    """The order for the first attached picture, or for the newest of the conversation.

    Further attached pictures are references. Raises `NoPicture`.
    """
    if order.images:
        return replace(order, image=order.images[0], images=order.images[1:])
    if not session.last_picture:
        raise NoPicture(command=command)
    try:
        image = await stored(services, session.owner, session.last_picture)
    except GalleryError as error:
        raise NoPicture(command=command) from error
    return replace(order, image=image, source=session.last_picture)


async def stored(services: Services, owner: str, picture_id: str) -> Image:
    """A picture of the gallery, its recipe still inside. Raises `GalleryError`."""
    picture = await services.gallery.get(owner, picture_id)
    data = await services.gallery.data(picture)
    return Image(data, picture.mime, picture.width, picture.height)


def worded(text: str, images: Sequence[Image]) -> bool:
    """Whether there are a few words, no question, and a picture they can be about."""
    return bool(images) and 0 < len(text) <= 120 and not text.rstrip().endswith(("?", "？"))
