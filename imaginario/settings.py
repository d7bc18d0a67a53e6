"""What the person who runs the program can set, read once from the environment and `.env`."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from imaginario import i18n

PREFIX = "IMAGINARIO_"
DEVICES = ("", "cuda", "mps", "cpu")
PRECISIONS = ("", "float32", "float16", "bfloat16")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


_WANTED: Mapping[str, str] = {
    "PORT": "port",
    "REQUEST_TIMEOUT": "positive",
    "AUTH": "auth",
    "LOCAL_DEVICE": ", ".join(filter(None, DEVICES)),
    "LOCAL_PRECISION": ", ".join(filter(None, PRECISIONS)),
    "LOCALE": ", ".join(i18n.LANGUAGES),
}


def default_data_dir(environ: Mapping[str, str]) -> Path:
    """Where pictures and remembered keys live: `$XDG_DATA_HOME/imaginario`, or the platform's like of it."""
    if base := environ.get("XDG_DATA_HOME") or environ.get("LOCALAPPDATA"):
        return Path(base) / "imaginario"
    return Path.home() / ".local" / "share" / "imaginario"


class BadSetting(ValueError):
    """A setting that can't be used. `wanted` names what it has to be, or lists it."""

    def __init__(self, variable: str, value: str, wanted: str) -> None:
        super().__init__(f"{variable}={value}")
        self.wanted = wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Every field is set by `IMAGINARIO_<FIELD>` in capitals, or by the flag of the same name."""

    host: str = "127.0.0.1"
    port: int = 7860
    locale: str = ""
    """Language to begin with; empty = the browser's, or the terminal's."""
    public: bool = False
    """Serve strangers: keys live in each visitor's session only, the API wants a bearer token."""
    auth: str = field(default="", repr=False)
    """`name:password` that visitors must give; implies `public`."""
    api_token: str = field(default="", repr=False)
    """Bearer token of the API in public mode; empty = the API is closed there."""
    share: bool = False
    open_browser: bool = False
    data_dir: Path = field(default_factory=lambda: default_data_dir(os.environ))
    hf_hub_url: str = ""
    """Base of the Hugging Face Hub API; empty = `HF_ENDPOINT` or huggingface.co."""
    hf_router_url: str = ""
    """Base of the Inference Providers router; empty = Hugging Face's own."""
    hf_endpoint_url: str = ""
    """A dedicated Inference Endpoint to paint with instead of the providers; behind a # the model there."""
    hf_provider: str = ""
    """One provider to use always, such as "fal-ai"; empty = look up who serves the model."""
    openai_base_url: str = ""
    """A server that speaks OpenAI's API (Ollama, LocalAI, vLLM, Together …); empty = `OPENAI_BASE_URL`
    or OpenAI itself. It may need no key. Only whoever runs the program sets it: requests go out from here."""
    openai_chat_model: str = ""
    """Model to chat with there when none is chosen; empty = the first that is listed."""
    openai_image_model: str = ""
    """Model to paint with there when none is chosen; empty = the first that is listed."""
    local_models: str = ""
    """A folder whose folders are diffusers models of one's own, to paint with on this computer."""
    local_device: str = ""
    """Where they run: "cuda", "mps" or "cpu"; empty = the best there is."""
    local_precision: str = ""
    """How exactly they count: "float32", "float16" or "bfloat16"; empty = what suits the device."""
    modelscope_url: str = ""
    """Base of ModelScope's API-Inference; empty = ModelScope's own."""
    visitor_turns: int = 3
    """Turns one visitor of a public server may have going on at once; 0 = any number."""
    visitor_pictures: int = 200
    """Pictures kept for one visitor of a public server, the newest; 0 = all."""
    api_rate: int = 60
    """Requests one caller of a public server's API may send in a minute; 0 = any number."""
    request_timeout: float = 120.0
    """Seconds one request to a provider may take."""
    wait_budget: float = 300.0
    """Seconds all attempts of one picture may take together, cold starts included."""

    def __post_init__(self) -> None:
        """Refuse what could not work; `BadSetting` names the variable."""
        wrong = {
            "PORT": not 0 <= self.port <= 65535,
            "REQUEST_TIMEOUT": not 0 < self.request_timeout < math.inf,
            "WAIT_BUDGET": not 0 <= self.wait_budget < math.inf,
            "VISITOR_TURNS": self.visitor_turns < 0,
            "VISITOR_PICTURES": self.visitor_pictures < 0,
            "API_RATE": self.api_rate < 0,
            "AUTH": bool(self.auth) and not all(self.auth.partition(":")),
            "LOCAL_DEVICE": self.local_device not in DEVICES,
            "LOCAL_PRECISION": self.local_precision not in PRECISIONS,
            "LOCALE": bool(self.locale) and i18n.match(self.locale) is None,
        }
        for name in (name for name, is_wrong in wrong.items() if is_wrong):
            value = "…" if name == "AUTH" else str(getattr(self, name.lower()))
            raise BadSetting(PREFIX + name, value, _WANTED.get(name, "zero"))

    @property
    def is_public(self) -> bool:
        """Whether strangers may be visiting."""
        return self.public or bool(self.auth) or self.share or self.host not in LOOPBACK

    @property
    def secrets_path(self) -> Path:
        """The file of remembered keys."""
        return self.data_dir / "keys.json"

    @classmethod
    def read(cls, environ: Mapping[str, str], **overrides: Any) -> Settings:
        """Settings from `environ`, then `overrides` that are not None.

        Raises `BadSetting` naming the variable that can't be read.
        """
        found: dict[str, Any] = {}
        for item in fields(cls):
            text = environ.get(PREFIX + item.name.upper(), "").strip()
            if text:
                found[item.name] = _converted(item.name, text, str(item.type))
        for name, variable in (("hf_hub_url", "HF_ENDPOINT"), ("openai_base_url", "OPENAI_BASE_URL")):
            if not found.get(name) and environ.get(variable):
                found[name] = environ[variable]
        found.update({k: v for k, v in overrides.items() if v is not None})
        return cls(**found)


def _converted(name: str, text: str, kind: str) -> Any:
    try:
        match kind:
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "bool":
                return _truth(text)
            case "Path":
                return Path(text).expanduser()
            case _:
                return text
    except ValueError as error:
        raise BadSetting(PREFIX + name.upper(), text, kind) from error


def _truth(text: str) -> bool:
    word = text.lower()
    if word in ("1", "true", "t", "yes", "on"):
        return True
    if word in ("0", "false", "f", "no", "off"):
        return False
    raise ValueError(text)
