"""The lab: what is offered, what a comparison looks like while it grows, and that nobody sees another's."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from imaginario.chat import Choices, Controls, PromptDraft, Session
from imaginario.commands.compare import CONTROLS, grid
from imaginario.errors import ContentRefused, OutOfCredits
from imaginario.events import Adjusted, Comparing, Done, Failed, Progress, PromptReady, Saved
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Param
from imaginario.painting import Services
from imaginario.present import Shown, Transcript
from imaginario.web import lab_menu, lab_view
from imaginario.web.desk import Desk, page_words
from imaginario.web.lab import LabTab
from imaginario.web.lab_view import Bench
from imaginario.web.visitors import Visitors
from tests.faces.fakes import FakeEngine, FakeHouse, Script, png
from tests.web.desk import desk, request, visitor
from tests.web.test_easel import NASTY, Outline

EN = Translator("en")
BUILTIN = "--engine builtin --assistant builtin --size 256x256"


def services(folder: Path, *engines: str, **script: Any) -> Services:
    """Those of a house with the fakes."""
    told = Script(**script)
    found = FakeHouse(folder, told).services({})
    return replace(found, engines={name: FakeEngine(told) for name in engines or ("fake",)})


def fields(idea: str = "a cat", **changes: Any) -> Any:
    """What stands in the fields, one after the other."""
    usual = {"raw": False, "seed": None, "control": "seed", "values": "1, 2", "by": "", "by_values": ""}
    return (idea, *{**usual, **changes}.values())


def fake(folder: Path, **script: Any) -> tuple[LabTab, Script]:
    """A lab in a house with the fakes."""
    told = Script(**script)
    return LabTab(Desk(FakeHouse(folder, told), Visitors(), page_words())), told


async def made(tab: LabTab, *given: Any) -> list[tuple[Any, ...]]:
    """All views of a comparison."""
    async with aclosing(tab.make(*given, request=request())) as views:
        return [view async for view in views]


def test_what_the_model_ignores_is_named_and_not_offered(tmp_path: Path) -> None:
    found = lab_menu.offer(services(tmp_path), Choices())
    assert set(found.controls) | set(found.ignored) | {"engine"} == set(CONTROLS)
    assert "steps" in found.ignored
    assert found.usual("steps") == "seed"
    told = lab_menu.said(found, services(tmp_path), Choices(), EN)
    assert EN("params.num_inference_steps") in told
    assert EN("lab.one_engine") in told
    two = lab_menu.offer(services(tmp_path, "fake", "other"), Choices())
    assert ("engine" in two.controls, two.lonely) == (True, False)


def test_the_second_menu_offers_none_and_nothing_that_clashes(tmp_path: Path) -> None:
    found = lab_menu.offer(services(tmp_path), Choices())
    names = [name for _, name in lab_menu.menu(found, EN, beside="ar")]
    assert names[0] == ""
    assert {"ar", "size"}.isdisjoint(names)
    assert found.beside("ar", "size") == found.beside("seed", "steps") == ""
    assert found.beside("seed", "style") == "style"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_suggestion_can_be_compared(tmp_path: Path, language: str) -> None:
    here = services(tmp_path, "fake", "other", obeyed=frozenset(Param))
    for control in CONTROLS:
        values = lab_menu.suggested(control, here, Choices(language=language), Translator(language))
        if control != "model":  # the fakes have only one
            assert 2 <= grid(f"{control}={values}").size <= 4
    titles = {lab_menu.titled(control, Translator(language)) for control in CONTROLS}
    assert len(titles) == len(CONTROLS)
    assert not any("params." in title for title in titles)


async def test_the_page_shows_the_menus_and_the_suggestions(tmp_path: Path) -> None:
    tab = LabTab(desk(tmp_path))
    (
        idea,
        raw,
        seed,
        control,
        values,
        by,
        by_values,
        start,
        _,
        told,
        progress,
        results,
        go,
        halt,
    ) = await tab.shown(request())
    assert (idea, raw, seed, values, progress) == ("", False, None, "4, 12, 30", "")
    assert (control.value, by.value, by_values.visible, start.visible) == ("steps", "", False, False)
    assert EN("lab.count", count=3) in told
    assert EN("lab.empty") in results
    assert (go.interactive, halt.interactive) == (True, False)


async def test_another_control_brings_its_values_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    tab = LabTab(desk(tmp_path))
    await tab.shown(request())
    await tab.typed("steps", "4, 8", "", "", request())
    _, values, _, _, start, original, told = await tab.picked("strength", "guidance", request())
    assert values == "0.2, 0.5, 0.8"
    assert start.visible
    assert EN("lab.no_original") in original
    assert EN("lab.count", count=9) in told
    await tab.picked("strength", "guidance", request())  # the page may say it twice
    await tab.typed("strength", "0.1, 0.9", "guidance", "1, 2", request())
    _, values, _, by_values, *_ = await tab.picked("steps", "guidance", request())
    assert (values, by_values.value) == ("4, 8", "1, 2")
    *_, told = await tab.picked("guidance", "guidance", request())
    assert visitor(tab.desk).lab.by == ""
    assert EN("lab.count", count=2) in told
    assert 'role="alert"' in await tab.typed("seed", "1", "", "", request())
    assert 'role="alert"' in await tab.wrote("a cat --nonsense", False, None, request())


async def test_the_newest_pictures_prompt_is_taken_as_it_was_painted(tmp_path: Path) -> None:
    tab = LabTab(desk(tmp_path))
    assert EN("lab.no_picture") in (await tab.took(request()))[-1]
    me = visitor(tab.desk)
    recipe = {"prompt": "oil painting of a cat", "draft": {"prompt": "a cat"}, "seed": 7}
    await tab.desk.house.gallery.add(me.id, png(), filename="a.png", recipe=recipe)
    idea, raw, seed, _ = await tab.took(request())
    assert (idea, raw, seed) == ("a cat", True, 7)
    assert me.looking_at == ""


async def test_a_comparison_fills_its_places_and_the_gallery(tmp_path: Path) -> None:
    tab, script = fake(tmp_path)
    views = await made(tab, *fields(values="1, 2", by="size", by_values="64x64, 128x64", control="seed"))
    me = visitor(tab.desk)
    assert [(r.seed, r.width) for r in script.requests] == [(1, 64), (2, 64), (1, 128), (2, 128)]
    progress, results, go, halt = views[-1]
    assert results.count("data-look=") == 4
    assert EN("lab.done", count=4, done=4, seconds=EN.number(me.lab.bench.seconds, 1)) in progress
    ids = [shown.picture_id for shown in me.lab.bench.pictures]
    assert f"/sheet?of={','.join(ids)}" in progress
    assert (go.interactive, halt.interactive) == (True, False)
    assert (views[0][2].interactive, views[0][3].interactive) == (False, True)
    assert len(await tab.desk.house.gallery.page(me.id)) == 4
    assert visitor(tab.desk).turns == []
    stranger = tab.desk.visitors.get("somebody-else-altogether")
    assert stranger.lab.bench is None


async def test_who_sees_prompts_first_and_the_seed_and_words_of_the_fields(tmp_path: Path) -> None:
    tab, script = fake(tmp_path)
    visitor(tab.desk).choose(ask_first=True, controls=Controls(count=3))
    await made(tab, *fields("um gato --no dogs", raw=True, seed=9, control="style", values="oil, comic"))
    assert {request.seed for request in script.requests} == {9}
    assert script.heard == []
    assert len(script.requests) == 2
    assert all("um gato" in request.prompt for request in script.requests)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (fields(""), EN("lab.no_idea")),
        (fields(control="strength", values="0.2, 0.8"), EN("lab.no_original")),
        (fields(values="1"), "--vary seed=1"),
        (fields(by="seed", by_values="3, 4"), "--by seed=3, 4"),
        (fields("a cat --nonsense"), "--nonsense"),
    ],
)
async def test_what_cannot_be_begun_is_said_and_the_pictures_of_before_stay(
    tmp_path: Path, given: tuple[Any, ...], said: str
) -> None:
    tab, script = fake(tmp_path, obeyed=frozenset(Param))
    ((progress, *others),) = await made(tab, *given)
    assert said in progress
    assert 'role="alert"' in progress
    assert all(other == gr.skip() for other in others)
    assert script.requests == []
    assert visitor(tab.desk).lab.bench is None


async def test_a_control_that_is_ignored_is_refused_with_those_that_are_not(tmp_path: Path) -> None:
    tab, script = fake(tmp_path)
    progress, results, *_ = (await made(tab, *fields(control="steps", values="4, 8")))[-1]
    assert "fake-1" in progress
    assert 'role="alert"' in progress
    assert EN("lab.empty") in results
    assert script.requests == script.heard == []


async def test_a_failure_stands_in_its_place_with_the_way_out_and_the_others_stay(tmp_path: Path) -> None:
    tab, script = fake(tmp_path)
    script.failures = [ContentRefused(engine="fake", model="fake-1")]
    results = (await made(tab, *fields(values="1, 2, 3")))[-1][1]
    assert results.count("data-look=") == 2
    assert results.count('role="alert"') == 1
    cause, cure = EN.error(ContentRefused(engine="fake", model="fake-1"))
    assert cure in results
    assert cause in results
    script.failures = [OutOfCredits(engine="fake", model="fake-1")]
    results = (await made(tab, *fields(values="1, 2, 3")))[-1][1]
    assert results.count('role="alert"') == 1
    assert results.count(EN("lab.not_painted")) == 2


async def test_what_fails_before_the_first_picture_is_all_that_is_said(tmp_path: Path) -> None:
    tab, script = fake(tmp_path)
    script.chat_failures = [OutOfCredits(engine="scribe", model="scribe-1")]
    progress, results, *_ = (await made(tab, *fields()))[-1]
    assert 'role="alert"' in progress
    assert "lab-ended" not in progress
    assert EN("lab.empty") in results


async def test_stop_keeps_what_is_finished_and_ends_the_work(tmp_path: Path) -> None:
    tab, script = fake(tmp_path, hold=True)
    work = tab.make(*fields(), request=request())
    await anext(work)
    await script.holding.wait()
    *_, go, halt = await tab.stopped(request())
    assert (go.interactive, halt.interactive) == (True, False)
    async with aclosing(work) as views:
        last = [view async for view in views][-1]
    assert script.stopped.is_set()
    assert EN("status.stopped") in last[0]
    assert tab.desk.house.turns.take(visitor(tab.desk).id) is None


async def test_a_tab_that_is_closed_stops_the_work(tmp_path: Path) -> None:
    tab, script = fake(tmp_path, hold=True)
    work = tab.make(*fields(), request=request())
    await anext(work)
    await script.holding.wait()
    await work.aclose()
    assert script.stopped.is_set()
    assert visitor(tab.desk).lab.bench.over


async def test_no_more_comparisons_at_once_than_a_visitor_may_have(tmp_path: Path) -> None:
    told = Script(hold=True)
    house = FakeHouse(tmp_path, told, public=True, visitor_turns=1)
    tab = LabTab(Desk(house, Visitors(), page_words()))
    work = tab.make(*fields(), request=request())
    await anext(work)
    await told.holding.wait()
    ((refused, *_),) = await made(tab, *fields())
    assert 'role="alert"' in refused
    await work.aclose()
    assert house.turns.take(visitor(tab.desk).id) is None


async def test_strength_starts_from_the_picture_that_was_opened(tmp_path: Path) -> None:
    tab, script = fake(tmp_path, obeyed=frozenset(Param))
    file = tmp_path / "photo.png"
    file.write_bytes(png(80, 40).data)
    shown = await tab.opened(str(file), request())
    assert "/shelf/" in shown
    views = await made(tab, *fields("as a comic", control="strength", values="0.2, 0.8"))
    assert [(r.strength, r.image.width if r.image else 0) for r in script.requests] == [(0.2, 80), (0.8, 80)]
    assert "aspect-ratio:80/40" in views[0][1]
    assert 'role="alert"' in await tab.opened(str(tmp_path / "gone.png"), request())


async def test_the_built_in_engine_fills_a_grid(tmp_path: Path) -> None:
    tab = LabTab(desk(tmp_path))
    given = fields(f"a cat {BUILTIN}", control="steps", values="5, 50", by="guidance", by_values="1, 15")
    progress, results, *_ = (await made(tab, *given))[-1]
    assert results.count("data-look=") == 4
    assert "steps 50 · guidance 15" in results
    assert "lab-words" in results
    assert "lab-ended" in progress


def bench(rows: str = "", **shape: str) -> Bench:
    """A comparison that has just begun."""
    places = grid("steps=4,12", rows)
    return Bench(places, (shape.get("shape", "1/1"),) * places.size)


def saved(at: str, row: str = "") -> Saved:
    """A finished picture of it."""
    details: dict[str, Any] = {"compared": ["num_inference_steps", at], "columns": ["4", "12"]}
    if row:
        details |= {"crossed": ["seed", row], "rows": ["1", "2"]}
    recipe: Mapping[str, Any] = {"width": 64, "height": 32, "seed": 7, "details": details}
    return Saved(f"id{at}", png(64, 32), recipe, "x.png")


def test_a_place_waits_is_painted_and_tells_what_became_of_its_control() -> None:
    here = bench(shape="16/9")
    assert lab_view.results(here, EN).count("aspect-ratio:16/9") == 2
    asked = {"num_inference_steps": 4, "seed": 7, "width": 64, "height": 32}
    for event in (
        PromptReady(PromptDraft(prompt="a cat", prompt_local="um gato")),
        Comparing(1, 2),
        Progress(1, 4),
        Adjusted(asked, {"seed": 7}, ("num_inference_steps",), {"width": 64, "height": 32, "seed": 7}),
        saved("4"),
        Comparing(2, 2),
    ):
        here.take(event, EN)
    html = lab_view.results(here, EN)
    assert html.count("data-look=") == 1
    assert html.count("easel-blank") == 1
    assert f"{EN('controls.ignored', values='steps')}" in html
    assert 'class="ignored"' in html
    small = html.partition("<small")[2].partition("</small>")[0]
    assert "seed" not in small
    assert "seed" in html
    told = lab_view.progress(here, EN)
    assert 'aria-valuenow="50"' in told
    assert "um gato" in lab_view.results(here, Translator("pt-BR"))


def test_a_grid_has_its_columns_and_rows_once() -> None:
    here = bench("seed=1,2")
    html = lab_view.results(here, EN)
    assert html.count("<b>steps 4</b>") == html.count("<b>steps 12</b>") == 1
    assert html.count('<b class="lab-side">seed 1</b>') == 1
    assert "--across:2" in html
    assert html.count("<figure") == 4


def test_it_ends_once_and_says_how() -> None:
    here = bench()
    here.take(Comparing(1, 2), EN)
    here.take(saved("4"), EN)
    here.take(Comparing(2, 2), EN)
    here.end()
    seconds = here.seconds
    here.end()
    assert here.seconds == seconds
    assert EN("status.stopped") in lab_view.progress(here, EN)
    assert lab_view.results(here, EN).count(EN("status.stopped")) == 1
    whole = bench()
    whole.take(Done(Session(owner="a")), EN)
    whole.end()
    assert EN("status.stopped") not in lab_view.progress(whole, EN)


def test_nothing_that_is_shown_is_taken_for_html() -> None:
    here = bench()
    here.whole = Transcript(status=NASTY, notes=(NASTY,), draft=PromptDraft(prompt=NASTY), text=NASTY)
    shown = Shown(picture_id="a", filename=NASTY, recipe={"idea": NASTY, "width": 4, "height": 4})
    here.cells = [Transcript(pictures=(shown,), adjusted=Adjusted({NASTY: NASTY}, {}, (NASTY,)))]
    here.grid = grid(f"no={NASTY.replace('|', '')}|x")
    pages = [lab_view.progress(here, EN), lab_view.results(here, EN)]
    here.take(Failed(ContentRefused(engine="fake", model=NASTY, detail=NASTY)), EN)
    here.end()
    pages += [lab_view.progress(here, EN), lab_view.results(here, EN), lab_view.alert(NASTY)]
    for html in pages:
        assert "script" not in Outline(html).tags
        assert "\n" not in html
