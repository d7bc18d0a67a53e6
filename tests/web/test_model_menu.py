"""The image model menu names the built-in sketches for what they are, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from imaginario.engines.builtin import cards
from imaginario.i18n import LANGUAGES, Translator
from imaginario.secrets import Secret
from imaginario.web.models import first_menus, menus, taken
from tests.web.desk import desk


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_storybook_and_the_five_sketches_are_in_the_menu(language: str, tmp_path: Path) -> None:
    house = desk(tmp_path).house
    _, image = await menus(house, {}, Translator(language))
    titles = {value: title for title, value in image if value.startswith("builtin:")}
    assert list(titles) == ["builtin:", *(f"builtin:{model}" for model in cards.LOOKS)]
    for model in cards.LOOKS:
        assert cards.approximated(model) in titles[f"builtin:{model}"]
        assert taken(f"builtin:{model}", {"builtin": 1}) == ("builtin", model)
    assert len(set(titles.values())) == len(titles)


async def test_the_first_menus_are_part_of_the_full_ones(tmp_path: Path) -> None:
    house, t = desk(tmp_path).house, Translator("en")
    keys = {"gemini": Secret("AIza-of-no-worth", "session"), "huggingface": Secret("hf_ofNoWorth", "session")}
    services = house.services(keys)
    picked = services.engines["huggingface"].fallback_models()[0].id
    known = {m.id for plug in services.assistants.values() for m in plug.fallback_models()}
    first = first_menus(house, keys, t, (picked, ""))
    later = first_menus(house, keys, t, known | {picked})
    for early, late in zip(first, later, strict=True):
        assert early[0][1] == "auto"
        assert set(early) <= set(late)
    assert f"huggingface:{picked}" in [value for _, value in first[1]]
    assert "builtin:" in [value for _, value in first[0]]
    assert len(first[0]) < len(later[0])
