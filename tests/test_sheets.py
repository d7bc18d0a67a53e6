"""Contact sheets: every picture under its value, none stretched, every word legible, the recipe inside."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from PIL import Image as pil
from PIL import ImageChops

from imaginario import pngfile, recipe
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image
from imaginario.sheets import LEGEND_KEY, Compared, filename, sheet
from imaginario.sheets.drawing import Pen, Sheet, drawn
from imaginario.sheets.lettering import FONTS, NOWHERE, Lettering, _dots, font
from tests.faces.fakes import png

EN = Translator("en")
COLOURS = [(200, 40, 40), (40, 160, 60), (40, 80, 200), (220, 180, 40), (150, 60, 170), (30, 170, 170)]
DRAFT = {"prompt": "a cat on the moon", "title": "Gato na lua"}


def told(
    column: str, row: str = "", *, columns: Sequence[str], rows: Sequence[str] = (), **more: object
) -> dict:
    """The recipe of one compared picture."""
    details: dict[str, object] = {"compared": ["num_inference_steps", column], "columns": list(columns)}
    if rows:
        details |= {"crossed": ["guidance_scale", row], "rows": list(rows)}
    shared = {"idea": "um gato", "draft": DRAFT, "prompt": "a cat on the moon", "engine": "huggingface",
              "model": "some/model", "seed": 7, "width": 64, "height": 48}  # fmt: skip
    return {**shared, "details": details, **more}


def grid(columns: Sequence[str], rows: Sequence[str] = ()) -> list[Compared]:
    """A comparison in which every picture has a colour of its own."""
    places = [(column, row) for row in rows or ("",) for column in columns]
    return [
        Compared(png(300, 200, color), told(column, row, columns=columns, rows=rows))
        for (column, row), color in zip(places, COLOURS, strict=False)
    ]


def opened(image: Image) -> pil.Image:
    """The sheet decoded."""
    return pil.open(io.BytesIO(image.data)).convert("RGB")


def boxes(picture: pil.Image) -> list[tuple[int, int, int, int]]:
    """Where each of the colours lies; nothing for one that is not there."""
    found = []
    for color in COLOURS:
        red, green, blue = ImageChops.difference(picture, pil.new("RGB", picture.size, color)).split()
        other = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        found.append(other.point(lambda far: 0 if far else 255).getbbox())
    return [box for box in found if box]


def test_every_picture_stands_in_its_place() -> None:
    image, _ = sheet(grid(["4", "12", "30"], ["3", "7"]), EN)
    found = boxes(opened(image))
    assert [(right - left, bottom - top) for left, top, right, bottom in found] == [(300, 200)] * 6
    lefts, tops = [box[0] for box in found], [box[1] for box in found]
    assert lefts[:3] == sorted(set(lefts))
    assert lefts[3:] == lefts[:3]
    assert (len(set(tops[:3])), len(set(tops[3:]))) == (1, 1)
    assert tops[3] >= tops[0] + 200
    assert found[2][2] <= image.width
    assert found[5][3] < image.height


def test_five_of_one_control_stand_in_two_lines() -> None:
    image, _ = sheet(grid(["1", "2", "3", "4", "5"]), EN)
    tops = [box[1] for box in boxes(opened(image))]
    assert (tops[0], tops[3]) == (tops[2], tops[4])
    assert tops[3] > tops[0] + 200


def test_pictures_of_other_shapes_are_fitted_and_never_stretched_or_enlarged() -> None:
    columns = ["wide", "high", "small"]
    sizes = [(1600, 800), (500, 1000), (90, 60)]
    found = [
        Compared(png(*size, color), told(value, columns=columns))
        for size, color, value in zip(sizes, COLOURS, columns, strict=False)
    ]
    image, _ = sheet(found, EN)
    shown = [(right - left, bottom - top) for left, top, right, bottom in boxes(opened(image))]
    assert shown == [(448, 224), (224, 448), (90, 60)]


def test_a_picture_that_failed_leaves_its_place_empty() -> None:
    found = grid(["4", "12", "30"], ["3", "7"])
    del found[1]
    image, made = sheet(found, EN)
    whole = boxes(opened(sheet(grid(["4", "12", "30"], ["3", "7"]), EN)[0]))
    assert boxes(opened(image)) == [box for number, box in enumerate(whole) if number != 1]
    assert made.details["sheet"]["pictures"] == 5


def test_its_recipe_says_what_is_on_it() -> None:
    image, made = sheet(grid(["4", "12"], ["3", "7"]), EN)
    texts = pngfile.texts(image.data)
    found = recipe.read(texts)
    assert found is not None
    assert found == made.to_dict()
    assert found["details"]["sheet"]["columns"] == ["num_inference_steps", ["4", "12"]]
    assert found["details"]["sheet"]["rows"] == ["guidance_scale", ["3", "7"]]
    assert (found["prompt"], found["model"], found["seed"]) == ("a cat on the moon", "some/model", 7)
    assert (found["width"], found["height"]) == (image.width, image.height)
    assert "a cat on the moon" in texts["parameters"]
    assert filename(made) == "gato-na-lua-7-sheet.png"


def test_what_differs_is_not_told_of_all() -> None:
    columns = ["1", "2"]
    found = [
        Compared(png(80, 80), told(value, columns=columns, seed=int(value), prompt=f"a cat, style {value}"))
        for value in columns
    ]
    _, made = sheet(found, EN)
    assert made.seed is None
    assert made.prompt == "a cat on the moon"


def test_what_is_no_comparison_is_refused() -> None:
    one, two = grid(["4", "12"])
    other = Compared(one.image, told("4", columns=["4", "13"]))
    plain = Compared(one.image, {"prompt": "x"})
    for wrong in ([one], [one, plain], [plain, one], [one, other], [one, two] * 9):
        with pytest.raises(ValueError, match="comparison"):
            sheet(wrong, EN)
    with pytest.raises(ValueError, match="picture"):
        sheet([one, Compared(Image(b"nothing", "image/png", 4, 4), two.recipe)], EN)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fonts", [(), FONTS])
def test_no_sign_becomes_an_empty_box(language: str, fonts: Sequence[str]) -> None:
    t = Translator(language)
    letters = Lettering(fonts)
    for text in (
        t("params.aspect_ratio"),
        t("params.image_guidance_scale"),
        "水彩 água-forte",
        "a 🦊 b",
        "×–·",
    ):
        wording, chosen = letters.written(text, 20)
        assert wording
        assert all(_dots(chosen, sign) != _dots(chosen, NOWHERE) for sign in wording if not sign.isspace())


def test_without_a_font_for_them_words_are_numbered_and_explained() -> None:
    columns = ["水彩", "漫画", "sketch"]
    found = [Compared(png(80, 80), told(value, columns=columns)) for value in columns]
    image, made = sheet(found, EN, fonts=())
    legend = ["#1: steps 水彩", "#2: steps 漫画"]
    assert made.details["sheet"]["legend"] == legend
    assert pngfile.texts(image.data)[LEGEND_KEY] == "\n".join(legend)


def test_accents_that_no_font_has_are_left_out_and_an_emoji_does_not_hide_a_prompt() -> None:
    letters = Lettering(())
    assert letters.written("ação × árvores", 20)[0] == "acao x arvores"
    assert letters.written("a cat on the moon 🦊", 20, whole=False)[0] == "a cat on the moon"
    assert letters.written("a 🦊", 20)[0] == "#1"
    assert letters.explained == ["#1: a 🦊"]


def test_long_words_are_broken_and_long_texts_end_in_dots() -> None:
    pen = Pen(Lettering(()))
    known = font("", 20)
    lines, _ = pen.lines("a" * 90 + " " + "b c " * 60, 200, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("...")
    assert all(known.getlength(line) <= 200 for line in lines)
    assert pen.lines("", 200, 3)[0] == [""]


def test_a_long_label_does_not_run_into_the_pictures() -> None:
    long = " ".join(["a very long negative prompt"] * 9)
    cells = tuple(png(200, 120, color) for color in COLOURS[:4])
    image, _ = drawn(Sheet(columns=("none", long), rows=("guidance 3", long), cells=cells, prompt=long))
    found = boxes(opened(image))
    assert [(right - left, bottom - top) for left, top, right, bottom in found] == [(200, 120)] * 4


def test_nothing_but_the_recipes_own_words_is_in_it() -> None:
    secret = "sk-not-a-key-but-looks-like-one"  # planted
    found = [
        Compared(one.image, {**one.recipe, "secret": secret, "asked": {"token": secret}})
        for one in grid(["4", "12"])
    ]
    image, made = sheet(found, EN)
    assert secret not in made.to_json()
    assert secret.encode() not in image.data
