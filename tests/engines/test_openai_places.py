"""Where OpenAI and its likes have their place: settings, keys, the ladder, and every face that lists keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from imaginario.api import guard, schema
from imaginario.api.problems import KEY_HEADERS
from imaginario.i18n import Translator
from imaginario.secrets import ENVIRONMENT, Secret, redact
from imaginario.settings import Settings
from imaginario.web.settings_tab import KEYS, KeyRow
from imaginario.wiring import House, assistant_kinds, engine_kinds
from tests.contracts.openai import OpenAIServer
from tests.engines.openai_kit import FLARE, LOCAL_MODEL
from tests.web.desk import desk, request

KEY = "sk-some-0123456789abcdef"


def house(tmp_path: Path, environ: dict[str, str] | None = None, **settings: Any) -> House:
    """A house with these settings and nothing else."""
    return House(Settings(data_dir=tmp_path, **settings), environ=environ or {})


def reach(at: House, own: dict[str, Secret] | None = None) -> tuple[bool, bool]:
    """Whether assistant and engine are there."""
    services = at.services(at.secrets(own))
    return "openai" in services.assistants, "openai" in services.engines


def test_the_address_of_the_sdk_is_honoured_and_ours_wins() -> None:
    assert Settings.read({"OPENAI_BASE_URL": "http://a/v1"}).openai_base_url == "http://a/v1"
    both = {"OPENAI_BASE_URL": "http://a/v1", "IMAGINARIO_OPENAI_BASE_URL": "http://b/v1"}
    assert Settings.read(both).openai_base_url == "http://b/v1"


def test_nothing_is_reached_with_nothing(tmp_path: Path) -> None:
    at = house(tmp_path)
    assert (reach(at), at.services({}).missing["openai"]) == ((False, False), "openai")


def test_a_key_is_enough(tmp_path: Path) -> None:
    at = house(tmp_path, {"OPENAI_API_KEY": KEY})
    services = at.services(at.secrets())
    assert (services.assistant("auto").name, services.engine("auto").name) == ("openai", "openai")
    assert services.engine("auto").card("").id == FLARE


def test_an_address_is_enough_to_chat(tmp_path: Path) -> None:
    at = house(tmp_path, openai_base_url="http://127.0.0.1:9/v1")
    services = at.services(at.secrets())
    assert reach(at) == (True, True)
    # Nobody knows whether it paints: whoever surely can comes first.
    assert (services.assistant("auto").name, services.engine("auto").name) == ("openai", "builtin")


def test_a_named_image_model_is_enough_to_paint(tmp_path: Path) -> None:
    at = house(tmp_path, openai_base_url="http://127.0.0.1:9/v1", openai_image_model=LOCAL_MODEL)
    assert at.services({}).engine("auto").card("").id == LOCAL_MODEL


async def test_a_listed_image_model_is_enough_to_paint(tmp_path: Path, local_server: OpenAIServer) -> None:
    at = house(tmp_path, openai_base_url=local_server.url)
    assert [card.id for card in await at.image_models("openai", {})] == [LOCAL_MODEL]
    assert at.services({}).engine("auto").name == "openai"
    await at.aclose()


def test_the_ladder_climbs_in_its_order() -> None:
    engines = [n for n in engine_kinds() if n in ("huggingface", "gemini", "openai", "builtin")]
    assert engines == ["huggingface", "gemini", "openai", "builtin"]
    writers = [n for n in assistant_kinds() if n in ("gemini", "openai", "builtin")]
    assert writers == ["gemini", "openai", "builtin"]


@pytest.mark.parametrize(
    ("environ", "own", "reached"),
    [
        ({}, {}, True),
        ({"OPENAI_API_KEY": KEY}, {}, False),
        ({"OPENAI_API_KEY": KEY}, {"openai": Secret("sk-mine-0123456789abcdef")}, True),
    ],
)
def test_strangers_may_use_the_operators_server_but_not_its_key(
    tmp_path: Path, environ: dict[str, str], own: dict[str, Secret], reached: bool
) -> None:
    at = house(tmp_path, environ, openai_base_url="http://127.0.0.1:9/v1", public=True)
    assert reach(at, own) == (reached, reached)
    assert KEY not in [secret.reveal() for secret in at.secrets(own).values()]


def test_no_plug_lets_a_request_choose_the_address() -> None:
    for kind in (assistant_kinds()["openai"], engine_kinds()["openai"]):
        assert "openai_base_url" in kind.settings
    fields = {name for model in vars(schema).values() for name in getattr(model, "model_fields", {})}
    assert not {name for name in fields if "base_url" in name or "address" in name}


def test_every_face_that_lists_keys_lists_this_one() -> None:
    secrets = {kind.secret for kind in (*engine_kinds().values(), *assistant_kinds().values()) if kind.secret}
    assert "openai" in secrets
    assert secrets <= set(KEYS)
    assert secrets <= set(KEY_HEADERS)
    assert secrets <= set(ENVIRONMENT)
    words = Translator("en")
    assert all(words.has(f"ui.key_{name}{end}") for name in secrets for end in ("", "_info"))
    assert guard.KEY_HEADERS is KEY_HEADERS


@pytest.mark.parametrize("key", [KEY, "sk-proj-abc_DEF-0123456789", "sk-svcacct-0123456789abcdef"])
def test_a_key_quoted_back_is_masked(key: str) -> None:
    assert redact(f"Incorrect API key provided: {key}.") == "Incorrect API key provided: •••."


def row(at: Any) -> KeyRow:
    """The row of the key, laid out on a page of its own."""
    with gr.Blocks(analytics_enabled=False):
        return KeyRow("openai", at)


async def test_a_server_of_ones_own_can_be_tried_without_a_key(
    tmp_path: Path, local_server: OpenAIServer
) -> None:
    _, state = await row(desk(tmp_path, openai_base_url=local_server.url)).tested("", False, request())
    assert Translator("en")("keys.works") in state


async def test_without_key_and_server_there_is_nothing_to_try(tmp_path: Path) -> None:
    _, state = await row(desk(tmp_path)).tested("", False, request())
    assert Translator("en")("keys.empty") in state


async def test_a_wrong_key_is_told_in_words_and_masked(tmp_path: Path, openai_server: OpenAIServer) -> None:
    keys = row(desk(tmp_path, openai_base_url=openai_server.url))
    _, state = await keys.tested("sk-another-0123456789abcdef", False, request())
    assert "OpenAI (or compatible) did not accept the key." in state
    assert "sk-another" not in state
    _, state = await keys.tested(openai_server.key, False, request())
    assert Translator("en")("keys.works") in state
