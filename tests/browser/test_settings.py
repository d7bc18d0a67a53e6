"""The Settings tab: keys that are kept from every eye, numbers that reach the next request."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import Face
from tests.browser.server import Server
from tests.contracts.gemini_rules import camel

WRONG = {"gemini": "AQ.a-wrong-key-of-somebody", "huggingface": "hf_aWrongTokenOfSomebody"}


async def paste(face: Face, name: str, value: str, button: str = "save") -> Locator:
    """Paste a key and press a button; answers with the row's state."""
    await face.key(name, "field").fill(value)
    await face.key(name, button).click()
    await expect(face.key(name, "field")).to_have_value("")
    return face.key(name, "state")


@pytest.mark.parametrize("name", ["gemini", "huggingface"])
async def test_a_key_is_saved_tested_and_forgotten(
    visit: Visit, plain: Server, gemini: Gemini, huggingface: HuggingFace, name: str
) -> None:
    right = {"gemini": gemini.key, "huggingface": huggingface.token}[name]
    face = await visit(plain)
    await face.settings()
    await expect(face.key(name, "state")).to_contain_text(face.words["keys.none"])
    await expect(face.key(name, "field")).to_have_attribute("type", "password")
    state = await paste(face, name, f"  {right}\n")
    await expect(state).to_contain_text(face.words["keys.saved"])
    await expect(state).to_contain_text(face.words["keys.from_session"].format(hint=f"…{right[-4:]}"))
    await face.key(name, "test").click()
    await expect(state).to_contain_text(face.words["keys.works"])
    assert right not in await face.page.content()
    await face.key(name, "forget").click()
    await expect(state).to_contain_text(face.words["keys.forgotten"])
    await expect(state).to_contain_text(face.words["keys.none"])


async def test_a_wrong_key_is_told_by_one_press_of_test(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "es")
    await face.settings()
    for name, key in WRONG.items():
        state = await paste(face, name, key, "test")
        who = face.words[f"names.{name}"]
        await expect(state).to_contain_text(face.words["errors.unauthorized"].format(engine=who))
        await expect(state).to_contain_text(f"…{key[-4:]}")
        assert key not in await face.page.content()


