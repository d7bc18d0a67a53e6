"""No call inside `async def` may hold up the event loop: files, sleeps and processes go to a thread."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.guards.tree import parsed, relative, sources

FUNCTIONS = {
    "open", "io.open", "os.system", "os.listdir", "os.scandir", "os.walk", "os.replace", "os.remove",
    "os.unlink", "os.makedirs", "time.sleep", "sqlite3.connect", "socket.create_connection", "input",
    "tempfile.NamedTemporaryFile", "tempfile.mkstemp", "tempfile.mkdtemp", "webbrowser.open", "Image.open",
}  # fmt: skip
MODULES = ("requests.", "subprocess.", "shutil.", "urllib.request.")
METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "iterdir", "rglob",
    "touch", "hardlink_to", "symlink_to", "chmod",
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def own_nodes(function: ast.AsyncFunctionDef) -> Iterator[ast.AST]:
    """The nodes that run in this very function, not in one defined inside it."""
    queue: list[ast.AST] = list(function.body)
    while queue:
        node = queue.pop()
        if not isinstance(node, Function):
            yield node
            queue += ast.iter_child_nodes(node)


def blocking(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every blocking call in async code."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.AsyncFunctionDef):
            continue
        for node in own_nodes(function):
            if isinstance(node, ast.Call) and blocks(name := ast.unparse(node.func)):
                yield node.lineno, name


def blocks(name: str) -> bool:
    """Is a call spelled like this known to wait for the machine?"""
    return name in FUNCTIONS or name.startswith(MODULES) or ("." in name and name.split(".")[-1] in METHODS)


def test_async_code_does_not_block() -> None:
    found = [f"{relative(p)}:{line} {name}()" for p in sources() for line, name in blocking(parsed(p))]
    assert found == []


@pytest.mark.parametrize(
    "call",
    ["time.sleep(1)", "open('x')", "Path('x').read_text()", "self.path.unlink()", "subprocess.run([])"],
)
def test_the_guard_sees_a_blocking_call(call: str) -> None:
    assert [name for _, name in blocking(ast.parse(f"async def f():\n    if x:\n        y = {call}"))]


def test_the_guard_lets_threads_and_inner_functions_be() -> None:
    tree = ast.parse("async def f():\n    def g(): open('x')\n    await in_thread(path.read_text, 'utf-8')")
    assert list(blocking(tree)) == []
