"""Work that a provider goes on with after it has answered: asked after until it is done or time is up.

The SDK's helpers would ask for ever, in a sleeping thread, and read a failure as a picture.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from imaginario import errors
from imaginario.engines._huggingface.borders import Place, refused, words
from imaginario.engines._huggingface.wire import Deadline, Wire

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0
"""Seconds between two questions; each pause is half as long again as the one before."""
STUMBLES = 3
"""Times in a row that a question may fail in passing: the work goes on and will be billed."""
QUEUED, WORKING = "queued", "working"
_QUEUED = frozenset({"in_queue", "queued", "created", "starting"})
_DONE = frozenset({"completed", "succeeded", "success"})
_FAILED = frozenset({"failed", "fail", "canceled", "cancelled", "aborted", "error"})


@dataclass(frozen=True, slots=True)
class Job:
    """Where to ask after the work, and where its result is fetched ("" = the last answer holds it)."""

    asked_at: str
    fetched_at: str = ""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Asks one provider, `base` being its address at the router."""

    provider: str
    base: str
    headers: Mapping[str, str]
    wire: Wire
    place: Place
    until: Deadline

    async def finished(self, answer: dict[str, Any]) -> AsyncGenerator[str | dict[str, Any], None]:
        """How the work stands each time it is asked after, at last the answer with the result.

        Raises `EngineTimedOut` when the deadline passes, and what the provider's failures stand for.
        """
        job, pause = self._begun(answer), FIRST_PAUSE
        if job is None:
            yield self._sound(answer)
            return
        while (stage := self._stage(answer)) != "done":
            yield stage
            await self._pause(pause)
            pause = min(LONGEST_PAUSE, pause * 1.5)
            answer = await self._asked(job.asked_at)
        yield self._sound(await self._asked(job.fetched_at) if job.fetched_at else answer)

    def _begun(self, answer: dict[str, Any]) -> Job | None:
        """The job an answer speaks of; None if it holds the result already."""
        match self.provider:
            case "fal-ai" if "request_id" in answer:
                # The path names the application, which may differ from the model's own name.
                url = self._here(answer.get("response_url"))
                return Job(f"{url}/status?_subdomain=queue", f"{url}?_subdomain=queue")
            case "wavespeed":
                return Job(self._here(_inside(answer, "urls").get("get")))
            case "zai-org" if _status(answer) not in _DONE:
                return Job(f"{self.base}/api/paas/v4/async-result/{answer.get('id')}")
            case "replicate" if "output" in answer and not answer["output"]:
                if address := _inside(answer, "urls").get("get"):
                    return Job(self._here(address))
                if _status(answer) not in _FAILED:
                    raise self.place.error(errors.EngineWarmingUp, detail=str(answer.get("status")))
        return None

    def _stage(self, answer: dict[str, Any]) -> str:
        status = _status(answer)
        if status in _FAILED:
            raise refused(words(_data(answer)), self.place)
        if not status:
            raise self.place.error(errors.EngineFailed, detail="other_shape")
        # Replicate may still be tidying up when the picture is there.
        if status in _DONE or answer.get("output"):
            return "done"
        return QUEUED if status in _QUEUED else WORKING

    def _sound(self, answer: dict[str, Any]) -> dict[str, Any]:
        """The answer, if it is not a failure in disguise."""
        flags = answer.get("has_nsfw_concepts", _data(answer).get("has_nsfw_contents"))
        if isinstance(flags, list) and flags and flags[0] is True:  # the picture is black then
            raise self.place.error(errors.ContentRefused, detail="has_nsfw_concepts")
        if _status(answer) in _FAILED:
            raise refused(words(_data(answer)), self.place)
        return answer

    def _here(self, address: Any) -> str:
        """The same path at the router; the address itself is the provider's own and wants another key."""
        path = urlsplit(address).path if isinstance(address, str) else ""
        if not path.startswith("/"):
            raise self.place.error(errors.EngineFailed, detail="other_shape")
        return self.base + path

    async def _asked(self, url: str) -> dict[str, Any]:
        for stumble in range(STUMBLES):
            try:
                answer = await self.wire.ask_json(
                    url, place=self.place, until=self.until, headers=self.headers
                )
            except (errors.EngineUnreachable, errors.RateLimited):
                if stumble + 1 == STUMBLES:
                    raise
                await self._pause(FIRST_PAUSE * 2**stumble)
            except (errors.Unauthorized, errors.Forbidden, errors.ModelGone) as error:
                raise self._lost(error) from None
            else:
                if isinstance(answer, dict):
                    return answer
                break
        raise self.place.error(errors.EngineFailed, detail="other_shape")

    def _lost(self, error: errors.EngineError) -> errors.EngineError:
        """Nobody tells us of the work any more: that says nothing about the token, or the model."""
        cold = self.provider == "replicate"
        kind = errors.EngineWarmingUp if cold else errors.EngineFailed
        return self.place.error(kind, status=error.status, detail="" if cold else "picture_gone")

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout_at(self.until.at):
                await asyncio.sleep(seconds)
        except TimeoutError:
            raise self.until.error(self.place) from None


def _data(answer: dict[str, Any]) -> dict[str, Any]:
    """Wavespeed wraps everything once more."""
    data = answer.get("data")
    return data if isinstance(data, dict) else answer


def _inside(answer: dict[str, Any], key: str) -> dict[str, Any]:
    value = _data(answer).get(key)
    return value if isinstance(value, dict) else {}


def _status(answer: dict[str, Any]) -> str:
    data = _data(answer)
    status = data.get("status", data.get("task_status"))
    return status.lower() if isinstance(status, str) else ""