async def test_what_is_no_key_is_not_taken(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await face.settings()
    for value, said in (("", "keys.empty"), ("two words", "keys.unusable"), ("clé-é", "keys.unusable")):
        state = await paste(face, "gemini", value)
        await expect(state).to_contain_text(face.words[said])
        await expect(state).to_contain_text(face.words["keys.none"])
    await face.key("gemini", "test").click()
    await expect(face.key("gemini", "state")).to_contain_text(face.words["keys.empty"])


async def test_a_new_key_is_at_work_at_once(visit: Visit, plain: Server, gemini: Gemini) -> None:
    face = await visit(plain)
    await face.settings()
    await paste(face, "gemini", gemini.key)
    await expect(face.key("gemini", "state")).to_contain_text(face.words["keys.saved"])
    await face.chat()
    menu = face.words["menu.auto"].format(who=face.words["names.gemini"])
    await expect(face.page.locator("#chat-model input")).to_have_value(menu)
    assert await face.tell("hello") == "You said: hello"


async def test_keys_of_the_environment_are_named_and_stay(
    visit: Visit, keyed: Server, gemini: Gemini
) -> None:
    face = await visit(keyed)
    await face.settings()
    state = face.key("gemini", "state")
    known = face.words["keys.from_environment"].format(hint=f"…{gemini.key[-4:]}")
    await expect(state).to_contain_text(known)
    await face.key("gemini", "forget").click()
    await expect(state).to_contain_text(face.words["keys.in_environment"])
    await expect(state).to_contain_text(known)


async def test_a_remembered_key_survives_a_restart_in_a_file_of_its_own(
    visit: Visit, launch: Callable[..., Server], addresses: dict[str, str], gemini: Gemini
) -> None:
    server = launch(**addresses)
    face = await visit(server)
    await face.settings()
    await face.key("gemini", "remember").check()
    await paste(face, "gemini", gemini.key)
    remembered = face.words["keys.from_file"].format(hint=f"…{gemini.key[-4:]}")
    await expect(face.key("gemini", "state")).to_contain_text(remembered)
    file = server.data / "keys.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path for path in server.files() if gemini.key.encode() in path.read_bytes()] == [file]
    server.stop()
    server.flags = ("--port", server.url.rpartition(":")[2])
    server.start()
    await the_open_page_goes_on(face)
    await face.page.reload()
    await face.ready()
    await face.settings()
    await expect(face.key("gemini", "state")).to_contain_text(remembered)
    await face.key("gemini", "test").click()
    await expect(face.key("gemini", "state")).to_contain_text(face.words["keys.works"])
    await face.key("gemini", "forget").click()
    await expect(face.key("gemini", "state")).to_contain_text(face.words["keys.none"])
    assert not file.exists()


async def the_open_page_goes_on(face: Face) -> None:
    """A page that was open while the server started anew still works."""
    await face.chat()
    await face.choose("style", "Watercolor")
    await face.say("/imagine a cat --engine builtin --assistant builtin")
    await face.painted()
    await expect(face.easel.locator(".easel-facts")).to_contain_text("watercolor")


async def test_numbers_reach_the_next_request_and_only_ones_own(
    visit: Visit, keyed: Server, gemini: Gemini
) -> None:
    ana, bob = await visit(keyed), await visit(keyed)
    await ana.settings()
    wanted = {"temperature": "0.3", "top_p": "0.85", "top_k": "17", "max_output_tokens": "321"}
    for field, value in wanted.items():
        await number(ana, field).fill(value)
    await pick_safety(ana, "most")
    await ana.chat()
    await ana.tell("hi")
    body = camel(gemini.asked[-1].json)
    config = body["generationConfig"]
    assert {k: config[k] for k in ("temperature", "topP", "topK", "maxOutputTokens")} == {
        "temperature": 0.3, "topP": 0.85, "topK": 17, "maxOutputTokens": 321
    }  # fmt: skip
    assert {s["threshold"] for s in body["safetySettings"]} == {"BLOCK_LOW_AND_ABOVE"}
    await bob.tell("hi")
    body = camel(gemini.asked[-1].json)
    assert not {"temperature", "topP", "topK", "maxOutputTokens"} & set(body.get("generationConfig") or {})
    assert "safetySettings" not in body
    await ana.page.reload()
    await ana.ready()
    await ana.settings()
    await expect(number(ana, "temperature")).to_have_value("0.3")
    await number(ana, "temperature").fill("")
    await ana.chat()
    await ana.tell("again", turn=2)
    assert "temperature" not in camel(gemini.asked[-1].json)["generationConfig"]


def number(face: Face, field: str) -> Locator:
    """One number field."""
    return face.page.locator(f"#{field} input")


async def pick_safety(face: Face, level: str) -> None:
    """Choose a safety level."""
    await face.page.locator("#safety input").click()
    await face.page.get_by_role("option", name=face.words[f"ui.safety_{level}"], exact=True).click()


async def test_a_number_out_of_range_is_said_and_not_taken(
    visit: Visit, keyed: Server, gemini: Gemini
) -> None:
    face = await visit(keyed, "pt-BR")
    await face.settings()
    for field, value, low, high in (("temperature", "3", "0", "2"), ("top_k", "0", "1", "∞")):
        await number(face, field).fill(value)
        name = face.words[f"ui.{field}"]
        said = face.words["settings.out_of_range"].format(name=name, low=low, high=high)
        await expect(face.page.locator("#settings-problem")).to_have_text(said)
        await expect(face.page.get_by_role("alert")).to_have_count(1)
        await number(face, field).fill("1")
        await expect(face.page.locator("#settings-problem")).to_have_text("")
    await number(face, "temperature").fill("3")
    await expect(face.page.locator("#settings-problem")).not_to_have_text("")
    await face.chat()
    await face.tell("hi")
    assert camel(gemini.asked[-1].json)["generationConfig"]["temperature"] == 1


async def test_every_number_is_explained_and_the_length_told_to_the_assistant(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.settings()
    for field in ("temperature", "top_p", "top_k", "max_prompt_tokens", "max_output_tokens"):
        row = face.page.locator(f"#{field}")
        await expect(row).to_contain_text(face.words[f"ui.{field}_info"])
        await expect(number(face, field)).to_have_attribute("placeholder", face.words["ui.leave_to_model"])
        await expect(number(face, field)).to_have_value("")
    await expect(face.page.locator("#safety input")).to_have_value(face.words["ui.safety_default"])
    async with face.taken():
        await number(face, "max_prompt_tokens").fill("41")
    await face.chat()
    await face.say("/imagine a cat")
    await face.painted()
    system = camel(gemini.asked[-1].json)["systemInstruction"]["parts"][0]["text"]
    assert re.search(r"\b41\b", system)
