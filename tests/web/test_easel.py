"""The easel's HTML: every text in it escaped, on one line, whole."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from imaginario.chat import PromptDraft
from imaginario.events import Adjusted
from imaginario.gallery.schema import Picture
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image
from imaginario.present import Transcript
from imaginario.web import easel
from imaginario.web.starters import STARTERS
from tests.contracts.gemini import png

EN = Translator("en")
NASTY = "</dd></figure><script>x()</script>\n\n<img src=x onerror=\"y('z')\"> & \"'`*_"
VOID = {"img", "br", "input"}


class Outline(HTMLParser):
    """Collects tags, attributes and text; fails where tags don't close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def picture(**recipe: Any) -> Picture:
    """A picture of a gallery."""
    return Picture(
        id="abc", owner="me", filename=f"{NASTY}.png", mime="image/png", width=800, height=600, recipe=recipe
    )


DRAFT = {"prompt": NASTY, "prompt_local": NASTY, "title": NASTY, "alt_text": NASTY}
FULL = {
    "idea": NASTY, "draft": DRAFT, "prompt": NASTY, "negative_prompt": NASTY, "engine": NASTY, "model": NASTY,
    "provider": NASTY, "assistant": NASTY, "assistant_model": NASTY, "seed": 7, "width": 800, "height": 600,
    "style": NASTY, "timings": {"painting": 1.0}, "asked": {"negative_prompt": NASTY, "steps": NASTY},
    "sent": {"seed": 7}, "ignored": [NASTY],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipe", [{}, {"idea": NASTY}, {"draft": DRAFT}, FULL])
def test_strange_words_stay_words(recipe: dict[str, Any], language: str) -> None:
    html = easel.finished(picture(**recipe), Translator(language))
    outline = Outline(html)
    assert "\n" not in html
    assert "script" not in outline.tags
    assert outline.tags.count("img") == 1
    assert not [name for name, _ in outline.attributes if name.startswith("on")]


def test_all_that_is_known_can_be_read() -> None:
    recipe = {
        "idea": "a cat", "draft": {"title": "Cat", "alt_text": "A cat.", "prompt_local": "um gato"},
        "prompt": "a cat, oil", "negative_prompt": "dogs", "engine": "huggingface", "model": "m",
        "provider": "p", "assistant": "gemini", "seed": 7, "width": 800, "height": 600,
        "timings": {"painting": 1.24, "w": 0.3},
    }  # fmt: skip
    outline = Outline(easel.finished(picture(**recipe), Translator("pt-BR")))
    for word in ("Cat", "um gato", "a cat, oil", "dogs", "m · p", "800×600", "7", "1,5"):
        assert word in outline.text
    assert ("alt", "A cat.") in outline.attributes
    assert ("href", "/media/abc/download") in outline.attributes


def test_only_the_built_in_engine_is_labelled() -> None:
    assert EN("label.builtin") in easel.finished(picture(engine="builtin"), EN)
    assert EN("label.builtin") not in easel.finished(picture(engine="huggingface"), EN)


def test_the_busy_easel_says_how_far_it_is_to_the_eye_and_the_ear() -> None:
    preview = Image(png(), "image/png", 64, 64)
    draft = PromptDraft(prompt=NASTY, prompt_local=NASTY)
    shown = Transcript(text=NASTY, status=NASTY, step=3, steps=12, preview=preview, draft=draft)
    html = easel.busy(shown, EN, 4.4)
    outline = Outline(html)
    assert "\n" not in html
    assert "script" not in outline.tags
    assert ("role", "progressbar") in outline.attributes
    assert ("aria-valuenow", "25") in outline.attributes
    assert ("style", "width:25%") in outline.attributes
    assert "4 s" in outline.text


def test_unknown_progress_claims_no_number() -> None:
    outline = Outline(easel.busy(Transcript(status="waiting"), EN, 0))
    assert ("role", "progressbar") in outline.attributes
    assert "aria-valuenow" not in dict(outline.attributes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_easel_invites(language: str) -> None:
    t = Translator(language)
    shown = Outline(easel.empty(t))
    ideas = [t(f"starters.{name}") for name in STARTERS]
    assert shown.text == t("easel.empty") + "".join(ideas) + t("easel.edit_photo")
    assert ("data-edit", "") in shown.attributes
    assert [value for name, value in shown.attributes if name == "data-say"] == [
        f"/imagine {idea}" for idea in ideas
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_can_be_changed_in_both_languages(language: str) -> None:
    t = Translator(language)
    draft = PromptDraft(
        prompt="a cat </textarea><script>", prompt_local="um gato", title="Gato", negative_prompt="fog"
    )
    going = Adjusted({"steps": 9}, {"width": 64, "height": 32}, ("scheduler",))
    html = easel.proposed(Transcript(draft=draft, adjusted=going, over=True, proposed=object()), t)
    shown = Outline(html)
    assert "\n" not in html
    assert "script" not in shown.tags
    assert shown.tags.count("textarea") == (1 if language == "en" else 2)
    assert shown.tags.count("button") == (1 if language == "en" else 2)
    for word in (
        "a cat </textarea><script>",
        "Gato",
        "fog",
        "64×32",
        t("easel.paint"),
        t("easel.in_english"),
    ):
        assert word in shown.text
    assert ("um gato" in shown.text) is (language != "en")
    assert t("controls.going", values="").strip(" :：") in shown.text


def test_what_was_painted_word_for_word_stands_there_once() -> None:
    recipe = {"draft": {"prompt_local": "um balão"}, "prompt": "um balão", "negative_prompt": "fog"}
    outline = Outline(easel.finished(picture(**recipe), Translator("pt-BR")))
    assert outline.text.count("um balão") == 1
    assert Translator("pt-BR")("easel.sent") in outline.text
    assert "fog" in outline.text
    assert ("lang", "en") in outline.attributes  # of what is to be avoided; the prompt's is not known


def test_the_picture_of_an_edit_is_not_described_by_its_request_alone() -> None:
    edit = {"idea": "menor", "details": {"task": "image-to-image"}}
    assert easel.alternative(edit, EN) == EN("easel.alt_edited", what="menor")
    assert easel.alternative({"idea": "a cat"}, EN) == "a cat"
    assert easel.alternative({"draft": {"alt_text": "A cat."}, **edit}, EN) == "A cat."
