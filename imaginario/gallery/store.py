"""Galleries: in memory for a single command, on disk (files and SQLite) for the app."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from imaginario import reasons
from imaginario.errors import GalleryError, PictureNotFound
from imaginario.gallery.schema import Picture
from imaginario.images import Image

T = TypeVar("T")

EXTENSIONS: Mapping[str, str] = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}

_SCHEMA = """
create table if not exists pictures (
    id text primary key, owner text not null, created real not null, filename text not null,
    mime text not null, width integer not null, height integer not null, recipe text not null
);
create index if not exists pictures_by_owner on pictures (owner);
"""
_COLUMNS = "id, owner, filename, mime, width, height, recipe"


def new_id() -> str:
    """An id nobody can guess."""
    return secrets.token_urlsafe(16)


class MemoryGallery:
    """Pictures kept for the life of the object; beyond `limit` the oldest go."""

    def __init__(self, limit: int = 1000) -> None:
        self._pictures: dict[str, tuple[Picture, bytes]] = {}
        self._limit = limit

    async def add(self, owner: str, image: Image, *, filename: str, recipe: Mapping[str, Any]) -> Picture:
        """Keep a picture."""
        picture = _picture(owner, image, filename, recipe)
        self._pictures[picture.id] = (picture, image.data)
        while len(self._pictures) > self._limit:
            del self._pictures[next(iter(self._pictures))]
        return picture

    async def get(self, owner: str, picture_id: str) -> Picture:
        """One picture of this owner."""
        picture, _ = self._pictures.get(picture_id, (None, b""))
        if picture is None or picture.owner != owner:
            raise PictureNotFound(id=picture_id)
        return picture

    async def data(self, picture: Picture) -> bytes:
        """The stored bytes."""
        if picture.id not in self._pictures:
            raise PictureNotFound(id=picture.id)
        return self._pictures[picture.id][1]

    async def page(self, owner: str, *, limit: int = 50, before: str | None = None) -> list[Picture]:
        """The owner's pictures, newest first."""
        mine = [p for p, _ in reversed(self._pictures.values()) if p.owner == owner]
        if before is not None:
            mine = mine[next((i + 1 for i, p in enumerate(mine) if p.id == before), 0) :]
        return mine[:limit]

    async def delete(self, owner: str, picture_id: str) -> None:
        """Forget one picture."""
        await self.get(owner, picture_id)
        del self._pictures[picture_id]


