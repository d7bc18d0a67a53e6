"""The cartoon desk: who is offered, what is told of each, and that nobody sees the desk of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from imaginario.commands.makers import LOOKS, Maker, makers, picked
from imaginario.errors import InvalidOption
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import ModelCard, Task
from imaginario.painting import Order, Services
from imaginario.present import Problem, Shown, Transcript, maker_about, maker_title
from imaginario.secrets import Secret
from imaginario.web.cartoons import CartoonTab, card, photo, results
from imaginario.web.desk import Desk, page_words
from imaginario.web.visitors import Easel, Visitors
from tests.faces.fakes import FakeAssistant, FakeEngine, FakeHouse, Script
from tests.test_edit_orders import EDITOR, PAINTER, services
from tests.test_edit_orders import Maker as Engine
from tests.test_pictures import noise, spot
from tests.web.desk import desk, request, visitor
from tests.web.test_easel import NASTY, Outline

EN = Translator("en")
SECOND = replace(EDITOR, id="second")


def test_only_models_that_edit_are_offered() -> None:
    offered = makers(services(Engine(PAINTER, EDITOR, SECOND)))
    assert list(offered) == ["maker:editor", "maker:second"]
    assert makers(services(Engine(PAINTER))) == {}


def test_a_list_of_makers_is_read_or_refused_with_what_there_is() -> None:
    known = makers(services(Engine(EDITOR, SECOND)))
    assert picked("all", known) == list(known.values())
    assert picked("maker:second， maker:editor", known) == [known["maker:second"], known["maker:editor"]]
    with pytest.raises(InvalidOption) as caught:
        picked("nobody", known)
    assert "maker:second" in caught.value.values["allowed"]


FLAT = "modelscope:damo/cv_cartoon_stable_diffusion_flat"


class Series(FakeEngine):
    """Has a model that paints cartoons from words alone."""

    def fallback_models(self) -> tuple[ModelCard, ...]:
        return (ModelCard(id=FLAT),)


class DescribingHouse(FakeHouse):
    """A house in which a photo is described for such a model."""

    def services(self, secrets: Mapping[str, Secret]) -> Services:
        return replace(super().services(secrets), engines={"fake": Series(self.script)})


class Blind(FakeAssistant):
    """Looks at nothing."""

    sees = False


def test_a_model_that_paints_from_words_is_told_what_the_photo_shows() -> None:
    series = replace(PAINTER, id=FLAT)
    here = services(Engine(PAINTER, series, EDITOR))
    offered = makers(here)
    assert list(offered) == [f"maker:{series.id}", "maker:editor"]
    photo_, mask = noise(20, 20), spot(20, 20, (0, 0, 5, 5))
    wanted = offered[f"maker:{series.id}"].over(Order(idea="", image=photo_, mask=mask, strength=0.5))
    assert (wanted.image, wanted.mask, wanted.strength, wanted.task) == (None, None, None, Task.TEXT_TO_IMAGE)
    assert (wanted.images, wanted.model, wanted.draft) == ((photo_,), series.id, None)
    blind = replace(here, assistants={"blind": Blind(Script())})
    assert list(makers(blind)) == ["maker:editor"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_said_plainly_for_what_it_is(language: str) -> None:
    t = Translator(language)
    titles = {maker_title(Maker("builtin", look=look), t) for look in ("", *LOOKS)}
    assert len(titles) == 1 + len(LOOKS)
    assert maker_about(Maker("builtin"), t) == t("makers.builtin")
    assert "qwen/edit" in maker_about(Maker("huggingface", "qwen/edit"), t)


def test_cards_escape_what_they_show() -> None:
    maker = Maker(NASTY, NASTY)
    shown = Shown(picture_id="abc", filename=f"{NASTY}.png", recipe={"width": 40, "height": 30})
    for seen in (
        Transcript(pictures=(shown,), over=True),
        Transcript(problem=Problem(code="x", message=NASTY, cure=NASTY), over=True),
        Transcript(status=NASTY),
        Transcript(stopped=True, over=True),
        Transcript(),
    ):
        html = card(maker, seen, "p1", EN)
        outline = Outline(html)
        assert "script" not in outline.tags
        assert "\n" not in html.replace(NASTY, "")
    assert Outline(photo(Easel(), EN)).tags == []


def test_a_finished_card_has_its_slider_and_its_download() -> None:
    shown = Shown(picture_id="abc", filename="gato.png", recipe={"width": 40, "height": 30})
    html = card(Maker("builtin"), Transcript(pictures=(shown,), over=True), "p1", EN)
    attributes = Outline(html).attributes
    assert ("src", "/shelf/p1") in attributes
    assert ("src", "/media/abc?size=1024") in attributes
    assert ("href", "/media/abc/download") in attributes
    assert ("style", "aspect-ratio:40/30") in attributes


async def test_without_a_photo_or_a_maker_it_is_said(tmp_path: Path) -> None:
    here = desk(tmp_path)
    tab = CartoonTab(here)
    without = [html async for html in tab.make(["builtin"], request())]
    me = visitor(here)
    me.easel = Easel(photo=me.lay_aside(noise(32, 24)))
    nobody = [html async for html in tab.make(["no:such"], request())]
    assert without == [f'<p class="bad" role="alert">{EN("cartoons.no_photo")}</p>']
    assert nobody == [f'<p class="bad" role="alert">{EN("cartoons.no_maker")}</p>']


async def test_several_makers_fill_their_cards_and_the_gallery(tmp_path: Path) -> None:
    here = desk(tmp_path)
    tab, me = CartoonTab(here), visitor(here)
    me.easel = Easel(photo=me.lay_aside(noise(64, 48)))
    looks = [html async for html in tab.make(["builtin", "builtin:pixel"], request())]
    assert looks[-1].count('class="compare"') == 2
    assert [len(seen.pictures) for seen in me.easel.made.values()] == [1, 1]
    kept = await here.house.gallery.page(me.id)
    assert {(p.width, p.height) for p in kept} == {(64, 48)}
    stranger = here.visitors.get("somebody-else-altogether")
    assert results(stranger.easel, makers(here.house.services({})), EN).count("compare") == 0


async def test_who_wants_to_see_prompts_first_gets_cartoons_all_the_same(tmp_path: Path) -> None:
    here = Desk(DescribingHouse(tmp_path), Visitors(), page_words())
    tab, me = CartoonTab(here), visitor(here)
    me.choose(ask_first=True)
    me.easel = Easel(photo=me.lay_aside(noise(64, 48)))
    _ = [html async for html in tab.make([f"fake:{FLAT}"], request())]
    (seen,) = me.easel.made.values()
    assert (len(seen.pictures), seen.proposed) == (1, None)
    assert me.choices.ask_first


async def test_a_desk_that_is_closed_stops_its_makers(tmp_path: Path) -> None:
    here = desk(tmp_path)
    tab, me = CartoonTab(here), visitor(here)
    me.easel = Easel(photo=me.lay_aside(noise(900, 700)))
    work = tab.make(["builtin:oil", "builtin:watercolor"], request())
    await anext(work)
    await work.aclose()
    assert all(seen.over and seen.stopped for seen in me.easel.made.values())
    assert await here.house.gallery.page(me.id) == []
