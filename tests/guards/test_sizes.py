"""Small pieces: no function over 50 lines, no file over 400, and a median function of about ten."""

from __future__ import annotations

import ast
from statistics import median

from tests.guards.tree import parsed, relative, sources

FILE_LINES = 400
FUNCTION_LINES = 50
MEDIAN_LINES = 12


def functions() -> list[tuple[str, int]]:
    """Every function with its length in lines, decorators left out."""
    return [
        (f"{relative(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in sources(scripts=True)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_file_is_long() -> None:
    lengths = {relative(p): len(p.read_text("utf-8").splitlines()) for p in sources(scripts=True)}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_function_is_long() -> None:
    assert [(name, lines) for name, lines in functions() if lines > FUNCTION_LINES] == []


def test_functions_are_small_as_a_rule() -> None:
    assert median(lines for _, lines in functions()) <= MEDIAN_LINES
