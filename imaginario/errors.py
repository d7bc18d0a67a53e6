"""Everything that can go wrong, as one tree; each error names its sentence and its way out.

    StudioError
    ├── UserError            the request can't be understood: nothing was sent anywhere
    │   ├── EmptyPrompt
    │   ├── NothingProposed      no prompt waits to be painted
    │   ├── NoDifference         the model ignores the control that is to be compared
    │   ├── UnknownCommand
    │   ├── InvalidOption
    │   ├── UnusableImage
    │   ├── NoPicture            there is nothing to edit yet
    │   ├── InvalidBody          the API: a field is missing, unknown or out of range
    │   ├── TooLarge             the API: more bytes than it takes
    │   ├── NoSuchRoute          the API: no such address or method
    │   └── TooMany              a public server: more at once than one visitor may have
    │       └── TooOften             the API: more requests a minute than one caller may send
    ├── SetupError           something has to be set first
    │   ├── MissingSecret
    │   ├── MissingPackage
    │   ├── ModelNotDownloaded   a model of this computer that was not fetched yet
    │   ├── Offline              a download was asked for and HF_HUB_OFFLINE forbids it
    │   └── NotAllowed
    │       ├── ApiClosed        a public server without a token for its API
    │       ├── TokenRefused     the API's token is missing or wrong
    │       └── ForeignPage      a request from another site's page, or under another host's name
    ├── EngineError          a provider (engine or assistant) did not deliver
    │   ├── Retryable
    │   │   ├── EngineWarmingUp      loading, scaled to zero
    │   │   ├── RateLimited          too many requests
    │   │   ├── EngineUnreachable    no connection, reset, trouble at the other end
    │   │   └── EngineTimedOut       silence for too long
    │   ├── Unauthorized             key refused
    │   ├── Forbidden                key good, right missing (scope, gated model, region)
    │   ├── OutOfCredits             quota or credits used up
    │   │   └── NotInPlan                the plan has no allowance for this model at all
    │   ├── ModelGone                model unknown, retired or served by nobody
    │   │   └── NotServed                nobody serves it now, but others could do it
    │   ├── InvalidRequest           the provider refuses the values sent
    │   ├── ContentRefused           refused by a safety filter
    │   │   └── FilteredImage            the model's own filter blacked the finished picture out
    │   ├── BlackImage               all-black picture (filter or numerical fault)
    │   │   └── NumericalFault           the numbers ran over: no filter was at work
    │   ├── BrokenImage              truncated or no picture at all
    │   ├── EmptyAnswer              an answer without text
    │   ├── Unsupported              the model can't do this task
    │   └── EngineFailed             anything else
    │       └── OnlyWords                words came instead of a picture
    └── GalleryError
        └── PictureNotFound

The words live in the locale files: `errors.<sentence>` says what happened, `errors.<sentence>.cure` the way
out, both filled from `values`; the sentence is the code, or a nearer one. Values never hold a secret.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

HIDDEN = "-"
"""Stands for an address that is nobody's business."""


class StudioError(Exception):
    """Root of the tree. `values` fill the sentence; `actions` name the ways out a face may offer."""

    code: ClassVar[str] = "unexpected"
    """Its name in a locale key and in the API: the class's own, written_so, unless a class sets another."""
    actions: ClassVar[tuple[str, ...]] = ("retry",)

    def __init_subclass__(cls) -> None:
        if "code" not in cls.__dict__:
            cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, **values: Any) -> None:
        self.values: dict[str, Any] = values
        super().__init__(self.code, values)

    @property
    def sentence(self) -> str:
        """The key of its words: the code, where nothing nearer is known."""
        return self.code

    def __str__(self) -> str:
        known = ", ".join(f"{k}={v}" for k, v in self.values.items() if v not in (None, ""))
        return f"{self.code}({known})"


class UserError(StudioError):
    """The request can't be understood; nothing was sent anywhere."""

    code = "user"
    actions = ("edit",)


class EmptyPrompt(UserError):
    """No idea was given. Values: command."""


class NothingProposed(UserError):
    """There is no prompt that waits to be painted. Values: command."""


class NoDifference(UserError):
    """A comparison by a control that the model ignores. Values: control, model, others."""


class UnknownCommand(UserError):
    """No such command. Values: command, nearest."""


class InvalidOption(UserError):
    """An option has an unknown name or a value out of range. Values: option, value, allowed."""


class UnusableImage(UserError):
    """An attached picture can't be read. Values: name, reason."""


class NoPicture(UserError):
    """An edit without a picture to start from. Values: command."""


class InvalidBody(UserError):
    """A request to the API has a field that is missing, unknown or out of range. Values: field, reason."""


class TooLarge(UserError):
    """A request to the API is too long. Values: limit (MB)."""


class NoSuchRoute(UserError):
    """The API has no such address, or not for this method. Values: method, path."""

    actions = ()


class TooMany(UserError):
    """A visitor of a public server has as many turns going on as one may have. Values: limit."""

    actions = ("retry",)


class TooOften(TooMany):
    """A caller of a public API has sent all the requests a minute may have. Values: limit, seconds."""


