"""Our functions for other programs: REST under /api, MCP tools at /mcp, one guard before both."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from imaginario.wiring import House

API = "/api"
MCP = "/mcp"


def install(app: FastAPI, house: House) -> AbstractAsyncContextManager[None]:
    """Add both to `app`; before whatever is mounted at "/", which would catch their addresses.

    Answers with what has to be entered while the server runs.
    """
    from starlette.routing import Route

    from imaginario.api.guard import ApiGuard
    from imaginario.api.rest import rest_app
    from imaginario.api.tools import mcp_app

    tools, life = mcp_app(house)
    guarded = ApiGuard(tools, house)
    app.mount(API, ApiGuard(rest_app(house), house))
    # A mount would answer "/mcp" with a redirect to "/mcp/", which clients don't follow with their token.
    app.router.routes.extend(Route(path, guarded) for path in (MCP, f"{MCP}/"))
    return life
