"""Galleries: what is kept comes back, to its owner only."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from imaginario.errors import GalleryError, PictureNotFound
from imaginario.gallery.schema import GalleryStore, Picture
from imaginario.gallery.store import FolderGallery, MemoryGallery, SafeGallery
from tests.faces.fakes import png


@pytest_asyncio.fixture(params=["memory", "folder", "safe"])
async def gallery(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[GalleryStore]:
    """Every kind."""
    if request.param == "memory":
        yield MemoryGallery()
        return
    folder = FolderGallery(tmp_path / "pictures")
    store = folder if request.param == "folder" else SafeGallery(folder)
    yield store
    store.close()


async def added(gallery: GalleryStore, owner: str = "ana", name: str = "gato.png") -> Picture:
    """One more picture."""
    return await gallery.add(owner, png(), filename=name, recipe={"idea": "gato 猫", "seed": 7})


async def test_what_is_kept_comes_back(gallery: GalleryStore) -> None:
    kept = await added(gallery)
    found = await gallery.get("ana", kept.id)
    assert (found.filename, found.mime, found.width, found.height) == ("gato.png", "image/png", 16, 12)
    assert dict(found.recipe) == {"idea": "gato 猫", "seed": 7}
    assert await gallery.data(found) == png().data
    assert found == kept


async def test_nobody_else_gets_it(gallery: GalleryStore) -> None:
    kept = await added(gallery)
    for owner in ("bia", "", "ANA"):
        with pytest.raises(PictureNotFound):
            await gallery.get(owner, kept.id)
        with pytest.raises(PictureNotFound):
            await gallery.delete(owner, kept.id)
    assert await gallery.page("bia") == []
    assert await gallery.data(kept) == png().data


async def test_ids_cannot_be_guessed(gallery: GalleryStore) -> None:
    ids = {(await added(gallery)).id for _ in range(20)}
    assert len(ids) == 20
    assert min(map(len, ids)) >= 20


async def test_pages_go_from_new_to_old(gallery: GalleryStore) -> None:
    names = [f"{n}.png" for n in range(7)]
    for name in names:
        await added(gallery, name=name)
        await added(gallery, owner="bia")
    seen: list[str] = []
    page = await gallery.page("ana", limit=3)
    while page:
        seen += [p.filename for p in page]
        page = await gallery.page("ana", limit=3, before=page[-1].id)
    assert seen == names[::-1]


async def test_a_clock_that_stands_still_loses_nothing(
    gallery: GalleryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    for n in range(4):
        await added(gallery, name=f"{n}.png")
    first = await gallery.page("ana", limit=2)
    rest = await gallery.page("ana", limit=9, before=first[-1].id)
    assert [p.filename for p in (*first, *rest)] == ["3.png", "2.png", "1.png", "0.png"]


async def test_what_is_deleted_is_gone(gallery: GalleryStore) -> None:
    kept, other = await added(gallery), await added(gallery)
    await gallery.delete("ana", kept.id)
    with pytest.raises(PictureNotFound):
        await gallery.get("ana", kept.id)
    with pytest.raises(GalleryError):
        await gallery.data(kept)
    with pytest.raises(PictureNotFound):
        await gallery.delete("ana", kept.id)
    assert [p.id for p in await gallery.page("ana")] == [other.id]


async def test_many_at_once(gallery: GalleryStore) -> None:
    await asyncio.gather(*(added(gallery, name=f"{n}.png") for n in range(25)))
    assert len(await gallery.page("ana", limit=100)) == 25


@pytest.mark.parametrize("strange", ["../x", "", "' or 1=1 --", "a" * 5000, "\x00"])
async def test_strange_ids_are_unknown(gallery: GalleryStore, strange: str) -> None:
    with pytest.raises(PictureNotFound):
        await gallery.get("ana", strange)


# --- on disk ---


async def test_a_folder_outlives_the_program(tmp_path: Path) -> None:
    first = FolderGallery(tmp_path / "p")
    kept = await added(first)
    first.close()
    second = FolderGallery(tmp_path / "p")
    found = await second.get("ana", kept.id)
    assert await second.data(found) == png().data
    assert found.path is not None
    assert found.path.read_bytes() == png().data
    second.close()


async def test_deleting_takes_the_file(tmp_path: Path) -> None:
    store = FolderGallery(tmp_path / "p")
    kept = await added(store)
    assert kept.path is not None
    await store.delete("ana", kept.id)
    assert not kept.path.exists()
    store.close()


async def test_a_file_that_went_missing_is_a_gallery_error(tmp_path: Path) -> None:
    store = FolderGallery(tmp_path / "p")
    kept = await added(store)
    assert kept.path is not None
    kept.path.unlink()
    with pytest.raises(GalleryError):
        await store.data(kept)
    await store.delete("ana", kept.id)
    store.close()


async def test_a_folder_that_cannot_be_is_a_gallery_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = FolderGallery(tmp_path / "file" / "p")
    with pytest.raises(GalleryError):
        await added(store)


async def test_a_damaged_database_is_a_gallery_error(tmp_path: Path) -> None:
    (tmp_path / "pictures.sqlite").write_bytes(b"no database at all" * 100)
    store = FolderGallery(tmp_path)
    with pytest.raises(GalleryError):
        await added(store)
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_of_a_picture_that_did_not_fit_nothing_stays(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")  # there is none on Windows
    gallery = FolderGallery(tmp_path)
    kept = await added(gallery)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, usual[1]))
    try:
        with pytest.raises(GalleryError) as caught:
            await gallery.add("ana", png(noise=600_000), filename="large.png", recipe={})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert caught.value.values["reason"] == "disk_full"
    assert [picture.id for picture in await gallery.page("ana")] == [kept.id]
    assert [name for name in os.listdir(tmp_path) if name.endswith(".png")] == [f"{kept.id}.png"]
    gallery.close()


async def test_the_folder_is_private(tmp_path: Path) -> None:
    store = FolderGallery(tmp_path / "p")
    await added(store)
    assert stat.S_IMODE(os.stat(tmp_path / "p").st_mode) == 0o700
    store.close()


def test_opening_one_makes_no_folder(tmp_path: Path) -> None:
    FolderGallery(tmp_path / "p").close()
    assert not (tmp_path / "p").exists()


async def test_what_the_disk_refuses_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file where the folder should be", "utf-8")
    gallery = SafeGallery(FolderGallery(tmp_path / "pictures"), limit=2)
    kept = await added(gallery)
    assert not kept.lasting
    assert await gallery.data(await gallery.get("ana", kept.id)) == png().data
    with pytest.raises(GalleryError):
        await gallery.get("bia", kept.id)
    for _ in range(2):
        await added(gallery)
    with pytest.raises(GalleryError):
        await gallery.get("ana", kept.id)
