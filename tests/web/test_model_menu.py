"""The image model menu names the built-in sketches for what they are, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from imaginario.engines.builtin import cards
from imaginario.i18n import LANGUAGES, Translator
from imaginario.web.models import menus, taken
from tests.web.desk import desk


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_storybook_and_the_five_sketches_are_in_the_menu(language: str, tmp_path: Path) -> None:
    house = desk(tmp_path).house
    _, image = await menus(house, {}, Translator(language), live=False)
    titles = {value: title for title, value in image if value.startswith("builtin:")}
    assert list(titles) == ["builtin:", *(f"builtin:{model}" for model in cards.LOOKS)]
    for model in cards.LOOKS:
        assert cards.approximated(model) in titles[f"builtin:{model}"]
        assert taken(f"builtin:{model}", {"builtin": 1}) == ("builtin", model)
    assert len(set(titles.values())) == len(titles)
