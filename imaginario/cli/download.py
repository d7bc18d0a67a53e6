"""`models --download`: one model for this computer, told with its size before it is fetched."""

from __future__ import annotations

import asyncio
import sys

from imaginario.aio import in_thread
from imaginario.cli.call import Call
from imaginario.engines._diffusers import downloads, facts
from imaginario.engines._diffusers.facts import MODELSCOPE
from imaginario.i18n import Translator

KILO, MANY = 1000, 100


async def download(call: Call) -> int:
    """Say what will be fetched, ask where somebody can answer, fetch it; 1 when it was not wanted."""
    model, t = call.args.download, call.t
    secrets = call.house.secrets()
    scope = model.startswith(MODELSCOPE)
    secret = secrets.get("modelscope" if scope else "huggingface")
    call.console.status(t("cli.download.asking"))
    plan = await in_thread(
        downloads.plan,
        model,
        token=secret.reveal() if secret else "",
        url="" if scope else call.settings.hf_hub_url,
    )
    told = {
        "size": human(plan.total, t),
        "free": human(plan.free, t),
        "folder": plan.folder,
        "files": len(plan.files),
    }
    call.console.line(t("cli.download.plan", model=model, **told))
    if licence := facts.card(model).licence:
        call.console.line(t("cli.download.licence", licence=licence))
    if not call.args.yes and not await _wanted(call):
        call.console.line(t("cli.download.no"))
        return 1
    await _fetched(plan, call)
    call.console.result(t("cli.download.done", model=model))
    return 0


async def _fetched(plan: downloads.Plan, call: Call) -> None:
    loop = asyncio.get_running_loop()

    def told(done: int, total: int) -> None:
        percent = 100 * done // max(1, total)
        values = {
            "done": human(done, call.t),
            "total": human(total, call.t),
            "percent": percent,
            "model": plan.model,
        }
        said = call.t("cli.download.progress", **values)
        loop.call_soon_threadsafe(lambda: call.console.status(said, once=str(percent // 10)))

    await in_thread(downloads.fetch, plan, told)


async def _wanted(call: Call) -> bool:
    """The answer of the person at the terminal; where nobody can answer, the command was the answer."""
    if not (sys.stdin.isatty() and call.console.live):
        return True
    call.console.line(call.t("cli.download.ask"))
    said = await in_thread(sys.stdin.readline)
    return said.strip().lower() in call.t("cli.download.yes").split()


def human(size: int, t: Translator) -> str:
    """Bytes as people read them: "2.6 GB"."""
    number, unit = float(size), "B"
    for unit in ("B", "kB", "MB", "GB"):
        if number < KILO or unit == "GB":
            break
        number /= KILO
    return f"{t.number(number, 0 if unit in ('B', 'kB') or number >= MANY else 1)} {unit}"
