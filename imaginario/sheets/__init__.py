"""Contact sheets: all pictures of a comparison on one PNG, each under its value, the recipe inside.

Plain CPU work; call it in a thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from imaginario import __version__, pngfile
from imaginario.chat import PromptDraft
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.present import Axis, axes, name, place, valued
from imaginario.recipe import Recipe
from imaginario.sheets.drawing import Sheet, drawn
from imaginario.sheets.lettering import FONTS

LEGEND_KEY = "Comment"
"""PNG text key of the legend for words that could only be numbered."""
KEPT = (
    "idea", "language", "style", "engine", "model", "provider", "assistant", "assistant_model", "seed",
    "negative_prompt", "label",
)  # fmt: skip
"""Fields of a recipe that the sheet's has, too, where all pictures have the same."""
MOST = 16
"""Pictures of one sheet."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One picture of a comparison with its recipe."""

    image: Image
    recipe: Mapping[str, Any]


def sheet(found: Sequence[Compared], t: Translator, fonts: Sequence[str] = FONTS) -> tuple[Image, Recipe]:
    """The sheet of these pictures, as PNG, and the recipe that is in it.

    Pictures that failed leave their places empty. Raises `ValueError` for fewer than two pictures, for more
    than `MOST`, for pictures that were not compared, and for bytes that don't decode.
    """
    recipes = [one.recipe for one in found]
    columns, rows = _axes(recipes)
    placed = {place(one.recipe): one.image for one in found}
    cells = tuple(placed.get((x, y)) for y in rows[1] or ("",) for x in columns[1])
    told = Sheet(
        columns=tuple(valued(columns[0], value, t) for value in columns[1]),
        rows=tuple(valued(rows[0], value, t) for value in rows[1]),
        cells=cells,
        prompt=_prompt(recipes),
        line=_line(recipes, t),
        plain=_line(recipes, Translator("en")),
    )
    image, legend = drawn(told, fonts)
    recipe = _recipe(recipes, image, legend)
    texts = {**recipe.texts(), **({LEGEND_KEY: "\n".join(legend)} if legend else {})}
    return Image(pngfile.with_texts(image.data, texts), image.mime, image.width, image.height), recipe


def _axes(recipes: Sequence[Mapping[str, Any]]) -> tuple[Axis, Axis]:
    """Columns and rows that all of them share. Raises `ValueError`."""
    found = axes(recipes[0]) if 2 <= len(recipes) <= MOST else None
    if found is None or any(axes(recipe) != found for recipe in recipes):
        raise ValueError("not the pictures of one comparison")
    return found


def _shared(recipes: Sequence[Mapping[str, Any]], field: str) -> Any:
    """What all of them have in this field; None where they differ."""
    first = recipes[0].get(field)
    return first if all(recipe.get(field) == first for recipe in recipes) else None


def _prompt(recipes: Sequence[Mapping[str, Any]]) -> str:
    """The prompt as it was sent, or before the styles that were compared were put around it."""
    draft = recipes[0].get("draft") or {}
    return str(_shared(recipes, "prompt") or draft.get("prompt") or recipes[0].get("idea") or "")


def _line(recipes: Sequence[Mapping[str, Any]], t: Translator) -> str:
    """Model, seed and the like, as far as the pictures share them."""
    engine, model, seed = (_shared(recipes, key) for key in ("engine", "model", "seed"))
    if engine == "builtin":
        who = t("label.builtin")
    else:
        who = " · ".join(filter(None, (name(str(engine), t) if engine else "", str(model or ""))))
    negative = _shared(recipes, "negative_prompt")
    parts = [
        who,
        valued("seed", str(seed), t) if seed is not None else "",
        valued("negative_prompt", str(negative), t) if negative else "",
        "Imaginário",
    ]
    return " · ".join(filter(None, parts))


def _recipe(recipes: Sequence[Mapping[str, Any]], image: Image, legend: Sequence[str]) -> Recipe:
    """What the pictures share, and in the details which picture stands where."""
    shared = {field: value for field in KEPT if (value := _shared(recipes, field)) is not None}
    draft = recipes[0].get("draft") or {}
    columns, rows = _axes(recipes)
    grid = {"columns": [columns[0], list(columns[1])], "rows": [rows[0], list(rows[1])] if rows[0] else []}
    details = {"sheet": {**grid, "pictures": len(recipes), "legend": list(legend)}}
    words = {field.name: draft[field.name] for field in fields(PromptDraft) if field.name in draft}
    known: dict[str, Any] = {"idea": "", "language": "", "engine": "", **shared}
    return Recipe(
        **known,
        draft=PromptDraft(**{"prompt": "", **words}),
        prompt=_prompt(recipes),
        width=image.width,
        height=image.height,
        details=details,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
    )


def filename(recipe: Recipe) -> str:
    """A speaking name for the sheet, such as `gato-na-lua-7-sheet.png`."""
    return f"{recipe.filename().removesuffix('.png')}-sheet.png"
