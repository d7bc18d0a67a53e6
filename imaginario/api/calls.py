"""The typed functions behind REST and MCP: a request and a caller in, events or an answer out."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import asdict, replace

from imaginario import i18n, imaging, pngfile, present, recipe, styles
from imaginario.aio import in_thread
from imaginario.api.contact import with_sheet
from imaginario.api.frames import Address, Event, Gathered, adjusted, picture
from imaginario.api.guard import Caller
from imaginario.api.problems import KEY_HEADERS
from imaginario.api.schema import (
    CartoonizeIn,
    ChatIn,
    ChatOut,
    DraftIn,
    ImagineOut,
    ModelOut,
    ModelsOut,
    OfferOut,
    PaintIn,
    RecipeOut,
)
from imaginario.assistants.base import ChatModel
from imaginario.chat import Choices, Message, PromptDraft, Sampling, Session
from imaginario.commands import parse
from imaginario.commands.compare import grid
from imaginario.commands.makers import cartoon
from imaginario.errors import InvalidBody, InvalidOption, StudioError
from imaginario.events import Failed, TurnEvent
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import Translator
from imaginario.images import Image, ModelCard
from imaginario.painting import Order, Services
from imaginario.studio import Studio
from imaginario.wiring import House, assistant_kinds, engine_kinds

OPTIONS: Mapping[str, str] = {
    "style": "style", "engine": "engine", "model": "model", "assistant": "assistant",
    "negative_prompt": "no", "size": "size", "aspect_ratio": "ar", "seed": "seed", "steps": "steps",
    "guidance": "guidance", "count": "count", "strength": "strength", "outpaint": "outpaint",
    "image_guidance": "image-guidance", "scheduler": "scheduler",
}  # fmt: skip
"""Fields of a request -> options of `/imagine`, which know what is possible."""
SAME = {name: name for name in ("vary", "by", "sheet")}
"""Fields of a comparison, called as the options are."""


def speaks(caller: Caller, said: str = "") -> Translator:
    """The words for a caller who may have named a language in the request."""
    return Translator(i18n.match(said) or caller.language)


def imagine(
    house: House, caller: Caller, wanted: PaintIn, *, draft: DraftIn | None = None, keep: bool = False
) -> AsyncGenerator[Event, None]:
    """Paint, or change a picture. Unless told to `keep` it, the result lives in the answer only.

    Blocks on picture work. Raises `InvalidOption`, `InvalidBody`, `UnusableImage`.
    """
    services = _services(house, caller, keep=keep)
    choices = Choices(language=speaks(caller, wanted.language).language, chat_model=wanted.chat_model)
    try:
        order = _order(wanted, draft)
        places = grid(wanted.vary, wanted.by) if wanted.vary or wanted.by else None
        if wanted.sheet and places is None:
            raise InvalidOption(option="--sheet", value="true", allowed="vary")
    except InvalidOption as error:
        raise _in_fields(error) from error
    if isinstance(wanted, CartoonizeIn):
        order = cartoon(order)
    session = Session(owner=caller.owner, choices=choices)
    events = _told_in_fields(Studio(services).paint(order, session, places))
    return with_sheet(events, speaks(caller, wanted.language)) if wanted.sheet else events


async def _told_in_fields(events: AsyncGenerator[TurnEvent, None]) -> AsyncGenerator[TurnEvent, None]:
    async with aclosing(events) as stream:
        async for event in stream:
            if isinstance(event, Failed) and isinstance(event.error, InvalidOption):
                event = Failed(_in_fields(event.error))
            yield event


def _in_fields(error: StudioError) -> InvalidOption:
    """The error with a field's name where a message would have an option."""
    option = str(error.values.get("option", ""))
    known = {f"--{name}": field for field, name in {**OPTIONS, **SAME}.items()}
    return InvalidOption(**{**error.values, "option": known.get(option, option)})


def chat(house: House, caller: Caller, wanted: ChatIn) -> AsyncGenerator[TurnEvent, None]:
    """Answer. The conversation so far comes with the request."""
    names = ("temperature", "top_p", "top_k", "max_output_tokens")
    choices = Choices(
        language=speaks(caller, wanted.language).language,
        assistant=wanted.assistant or "auto",
        chat_model=wanted.model,
        sampling=Sampling(**{name: getattr(wanted, name) for name in names}),
    )
    before = tuple(Message(turn.role, turn.text) for turn in wanted.history)
    session = Session(owner=caller.owner, choices=choices, messages=before)
    return Studio(_services(house, caller, keep=False)).turn(wanted.text, session)


