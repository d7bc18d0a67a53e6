"""The page about the API: written by the server, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse, Response

from imaginario.api.problems import KEY_HEADERS
from imaginario.i18n import Translator

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
SUMMARIES: Mapping[str, str] = {
    "imagine": "api.op.imagine",
    "chat": "api.op.chat",
    "recipe": "api.op.recipe",
    "cartoonize": "api.op.cartoonize",
    "models": "api.op.models",
    "picture": "api.op.picture",
}
"""Names of the route functions -> what they do, in words."""


def page(openapi: Mapping[str, Any], t: Translator, root: str) -> HTMLResponse:
    """All operations with their fields."""
    body = "\n".join(_body(openapi, t, root))
    title = escape(t("api.docs.title"))
    html = (
        f'<!doctype html><html lang="{t.language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{root}/docs.css"></head><body><h1>{title}</h1>{body}</body></html>'
    )
    return HTMLResponse(html, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"})


def style_sheet() -> Response:
    """The page's style sheet."""
    return Response((Path(__file__).parent / "docs.css").read_bytes(), media_type="text/css")


def _body(openapi: Mapping[str, Any], t: Translator, root: str) -> Iterator[str]:
    mcp = f"<code>{root.removesuffix('/api')}/mcp</code>"
    headers = ", ".join(f"<code>{name}</code>" for name in KEY_HEADERS.values())
    yield f"<p>{t('api.docs.intro', mcp=mcp)}</p><p>{t('api.docs.token', headers=headers)}</p>"
    for path, operations in openapi["paths"].items():
        for method, operation in operations.items():
            yield from _operation(f"{method.upper()} {root}{path}", operation, openapi, t)
    machine = f'<a href="{root}/openapi.json">openapi.json</a>'
    yield f"<p>{escape(t('api.docs.machine'))}: {machine}</p>"


def _operation(
    line: str, operation: Mapping[str, Any], openapi: Mapping[str, Any], t: Translator
) -> Iterator[str]:
    name = operation["operationId"].partition("_")[0]
    yield f"<section><h2><code>{escape(line)}</code></h2><p>{escape(t(SUMMARIES[name]))}</p>"
    content = operation.get("requestBody", {}).get("content", {})
    if schema := _resolved(content.get("application/json", {}).get("schema"), openapi):
        yield f"<h3>{escape(t('api.docs.fields'))}</h3>{_table(schema, openapi, t)}"
    answer = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
    if schema := _resolved(answer.get("schema"), openapi):
        yield f"<h3>{escape(t('api.docs.answer'))}</h3>{_table(schema, openapi, t)}"
    yield "</section>"


def _table(schema: Mapping[str, Any], openapi: Mapping[str, Any], t: Translator) -> str:
    needed = schema.get("required", ())
    rows = (
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(_kind(field, openapi))}"
        f"{' · ' + escape(t('api.docs.needed')) if name in needed else ''}</td>"
        f"<td>{escape(field.get('description', ''))}</td></tr>"
        for name, field in schema.get("properties", {}).items()
    )
    return f"<table>{''.join(rows)}</table>"


def _kind(field: Mapping[str, Any], openapi: Mapping[str, Any]) -> str:
    """The type of a field in a few signs, such as `integer 1-8` or `DraftIn {prompt, …}`."""
    if "$ref" in field:
        names = ", ".join(_resolved(field, openapi).get("properties", {}))
        return f"{{{names}}}"
    if "anyOf" in field:
        return " | ".join(_kind(each, openapi) for each in field["anyOf"])
    if "enum" in field:
        return " | ".join(map(str, field["enum"]))
    if field.get("type") == "array" and "items" in field:
        return f"[{_kind(field['items'], openapi)}]"
    low, high = field.get("minimum"), field.get("maximum", field.get("maxLength"))
    limits = "" if high is None else f" {low or 0}-{high}"
    return f"{field.get('type', 'any')}{limits}"


def _resolved(schema: Mapping[str, Any] | None, openapi: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema itself where there is a reference to it."""
    if not schema or "$ref" not in schema:
        return schema or {}
    return openapi["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
