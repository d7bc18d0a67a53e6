from playwright.async_api import expect
from tests.browser.conftest import *
async def test_x(visit, keyed):
    face = await visit(keyed)
    face.page.on("console", lambda m: print("CONSOLE", m.text))
    await face.page.evaluate("""() => { for (const n of ['input','keydown','focusout','focusin']) document.addEventListener(n, e => console.log(n, e.key||'', e.target.value, !!document.getElementById('slash'), e.isTrusted), true) }""")
    await face.box.press_sequentially("/help")
    await expect(face.suggestions).to_have_count(1)
    await face.box.press("Enter")
    await expect(face.last).to_contain_text("/imagine")
    await face.idle()
    print(await face.suggestions.count(), await face.box.input_value())
