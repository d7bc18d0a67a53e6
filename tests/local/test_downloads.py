"""Fetching models with the real clients from hubs on loopback: told first, whole afterwards, painted with."""

from __future__ import annotations

import shutil
import sys
from io import StringIO
from pathlib import Path

import pytest

from imaginario import errors
from imaginario.cli import run
from imaginario.engines._diffusers import downloads, facts, sdk, shelf
from imaginario.events import Note, Painted
from imaginario.images import ImageRequest
from tests.contracts.hub import COMMIT, TOKEN, HubServer
from tests.contracts.modelscope import KEY, ModelScopeServer
from tests.local.kit import engine_of, painted

DESIGN = "modelscope:damo/cv_cartoon_stable_diffusion_design"


@pytest.fixture
def published(shelf_folder: Path, tmp_path: Path) -> Path:
    """The tiny model as somebody publishes it: with much that painting does not need."""
    folder = tmp_path / "published"
    shutil.copytree(shelf_folder / "tiny", folder)
    (folder / "README.md").write_text("# tiny")
    (folder / "tiny-v1.safetensors").write_bytes(b"0" * 500_000)
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"0" * 100)
    (folder / "unet" / "model.onnx").write_bytes(b"0" * 100)
    (folder / "unet" / "flax_model.msgpack").write_bytes(b"0" * 100)
    return folder


async def test_a_model_is_fetched_and_painted_with(published: Path, hub_server: HubServer) -> None:
    hub_server.repos["org/tiny"] = published
    plan = downloads.plan("org/tiny", url=hub_server.url)
    assert plan.revision == COMMIT
    assert plan.total == sum((published / name).stat().st_size for name in plan.files) > 1_000_000
    told: list[tuple[int, int]] = []
    path = downloads.fetch(plan, lambda done, total: told.append((done, total)))
    assert told[-1] == (plan.total, plan.total)
    assert shelf.is_whole(path)
    names = {file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file()}
    assert names == set(plan.files)
    assert "tiny-v1.safetensors" not in names
    engine = engine_of(Path("/nowhere"))
    assert isinstance(await painted(engine, model="org/tiny"), Painted)
    assert engine.card("").id == "org/tiny"
    await engine.aclose()


def test_spare_parts_stay_there(published: Path, hub_server: HubServer, tmp_path: Path) -> None:
    shutil.copytree(published / "vae", published / "vae_large")
    hub_server.repos["org/tiny"] = published
    files = downloads.plan("org/tiny", url=hub_server.url).files
    assert {name.partition("/")[0] for name in files} == {
        "model_index.json", "scheduler", "text_encoder", "tokenizer", "unet", "vae"
    }  # fmt: skip
    published.rename(tmp_path / "moved")
    (tmp_path / "moved" / "model_index.json").write_text("no index")
    hub_server.repos["org/tiny"] = tmp_path / "moved"
    assert "vae_large/config.json" in downloads.plan("org/tiny", url=hub_server.url).files


def test_the_token_is_shown_only_if_there_is_one(published: Path, hub_server: HubServer) -> None:
    hub_server.repos["org/tiny"] = published
    hub_server.gated.add("org/tiny")
    with pytest.raises(errors.Forbidden) as caught:
        downloads.fetch(downloads.plan("org/tiny", url=hub_server.url), lambda *_: None)
    assert caught.value.engine == "huggingface"
    assert {e.headers.get("authorization") for e in hub_server.requests} == {None}
    plan = downloads.plan("org/tiny", url=hub_server.url, token=TOKEN)
    assert TOKEN not in repr(plan)
    assert shelf.is_whole(downloads.fetch(plan, lambda *_: None))


@pytest.mark.parametrize("model", ["org/none", "not a model", "../../etc", "modelscope:damo/none"])
def test_a_model_that_is_nowhere(
    model: str, hub_server: HubServer, modelscope_server: ModelScopeServer
) -> None:
    url = modelscope_server.url if model.startswith("modelscope:") else hub_server.url
    with pytest.raises(errors.ModelGone):
        downloads.plan(model, url=url)


