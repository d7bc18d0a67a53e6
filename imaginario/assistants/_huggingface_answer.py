"""One answer of the router's, read while it streams."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from imaginario import errors
from imaginario.assistants._telling import Reading, Thoughts
from imaginario.engines._huggingface.borders import Place, from_answer, words


class Answer(Reading):
    """What is known of one answer while its chunks come in."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.ended = False
        """Whether the end of the stream was announced."""

    def read(self, chunk: dict[str, Any]) -> str:
        """Take a chunk; returns the words it adds, thoughts left out. Raises the error a chunk may be."""
        if chunk.get("error"):
            raise self._inside(chunk)
        choices = chunk.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return ""
        self.finish = str(choice.get("finish_reason") or self.finish)
        said = choice.get("delta") or choice.get("message")
        content = said.get("content") if isinstance(said, dict) else None
        return self._add(self._thoughts.feed(content) if isinstance(content, str) else "")

    def close(self) -> str:
        """The stream has ended as announced; returns the words that were held back."""
        self.ended = True
        return self._add(self._thoughts.rest())

    def again(self) -> None:
        """The same is asked once more: only the words stay."""
        self._thoughts, self.finish, self.ended = Thoughts(), "", False

    def failure(self) -> errors.EngineError | None:
        """What was wrong with the answer, now that it is over."""
        if self.finish == "content_filter":
            return self._place.error(errors.ContentRefused, detail=self.finish)
        if not self.finish and not self.ended:
            return self._place.error(errors.EngineUnreachable, detail="the answer broke off")
        if not self.text.strip():
            return self._place.error(errors.EmptyAnswer, detail=self.finish)
        return None

    def _inside(self, chunk: dict[str, Any]) -> errors.EngineError:
        """The error in a stream that began well: it may name the status it would have had."""
        error = chunk["error"]
        told: list[Any] = (
            [chunk.get("status"), *(error.get(k) for k in ("status", "code"))]
            if isinstance(error, dict)
            else []
        )
        numbers = [int(n) for n in told if str(n).isdecimal() and 400 <= int(n) < 600]
        if numbers:
            return from_answer(numbers[0], {}, json.dumps(chunk).encode(), self._place)
        return self._place.error(errors.EngineFailed, detail=words(chunk))


async def chunks(response: Any) -> AsyncGenerator[dict[str, Any] | None, None]:
    """The chunks of a streamed answer, or the whole answer of a provider that does not stream; None says that
    it has ended as it should. Raises `ValueError` for what is neither."""
    if not response.headers.get("content-type", "").startswith("text/event-stream"):
        whole = json.loads(await response.aread())
        if isinstance(whole, dict):
            yield whole
            yield None
        return
    async with aclosing(_lines(response)) as lines:
        async for line in lines:
            name, _, data = line.partition(b":")
            if name != b"data":
                continue
            if data.strip() == b"[DONE]":
                yield None
                return
            chunk = json.loads(data)
            if isinstance(chunk, dict):
                yield chunk


async def _lines(response: Any) -> AsyncGenerator[bytes, None]:
    """The SDK's own lines also end at signs that JSON leaves as they are, such as U+2028."""
    rest = b""
    async for piece in response.aiter_bytes():
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            yield line
    yield rest
