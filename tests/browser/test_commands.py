"""Commands: suggested while they are typed, explained when they are wrong."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.server import Server


async def test_an_unknown_command_names_the_nearest(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed)
    answer = await face.tell("/imagin a cat")
    assert "/imagin" in answer
    assert "/imagine" in answer.replace("/imagin.", "")
    await face.chip("edit")
    await expect(face.box).to_have_value("/imagin a cat")


async def test_an_empty_idea_is_asked_for_politely(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed)
    for turn, said in enumerate(("/imagine", "/imagine   ", "", "   ", "/画"), 1):
        await face.box.fill(said)
        await face.send.click()
        await expect(face.answers).to_have_count(turn)
        await expect(face.last).to_contain_text(face.words["errors.empty_prompt"])
        await face.idle()


async def test_help_lists_the_commands(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed, "pt-BR")
    answer = await face.tell("/ajuda")
    for word in ("/imagine", "/help", "--style", face.words["commands.imagine.help"]):
        assert word in answer


async def test_commands_are_suggested_to_the_keyboard(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed)
    await face.box.press_sequentially("/")
    await expect(face.suggestions).not_to_have_count(1)
    await expect(face.suggestions.first).to_contain_text("/imagine")
    await expect(face.suggestions.first).to_contain_text(face.words["commands.imagine.help"])
    await expect(face.suggestions.nth(0)).to_have_attribute("aria-selected", "true")
    await expect(face.box).to_have_attribute("aria-activedescendant", "slash-0")
    await face.box.press("ArrowDown")
    await expect(face.suggestions.nth(1)).to_have_attribute("aria-selected", "true")
    await expect(face.box).to_have_attribute("aria-activedescendant", "slash-1")
    await face.box.press("ArrowUp")
    await face.box.press("Enter")
    await expect(face.box).to_have_value("/imagine ")
    await expect(face.suggestions).to_have_count(0)
    await expect(face.answers).to_have_count(0)
    await face.box.fill("/he")
    await face.box.press("Tab")
    await expect(face.box).to_have_value("/help ")
    await face.box.fill("/")
    await expect(face.suggestions.first).to_be_visible()
    await face.box.press("Escape")
    await expect(face.suggestions).to_have_count(0)
    await expect(face.box).to_have_value("/")
    for text in ("see /im", "/imagine a cat"):
        await face.box.fill("/im")
        await expect(face.suggestions).to_have_count(1)
        await face.box.fill(text)
        await expect(face.suggestions).to_have_count(0)


async def test_commands_are_suggested_to_the_mouse(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed)
    await face.box.press_sequentially("/画")
    await expect(face.suggestions).to_have_count(1)
    await face.suggestions.first.click()
    await expect(face.box).to_have_value("/imagine ")
    await expect(face.box).to_be_focused()
    await expect(face.suggestions).to_have_count(0)


async def test_a_whole_command_is_sent_by_enter_and_the_list_goes(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed)
    for turn, word in enumerate(("/help", "/ajuda", "/帮助"), 1):
        await face.box.press_sequentially(word)
        await expect(face.suggestions).to_have_count(1)
        await face.box.press("Enter")
        await expect(face.answers).to_have_count(turn)
        await expect(face.questions.last).to_have_text(word)
        await expect(face.suggestions).to_have_count(0)
        await face.idle()


async def test_keys_of_an_input_method_are_left_alone(visit: Visit, keyed: Server) -> None:
    face = await visit(keyed, "zh-CN")
    await face.box.press_sequentially("/")
    await expect(face.suggestions.first).to_be_visible()
    composing = (
        "(area) => area.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))"
    )
    await face.box.evaluate(composing)
    await expect(face.box).to_have_value("/")
    await expect(face.suggestions.first).to_be_visible()