def test_a_wrong_token_is_refused(published: Path, hub_server: HubServer) -> None:
    hub_server.repos["org/tiny"] = published
    with pytest.raises(errors.EngineError) as caught:
        downloads.plan("org/tiny", url=hub_server.url, token="hf_wrong0123456789abc")
    assert "hf_wrong0123456789abc" not in repr(caught.value.values)


def test_offline_is_offline(hub_server: HubServer) -> None:
    for environ in ({"HF_HUB_OFFLINE": "1"}, {"TRANSFORMERS_OFFLINE": "true"}):
        with pytest.raises(errors.Offline):
            downloads.plan("org/tiny", url=hub_server.url, environ=environ)
    assert hub_server.requests == []


def test_nobody_there() -> None:
    with pytest.raises(errors.EngineUnreachable):
        downloads.plan("org/tiny", url="http://127.0.0.1:1")


def test_no_room_on_the_disk(published: Path, hub_server: HubServer) -> None:
    from dataclasses import replace

    hub_server.repos["org/tiny"] = published
    plan = replace(downloads.plan("org/tiny", url=hub_server.url), free=1000)
    with pytest.raises(errors.EngineFailed) as caught:
        downloads.fetch(plan, lambda *_: None)
    assert caught.value.values["detail"] == "no_space"


def test_half_precision_only_where_every_part_has_it() -> None:
    both = {"model_index.json": 1, "unet/d.safetensors": 8, "unet/d.fp16.safetensors": 4,
            "vae/d.safetensors": 2,
            "vae/d.fp16.safetensors": 1, "unet/d.bin": 8, "v1-5-pruned.ckpt": 99, "vae/config.json": 1,
            "unet/d.non_ema.safetensors": 8}  # fmt: skip
    assert set(downloads.chosen(both)) == {
        "model_index.json", "unet/d.fp16.safetensors", "vae/d.fp16.safetensors", "vae/config.json",
    }  # fmt: skip
    one = {name: size for name, size in both.items() if name != "vae/d.fp16.safetensors"}
    assert {"unet/d.safetensors", "vae/d.safetensors"} <= set(downloads.chosen(one))
    assert downloads.chosen({"model_index.json": 1, "unet/d.bin": 8}) == ("model_index.json", "unet/d.bin")
    guide = {
        "config.json": 1,
        "diffusion_pytorch_model.bin": 4,
        "diffusion_pytorch_model.fp16.safetensors": 2,
    }
    assert downloads.chosen(guide) == ("config.json", "diffusion_pytorch_model.fp16.safetensors")
    assert downloads.chosen({"README.md": 1}) == ()


def pickled(source: Path, folder: Path) -> Path:
    """The tiny model as the cartoon series was published in 2023: pickles instead of safetensors."""
    sdk.diffusers().DiffusionPipeline.from_pretrained(source).save_pretrained(
        folder, safe_serialization=False
    )
    # transformers writes nothing but safetensors any more
    load_file = sdk.module("safetensors.torch").load_file
    for path in folder.rglob("*.safetensors"):
        sdk.torch().save(load_file(path), path.with_name("pytorch_model.bin"))
        path.unlink()
    return folder


