"""Fetching a model for this computer: told first with its size, then with its progress. Blocks."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imaginario import errors
from imaginario.engines._diffusers import facts, sdk, shelf
from imaginario.engines._diffusers.facts import MODELSCOPE
from imaginario.secrets import redact

SCOPE = "https://www.modelscope.cn"
TICK = 0.5
"""Seconds between two looks at how much has come."""
INDEX = "model_index.json"
INDEX_SECONDS = 15.0
SPARE = 200 * 2**20
"""Bytes that are to be free on the disk beyond the download."""
_ID = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*", re.ASCII)
_USEFUL = re.compile(r"(?:model_index\.json|[\w-]+/[^/]+\.(?:json|txt|model|safetensors|bin))")
_NOT_OURS = re.compile(r"openvino|flax|onnx|non_ema|training_args", re.IGNORECASE)

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be fetched. `total` is bytes, `free` those of the disk it goes to."""

    model: str
    revision: str
    files: tuple[str, ...]
    total: int
    folder: Path
    free: int
    token: str = field(default="", repr=False)
    url: str = ""

    @property
    def fits(self) -> bool:
        """Whether the disk has room for it."""
        return self.total + SPARE <= self.free


def plan(model: str, *, token: str = "", url: str = "", environ: Mapping[str, str] = os.environ) -> Plan:
    """Ask the model's hub what there is to fetch; the token is shown only if there is one.

    Raises `Offline`, `MissingPackage`, `ModelGone`, `Forbidden`, `EngineUnreachable`.
    """
    if is_offline(environ):
        raise errors.Offline(model=model)
    known = facts.card(model)
    scope, name = model.startswith(MODELSCOPE), model.removeprefix(MODELSCOPE)
    if not _ID.fullmatch(name):
        raise errors.ModelGone(engine="modelscope" if scope else "huggingface", model=model)
    url = url or (environ.get("MODELSCOPE_ENDPOINT") or SCOPE if scope else url)
    revision, sizes = _guarded(model, token, lambda: (_scope if scope else _hub)(name, known, token, url))
    parts = None if scope or INDEX not in sizes else _parts(name, revision, token, url)
    files = chosen(sizes, parts)
    if not files:
        raise errors.ModelGone(engine="modelscope" if scope else "huggingface", model=model)
    base = shelf.scope_cache(environ) if scope else shelf.hub_cache(environ)
    flat = name.replace("/", "--")
    folder = base / "models" / flat if scope else base / f"models--{flat}"
    there = next(p for p in (base, *base.parents) if p.exists())
    total = sum(sizes[file] for file in files)
    return Plan(model, revision, files, total, folder, shutil.disk_usage(there).free, token, url)


def fetch(todo: Plan, told: Told) -> Path:
    """Fetch it, calling `told(bytes so far, bytes in all)` now and then; what has come already is kept.

    Raises what `plan` raises, and `EngineFailed` when the disk is too small.
    """
    if not todo.fits:
        raise errors.EngineFailed(engine=facts.ENGINE, model=todo.model, detail="no_space")
    over = threading.Event()
    work = _fetched_scope if todo.model.startswith(MODELSCOPE) else _fetched_hub
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(_guarded, todo.model, todo.token, lambda: work(todo))
        job.add_done_callback(lambda _: over.set())
        while not over.wait(TICK):
            told(min(todo.total, _weight(todo.folder)), todo.total)
        path = job.result()
    told(todo.total, todo.total)
    return path


def chosen(sizes: Mapping[str, int], needed: frozenset[str] | None = None) -> tuple[str, ...]:
    """The files of a repository that painting needs: of each part one set of weights, the smallest safe one.
    `needed` are the folders that the pipeline names, None = unknown.

    Half precision only where every part has it: a pipeline is loaded in one variant.
    """
    if INDEX not in sizes:
        return _guide(sizes)
    useful = [name for name in sizes if _USEFUL.fullmatch(name) and not _NOT_OURS.search(name)]
    if needed is not None:
        useful = [name for name in useful if name == INDEX or name.partition("/")[0] in needed]
    parts: dict[str, list[str]] = {}
    for name in useful:
        if name.endswith(shelf.WEIGHTS):
            parts.setdefault(name.partition("/")[0], []).append(name)
    half = all(_half_safe(names) for names in parts.values())
    weights = {name for names in parts.values() for name in (_half_safe(names) if half else _whole(names))}
    return tuple(n for n in sizes if n in weights or (n in useful and not n.endswith(shelf.WEIGHTS)))


def is_offline(environ: Mapping[str, str]) -> bool:
    """Whether the environment forbids to fetch anything."""
    said = environ.get("HF_HUB_OFFLINE") or environ.get("TRANSFORMERS_OFFLINE") or ""
    return said.upper() in ("1", "ON", "YES", "TRUE")


def _half_safe(names: Iterable[str]) -> list[str]:
    return [name for name in names if ".fp16" in name and name.endswith(".safetensors")]


def _whole(names: Iterable[str]) -> list[str]:
    """Safetensors before pickles, without any variant before those that have one."""
    plain = [name for name in names if not re.search(r"\.(?:fp16|bf16|ema)\b", name)]
    safe = [name for name in plain if name.endswith(".safetensors")]
    return safe or plain or list(names)


