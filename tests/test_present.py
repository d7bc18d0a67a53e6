"""Events become what a person sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from imaginario import i18n, present
from imaginario.chat import PromptDraft, Session
from imaginario.errors import (
    BlackImage,
    ContentRefused,
    EngineError,
    OutOfCredits,
    Retryable,
    StudioError,
)
from imaginario.events import (
    Adjusted,
    Comparing,
    Done,
    Failed,
    Note,
    Painted,
    Progress,
    PromptReady,
    Saved,
    TextDelta,
    TurnEvent,
    Waiting,
    Working,
)
from imaginario.i18n import Translator, capital
from imaginario.present import Problem, Transcript
from tests.faces.fakes import png

EN = Translator("en")
RECIPE = {
    "engine": "builtin", "model": "storybook", "assistant": "gemini", "assistant_model": "g-1", "seed": 0,
    "width": 64, "height": 48, "timings": {"writing": 0.6, "painting": 0.84}, "ignored": ["steps"],
    "style": "oil", "provider": "p",
}  # fmt: skip


def told(events: Sequence[TurnEvent], t: Translator = EN) -> Transcript:
    """The transcript after these events."""
    seen = Transcript()
    for event in events:
        seen = present.reduce(seen, event, t)
    return seen


def test_words_gather_and_the_status_goes() -> None:
    seen = told([Working("chatting", "gemini", "g-1"), TextDelta("Hello"), TextDelta(" you")])
    assert (seen.text, seen.status) == ("Hello you", "")
    assert [w.name for w in seen.used] == ["gemini"]


@pytest.mark.parametrize(("local", "shown"), [("Um gato", "Um gato"), ("", "A cat")])
def test_the_prompt_is_shown_in_the_persons_words(local: str, shown: str) -> None:
    seen = told([TextDelta("Um ga"), PromptReady(PromptDraft(prompt="A cat", prompt_local=local))])
    assert seen.text == shown
    assert seen.draft is not None
    assert seen.draft.prompt == "A cat"


def test_progress_counts_and_keeps_the_last_preview() -> None:
    seen = told([Progress(1, 4, "sky", png(4, 4)), Progress(2, 4)])
    assert (seen.step, seen.steps, seen.preview) == (2, 4, png(4, 4))
    assert seen.status == "Painting 2/4"
    assert "sky" in told([Progress(1, 4, "sky")]).status
    assert "abracadabra" not in told([Progress(1, 4, "abracadabra")]).status


def test_waiting_says_why_and_how_long() -> None:
    seen = told([Progress(3, 4), Waiting("engine_warming_up", 12.4, 2)])
    assert "cold start" in seen.status
    assert "12 s" in seen.status
    assert "2" in seen.status
    assert (seen.step, seen.steps) == (0, 0)
    assert "0 s" in told([Waiting("rate_limited", -3, 1)]).status


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_wait_and_stage_has_words(language: str) -> None:
    t = Translator(language)
    queue = [Retryable]
    while queue:
        kind = queue.pop()
        queue += kind.__subclasses__()
        assert not present.waiting(Waiting(kind.code, 1, 1), t).startswith("waiting.")
    for stage in ("chatting", "writing", "painting", "saving"):
        assert not present.working(Working(stage, "gemini", "m"), t).startswith("status.")


def test_who_works_is_named_with_its_model() -> None:
    assert (
        present.working(Working("painting", "builtin", "builtin"), EN) == "The built-in engine is painting …"
    )
    assert "Google Gemini (g-1)" in present.working(Working("writing", "gemini", "g-1"), EN)
    assert present.name("unknown", EN) == "unknown"


def test_a_picture_ends_the_preview() -> None:
    image = png()
    seen = told([Progress(1, 2, preview=png(4, 4)), Painted(image), Saved("id", image, RECIPE, "a.png")])
    assert [(p.picture_id, p.filename, p.recipe) for p in seen.pictures] == [("id", "a.png", RECIPE)]
    assert seen.preview is None


def test_a_failure_in_a_comparison_says_of_which_picture_and_the_one_before_becomes_a_note() -> None:
    first, second = ContentRefused(engine="a", model="m"), BlackImage(engine="a", model="m")
    values = {"num_inference_steps": "12", "guidance_scale": "3"}
    seen = told([Comparing(1, 4, values), Failed(first), Comparing(2, 4, {"seed": ""}), Failed(second)], EN)
    assert seen.problem
    assert seen.problem.message.startswith(f"seed {EN('controls.nothing')}: ")
    assert seen.problem.code == "black_image"
    (note,) = seen.notes
    assert note.startswith("steps 12 · guidance 3: ")
    assert EN.error(first)[1] in note


def test_the_status_of_a_comparison_says_which_picture_it_is_about() -> None:
    seen = told([Comparing(2, 9), Progress(1, 4, "sky")], EN)
    assert seen.status.startswith("2/9 · ")
    assert told([Comparing(2, 9), Progress(1, 4), Done(Session(owner="a"))], EN).status == ""


def test_a_list_is_written_as_the_language_does() -> None:
    assert present.params(["seed", "style"], Translator("zh-CN")) == "种子、风格"
    assert present.params(["seed", "style"], Translator("es")) == "semilla, estilo"


def test_a_failure_is_told_with_its_way_out() -> None:
    failure = OutOfCredits(engine="huggingface", model="m")
    seen = told([Working("painting", "huggingface"), Failed(failure), Done(Session(owner="a"))])
    assert seen.problem == Problem(
        code="out_of_credits",
        message="The quota or credits at Hugging Face are used up.",
        cure="Wait for the next period, add credits there, or use the built-in engine, which is free.",
        actions=("model", "builtin"),
    )
    assert seen.problem is not None
    assert seen.problem.line == f"{seen.problem.message} {seen.problem.cure}"
    assert (seen.over, seen.status) == (True, "")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_error_reads_well_even_with_nothing_known(language: str) -> None:
    queue: list[type[StudioError]] = [StudioError]
    while queue:
        kind = queue.pop()
        queue += kind.__subclasses__()
        error = kind(engine="gemini") if issubclass(kind, EngineError) else kind(other="x")
        problem = told([Failed(error)], Translator(language)).problem
        assert problem is not None
        assert "{" not in problem.line
        assert "  " not in problem.line
        assert problem.message == problem.message.strip()


def test_notes_are_said_in_the_persons_language() -> None:
    note = Note("facts.seconds", {"seconds": 3})
    assert told([note, note]).notes == ("3 s", "3 s")
    assert told([Note("styles.intro")], Translator("es")).notes == (Translator("es")("styles.intro"),)


def test_done_ends_it() -> None:
    seen = told([Working("painting", "builtin"), Done(Session(owner="a"))])
    assert (seen.over, seen.status, seen.preview) == (True, "", None)


def test_reducing_changes_nothing_that_was_there() -> None:
    before = told([TextDelta("a")])
    copy = replace(before)
    present.reduce(before, TextDelta("b"), EN)
    assert before == copy


# --- facts and controls ---


def test_facts_in_reading_order() -> None:
    assert present.facts(RECIPE, EN) == [
        ("Engine", "the built-in engine"),
        ("Model", "storybook · p"),
        ("Prompt by", "Google Gemini (g-1)"),
        ("Size", "64×48"),
        ("Seed", "0"),
        ("Style", "oil"),
        ("Time", "1.4 s"),
        ("Ignored", "steps"),
    ]


def test_facts_of_a_poor_recipe_are_few() -> None:
    assert present.facts({"engine": "builtin"}, EN) == [("Engine", "the built-in engine")]
    assert present.facts({"engine": "x", "width": 3}, EN) == [("Engine", "x")]


def test_controls_tell_asked_sent_ignored_and_got() -> None:
    adjusted = Adjusted(
        {"width": 100, "height": 50, "seed": 7, "negative_prompt": "a" * 30},
        {"width": 96, "height": 48, "seed": 7},
        ("negative_prompt",),
        {"width": 96, "height": 48},
    )
    assert present.controls(adjusted, EN) == (
        "asked: size 100×50, seed 7, negative prompt · sent: size 96×48, seed 7"
        " · ignored by the model: negative prompt · got: size 96×48"
    )


def test_margins_and_sizes_are_told_in_signs() -> None:
    line = present.controls(Adjusted({"outpaint": {"left": 128, "top": 8}, "image": "600x400"}, {}), EN)
    assert line == "asked: new margins ←128 ↑8, picture 600×400"


def test_a_model_at_the_beginning_stays_as_it_is_written() -> None:
    assert capital("the built-in engine paints") == "The built-in engine paints"
    assert capital("black-forest-labs/FLUX.1 paints") == "black-forest-labs/FLUX.1 paints"


def test_controls_of_nothing_are_nothing() -> None:
    assert present.controls(Adjusted({}, {}), EN) == ""


def test_what_was_ignored_stands_in_its_place_when_nothing_was_sent() -> None:
    line = present.controls(Adjusted({"seed": 1}, {}, ("seed",), {"width": 1, "height": 1}), EN)
    assert line == "asked: seed 1 · ignored by the model: seed · got: size 1×1"


def test_a_sentence_without_its_values_shows_no_braces() -> None:
    seen = told([Note("painting.scaled")])
    assert seen.notes
    assert "{" not in seen.notes[0]
    assert not any("{" in text for text in EN.error(StudioError()))


def test_what_can_be_used_comes_before_what_lacks_its_secret() -> None:
    known = ("gemini", "huggingface", "builtin")
    missing = {"gemini": "gemini", "huggingface": "huggingface"}
    offers = present.offers({"huggingface": ["m"], "builtin": []}, known, missing, EN)
    assert [(o.name, o.models, o.needs) for o in offers] == [
        ("huggingface", ("m",), ""), ("builtin", (), ""), ("gemini", (), "gemini"),
    ]  # fmt: skip
    assert [o.title for o in offers] == [present.name(o.name, EN) for o in offers]