def imagined(found: Gathered, t: Translator, address: Address | None = None) -> ImagineOut:
    """The whole answer. Raises the failure if there is no picture."""
    seen = found.seen
    return ImagineOut(
        error=found.problem(t),
        pictures=[picture(event, address) for event in found.saved],
        sheet=found.sheet,
        draft=asdict(seen.draft) if seen.draft else None,
        adjusted=adjusted(seen.adjusted) if seen.adjusted else None,
        notes=list(seen.notes),
        used=found.used(),
    )


def chatted(found: Gathered, t: Translator) -> ChatOut:
    """The whole answer. Raises the failure."""
    if found.failure is not None:
        raise found.failure
    pictures = [picture(event, None) for event in found.saved]
    return ChatOut(text=found.seen.text, pictures=pictures, notes=list(found.seen.notes), used=found.used())


async def read_recipe(data: bytes, t: Translator) -> RecipeOut:
    """What a PNG remembers. Raises `InvalidBody` when it is none."""
    if not data.startswith(pngfile.MAGIC):
        raise InvalidBody(field="image", reason="not_png")
    found = recipe.read(await in_thread(pngfile.texts, data))
    return RecipeOut(recipe=found, message="" if found else t("api.recipe.none"))


def decoded(image: str, field: str = "image") -> bytes:
    """The bytes of a base64 text, a data URL included. Raises `InvalidBody`."""
    try:
        return base64.b64decode(image.rpartition("base64,")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidBody(field=field, reason="not_base64") from error


async def models(house: House, caller: Caller) -> ModelsOut:
    """What the caller's keys can reach, and what other keys would."""
    services = house.services(caller.secrets)
    t = Translator(caller.language)
    engines, assistants = await asyncio.gather(
        asyncio.gather(*(house.image_models(name, caller.secrets) for name in services.engines)),
        asyncio.gather(*(house.chat_models(name, caller.secrets) for name in services.assistants)),
    )
    painters = dict(zip(services.engines, engines, strict=True))
    writers = dict(zip(services.assistants, assistants, strict=True))
    told = present.offers(painters, engine_kinds(), services.missing, t)
    said = present.offers(writers, assistant_kinds(), services.missing, t, writes=True)
    return ModelsOut(
        engines=list(map(_offer, told)), assistants=list(map(_offer, said)), styles=list(styles.load())
    )


def _services(house: House, caller: Caller, *, keep: bool) -> Services:
    services = house.services(caller.secrets)
    return services if keep else replace(services, gallery=MemoryGallery())


def _order(wanted: PaintIn, draft: DraftIn | None) -> Order:
    said = {option: getattr(wanted, field) for field, option in OPTIONS.items()}
    options = {option: str(value) for option, value in said.items() if value not in ("", None)}
    options |= dict.fromkeys((name for name in parse.SWITCHES if getattr(wanted, name)), "")
    order = parse.order(wanted.idea, options)
    written = PromptDraft(**draft.model_dump()) if draft else None
    image, mask, guide = (_opened(wanted, name) for name in ("image", "mask_image", "control_image"))
    others = tuple(imaging.opened(decoded(one), "reference_images") for one in wanted.reference_images)
    return replace(
        order,
        draft=written,
        chat_model=wanted.chat_model,
        image=image,
        mask=mask,
        control_image=guide,
        images=others,
        notes=imaging.shrunk(image, mask, guide, *others),
    )


def _opened(wanted: PaintIn, name: str) -> Image | None:
    given = getattr(wanted, name)
    return imaging.opened(decoded(given, name), name) if given else None


def _offer(offer: present.Offer) -> OfferOut:
    return OfferOut(
        name=offer.name,
        title=offer.title,
        available=not offer.needs,
        needs=KEY_HEADERS.get(offer.needs, ""),
        models=list(map(_card, offer.models)),
    )


def _card(model: ModelCard | ChatModel) -> ModelOut:
    if isinstance(model, ChatModel):
        return ModelOut(id=model.id, title=model.title)
    return ModelOut(
        id=model.id,
        title=model.title,
        tasks=sorted(model.tasks),
        supports=sorted(model.supports),
        default_size=model.default_size,
    )
