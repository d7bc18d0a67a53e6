"""What menus and fields of the page mean: models by plug and name, numbers within their ranges."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imaginario.chat import Sampling
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import ModelCard, Task
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.web.models import chosen, first_menus, style_menu, taken
from imaginario.web.settings_tab import RANGES, sampling_from
from imaginario.wiring import House

PLUGS = {"gemini": 1, "openai": 2, "builtin": 3}


@pytest.mark.parametrize(
    ("value", "plug", "model"),
    [
        (None, "auto", ""),
        ("", "auto", ""),
        ("auto", "auto", ""),
        ("builtin:", "builtin", ""),
        ("openai:gpt-7", "openai", "gpt-7"),
        ("gemini: gemini-5 ", "gemini", "gemini-5"),
        ("some-model", "gemini", "some-model"),
        ("owner/model:tag", "gemini", "owner/model:tag"),
    ],
)
def test_a_menu_value_is_a_plug_and_a_model(value: str | None, plug: str, model: str) -> None:
    assert taken(value, PLUGS) == (plug, model)


@pytest.mark.parametrize("value", ["auto", "builtin:", "openai:gpt-7"])
def test_what_was_chosen_is_what_the_menu_shows_again(value: str) -> None:
    assert chosen(*taken(value, PLUGS)) == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_begin_with_none(language: str) -> None:
    menu = style_menu(Translator(language))
    assert menu[0] == (Translator(language)("menu.no_style"), "")
    assert len({value for _, value in menu}) == len(menu) > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_of_image_models_says_which_of_them_edit(tmp_path: Path, language: str) -> None:
    t = Translator(language)
    house = House(Settings(data_dir=tmp_path), environ={}, gallery=MemoryGallery())
    keys = {"gemini": Secret("AIza-of-no-worth", "session"), "huggingface": Secret("hf_ofNoWorth", "session")}
    services = house.services(keys)
    known = {
        m.id for p in (*services.assistants.values(), *services.engines.values()) for m in p.fallback_models()
    }
    chat, image = first_menus(house, keys, t, known)
    cards = {
        f"{name}:{card.id}": card
        for name, engine in services.engines.items()
        for card in engine.fallback_models()
        if name != "builtin"  # its sketches are told as what they are
    }
    told = {value: title for title, value in image if value in cards}
    assert {v for v, title in told.items() if title.endswith(ending(t, "edits"))} == {
        v for v in told if cards[v].tasks > {Task.IMAGE_TO_IMAGE} and paints(cards[v])
    }
    assert any(title.endswith(ending(t, "edits")) for title in told.values())
    assert not any(title.endswith(ending(t, "edits")) for title, _ in chat)


def ending(t: Translator, name: str) -> str:
    """What is put behind the title of a model."""
    return t(f"menu.{name}", model="")


def paints(card: ModelCard) -> bool:
    return Task.TEXT_TO_IMAGE in card.tasks


def numbers(**given: Any) -> list[Any]:
    """The fields in their order, empty where not given."""
    return [given.get(field) for field in RANGES]


def test_empty_fields_leave_it_to_the_model() -> None:
    assert sampling_from(numbers()) == Sampling()
    assert sampling_from(["" for _ in RANGES]) == Sampling()


def test_the_ranges_are_those_of_the_services() -> None:
    ranges = {name: (low, high) for name, (low, high, _) in RANGES.items()}
    assert ranges["temperature"] == (0, 2)
    assert ranges["top_p"] == (0, 1)
    assert ranges["top_k"] == (1, None)


@pytest.mark.parametrize("field", RANGES)
def test_each_end_is_allowed_and_no_step_beyond(field: str) -> None:
    low, high, step = RANGES[field]
    assert getattr(sampling_from(numbers(**{field: low})), field) == low
    with pytest.raises(ValueError, match=field):
        sampling_from(numbers(**{field: low - step}))
    top = 10**6 if high is None else high
    assert getattr(sampling_from(numbers(**{field: top})), field) == top
    if high is not None:
        with pytest.raises(ValueError, match=field):
            sampling_from(numbers(**{field: high + step}))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "x", "-"])
def test_what_is_no_number_is_refused(value: Any) -> None:
    for field in RANGES:
        with pytest.raises(ValueError, match=field):
            sampling_from(numbers(**{field: value}))


def test_whole_numbers_arrive_whole() -> None:
    found = sampling_from(numbers(top_k=40.0, max_output_tokens=1024.0, temperature=1))
    assert [type(getattr(found, f)) for f in ("top_k", "max_output_tokens", "temperature")] == [
        int,
        int,
        float,
    ]