class SetupError(StudioError):
    """Something has to be set first."""

    code = "setup"
    actions = ("settings",)


class MissingSecret(SetupError):
    """A provider needs a key and there is none. Values: engine, secret."""

    actions = ("settings", "builtin")


class MissingPackage(SetupError):
    """An optional package is not installed. Values: package, command."""

    actions = ("builtin",)


class ModelNotDownloaded(SetupError):
    """A model of this computer was not fetched yet. Values: model, size (GB, about; "?" = unknown)."""

    actions = ("model", "builtin")


class Offline(SetupError):
    """A download was asked for while HF_HUB_OFFLINE forbids it. Values: model."""

    actions = ("model", "builtin")


class NotAllowed(SetupError):
    """This server does not offer that. Values: what."""

    actions = ()


class ApiClosed(NotAllowed):
    """The server is public and no token for its API was set."""


class TokenRefused(NotAllowed):
    """The API's bearer token is missing or wrong."""


class ForeignPage(NotAllowed):
    """A request that another site's page sent, or that came under another host's name."""


class EngineError(StudioError):
    """A provider did not deliver. `detail` is the provider's own message, redacted and cut."""

    code = "engine_failed"
    actions = ("retry", "builtin")

    def __init__(
        self,
        *,
        engine: str,
        model: str = "",
        status: int | None = None,
        retry_after: float | None = None,
        detail: str = "",
        **values: Any,
    ) -> None:
        super().__init__(engine=engine, model=model, status=status, detail=detail[:300], **values)
        self.engine = engine
        self.model = model
        self.status = status
        self.retry_after = retry_after
        """Seconds the provider asked us to wait, if it did."""


class Retryable(EngineError):
    """The same request may succeed later."""

    code = "engine_unreachable"

    @property
    def lasting(self) -> bool:
        """Whether waiting a little will hardly help, so that the same request is not repeated."""
        return False


class EngineWarmingUp(Retryable):
    """The model is being loaded (cold start)."""


class RateLimited(Retryable):
    """Too many requests for now."""


class EngineUnreachable(Retryable):
    """No connection, a reset, or trouble at the other end (then there is a `status`).

    Values may add: address (a place in one's own network where nothing listens).
    """

    @property
    def sentence(self) -> str:
        """A server that answers with a fault, or was not started, is no matter of the internet."""
        if self.values.get("address"):
            return "nobody_listens" if self.values["address"] != HIDDEN else "nobody_there"
        return "engine_troubled" if self.status else self.code

    def discreet(self) -> EngineUnreachable:
        """The same for strangers: they need not know how the network behind a public server is made."""
        if self.values.get("address"):
            self.values["address"] = HIDDEN
        return self

    @property
    def lasting(self) -> bool:
        """A server that is not running does not start by itself."""
        return bool(self.values.get("address"))


class EngineTimedOut(Retryable):
    """No answer within the time allowed."""


class Unauthorized(EngineError):
    """The key was refused."""

    actions = ("settings", "builtin")


class Forbidden(EngineError):
    """The key is good but lacks a right: a scope, a gated model, a region."""

    actions = ("settings", "model", "builtin")


class OutOfCredits(EngineError):
    """Quota or credits are used up."""

    actions = ("model", "builtin")


class NotInPlan(OutOfCredits):
    """The key's plan has no allowance for this model at all: waiting won't help."""

    actions = ("settings", "model", "builtin")


class ModelGone(EngineError):
    """The model is unknown, retired, or served by nobody at the moment."""

    actions = ("model", "builtin")


class NotServed(ModelGone):
    """No provider serves the model for this task. Values add: what, others (who could do it now)."""


class InvalidRequest(EngineError):
    """The provider refuses the values that were sent."""

    actions = ("edit", "model")


class ContentRefused(EngineError):
    """A safety filter refused the words or the picture."""

    actions = ("edit", "builtin")


class FilteredImage(ContentRefused):
    """The model's own filter put black in place of the finished picture."""

    actions = ("new_seed", "edit", "builtin")


class BlackImage(EngineError):
    """The picture came back all black."""

    actions = ("new_seed", "edit", "builtin")


class NumericalFault(BlackImage):
    """The picture is black or torn because numbers ran over, not because of a filter."""


class BrokenImage(EngineError):
    """What came back is truncated or no picture."""

    actions = ("retry", "builtin")


class EmptyAnswer(EngineError):
    """An answer without any text."""

    actions = ("retry", "settings")


class Unsupported(EngineError):
    """The model can't do this task. Values add: what."""

    actions = ("model", "builtin")


class EngineFailed(EngineError):
    """Anything else a provider can do wrong."""


class OnlyWords(EngineFailed):
    """The model answered with words, or nothing, instead of a picture. `detail` is what it said."""

    code = "only_words"
    actions = ("edit", "retry", "builtin")


class GalleryError(StudioError):
    """A picture could not be stored or read. Values: reason."""

    code = "gallery"


class PictureNotFound(GalleryError):
    """No picture of this id belongs to this person."""

    actions = ()
