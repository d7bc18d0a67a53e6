"""The server: our own routes first, then the page."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import socket
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from imaginario.i18n import Translator
from imaginario.settings import Settings
from imaginario.wiring import House

if TYPE_CHECKING:
    from fastapi import FastAPI

MAX_UPLOAD = "20mb"


def quiet_environment(uploads: str) -> None:
    """Tell the frameworks, before they are imported, to phone nobody and where to keep uploads."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # only the exact word "True" switches it on
    os.environ["GRADIO_RUN_HISTORY"] = "False"
    # Their usage table is rebuilt after every event and grows: keep it small.
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "200"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = "1000000"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ.setdefault("GRADIO_TEMP_DIR", uploads)


def build_app(house: House) -> FastAPI:
    """The whole app as ASGI. Call `quiet_environment` before."""
    import gradio as gr
    from fastapi import FastAPI
    from starlette.middleware.cors import CORSMiddleware

    from imaginario import api
    from imaginario.web import contact, media, shelf, shell, theme
    from imaginario.web.desk import Desk, page_words
    from imaginario.web.middleware import Guard
    from imaginario.web.visitors import Visitors

    visitors = Visitors()
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    app.include_router(shelf.router(visitors, house.settings.locale))
    app.include_router(media.router(house.gallery, visitors, house.settings.locale))
    app.include_router(contact.router(house.gallery, house.settings.locale))
    app.state.house, app.state.visitors = house, visitors
    app.state.api_life = api.install(app, house)
    # Its presence, with nobody allowed, switches off the framework's own answer that allows everybody.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    app.add_middleware(Guard, settings=house.settings)
    words = page_words()
    page = shell.build(Desk(house, visitors, words))
    return gr.mount_gradio_app(
        app, page, path="/", i18n=words, theme=theme.theme(), css_paths=theme.STYLE_SHEET,
        head=media.HEAD, favicon_path=str(theme.LOGO),
        show_error=False, run_history=False, enable_monitoring=False, max_file_size=MAX_UPLOAD,
        footer_links=[], app_kwargs={"openapi_url": None, "docs_url": None, "redoc_url": None},
    )  # fmt: skip


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with app.state.api_life:
        yield
    await app.state.house.aclose()


def serve(settings: Settings) -> int:
    """Run until told to stop; 1, with one sentence, when the port is taken."""
    t = Translator(settings.locale or _terminal_language())
    try:
        listener = _listener(settings)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        problem = "serve.port_taken" if taken else "serve.no_address"
        print(t(problem, host=settings.host, port=settings.port), file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="imaginario-") as uploads:
        quiet_environment(uploads)
        app = build_app(House(settings))
        _announce(settings, _address(listener), t)
        if settings.share:
            _tunnel(listener, t)
        _run(app, listener)
    return 0


def _announce(settings: Settings, address: str, t: Translator) -> None:
    print(t("serve.ready", url=address), flush=True)
    if settings.is_public and not settings.auth:
        print(t("serve.public"), file=sys.stderr, flush=True)
    if settings.open_browser:
        webbrowser.open(address)


def _run(app: FastAPI, listener: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3, server_header=False)
    server = uvicorn.Server(config)
    # Told to stop, it ends what is still going on; that is no fault, and no trace is to be read.
    logging.getLogger("uvicorn.error").addFilter(lambda record: not server.should_exit)
    server.run(sockets=[listener])


def _listener(settings: Settings) -> socket.socket:
    """A bound socket. Raises `OSError` when the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(512)
    except OSError:
        listener.close()
        raise
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  # only compared with, nothing binds to it
    return f"http://{shown}:{port}"


def _tunnel(listener: socket.socket, t: Translator) -> None:
    """With `--share`: say the public address that leads here, or why there is none."""
    from gradio import networking

    try:
        port = listener.getsockname()[1]
        print(networking.setup_tunnel("127.0.0.1", port, os.urandom(16).hex(), None, None), flush=True)
    except (RuntimeError, OSError):
        print(t("serve.no_tunnel"), file=sys.stderr, flush=True)


def _terminal_language() -> str:
    return next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), "en")
