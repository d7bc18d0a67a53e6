"""Clothes of lands and crafts: their words in four languages, and what is seen of them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from imaginario.engines.builtin import accounts, figures, words, writer
from imaginario.engines.builtin.figures import curves, ink, palette, svg_text
from imaginario.engines.builtin.spec import Subject

_WORN = {
    "poncho": (
        "a cat in a poncho", "um gato de pala", "un gato con ruana", "一只穿庞乔的猫",
        "a cat in a striped poncho",
        "un gato con sarape", "un gato con jorongo", "一只披着斗篷式披肩的猫", "um gato de poncho colorido",
    ),
    "hanfu": ("a girl in a hanfu", "穿汉服的女孩", "穿襦裙的女孩", "穿古装长裙的女孩", "uma menina de hanfu"),
    "qipao": ("a woman in a cheongsam", "穿旗袍的女人", "uma mulher de qipao", "una mujer con un qipao"),
    "blacksmith": ("a blacksmith", "um ferreiro", "una herrera", "一个铁匠", "a dog with a leather apron"),
    "apron": ("a cat in an apron", "um gato de avental", "un gato con delantal", "一只系着围裙的猫"),
}  # fmt: skip


def picture(ident: str, outfit: str, color: str = "") -> Image.Image:
    dyes = {"outfit": color} if color else None
    return figures.render(Subject(id=ident, outfit=outfit), height=160, dyes=dyes)


def share(image: Image.Image, wanted: str, near: float = 70) -> float:
    """Which part of what is drawn has a colour, or one near it."""
    pixels = np.asarray(image, np.float64)
    seen = pixels[pixels[..., 3] > 200][:, :3]
    return float((np.abs(seen - np.array(ink.rgb(wanted))).sum(axis=1) < near).mean())


@pytest.mark.parametrize(("outfit", "text"), [(o, t) for o, texts in _WORN.items() for t in texts])
def test_it_is_called_by_its_names_and_stays_itself_in_the_prompt(outfit: str, text: str) -> None:
    spec = words.read(text)
    assert [s.outfit for s in spec.subjects] == [outfit]
    assert not accounts.stand_ins(spec)
    again = words.read(writer.write(spec, idea=text).prompt)
    assert [s.outfit for s in again.subjects] == [outfit]


@pytest.mark.parametrize("outfit", _WORN)
@pytest.mark.parametrize("ident", ["cat", "woman"])
def test_it_takes_the_color_that_was_asked_for(outfit: str, ident: str) -> None:
    plain, blue = picture(ident, outfit), picture(ident, outfit, "blue")
    assert share(blue, palette.hex_of("blue")) > share(plain, palette.hex_of("blue")) + 0.03


def test_a_poncho_is_woven_in_bands_and_no_sweater() -> None:
    woven = picture("cat", "poncho")
    assert all(share(woven, band) > 0.004 for band in ("#f2b83c", "#2f9e94", "#fff1d6", "#3f62a8"))
    assert woven.tobytes() != picture("cat", "sweater").tobytes()


@pytest.mark.parametrize("pattern", ["dotted", "floral", "rainbow", "hearts"])
def test_a_poncho_has_the_pattern_that_was_told(pattern: str) -> None:
    worn = Subject(id="cat", outfit="poncho")
    told = figures.manner_of(
        {"outfit_pattern": pattern} if pattern != "rainbow" else {"traits": ["colorful"]}
    )
    bands = figures.render(worn, height=160)
    printed = figures.render(worn, height=160, told=told)
    assert pattern == "rainbow" or share(printed, "#3f62a8", 40) < share(bands, "#3f62a8", 40)
    assert printed.tobytes() != bands.tobytes()


def test_men_wear_a_robe_where_women_wear_jacket_and_skirt() -> None:
    assert share(picture("woman", "hanfu"), "#fdf1e6") > share(picture("man", "hanfu"), "#fdf1e6") + 0.05


def test_the_upper_side_of_a_crossed_collar_stays_where_it_is_in_a_mirror() -> None:
    body = svg_text(Subject(id="girl", outfit="hanfu"))[0]
    assert 'class="sign"' in body


def test_wide_sleeves_hang_from_every_arm() -> None:
    slim, wide = picture("boy", "dress"), picture("boy", "hanfu")
    assert wide.width > slim.width
    raised = [(44.0, 106.0), (100.0, 112.0), (132.0, 52.0)]
    hanging = [(44.0, 106.0), (76.0, 136.0), (74.0, 178.0)]
    for arm in (raised, hanging):
        cloth, rim, opening = curves.draped(arm, 0.8, 80, 1)
        assert ink.extent(cloth)[3] > max(y for _, y in arm[:2]) + 20
        assert opening.startswith(rim)


@pytest.mark.parametrize("hold", [None, "wave", "read", "sit", "sleep"])
@pytest.mark.parametrize("outfit", _WORN)
def test_whatever_one_does_it_is_worn(outfit: str, hold: str | None) -> None:
    worn = figures.render(Subject(id="rabbit", outfit=outfit, action=hold), height=120)
    bare = figures.render(Subject(id="rabbit", action=hold), height=120)
    assert worn.tobytes() != bare.tobytes()


def test_a_cape_alone_hides_no_face_and_changes_no_dress() -> None:
    caped = figures.manner_of({"outfit_word": "cape"})
    girl, hero = Subject(id="girl"), Subject(id="girl", outfit="hero")
    plain, worn = svg_text(girl)[0], svg_text(hero, told=caped)[0]
    assert worn != plain
    spec = words.read("a girl in a red cape")
    assert accounts.stand_ins(spec) == []
    drawn = figures.render(hero, height=200, told=caped)
    bare = figures.render(girl, height=200)
    face = (drawn.width // 2 - 20, 40, drawn.width // 2 + 20, 80)
    ours = (bare.width // 2 - 20, 40, bare.width // 2 + 20, 80)
    assert np.array_equal(np.asarray(drawn.crop(face)), np.asarray(bare.crop(ours)))
