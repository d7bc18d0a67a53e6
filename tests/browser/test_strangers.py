"""Two people at once: nobody sees another's things; a key is in no place but its own."""

from __future__ import annotations

import asyncio
import json

from playwright.async_api import Response, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace, happens
from tests.browser.server import Server
from tests.contracts.gemini import png, says
from tests.contracts.loopback import Gate


async def test_two_visitors_at_once_see_nothing_of_each_other(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace, tmp_path_factory: object
) -> None:
    ana, bob = await visit(keyed), await visit(keyed, "pt-BR")
    gate = Gate()
    gemini.script(says("Ana's ", "secret.").held(gate))
    await ana.say("ana asks")
    await happens(gate.reached)
    gemini.script(says("Bob's own."))
    await bob.tell("bob asks")
    gate.open()
    await ana.idle()
    await expect(ana.answers).to_have_text(["Ana's secret."])
    await expect(bob.answers).to_have_text(["Bob's own."])
    await asyncio.gather(ana.say("/imagine a cat"), bob.say("/imagine a dog"))
    hers, his = await ana.painted(), await bob.painted()
    for face, own, other in ((ana, hers, his), (bob, his, hers)):
        assert other not in await face.page.content()
        ask = face.page.request
        assert (await ask.get(f"{keyed.url}/media/{own}")).status == 200
        for address in (f"/media/{other}", f"/media/{other}?size=320", f"/media/{other}/download"):
            assert (await ask.get(keyed.url + address)).status == 404
        await face.page.reload()
        await face.ready()
        assert other not in await face.page.content()
    await expect(ana.questions.first).to_have_text("ana asks")
    await expect(bob.questions.first).to_have_text("bob asks")


async def test_an_attachment_is_for_its_owner(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    ana, bob = await visit(keyed), await visit(keyed)
    file = {"name": "mine.png", "mimeType": "image/png", "buffer": png(40)}
    await ana.page.locator("#tx input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    await expect(ana.page.locator("#tx img")).to_be_visible()
    await ana.tell("look")
    address = await ana.questions.locator("img").get_attribute("src") or ""
    assert address.startswith("/attached/")
    assert (await ana.page.request.get(keyed.url + address)).status == 200
    assert (await bob.page.request.get(keyed.url + address)).status == 404


async def test_a_key_is_in_no_place_but_its_own(
    visit: Visit, plain: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    ana, bob = await visit(plain), await visit(plain)
    heard: list[str] = []
    answers: list[Response] = []
    for face in (ana, bob):
        face.page.on("response", lambda answer: answers.append(answer))
    await ana.settings()
    for name, key in (("gemini", gemini.key), ("huggingface", huggingface.token)):
        await ana.key(name, "field").fill(key)
        await ana.key(name, "save").click()
        await expect(ana.key(name, "state")).to_contain_text(ana.words["keys.saved"])
        await ana.key(name, "test").click()
        await expect(ana.key(name, "state")).to_contain_text(ana.words["keys.works"])
    await ana.chat()
    await ana.say("/imagine a cat")
    await ana.painted()
    await bob.settings()
    await expect(bob.key("gemini", "state")).to_contain_text(bob.words["keys.none"])
    for face in (ana, bob):
        heard += [await face.stored(), await face.page.content()]
        for path in (
            "/",
            "/config",
            "/gradio_api/info",
            "/api/models",
            "/api/openapi.json",
            "/own/commands.json",
        ):
            heard.append(await (await face.page.request.get(plain.url + path)).text())
    assert any(answer.url.endswith("/run/predict") for answer in answers)
    for answer in answers:
        heard += [json.dumps(await answer.all_headers()), answer.url]
        if answer.url.endswith("/run/predict"):
            heard.append(await answer.text())
    await ana.page.reload()
    await ana.ready()
    heard += [
        await ana.page.content(),
        plain.log,
        *[path.read_bytes().decode("latin-1") for path in plain.files()],
    ]
    for key in (gemini.key, huggingface.token):
        assert [text[:200] for text in heard if key in text] == []
        assert all(key[4:] not in text for text in heard)
