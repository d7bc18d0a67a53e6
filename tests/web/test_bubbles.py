"""Chat messages: what is a person's, a model's or a provider's word stays a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imaginario.chat import PromptDraft, Session
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image
from imaginario.present import Problem, Shown, Transcript
from imaginario.web import bubbles
from imaginario.web.visitors import Turn
from tests.contracts.gemini import png

EN = Translator("en")
PICTURE = Image(png(), "image/png", 64, 64)
NASTY = "a_b*c*`d`[e](javascript:f)<img src=x onerror=g>#|\\\n\n# h"


def shown(recipe: dict[str, object], picture_id: str = "id") -> Shown:
    """A finished picture."""
    return Shown(picture_id=picture_id, filename="x.png", recipe=recipe)


def turn(text: str = "hi", transcript: Transcript | None = None, images: tuple[Image, ...] = ()) -> Turn:
    """A turn of a conversation."""
    return Turn(
        "turn-id", text, images, Session(owner="me"), transcript or Transcript(text="hello", over=True)
    )


def test_pictures_of_a_comparison_stand_side_by_side_under_their_values() -> None:
    t = Translator("en")
    shown = tuple(
        Shown(picture_id=f"p{n}", filename="x.png", recipe={"details": {"compared": ["seed", str(n)]}})
        for n in (1, 2, 3)
    )
    (table,) = bubbles.pictures(shown, t)
    lines = table.splitlines()
    assert lines[0] == "| seed 1 | seed 2 |"
    assert lines[1] == "|:-:|:-:|"
    assert lines[2].count("/media/p1?size=") == lines[2].count("/media/p2?size=") == 1
    assert lines[3].startswith("| seed 3 |")
    assert len(bubbles.pictures((shown[0], Shown(picture_id="q", filename="y", recipe={})), t)) == 2


def crossed(rows: int, columns: int) -> tuple[Shown, ...]:
    """The pictures of a grid."""
    heads, sides = [str(n) for n in range(columns)], [str(n) for n in range(rows)]
    axes = {"columns": heads, "rows": sides}
    return tuple(
        shown(
            {"details": {"compared": ["seed", column], "crossed": ["guidance_scale", row], **axes}},
            f"p{row}{column}",
        )
        for row in sides
        for column in heads
    )


def test_two_controls_make_a_table_with_columns_and_rows() -> None:
    (table,) = bubbles.pictures(crossed(2, 3)[:-1], EN)
    lines = table.splitlines()
    assert lines[0] == "| | seed 0 | seed 1 | seed 2 |"
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["guidance 0", "guidance 1"]
    assert [f"/media/p{n}?" in lines[3] for n in ("10", "11", "12")] == [True, True, False]
    (wide,) = bubbles.pictures(crossed(2, 5), EN)
    assert wide.splitlines()[0] == "| seed 0 · guidance 0 | seed 1 · guidance 0 |"


def test_a_comparison_that_is_over_can_be_taken_along_as_a_sheet() -> None:
    pictures = crossed(2, 2)
    ended = bubbles.answer(Transcript(pictures=pictures, over=True), EN)["content"]
    assert f"[{EN('easel.sheet')}](/sheet?of=p00,p01,p10,p11)" in ended
    for seen in (Transcript(pictures=pictures), Transcript(pictures=(shown({}), shown({})), over=True)):
        assert "/sheet" not in bubbles.answer(seen, EN)["content"]


def test_a_turn_is_two_messages_and_only_the_last_answer_has_chips() -> None:
    painted = Transcript(pictures=(shown({}),), over=True)
    messages = bubbles.messages([turn(transcript=painted), turn(transcript=painted)], EN)
    assert [m["role"] for m in messages] == ["user", "assistant"] * 2
    assert [m.get("options") is not None for m in messages] == [False, False, False, True]
    assert [chip["value"] for chip in messages[-1]["options"]] == ["new_seed", "edit_prompt"]


def test_it_changes_nothing_and_says_the_same_twice() -> None:
    turns = [turn(NASTY), turn(transcript=Transcript(notes=("one", "one"), status="busy"))]
    before = [(t.text, t.shown) for t in turns]
    assert bubbles.messages(turns, EN) == bubbles.messages(turns, EN)
    assert [(t.text, t.shown) for t in turns] == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_out_that_has_words_is_offered_in_them(language: str) -> None:
    t = Translator(language)
    problem = Problem(code="x", message="m", cure="c", actions=("settings", "builtin", "retry", "edit"))
    chips = bubbles.chips(Transcript(problem=problem, over=True), t)
    assert [c["value"] for c in chips] == ["settings", "builtin", "retry", "edit"]
    assert all(c["label"] == t(f"actions.{c['value']}") for c in chips)


def test_ways_out_without_words_are_left_out() -> None:
    problem = Problem(code="x", message="m", cure="c", actions=("no_such_action", "retry"))
    assert [c["value"] for c in bubbles.chips(Transcript(problem=problem), EN)] == ["retry"]


def plain(markdown: str) -> str:
    """Markdown with its escapes taken away; what is left unescaped would have had a meaning."""
    kept = markdown
    for sign in "\\`*_[]<>#|":
        kept = kept.replace(f"\\{sign}", "")
    return kept


@pytest.mark.parametrize(
    "transcript",
    [
        Transcript(notes=(NASTY,)),
        Transcript(status=NASTY),
        Transcript(problem=Problem(code="x", message=NASTY, cure=NASTY)),
        Transcript(pictures=(shown({"draft": {"title": NASTY, "alt_text": NASTY}}),)),
        Transcript(pictures=(shown({"idea": NASTY}),)),
    ],
)
def test_strange_words_mean_nothing(transcript: Transcript) -> None:
    ours = bubbles.answer(replace(transcript), EN)["content"]
    rest = plain(ours)
    for sign in ("`", "<", ">", "#", "|", "\\"):
        assert sign not in rest
    assert "](" not in rest.replace("](/media/id?size=640)](/media/id)", "")
    assert "\n# h" not in ours


def test_a_picture_says_what_it_is() -> None:
    drawn = shown({"engine": "builtin", "draft": {"title": "Cat", "alt_text": "A cat."}}, "a b?c")
    text = bubbles.answer(Transcript(pictures=(drawn,), over=True), EN)["content"]
    assert text.startswith("[![A cat.](/media/a%20b%3Fc?size=640)](/media/a%20b%3Fc)")
    assert f"**Cat** — {EN('label.builtin')}" in text
    painted = shown({"engine": "huggingface", "draft": {"title": "Cat"}})
    assert EN("label.builtin") not in bubbles.answer(Transcript(pictures=(painted,)), EN)["content"]


def test_the_prompt_is_quoted_once_it_is_whole() -> None:
    draft = PromptDraft(prompt="p")
    assert bubbles.answer(Transcript(text="one\ntwo"), EN)["content"] == "one\ntwo"
    assert bubbles.answer(Transcript(text="one\ntwo", draft=draft), EN)["content"] == "> one\n> two"


def test_a_stopped_answer_says_so_and_keeps_its_words() -> None:
    text = bubbles.answer(Transcript(text="Once", stopped=True, over=True), EN)["content"]
    assert text == f"Once\n\n_{EN('status.stopped')}_"


def test_nothing_is_never_an_empty_bubble() -> None:
    assert bubbles.answer(Transcript(), EN)["content"] == "…"
    assert bubbles.asked(turn(""), EN)["content"] == "…"


def test_an_edited_message_keeps_the_pictures_that_are_left_in_it() -> None:
    other = Image(png(32), "image/png", 32, 32)
    said = turn("look", images=(PICTURE, other))
    content = bubbles.asked(said, EN)["content"]
    first, second = said.attached()
    assert bubbles.edited(said, content) == ("look", (PICTURE, other))
    assert bubbles.edited(said, f"see\n\n![x]({second})") == ("see", (other,))
    assert bubbles.edited(said, "only words") == ("only words", ())
    assert bubbles.edited(said, f"![x]({first}) ![y](/attached/foreign/0)") == ("", (PICTURE,))


LINES = (
    "/edit a red hat --strength 0.60 --picture mD_pDY-7 --mask WG486",
    "/edit --outpaint left=64 --picture a",
    "/cartoonize --picture x1",
)


@pytest.mark.parametrize("line", LINES)
def test_named_pictures_are_seen_in_place_of_their_names(line: str) -> None:
    said = turn(line, images=(PICTURE,))
    content = bubbles.asked(said, EN)["content"]
    shown_words = content.split("![")[0]
    assert "--picture" not in content
    assert "--mask" not in content
    assert line.startswith(shown_words.strip())
    assert f"(/shelf/{line.split('--picture ')[1].split()[0]}?as=picture)" in content
    assert bubbles.edited(said, content) == (line, (PICTURE,))


def test_a_changed_message_keeps_the_pictures_it_names_until_they_are_taken_out() -> None:
    said = turn(LINES[0])
    content = bubbles.asked(said, EN)["content"]
    assert bubbles.edited(said, content.replace("red hat", "crown"))[0] == LINES[0].replace(
        "red hat", "crown"
    )
    first = bubbles.SEEN.sub("", content, count=1)
    assert bubbles.edited(said, first)[0] == "/edit a red hat --strength 0.60 --mask WG486"
    assert bubbles.edited(said, content.replace("/edit a red hat --strength 0.60", "hello"))[0] == "hello"


@pytest.mark.parametrize(
    "text",
    [
        "what is --picture abc?",
        "/edit --picture abc a red hat",  # words follow: without the option they would belong to another one
        "/edit --no clouds --picture abc a hat",
    ],
)
def test_words_stay_where_taking_a_name_out_would_change_them(text: str) -> None:
    said = turn(text)
    assert bubbles.asked(said, EN)["content"] == text
    assert bubbles.edited(said, text) == (text, ())


def test_of_an_edit_somebody_who_cannot_see_is_told_what_was_asked() -> None:
    edit: dict[str, object] = {
        "idea": "a red hat",
        "draft": {"title": "A red hat"},
        "details": {"task": "inpainting"},
    }
    text = bubbles.answer(Transcript(pictures=(shown(edit),), over=True), EN)["content"]
    assert EN("easel.alt_edited", what="A red hat") in text
    nothing = bubbles.answer(Transcript(pictures=(shown({}),), over=True), EN)["content"]
    assert f"![{EN('easel.alt_plain')}]" in nothing
