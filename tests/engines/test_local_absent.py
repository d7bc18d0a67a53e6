"""The engine of this computer where its packages are not installed: told, never in the way."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from imaginario import errors
from imaginario.engines._diffusers import facts, shelf
from imaginario.engines.diffusers import DiffusersEngine, missing
from imaginario.i18n import Translator
from imaginario.images import ImageRequest, Param, Task
from imaginario.settings import Settings
from imaginario.wiring import House


def house_of(tmp_path: Path) -> House:
    """A house without any key."""
    return House(Settings(data_dir=tmp_path), environ={})


def test_it_stands_behind_whoever_can_paint(tmp_path: Path) -> None:
    services = house_of(tmp_path).services({})
    assert services.engine("").name == "builtin"
    assert services.engine("local").fallback_models() == ()


async def test_what_is_missing_is_said_with_its_command() -> None:
    engine = DiffusersEngine()
    lacking = missing()
    if find_spec("torch") is None:
        assert lacking is not None
        message, cure = Translator("en").error(lacking)
        assert "torch" in message
        assert "pip install -r requirements-local.txt" in cure
        with pytest.raises(errors.MissingPackage):
            await engine.models()
    with pytest.raises(errors.SetupError):
        await engine.check()
    with pytest.raises(errors.SetupError):
        async for _ in engine.generate(ImageRequest(prompt="x", model="stabilityai/sd-turbo")):
            pass


@pytest.mark.parametrize("card", facts.suggested(), ids=lambda card: card.id)
def test_every_suggestion_is_described(card: facts.LocalCard) -> None:
    assert card.size
    assert Translator("en").has(card.note)
    assert Param.SEED in card.supports
    assert card.tasks
    usual = {param for param in card.defaults if param not in {p.value for p in card.supports}}
    assert usual <= {"guidance_scale", "strength"}


def test_a_turbo_model_takes_no_guidance() -> None:
    card = facts.card("stabilityai/sd-turbo")
    kept, dropped = ImageRequest(prompt="x", guidance_scale=7.0, negative_prompt="blur").only(card.supports)
    assert set(dropped) == {Param.GUIDANCE_SCALE, Param.NEGATIVE_PROMPT}
    assert (kept.guidance_scale, card.defaults["guidance_scale"]) == (None, 0.0)


def test_a_stranger_passes_for_the_usual_kind() -> None:
    card = facts.card("somebody/something")
    assert Task.TEXT_TO_IMAGE in card.tasks
    assert facts.card("x", {"pipeline": "UnheardOfPipeline"}).tasks == {Task.TEXT_TO_IMAGE}


def test_where_the_hubs_keep_their_files() -> None:
    assert shelf.hub_cache({"HF_HUB_CACHE": "/a"}) == Path("/a")
    assert shelf.hub_cache({"HF_HOME": "/b"}) == Path("/b/hub")
    assert shelf.hub_cache({"XDG_CACHE_HOME": "/c"}) == Path("/c/huggingface/hub")
    assert shelf.scope_cache({"MODELSCOPE_CACHE": "/d"}) == Path("/d")


@pytest.mark.parametrize("name", ["local_device", "local_precision"])
def test_a_setting_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name.upper()):
        Settings.read({f"IMAGINARIO_{name.upper()}": "abacus"})
