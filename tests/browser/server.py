"""The app as a process of its own, the way a person starts it, with everything it writes kept."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

from tests.conftest import ROOT

APP = ROOT / "app.py"
ADDRESS = re.compile(r"http://[\w.\[\]:]+")
KEY_NAMES = (
    "GEMINI_API_KEY", "GOOGLE_API_KEY", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN",
    "OPENAI_API_KEY", "OPENAI_BASE_URL", "MODELSCOPE_API_KEY", "MODELSCOPE_API_TOKEN", "MODELSCOPE_SDK_TOKEN",
)  # fmt: skip
START_SECONDS = 60


class Server:
    """`python app.py --port 0` in a home of its own; `url` is where it listens."""

    def __init__(self, home: Path, *flags: str, **environ: str) -> None:
        self.home = home
        self.data = home / "data"
        self.uploads = home / "uploads"
        self.flags = flags
        self.environ = environ
        self.url = ""
        self.has_been_away = False
        self._lines: list[str] = []
        self._ready = threading.Event()
        self._process: subprocess.Popen[str] | None = None

    @property
    def host(self) -> str:
        """Name and port, as in a `Host` header."""
        return self.url.removeprefix("http://")

    @property
    def log(self) -> str:
        """All that came to stdout and stderr so far."""
        return "".join(self._lines)

    def start(self) -> Server:
        """Start it; returns once it says where it listens."""
        for folder in (self.data, self.uploads):
            folder.mkdir(parents=True, exist_ok=True)
        self._ready.clear()
        self._process = subprocess.Popen(
            [sys.executable, str(APP), "--port", "0", *self.flags],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()
        if not self._ready.wait(START_SECONDS) or not self.url:
            self.stop()
            raise RuntimeError(f"the server did not start:\n{self.log}")
        return self

    def stop(self) -> None:
        """End it as Ctrl-C would."""
        if self._process is None:
            return
        self.has_been_away = True
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def files(self) -> list[Path]:
        """Everything it has written to disk."""
        return [path for path in self.home.rglob("*") if path.is_file()]

    def _environment(self) -> dict[str, str]:
        # Blank keys count as none, and a `.env` of the checkout does not fill in what is already set.
        own = {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "IMAGINARIO_DATA_DIR": str(self.data),
            "GRADIO_TEMP_DIR": str(self.uploads),
            "NO_PROXY": "127.0.0.1,localhost",
            "PYTHONUNBUFFERED": "1",
        }
        return {**os.environ, **dict.fromkeys(KEY_NAMES, ""), **own, **self.environ}

    def _listen(self, process: subprocess.Popen[str]) -> None:
        stream = process.stdout
        if stream is None:
            return
        with stream:
            for line in stream:
                self._lines.append(line)
                if found := ADDRESS.search(line):
                    self.url = self.url if self._ready.is_set() else found[0]
                    self._ready.set()
        self._ready.set()
