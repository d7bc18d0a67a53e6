import asyncio
from playwright.async_api import expect
from tests.browser.conftest import *
from tests.browser.contracts import happens
from tests.contracts.gemini import says
from tests.contracts.loopback import Gate
async def test_enter_while_running(visit, keyed, gemini):
    face, gate = await visit(keyed), Gate()
    gemini.script(says("Once ", "upon").held(gate))
    await face.say("tell")
    await expect(face.last).to_contain_text("Once")
    await face.box.fill("next thing")
    await face.box.press("Enter")
    await face.page.wait_for_timeout(800)
    print("BOX", repr(await face.box.input_value()), await face.questions.all_inner_texts())
    gate.open(); await face.page.wait_for_timeout(1500)
    print("BOX", repr(await face.box.input_value()), await face.questions.all_inner_texts(), await face.answers.all_inner_texts())
async def test_nasty(visit, keyed, gemini):
    face = await visit(keyed, watched=False)
    face.page.on("request", lambda r: print("REQ", r.url) if "127.0.0.1" not in r.url else None)
    gemini.script(says('<img src=x onerror="window.pwned=1"><script>window.pwned=2</script><form action="https://evil.example/"><button>x</button></form> [go](javascript:window.pwned=3) ![](https://evil.example/?d=1) <style>body{display:none}</style><iframe src="https://evil.example"></iframe><h1>Big</h1> <a href="/lang/es" id="tx">x</a>\n\n# Heading'))
    await face.tell("hi")
    print(await face.last.inner_html())
    print(await face.page.evaluate("window.pwned"))
    await face.page.screenshot(path="/tmp/b/n.png")
async def test_no_cookie(visit, plain):
    face = await visit(plain, "pt-BR", watched=False)
    await face.page.context.clear_cookies()
    await face.say("oi")
    await face.page.wait_for_timeout(1500)
    print("TOAST", await face.page.get_by_test_id("toast-body").all_inner_texts(), repr(await face.box.input_value()))
    print(plain.log[-500:])
async def test_restart(visit, launch, addresses, keys):
    server = launch(**addresses, **keys)
    face = await visit(server, watched=False)
    await face.tell("hi")
    port = server.url.rsplit(":",1)[1]
    server.stop()
    server.flags = ("--port", port)
    await face.page.wait_for_timeout(500)
    server.start()
    assert server.url.endswith(port)
    await face.page.wait_for_timeout(3000)
    await face.say("again")
    await face.page.wait_for_timeout(3000)
    print("TOAST", await face.page.get_by_test_id("toast-body").all_inner_texts(), repr(await face.box.input_value()))
    print(await face.questions.all_inner_texts(), await face.answers.all_inner_texts())
    await face.page.locator("#style input").click()
    await face.page.get_by_role("option", name="Watercolor").first.click()
    await face.page.wait_for_timeout(1000)
    print("TOAST", await face.page.get_by_test_id("toast-body").all_inner_texts())
    print(server.log)
    server._lines.clear()
