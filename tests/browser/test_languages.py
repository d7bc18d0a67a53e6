"""Four languages, live: labels, what streams, what fails; and the browsers that ask for near ones."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from imaginario.i18n import LANGUAGES
from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace, happens
from tests.browser.face import Face
from tests.browser.server import Server
from tests.contracts.gemini import says
from tests.contracts.huggingface import cold, fails
from tests.contracts.loopback import Gate

CHAT_WORDS = ("ui.tab_chat", "ui.tab_settings", "ui.chat_model", "ui.image_model", "ui.style", "ui.clear")
SETTINGS_WORDS = (
    "ui.key_gemini", "ui.key_huggingface", "ui.save", "ui.test", "ui.forget", "ui.remember", "ui.temperature",
    "ui.max_prompt_tokens", "ui.safety", "ui.safety_info", "page.languages",
)  # fmt: skip


async def speaks(face: Face, language: str) -> None:
    """Both tabs speak this language, and no marker or key of a catalogue shows."""
    await expect(face.page.locator("html")).to_have_attribute("lang", language)
    await expect(face.page.locator(".head p")).to_have_text(face.words["page.tagline"])
    await expect(face.page.locator(".head a[aria-current]")).to_have_attribute("lang", language)
    await expect(face.box).to_have_attribute("placeholder", face.words["ui.say"])
    for key in CHAT_WORDS:
        await expect(face.page.locator("body")).to_contain_text(face.words[key])
    await face.settings()
    for key in SETTINGS_WORDS:
        await expect(face.page.locator("#settings")).to_contain_text(face.words[key].partition("{")[0])
    await nothing_raw(face)
    await face.chat()
    await nothing_raw(face)


async def nothing_raw(face: Face) -> None:
    """No marker and no catalogue key is to be read, nor stands in a label, a title or a placeholder."""
    content = await face.text() + await face.page.title()
    content += " ".join(
        await face.page.locator("[title], [placeholder], [aria-label]").evaluate_all(
            "all => all.map(e => [e.title, e.placeholder, e.ariaLabel].join(' '))"
        )
    )
    assert "__i18n__" not in content
    assert "translation_metadata" not in content
    for prefix in ("ui.", "easel.", "keys.", "errors.", "status.", "actions.", "menu.", "page.", "facts."):
        assert not [key for key in face.words if key.startswith(prefix) and key in content.split()]


@pytest.mark.parametrize(
    ("browser_language", "language"),
    [
        ("pt", "pt-BR"),
        ("es-MX", "es"),
        ("zh", "zh-CN"),
    ],
)
async def test_the_browser_says_which(
    visit: Visit, plain: Server, browser_language: str, language: str
) -> None:
    face = await visit(plain, language, locale=browser_language)
    await speaks(face, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_streams_and_what_fails_speaks_it_too(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace, language: str
) -> None:
    face, gate = await visit(keyed, language), Gate()
    gemini.script(says("ok").held(gate, at=0))
    await face.say("hi")
    await happens(gate.reached)
    await expect(face.last).to_contain_text(face.words["status.chatting"].format(who="").strip())
    gate.open()
    await face.idle()
    huggingface.script("nscale", cold(9.0))
    await face.say("/imagine x")
    waiting = face.words["waiting.engine_warming_up"].partition("{")[0].strip()
    await expect(face.easel).to_contain_text(waiting)
    await expect(face.last).to_contain_text(waiting)
    await face.stop.click()
    await expect(face.last).to_contain_text(face.words["status.stopped"])
    await face.idle()
    huggingface.script("nscale", fails(402, {"error": "no more credits"}))
    await face.tell("/imagine x", turn=3)
    said = face.words["errors.out_of_credits"].format(engine=face.words["names.huggingface"])
    await expect(face.last).to_contain_text(said)
    await expect(face.chip_of("builtin")).to_be_visible()
    await nothing_raw(face)
    await face.chip("builtin")
    await face.painted()
    await expect(face.easel.locator(".easel-label")).to_have_text(face.words["label.builtin"])
    await expect(face.easel.locator(".easel-download")).to_have_text(face.words["easel.download"])
    await nothing_raw(face)


async def test_the_language_changes_live_and_the_conversation_stays(
    visit: Visit, keyed: Server, gemini: Gemini
) -> None:
    face = await visit(keyed, "en")
    gemini.script(says("Hello there."))
    await face.tell("hi")
    for language in ("pt-BR", "zh-CN", "es", "en"):
        await face.page.locator(f".head a[lang='{language}']").click()
        face = Face(face.page, keyed, language)
        await expect(face.page.locator(".head p")).to_have_text(face.words["page.tagline"])
        await face.ready()
        await speaks(face, language)
        await expect(face.answers).to_have_text(["Hello there."])
        await expect(face.easel).to_contain_text(face.words["easel.empty"])
    await face.settings()
    await face.page.locator("#language a[lang='pt-BR']").click()
    face = Face(face.page, keyed, "pt-BR")
    await expect(face.page.locator(".head p")).to_have_text(face.words["page.tagline"])
    await expect(face.answers).to_have_text(["Hello there."])
