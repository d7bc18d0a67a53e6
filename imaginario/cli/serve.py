"""`serve`: the flags of the server become its settings."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from imaginario import i18n
from imaginario.cli.parser import Misused, misset
from imaginario.i18n import Translator
from imaginario.settings import Settings

PORTS = range(0x10000)


def serve(args: Namespace, environ: Mapping[str, str], t: Translator) -> int:
    """Run the page until told to stop."""
    settings = asked(args, environ, t)
    from imaginario.web import server

    return server.serve(settings)


def asked(args: Namespace, environ: Mapping[str, str], t: Translator) -> Settings:
    """The settings of the environment with what the flags say instead. Raises `Misused`."""
    try:
        return Settings.read(
            environ,
            host=args.host,
            port=_port(args.port, args, t),
            auth=_auth(args.auth, args, t),
            public=args.public,
            share=args.share,
            open_browser=args.open,
            locale=i18n.match(getattr(args, "locale", "")) or None,
        )
    except ValueError as error:
        raise misset(error, t) from error


def _port(text: str | None, args: Namespace, t: Translator) -> int | None:
    if text is None:
        return None
    if not text.isdecimal() or int(text) not in PORTS:
        raise Misused(t("cli.misused.port", value=text), args.hint)
    return int(text)


def _auth(text: str | None, args: Namespace, t: Translator) -> str | None:
    if text is not None and not all(text.partition(":")):
        raise Misused(t("cli.misused.auth"), args.hint)
    return text
