"""The model menus: what the keys can really reach, and what a choice or a typed name means."""

from __future__ import annotations

import asyncio
from collections.abc import Container, Mapping
from typing import Any

from imaginario import styles
from imaginario.engines.builtin.cards import LOOKS, approximated
from imaginario.i18n import Translator
from imaginario.images import ModelCard, Task
from imaginario.painting import AUTO, Services
from imaginario.present import name
from imaginario.secrets import Secret
from imaginario.web.visitors import Visitor
from imaginario.wiring import House

Menu = list[tuple[str, str]]
EDITING = frozenset({Task.IMAGE_TO_IMAGE, Task.INPAINTING})


async def menus(house: House, secrets: Mapping[str, Secret], t: Translator) -> tuple[Menu, Menu]:
    """The chat model and the image model menu, with what the providers say they serve."""
    services = house.services(secrets)
    chat, image = await asyncio.gather(
        _listed(services.assistants, house.chat_models, secrets),
        _listed(services.engines, house.image_models, secrets),
    )
    return _menu(chat, t, writes=True), _menu(image, t)


def first_menus(
    house: House, secrets: Mapping[str, Secret], t: Translator, picked: Container[str]
) -> tuple[Menu, Menu]:
    """The two menus before the providers have answered: what needs no answer, and the models in `picked`.

    The full menus hold all of it. One that was longer would break under the eyes of who has it open: the
    framework (Gradio 6.31) stumbles over entries that vanish.
    """
    services = house.services(secrets)
    chat, image = (
        {
            name: [m for m in plug.fallback_models() if name == "builtin" or m.id in picked]
            for name, plug in plugs.items()
        }
        for plugs in (services.assistants, services.engines)
    )
    return _menu(chat, t, writes=True), _menu(image, t)


async def _listed(plugs: Mapping[str, Any], ask: Any, secrets: Mapping[str, Secret]) -> dict[str, Any]:
    """The models of each plug, all asked at the same time."""
    return dict(zip(plugs, await asyncio.gather(*(ask(n, secrets) for n in plugs)), strict=True))


def _menu(lists: Mapping[str, Any], t: Translator, *, writes: bool = False) -> Menu:
    menu: Menu = [(t("menu.auto", who=name(next(iter(lists)), t, writes=writes)), AUTO)]
    for plug, models in lists.items():
        if plug == "builtin":
            menu.append((_title(t("menu.builtin"), next(iter(models), None), t), "builtin:"))
            menu += [
                (t("menu.sketch", model=approximated(m.id)), f"{plug}:{m.id}")
                for m in models
                if m.id in LOOKS
            ]
        else:
            menu += [(_title(f"{name(plug, t)} · {m.title or m.id}", m, t), f"{plug}:{m.id}") for m in models]
    return menu


def _title(title: str, model: Any, t: Translator) -> str:
    """The title with what a model does with pictures that are there already; chat models have no tasks."""
    if not isinstance(model, ModelCard) or not model.tasks & EDITING:
        return title
    return t("menu.edits" if Task.TEXT_TO_IMAGE in model.tasks else "menu.only_edits", model=title)


def style_menu(t: Translator) -> Menu:
    """The styles in the person's language, "as I say" first."""
    return [(t("menu.no_style"), ""), *((s.title(t.language), s.id) for s in styles.load().values())]


def taken(value: str | None, plugs: Mapping[str, Any]) -> tuple[str, str]:
    """A menu value or a typed name as (plug, model); a bare model name goes to the best plug."""
    text = (value or AUTO).strip()
    plug, colon, model = text.partition(":")
    if text == AUTO:
        return AUTO, ""
    if colon and plug in plugs:
        return plug, model.strip()
    return next(iter(plugs)), text


def chosen(plug: str, model: str) -> str:
    """The menu value of a choice."""
    return AUTO if plug in ("", AUTO) and not model else f"{plug}:{model}"


def choose_models(visitor: Visitor, services: Services, chat: str | None, image: str | None) -> None:
    """Take over what the two menus say."""
    assistant, chat_model = taken(chat, services.assistants)
    engine, image_model = taken(image, services.engines)
    visitor.choose(assistant=assistant, chat_model=chat_model, engine=engine, image_model=image_model)
