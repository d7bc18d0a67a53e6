"""Settings: read from the environment, refused when they could not work."""

from __future__ import annotations

from pathlib import Path

import pytest

from imaginario.settings import Settings


def test_variables_become_fields_and_flags_win() -> None:
    environ = {"IMAGINARIO_PORT": "8000", "IMAGINARIO_PUBLIC": "yes", "IMAGINARIO_DATA_DIR": "/tmp/x"}
    settings = Settings.read(environ, port=9000, host=None)
    assert (settings.port, settings.public, settings.host) == (9000, True, "127.0.0.1")
    assert settings.data_dir == Path("/tmp/x")


def test_the_hubs_own_variable_is_honoured_and_ours_wins() -> None:
    assert Settings.read({"HF_ENDPOINT": "http://a"}).hf_hub_url == "http://a"
    both = {"HF_ENDPOINT": "http://a", "IMAGINARIO_HF_HUB_URL": "http://b"}
    assert Settings.read(both).hf_hub_url == "http://b"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "99999"),
        ("PORT", "many"),
        ("WAIT_BUDGET", "nan"),
        ("WAIT_BUDGET", "-1"),
        ("REQUEST_TIMEOUT", "0"),
        ("REQUEST_TIMEOUT", "inf"),
        ("PUBLIC", "perhaps"),
        ("AUTH", "justme"),
        ("LOCALE", "xx"),
    ],
)
def test_what_could_not_work_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"IMAGINARIO_{name}=") as caught:
        Settings.read({f"IMAGINARIO_{name}": value})
    assert name != "AUTH" or value not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "public"),
    [
        ({}, False),
        ({"host": "localhost"}, False),
        ({"host": "0.0.0.0"}, True),
        ({"auth": "ana:gato"}, True),
        ({"share": True}, True),
        ({"public": True}, True),
    ],
)
def test_strangers_make_it_public(given: dict[str, object], public: bool) -> None:
    assert Settings.read({}, **given).is_public is public


def test_no_secret_is_in_its_repr() -> None:
    settings = Settings(auth="ana:planted-password", api_token="planted-token")
    assert "planted" not in repr(settings)