def _guide(sizes: Mapping[str, int]) -> tuple[str, ...]:
    """The files of a model that is one part only, such as a ControlNet."""
    weights = [
        name for name in sizes if re.fullmatch(r"diffusion_pytorch_model[^/]*\.(?:safetensors|bin)", name)
    ]
    if "config.json" not in sizes or not weights:
        return ()
    return ("config.json", *(_half_safe(weights) or _whole(weights)))


def _hub(name: str, known: facts.LocalCard, token: str, url: str) -> tuple[str, dict[str, int]]:
    from huggingface_hub import HfApi, constants

    # Otherwise each address that is asked is told which torch is installed, after huggingface.co was asked,
    # mirror or not, which coding assistants there are to be recognised.
    constants.HF_HUB_DISABLE_TELEMETRY = True
    told = HfApi(endpoint=url or None, token=token or False).model_info(name, files_metadata=True)
    return told.sha or "main", {file.rfilename: file.size or 0 for file in told.siblings or ()}


def _parts(name: str, revision: str, token: str, url: str) -> frozenset[str] | None:
    """The folders a pipeline is made of, by its index: many hold spare decoders as well; None = not told."""
    from huggingface_hub import hf_hub_url
    from huggingface_hub.utils import build_hf_headers, get_session

    address = hf_hub_url(name, INDEX, revision=revision, endpoint=url or None)
    headers = build_hf_headers(token=token or False)
    try:
        answer = get_session().get(address, headers=headers, timeout=INDEX_SECONDS, follow_redirects=True)
        told = answer.json() if answer.status_code == 200 else None
    except (OSError, ValueError, *_hub_errors()):
        return None
    return shelf.parts(told) or None if isinstance(told, dict) else None


def _fetched_hub(todo: Plan) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.utils import disable_progress_bars, enable_progress_bars

    disable_progress_bars()
    try:
        path = snapshot_download(
            todo.model,
            revision=todo.revision,
            allow_patterns=[re.sub(r"([\[\]?*])", r"[\1]", name) for name in todo.files],
            cache_dir=todo.folder.parent,
            token=todo.token or False,
            endpoint=todo.url or None,
        )
    finally:
        enable_progress_bars()
    # A download by commit leaves no branch behind; the shelf reads which commit counts from there.
    main = todo.folder / "refs" / "main"
    main.parent.mkdir(parents=True, exist_ok=True)
    main.write_text(todo.revision, "utf-8")
    return Path(path)


def _scope(name: str, known: facts.LocalCard, token: str, url: str) -> tuple[str, dict[str, int]]:
    listed = _scope_api(token, url).list_repo_files(name, "model", revision=known.revision or None)
    return known.revision or "master", {file.path: file.size or 0 for file in listed if file.type != "tree"}


def _fetched_scope(todo: Plan) -> Path:
    return _scope_api(todo.token, todo.url).download_repo(
        todo.model.removeprefix(MODELSCOPE),
        "model",
        revision=todo.revision,
        cache_dir=todo.folder.parent.parent,
        allow_patterns=list(todo.files),
    )


def _scope_api(token: str, url: str) -> Any:
    try:
        api = sdk.module("modelscope_hub").HubApi
    except ImportError:
        command = "python -m pip install -r requirements-local.txt"
        raise errors.MissingPackage(package="modelscope-hub", command=command) from None
    # An empty token is one that is not sent; None would be looked for in files.
    return api(token=token, endpoint=url)


def _weight(folder: Path) -> int:
    """Bytes of everything below a folder, what is still coming included."""
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                path = Path(root, name)
                total += 0 if path.is_symlink() else path.stat().st_size
            except OSError:  # renamed meanwhile: it has come whole
                continue
    return total


def _guarded(model: str, token: str, call: Callable[[], Any]) -> Any:
    """What `call` returns; what the hubs' clients raise comes out as ours, without their requests inside."""
    kinds: tuple[type[Exception], ...] = (OSError, ValueError, RuntimeError, TypeError, LookupError)
    kinds += _scope_errors() if model.startswith(MODELSCOPE) else _hub_errors()
    try:
        return call()
    except kinds as error:
        failure = _translated(error, model, token)
    raise failure


def _hub_errors() -> tuple[type[Exception], ...]:
    from huggingface_hub.utils import httpx

    return httpx.HTTPError, httpx.InvalidURL


def _scope_errors() -> tuple[type[Exception], ...]:
    try:
        return (sdk.module("modelscope_hub.errors").HubError,)
    except ImportError:
        return ()


def _translated(error: Exception, model: str, token: str) -> errors.EngineError:
    engine = "modelscope" if model.startswith(MODELSCOPE) else "huggingface"
    names = {kind.__name__ for kind in type(error).__mro__}
    status = getattr(getattr(error, "response", None), "status_code", None) or getattr(
        error, "status_code", None
    )
    detail = redact(" ".join(str(error).split()), [token])
    if "GatedRepoError" in names or status == 403:
        kind = errors.Forbidden
    elif names & {"RepositoryNotFoundError", "NotExistError", "RevisionNotFoundError"} or status == 404:
        kind = errors.ModelGone
    elif status == 401:
        kind = errors.Unauthorized
    elif status == 429:
        kind = errors.RateLimited
    elif isinstance(error, OSError) or "TransportError" in names or (status or 0) >= 500:
        kind = errors.EngineUnreachable
    else:
        kind = errors.EngineFailed
    return kind(engine=engine, model=model, status=status, detail=detail)
