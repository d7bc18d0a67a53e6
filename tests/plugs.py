"""What the contracts of all engines and of all assistants share."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

from imaginario.api.problems import KEY_HEADERS
from imaginario.assistants.base import PromptAssistant
from imaginario.engines.base import ImageEngine
from imaginario.errors import StudioError
from imaginario.i18n import LANGUAGES, Translator, catalogue
from imaginario.secrets import ENVIRONMENT, Secret
from imaginario.settings import Settings
from tests.contracts.anything import KEY

Kind = type[ImageEngine] | type[PromptAssistant]
ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("gradio", "google.genai", "huggingface_hub", "openai", "torch", "diffusers", "transformers", "numpy",
         "PIL", "resvg_py", "httpx", "httpx2", "ssl")  # fmt: skip

PROBE = """
import json, os, sys
from imaginario import wiring
from imaginario.secrets import Secret
from imaginario.settings import Settings
from tests.plugs import given
kinds, seen = getattr(wiring, sys.argv[1])(), []
def watch(event, details):
    if event.startswith(("socket.", "subprocess.", "os.mkdir", "os.remove", "os.rename", "_thread.start")):
        seen.append(f"{event} {details}")
    if event == "open" and isinstance(details[1], str) and set(details[1]) & set("wax+"):
        seen.append(f"{event} {details}")
heavy = set(json.loads(sys.argv[2]))
before = set(sys.modules)
settings, secret = Settings(), Secret(sys.argv[3])
sys.addaudithook(watch)
made = [kind(**given(kind, settings, secret)) for kind in kinds.values()]
for plug in made:
    if hasattr(plug, "card"):
        plug.card(""), plug.card("unknown/model")
    plug.fallback_models(), repr(plug)
print(json.dumps({"seen": seen, "heavy": sorted(heavy & (set(sys.modules) - before)), "made": len(made)}))
"""


def given(kind: Kind, settings: Settings, secret: Secret | None) -> dict[str, Any]:
    """The keyword arguments that wiring hands over."""
    values = {name: getattr(settings, name) for name in kind.settings}
    return {**values, "secret": secret} if kind.secret else values


def no_secret(kind: Kind) -> Secret | None:
    """What a plug gets that lacks its secret: none, or an empty one where it takes no less."""
    return None if inspect.signature(kind).parameters["secret"].default is None else Secret("")


def check_declared(name: str, kind: Kind) -> None:
    """Name, title, secret, settings, rank and keyless fit together, and fit the house."""
    parameters = inspect.signature(kind).parameters
    assert {p.kind for p in parameters.values()} <= {inspect.Parameter.KEYWORD_ONLY}, name
    assert set(parameters) == {*kind.settings, *(["secret"] if kind.secret else [])}, name
    assert [s for s in kind.settings if not hasattr(Settings(), s)] == [], name
    assert set(kind.keyless) <= set(kind.settings), name
    assert kind.name == name == name.lower()
    assert name.isidentifier()
    assert kind.title.strip() == kind.title != "", name
    assert isinstance(kind.rank, int), name
    assert all(f"names.{name}" in catalogue(language) for language in LANGUAGES), name
    if kind.secret:
        assert kind.secret in ENVIRONMENT, name
        assert kind.secret in KEY_HEADERS, name


def check_quiet(kinds: str, folder: Path) -> None:
    """Make every plug in a new process, and see that it writes, calls, starts and loads nothing."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    environment = os.environ | {"HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": path}
    command = [sys.executable, "-c", PROBE, kinds, json.dumps(HEAVY), KEY]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["made"]
    assert (found["seen"], found["heavy"]) == ([], [])
    assert list(folder.iterdir()) == []
    assert KEY not in done.stdout + done.stderr


def shows_no_key(thing: Any) -> None:
    """Neither a plug nor an error gives the planted key away, in any form a log might take."""
    shown = [repr(thing), str(thing), repr(getattr(thing, "__dict__", {}))]
    for part in getattr(thing, "__dict__", {}).values():
        shown.append(repr(getattr(part, "__dict__", {})))
    if isinstance(thing, StudioError):
        shown += [repr(thing.values), *told(thing), *traceback.format_exception(thing)]
    assert [text for text in shown if KEY in text] == []


def told(error: StudioError) -> tuple[str, str]:
    """The error's sentence and its cure in English."""
    return Translator("en").error(error)
