"""Contact sheets by address: for the owner of every picture on them, and for nobody else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fastapi import FastAPI

from imaginario import pngfile, recipe
from tests.faces.fakes import png
from tests.web.conftest import STRANGER, VISITOR, as_visitor


async def kept(app: FastAPI, values: Sequence[str], owner: str = VISITOR) -> list[str]:
    """The ids of the pictures of a comparison."""
    return [
        (
            await app.state.house.gallery.add(
                owner,
                png(80, 60),
                filename="a.png",
                recipe={
                    "idea": "a cat",
                    "prompt": "a cat",
                    "engine": "builtin",
                    "details": {"compared": ["seed", value], "columns": list(values)},
                },
            )
        ).id
        for value in values
    ]


async def test_the_owner_gets_the_sheet_as_a_file_that_nobody_stores(app: FastAPI) -> None:
    ids = await kept(app, ["1", "2", "3"])
    before = len(await app.state.house.gallery.page(VISITOR, limit=999))
    async with as_visitor(app) as client:
        answer = await client.get(f"/sheet?of={','.join(ids)}", headers={"accept-language": "pt-BR"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert "a-cat-sheet.png" in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "private, no-store"
    found = recipe.read(pngfile.texts(answer.content))
    assert found
    assert found["details"]["sheet"]["columns"] == ["seed", ["1", "2", "3"]]
    assert len(await app.state.house.gallery.page(VISITOR, limit=999)) == before


@pytest.mark.parametrize("stranger", [STRANGER, "", f"{VISITOR}x"])
async def test_nobody_else_gets_it(app: FastAPI, stranger: str) -> None:
    ids = await kept(app, ["1", "2"])
    async with as_visitor(app, stranger) as client:
        assert (await client.get(f"/sheet?of={','.join(ids)}")).status_code == 404


async def test_one_picture_of_somebody_else_among_them_spoils_it(app: FastAPI) -> None:
    mine, theirs = await kept(app, ["1", "2"]), await kept(app, ["1", "2"], STRANGER)
    async with as_visitor(app) as client:
        assert (await client.get(f"/sheet?of={mine[0]},{theirs[1]}")).status_code == 404


async def test_what_is_no_comparison_is_not_drawn(app: FastAPI) -> None:
    one, two = await kept(app, ["1", "2"])
    (other, _) = await kept(app, ["7", "8"])
    async with as_visitor(app) as client:
        for of in ("", one, f"{one},nothing", f"{one},{other}", ",".join([one, two] * 40)):
            assert (await client.get(f"/sheet?of={of}")).status_code == 404
