"""The door to the outside world is shut, in this process and in those it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from imaginario.secrets import ENVIRONMENT
from tests.outside.loopback_only import LOG, OutsideWorld, is_loopback, refuse

CALLS = (
    "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
    "import socket; socket.socket().connect_ex(('192.0.2.1', 80))",
    "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))",
    "import urllib.request; urllib.request.urlopen('http://example.org', timeout=1)",
)


@pytest.mark.parametrize("call", CALLS)
def test_a_child_process_is_refused_and_reported(call: str, tmp_path: Path) -> None:
    log = tmp_path / "attempts"
    done = subprocess.run(
        [sys.executable, "-c", call],
        env=os.environ | {LOG: str(log)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "OutsideWorld" in done.stderr
    assert log.read_text().startswith("socket.")


def test_this_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LOG)
    with pytest.raises(OutsideWorld):
        refuse("socket.connect", (None, ("192.0.2.1", 443)))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.3.2.1", "::1", "localhost", "LOCALHOST.", "", "a.localhost"]
)
def test_loopback_is_home(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "192.168.1.2", "example.org", "localhost.example.org", "fe80::1%eth0"]
)
def test_the_rest_is_outside(host: str) -> None:
    assert not is_loopback(host)


def test_keys_and_proxies_are_forgotten() -> None:
    keys = [variable for variables in ENVIRONMENT.values() for variable in variables]
    left = [name for name in os.environ if name in keys or name.lower().endswith("_proxy")]
    assert left == []


def test_home_is_empty_and_not_the_real_one(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
