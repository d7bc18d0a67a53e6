"""The Chat tab's handlers: a turn always ends, and each way out sends what it promises."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

import gradio as gr
from PIL import Image as pil

from imaginario import imaging
from imaginario.chat import Sampling
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.present import Problem, Transcript
from imaginario.web.chat import ChatTab
from imaginario.web.controls import RANGES
from tests.contracts.gemini import png
from tests.web.desk import desk, request, visitor

EN = Translator("en")
PICTURE = Image(png(), "image/png", 64, 64)
BUILTIN = "--engine builtin --assistant builtin"


async def test_a_tab_closed_at_the_first_moment_ends_the_turn(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    async with aclosing(tab.send(False, {"text": "hi", "files": []}, request())) as views:
        await anext(views)
        (turn,) = visitor(tab.desk).turns
        assert not turn.shown.over
    assert (turn.shown.over, turn.shown.stopped) == (True, True)


async def test_a_file_that_is_no_picture_ends_the_turn_at_once(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    async for _ in tab.send(False, {"text": "hi", "files": [str(tmp_path / "gone.png")]}, request()):
        pass
    (turn,) = visitor(tab.desk).turns
    assert turn.shown.over
    assert not turn.shown.stopped
    assert turn.shown.problem


async def test_a_picture_that_was_made_smaller_is_told(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    file = tmp_path / "large.png"
    pil.new("1", (imaging.MAX_SIDE * 2, 8)).save(file)
    async with aclosing(tab.send(False, {"text": "hi", "files": [str(file)]}, request())) as views:
        messages, *_ = await anext(views)
    said = visitor(tab.desk)
    assert said.turns[0].shown.notes == (EN("page.shrunk", was="4096 × 8", now="2048 × 4"),)
    assert "4096 × 8" in messages[-1]["content"]


async def tapped(tab: ChatTab, action: str) -> str:
    """The text of the newest turn after the first moment of a way out; what it begins is ended."""
    event = gr.SelectData(None, {"index": 0, "value": action})
    async with aclosing(tab.chip(False, event, request())) as views:
        await anext(views)
    return " ".join(visitor(tab.desk).turns[-1].text.split())


async def test_another_try_after_a_black_picture_has_another_seed(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    black = Problem(code="black_image", message="m", cure="c", actions=("new_seed", "edit", "builtin"))
    for action, left in (
        ("new_seed", f"/imagine a cat {BUILTIN}"),
        ("retry", f"/imagine a cat --seed 7 {BUILTIN}"),
        ("builtin", "/imagine a cat --seed 7"),
    ):
        visitor(tab.desk).clear()
        turn = visitor(tab.desk).begin(f"/imagine a cat --seed 7 {BUILTIN}", (PICTURE,))
        turn.shown = Transcript(problem=black, over=True)
        assert await tapped(tab, action) == left
        (turn,) = visitor(tab.desk).turns
        assert turn.images == (PICTURE,)


async def test_a_turn_sees_the_conversation_it_was_begun_in(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    someone = visitor(tab.desk)
    async with aclosing(tab.send(False, {"text": "/help", "files": []}, request())) as views:
        await anext(views)
        other = someone.begin("one", ())
        other.shown = Transcript(text="1")
        someone.stop(other)
        async for _ in views:
            pass
    assert [len(turn.added) for turn in someone.turns] == [2, 2]
    assert [m.text for m in someone.session.history()] == ["one", "1"]


async def test_a_painted_prompt_comes_back_with_what_was_asked(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    said = f"/imagine a cat --size 128x64 --seed 7 --no dogs {BUILTIN}"
    async for _ in tab.send(False, {"text": said, "files": []}, request()):
        pass
    (turn,) = visitor(tab.desk).turns
    assert turn.shown.pictures
    event = gr.SelectData(None, {"index": 0, "value": "edit_prompt"})
    (view,) = [view async for view in tab.chip(False, event, request())]
    text = view[2].value["text"]
    assert text.startswith("/imagine ")
    assert text.partition(" --raw ")[2].partition("--seed")[2].startswith(" 7 --size 128x64 --engine builtin")


async def test_what_was_proposed_can_be_painted_again_and_with_another_seed(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    for said in (f"/imagine a cat --size 128x64 --seed 7 --ask {BUILTIN}", "/paint"):
        async for _ in tab.send(False, {"text": said, "files": []}, request()):
            pass
    event = gr.SelectData(None, {"index": 0, "value": "new_seed"})
    async for _ in tab.chip(False, event, request()):
        pass
    proposal, *painted = visitor(tab.desk).turns
    assert not proposal.shown.pictures
    seven, other = (turn.shown.pictures[0].recipe for turn in painted)
    assert [seven[k] for k in ("prompt", "width", "height")] == [
        other[k] for k in ("prompt", "width", "height")
    ]
    assert seven["width"] == 2 * seven["height"]
    assert seven["seed"] == 7 != other["seed"]


async def test_what_the_page_shows_counts_for_what_is_sent(tmp_path: Path) -> None:
    tab = ChatTab(desk(tmp_path))
    order = ("ratio", *RANGES, "scheduler", "negative_prompt")
    tab.controls.fields = dict.fromkeys(order)
    message = {"text": "/help", "files": []}
    shown = {**dict.fromkeys(order), "seed": 7, "width": 320, "height": 256}
    menus = ("builtin:", "builtin:", "watercolor")
    sampling = (0.3, None, 17, None, None, "most")
    async for _ in tab.send(False, message, request(), *menus, *shown.values(), *sampling):
        pass
    choices = visitor(tab.desk).choices
    assert (choices.assistant, choices.engine, choices.style) == ("builtin", "builtin", "watercolor")
    assert (choices.controls.seed, choices.controls.size) == (7, (320, 256))
    assert choices.sampling == Sampling(temperature=0.3, top_k=17, safety="most")
    late = (1.5, None, None, None, None, None)  # no safety level yet
    beyond = (3, None, None, None, None, "off")
    for menu, seed, numbers in ((None, 8, sampling), ("builtin:", -1, late), ("builtin:", -1, beyond)):
        page = (menu, menu, "watercolor", *{**shown, "seed": seed}.values(), *numbers)
        async for _ in tab.send(False, message, request(), *page):
            pass
        assert visitor(tab.desk).choices == choices