class FolderGallery:
    """Pictures as files in a private folder, their recipes in SQLite beside them."""

    def __init__(self, folder: Path, *, most: int = 0) -> None:
        self._folder = folder
        self._most = most
        """Pictures kept for one owner, the newest; 0 = all."""
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    async def add(self, owner: str, image: Image, *, filename: str, recipe: Mapping[str, Any]) -> Picture:
        """Keep a picture."""
        picture = _picture(owner, image, filename, recipe)
        return await self._do(lambda db: self._insert(db, picture, image.data))

    async def get(self, owner: str, picture_id: str) -> Picture:
        """One picture of this owner."""
        query = f"select {_COLUMNS} from pictures where id = ? and owner = ?"  # noqa: S608  # the columns are a constant of ours
        row = await self._do(lambda db: db.execute(query, (picture_id, owner)).fetchone())
        if row is None:
            raise PictureNotFound(id=picture_id)
        return self._from_row(row)

    async def data(self, picture: Picture) -> bytes:
        """The stored bytes."""
        return await self._do(lambda _: self._path(picture).read_bytes())

    async def page(self, owner: str, *, limit: int = 50, before: str | None = None) -> list[Picture]:
        """The owner's pictures, newest first."""
        query = (
            # By row, not by time: a clock may stand still or be set back.
            f"select {_COLUMNS} from pictures where owner = ? and rowid < coalesce("  # noqa: S608  # the columns are a constant of ours
            "(select rowid from pictures where id = ? and owner = ?), 1 << 62) order by rowid desc limit ?"
        )
        rows = await self._do(lambda db: db.execute(query, (owner, before, owner, limit)).fetchall())
        return [self._from_row(row) for row in rows]

    async def delete(self, owner: str, picture_id: str) -> None:
        """Forget one picture, file included."""
        picture = await self.get(owner, picture_id)
        await self._do(lambda db: self._remove(db, picture))

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await asyncio.to_thread(self._locked, work)

    def _locked(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._lock:
            try:
                return work(self._connected())
            except (OSError, sqlite3.Error) as error:
                raise GalleryError(reason=reasons.of_disk(error)) from error

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._connection = sqlite3.connect(
                self._folder / "pictures.sqlite", check_same_thread=False, isolation_level=None
            )
            self._connection.executescript("pragma journal_mode=wal;" + _SCHEMA)
        return self._connection

    def _insert(self, db: sqlite3.Connection, picture: Picture, data: bytes) -> Picture:
        values = (picture.id, picture.owner, time.time(), picture.filename, picture.mime)
        size = (picture.width, picture.height, json.dumps(picture.recipe, ensure_ascii=False))
        try:
            self._path(picture).write_bytes(data)
            db.execute("insert into pictures values (?, ?, ?, ?, ?, ?, ?, ?)", values + size)
        except (OSError, sqlite3.Error):  # of a full disk, the half file too would stay for good
            with contextlib.suppress(OSError):
                self._path(picture).unlink()
            raise
        kept = self._from_row((picture.id, picture.owner, picture.filename, picture.mime, *size[:2], size[2]))
        return replace(kept, most=self._most) if self._made_room(db, picture.owner) else kept

    def _made_room(self, db: sqlite3.Connection, owner: str) -> bool:
        """Let the oldest pictures of an owner go who has too many; whether any went."""
        if not self._most:
            return False
        query = f"select {_COLUMNS} from pictures where owner = ? order by rowid desc limit -1 offset ?"  # noqa: S608  # the columns are a constant of ours
        oldest = db.execute(query, (owner, self._most)).fetchall()
        for row in oldest:
            self._remove(db, self._from_row(row))
        return bool(oldest)

    def _remove(self, db: sqlite3.Connection, picture: Picture) -> None:
        db.execute("delete from pictures where id = ?", (picture.id,))
        with contextlib.suppress(FileNotFoundError):
            self._path(picture).unlink()

    def _path(self, picture: Picture) -> Path:
        return self._folder / f"{picture.id}.{EXTENSIONS.get(picture.mime, 'bin')}"

    def _from_row(self, row: tuple[Any, ...]) -> Picture:
        picture = Picture(
            id=row[0], owner=row[1], filename=row[2], mime=row[3], width=row[4], height=row[5],
            recipe=json.loads(row[6]),
        )  # fmt: skip
        return Picture(
            **{f: getattr(picture, f) for f in picture.__slots__ if f != "path"}, path=self._path(picture)
        )


class SafeGallery:
    """A folder, and memory for what the disk refuses: no picture that was painted is thrown away."""

    def __init__(self, folder: FolderGallery, *, limit: int = 64) -> None:
        self._folder = folder
        self._spare = MemoryGallery(limit)

    async def add(self, owner: str, image: Image, *, filename: str, recipe: Mapping[str, Any]) -> Picture:
        """Keep a picture; `lasting` tells whether it is on disk."""
        try:
            return await self._folder.add(owner, image, filename=filename, recipe=recipe)
        except GalleryError:
            kept = await self._spare.add(owner, image, filename=filename, recipe=recipe)
            return replace(kept, lasting=False)

    async def get(self, owner: str, picture_id: str) -> Picture:
        """One picture of this owner."""
        try:
            return await self._spare.get(owner, picture_id)
        except PictureNotFound:
            return await self._folder.get(owner, picture_id)

    async def data(self, picture: Picture) -> bytes:
        """The stored bytes."""
        return await (self._spare if picture.path is None else self._folder).data(picture)

    async def page(self, owner: str, *, limit: int = 50, before: str | None = None) -> list[Picture]:
        """The owner's pictures, newest first; those in memory count as newest."""
        spare = await self._spare.page(owner, limit=limit, before=before)
        in_spare = before is not None and any(p.id == before for p in await self._spare.page(owner))
        rest = await self._folder.page(owner, limit=limit, before=None if in_spare else before)
        return (rest if before is not None and not in_spare else [*spare, *rest])[:limit]

    async def delete(self, owner: str, picture_id: str) -> None:
        """Forget one picture."""
        try:
            await self._spare.delete(owner, picture_id)
        except PictureNotFound:
            await self._folder.delete(owner, picture_id)

    def close(self) -> None:
        """Close the database."""
        self._folder.close()


def _picture(owner: str, image: Image, filename: str, recipe: Mapping[str, Any]) -> Picture:
    return Picture(
        id=new_id(), owner=owner, filename=filename, mime=image.mime,
        width=image.width, height=image.height, recipe=recipe,
    )  # fmt: skip
