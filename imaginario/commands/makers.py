"""Who can make a cartoon of a photo with the keys at hand, and in which words each is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from imaginario import styles
from imaginario.chat import PromptDraft
from imaginario.commands.parse import fold
from imaginario.errors import InvalidOption
from imaginario.images import Task
from imaginario.painting import Order, Services
from imaginario.painting.easel import able, can

INSTRUCTION = "Cartoonize the following image"
"""The words the cartoonizer was fine-tuned on: huggingface.co/instruction-tuning-sd/cartoonizer."""
SCENE = "a cartoon drawing, bold ink outlines, flat bright colours, clean simple shapes"
"""The same for models that take no orders but want the finished picture described."""
ASKING = (
    "cartoonize", "cartoonise", "cartunize", "cartunizar", "cartunice", "cartoonizar", "into a cartoon",
    "as a cartoon", "desenho animado", "em cartoon", "em cartum", "caricaturiza", "caricaturizar",
    "dibujo animado", "en caricatura", "卡通化", "变成卡通", "卡通风格", "变成漫画",
)  # fmt: skip
"""Folded pieces of a sentence that asks for a cartoon."""
SERIES = "cv_cartoon_stable_diffusion_"
"""In the ids of ModelScope's cartoon series, which paints from words alone: the photo is described first."""
DESCRIBED = "What the attached photo shows: the same people or things, pose, clothes and colours"
LOOKS = ("comic", "watercolor", "pencil", "oil", "lineart", "pixel", "cordel", "flat")
"""Styles of the built-in engine that suit photos, besides the cartoon itself."""


@dataclass(frozen=True, slots=True)
class Maker:
    """One way to a cartoon. `look` is a style's id, or "" for the cartoonizer's own sentence."""

    engine: str
    model: str = ""
    look: str = ""
    describes: bool = False
    """Whether it never sees the photo: an assistant that does puts it into words."""

    @property
    def id(self) -> str:
        """What names it in lists and options."""
        return ":".join(part for part in (self.engine, self.model, self.look) if part)

    def over(self, order: Order) -> Order:
        """An order that has its picture, given to this maker."""
        order = replace(order, engine=self.engine, model=self.model)
        if self.describes:
            return _described(order)
        if not self.look:
            return cartoon(order)
        words = f"Turn it into {styles.get(self.look).words}"
        return _worded(order, f"{words}, {order.idea}" if order.idea and not asks(order.idea) else words)


def makers(services: Services) -> Mapping[str, Maker]:
    """Every way there is now, by id, the best first."""
    return {maker.id: maker for maker in _found(services)}


def picked(named: str, known: Mapping[str, Maker]) -> list[Maker]:
    """The makers that a list of ids, or "all", names. Raises `InvalidOption` listing those there are."""
    names = [name.strip() for name in named.replace("，", ",").split(",") if name.strip()]
    if names == ["all"]:
        return list(known.values())
    if not names or not set(names) <= known.keys():
        raise InvalidOption(option="--with", value=named, allowed=", ".join(("all", *known)))
    return [known[name] for name in names]


def cartoon(order: Order) -> Order:
    """The order with the cartoonizer's sentence for a prompt, its own words added to that."""
    more = "" if asks(order.idea) else order.idea
    scene = f"{more}, {SCENE}" if more else SCENE
    order = replace(order, scene=PromptDraft(prompt=scene, prompt_local=scene))
    return _worded(order, f"{INSTRUCTION}, {more}" if more else INSTRUCTION)


def asks(text: str) -> bool:
    """Whether words ask for a cartoon."""
    return any(piece in fold(text) for piece in ASKING)


def _worded(order: Order, words: str) -> Order:
    draft = PromptDraft(prompt=words, prompt_local=words)
    return replace(order, idea=order.idea or words, draft=draft)


def _described(order: Order) -> Order:
    """The order as one for a new picture; the assistant looks at the old one."""
    seen = tuple(image for image in (order.image, *order.images) if image is not None)
    more = "" if asks(order.idea) else order.idea
    idea = f"{DESCRIBED}, {more}" if more else DESCRIBED
    left = {"image": None, "mask": None, "outpaint": None, "strength": None, "source": ""}
    return replace(order, idea=idea, images=seen, **left)


def _found(services: Services) -> Iterator[Maker]:
    sees = any(assistant.sees for assistant in services.assistants.values())
    for engine in services.engines.values():
        if sees:
            series = (card.id for card in engine.fallback_models() if SERIES in card.id)
            yield from (Maker(engine.name, model, describes=True) for model in series)
        usual = able(engine, Task.IMAGE_TO_IMAGE)
        if usual is None:
            continue
        if engine.name == "builtin":
            yield from (Maker("builtin", look=look) for look in ("", *LOOKS))
            continue
        others = [card for card in engine.fallback_models() if can(card, Task.IMAGE_TO_IMAGE)]
        yield from (Maker(engine.name, model) for model in dict.fromkeys(c.id for c in (usual, *others)))
