"""Dedicated endpoints: which addresses may be called, which may see the token, and what runs there.

A model may be named by anyone who chats. An address in its place is therefore taken only if it is the
operator's own setting, or a Hugging Face endpoint; loopback and everything else has to be set.
"""

from __future__ import annotations

import re

from imaginario import errors
from imaginario.engines._huggingface.borders import Place
from imaginario.secrets import Secret

# Spelled out, so that no two ways to read an address can differ about its host.
_OFFICIAL = re.compile(
    r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)*\.endpoints\.huggingface\.cloud(?:/[\w./-]*)?", re.A
)


def is_url(model: str) -> bool:
    """Whether a model is named by an address."""
    return model.startswith(("https://", "http://"))


def parted(address: str) -> tuple[str, str]:
    """The address that is called, and the model that runs there, which may stand behind a #."""
    url, _, runs = address.partition("#")
    return url, runs


def checked(url: str, setting: str) -> None:
    """Raise `InvalidRequest` for an address that may not be called."""
    if url != setting and not _OFFICIAL.fullmatch(url):
        raise Place(model=url).error(
            errors.InvalidRequest,
            detail="foreign_endpoint",
        )


def token_for(url: str, setting: str, secret: Secret | None) -> str:
    """The token this address may see, or "".

    The endpoint that was set sees it. Another endpoint at Hugging Face may be anybody's: it sees what a
    person entered for themselves, but not the token of the machine.
    """
    if secret is None:
        return ""
    own = secret.source != "environment" and _OFFICIAL.fullmatch(url) is not None
    return secret.reveal() if own or url == setting else ""