async def test_the_cartoon_series_from_modelscope(
    shelf_folder: Path, tmp_path: Path, modelscope_server: ModelScopeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = pickled(shelf_folder / "tiny", tmp_path / "design")
    modelscope_server.repos["damo/cv_cartoon_stable_diffusion_design"] = source
    monkeypatch.setenv("MODELSCOPE_ENDPOINT", modelscope_server.url)
    plan = downloads.plan(DESIGN)
    downloads.fetch(plan, lambda *_: None)
    assert set(modelscope_server.revisions) == {"v1.0.0"}
    assert all("authorization" not in e.headers for e in modelscope_server.requests)
    engine = engine_of(Path("/nowhere"))
    assert [card.id for card in engine.fallback_models()] == [DESIGN]
    event = await painted(engine, "a woman", model=DESIGN)
    assert event.notes == (Note("local.trigger", {"words": "sks style"}),)
    assert event.details["trigger"] == "sks style"
    view = next(iter(engine.bench.loaded[DESIGN].views.values()))
    assert type(view.scheduler).__name__ == "EulerAncestralDiscreteScheduler"
    assert (await painted(engine, "sks style, a woman", model=DESIGN)).notes == ()
    await engine.aclose()


def test_a_modelscope_token_is_sent_as_such(shelf_folder: Path, modelscope_server: ModelScopeServer) -> None:
    modelscope_server.repos["damo/x"] = shelf_folder / "tiny"
    downloads.plan("modelscope:damo/x", token=KEY, url=modelscope_server.url)
    assert any(KEY in str(e.headers) for e in modelscope_server.requests)


def test_the_series_is_complete() -> None:
    cards = [facts.card(f"modelscope:damo/cv_cartoon_stable_diffusion_{style}") for style in
             ("design", "watercolor", "illustration", "clipart", "flat")]  # fmt: skip
    assert [card.trigger for card in cards] == ["sks style"] * 3 + ["archer style", "sks style"]
    assert {(card.scheduler, card.revision) for card in cards} == {("euler_a", "v1.0.0")}
    assert all("Cartoon" in card.title for card in cards)


def test_the_command_line_fetches(
    published: Path, hub_server: HubServer, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    hub_server.repos["org/tiny"] = published
    out, err = StringIO(), StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    environ = {"HOME": str(home), "HF_ENDPOINT": hub_server.url, "HF_TOKEN": TOKEN}
    assert run(["models", "--download", "org/tiny", "--yes"], environ) == 0
    assert "org/tiny" in out.getvalue()
    assert "4.3 MB" in err.getvalue() or "MB" in err.getvalue()
    assert TOKEN not in out.getvalue() + err.getvalue()
    assert shelf.Shelf().find("org/tiny")
    assert run(["models", "--download", "org/none"], environ) == 1
    assert ImageRequest(prompt="x").model == ""


async def test_what_is_not_here_yet_says_how_large_it_is(shelf_folder: Path) -> None:
    listed = {card.id: card.title for card in await engine_of(shelf_folder).models()}
    assert listed["tiny"] == "tiny"
    assert listed["stabilityai/sd-turbo"] == "SD Turbo ↓ 2.6 GB"


def test_the_command_line_lists_and_says_why_not(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert run(["models"], {"HOME": str(home)}) == 0
    said = capsys.readouterr().out
    assert "his computer (local): The model stabilityai/sd-turbo is not on this computer yet" in said
    assert "modelscope:damo/cv_cartoon_stable_diffusion_flat" in said
    assert run(["imagine", "a cat", "--engine", "local", "--raw"], {"HOME": str(home)}) == 1
    assert "imaginario models --download" in capsys.readouterr().err


def test_a_beginner_is_told_which_model_and_how_long(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert run(["models"], {"HOME": str(home)}) == 0
    lines = capsys.readouterr().out.splitlines()
    (hint,) = [line for line in lines if "With 8 GB of memory" in line]
    assert "IDKiro/sdxs-512-dreamshaper" in hint
    assert "minute" in hint
    (model,) = [line for line in lines if line.strip().startswith("timbrooks/instruct-pix2pix")]
    assert "Changes a picture as you say" in model
    assert sum("Cartoon portraits from words" in line for line in lines) == 1


def test_the_doctor_does_not_mind_what_nobody_asked_for(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert run(["doctor"], {"HOME": str(home)}) == 0
    assert "– " in capsys.readouterr().out
