"""Write docs/engines.md: every engine, its models, their tasks and controls, from the model cards.

`--check` compares instead of writing and exits with 1 when the page is not what the cards say. It needs no
network, no key and no torch: cards are data.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from imaginario.engines._diffusers import facts as local  # noqa: E402
from imaginario.engines._gemini import facts as gemini  # noqa: E402
from imaginario.engines._huggingface import facts as huggingface  # noqa: E402
from imaginario.engines._modelscope import facts as modelscope  # noqa: E402
from imaginario.engines._openai import facts as openai  # noqa: E402
from imaginario.engines.base import ImageEngine  # noqa: E402
from imaginario.i18n import Translator  # noqa: E402
from imaginario.images import ModelCard, Param, Task  # noqa: E402
from imaginario.secrets import ENVIRONMENT, Secret  # noqa: E402
from imaginario.settings import PREFIX, Settings  # noqa: E402
from imaginario.wiring import engine_kinds  # noqa: E402

PAGE = ROOT / "docs" / "engines.md"
YES = "✓"
TASKS = {
    Task.TEXT_TO_IMAGE: "from words",
    Task.IMAGE_TO_IMAGE: "changes a picture",
    Task.INPAINTING: "through a mask",
    Task.OUTPAINTING: "new margins",
}
CONTROLS: Mapping[str, tuple[frozenset[Param], str, str]] = {
    "negative": (frozenset({Param.NEGATIVE_PROMPT}), "--no", "what to avoid"),
    "size": (frozenset({Param.WIDTH, Param.HEIGHT}), "--size, --ar", "width and height, or shape"),
    "steps": (frozenset({Param.NUM_INFERENCE_STEPS}), "--steps", "how long it paints"),
    "guidance": (frozenset({Param.GUIDANCE_SCALE}), "--guidance", "how closely it keeps to the words"),
    "scheduler": (frozenset({Param.SCHEDULER}), "--scheduler", "by which method the steps go"),
    "seed": (frozenset({Param.SEED}), "--seed", "the same number, the same picture"),
    "count": (frozenset({Param.NUM_IMAGES_PER_PROMPT}), "--count", "several pictures of one prompt"),
    "strength": (frozenset({Param.STRENGTH}), "--strength", "how far an edit may leave the picture"),
    "image guidance": (
        frozenset({Param.IMAGE_GUIDANCE_SCALE}), "--image-guidance", "how closely it keeps to the picture"
    ),
    "guide map": (frozenset({Param.CONTROL_IMAGE}), "--control-image", "edges, a scribble or a depth map"),
    "references": (frozenset({Param.REFERENCE_IMAGES}), "--reference", "further pictures to look at"),
}  # fmt: skip
"""Columns of the matrix: what a model must support for a tick, the option that sets it, and what it does."""
PICTURES = frozenset({Param.IMAGE, Param.MASK_IMAGE, Param.OUTPAINT})
"""Controls that the table of tasks tells already."""

INTRO = """\
# Engines, models, controls

`python scripts/engine_table.py` writes this page from the model cards, the same data by which the page, the
terminal and the API decide what to offer and what to send; a test fails when the two differ. A card says what
a model was built to obey. It promises neither that a provider serves the model today nor that the result is
beautiful: `imaginario models` asks the providers what is there now and says why an engine can't be used, and
[runs.md](runs.md) shows a recorded run of each engine.

How to read it:

- **New margins** (outpainting): ✓ = the engine does it itself; *by mask* = Imaginário pads the picture and
  hands over a mask of the new margins, because there is nothing native; empty = it can't.
- **A control without a tick is dropped and told**: it is not sent, and the line under the picture names it
  among the *ignored*.
- **Pictures and masks are never dropped.** A model that can't take the picture, mask or margins of an order
  is refused before anything is paid, with the names of those that can. Whoever paints, what a mask leaves
  black and what lies inside of new margins stays bit for bit.
- A tick is for the model, not for every task: strength does nothing where no picture is given.
"""

HOW: Mapping[str, str] = {
    "builtin": "Paints by rules in this very program: a sketch, not AI. There is nothing to get: it is "
    "always there.",
    "local": "Open models on your own disk, painted with diffusers. Install `requirements-local.txt`, then "
    "fetch one with `imaginario models --download ID`; [local.md](local.md) says how, and what it takes.",
    "huggingface": "Inference Providers (whoever serves the model), or an endpoint of your own. Make a "
    "token that may call Inference Providers at <https://huggingface.co/settings/tokens>.",
    "gemini": "Google's image models. Make a key at <https://aistudio.google.com/apikey>; where billing is "
    'not set up it may allow no pictures at all ("limit: 0", which is explained when it happens).',
    "openai": "OpenAI, or any server that speaks its images API (LocalAI, vLLM, Together …). Make a key "
    "at <https://platform.openai.com/api-keys>, or set `OPENAI_BASE_URL` to the address of your own server.",
    "modelscope": "ModelScope's API-Inference. Make a token at <https://modelscope.cn/my/myaccesstoken>.",
}
"""Who an engine is and how to get it, one or two sentences."""


@dataclass(frozen=True, slots=True)
class Row:
    """One model as the tables tell it; `about` is a sentence that is not the card's own."""

    card: ModelCard
    label: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One engine with everything that its tables tell."""

    kind: type[ImageEngine]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def sections() -> tuple[Section, ...]:
    """All engines that are found, best first."""
    return tuple(Section(kind, _rows(kind), _notes(name)) for name, kind in engine_kinds().items())


def rendered(engines: Sequence[Section]) -> str:
    """The whole page."""
    parts = [INTRO, "\n".join(_legend()), "\n".join(_overview(engines))]
    return "\n".join([*parts, *("\n".join(_section(engine)) for engine in engines)]).rstrip() + "\n"


def main(argv: Sequence[str], page: Path = PAGE) -> int:
    """Write the page, or with `--check` compare it; 1 when it is out of date, 2 on wrong usage."""
    if list(argv) not in ([], ["--check"]):
        print("usage: engine_table.py [--check]", file=sys.stderr)
        return 2
    text = rendered(sections())
    if not argv:
        fresh = page.with_suffix(".md.new")
        fresh.write_text(text, "utf-8")
        os.replace(fresh, page)
        return 0
    if page.is_file() and page.read_text("utf-8") == text:
        return 0
    print(f"{page.name} is not what the model cards say: run scripts/engine_table.py", file=sys.stderr)
    return 1


def _described(card: ModelCard) -> Row:
    return Row(card, f"{card.title}<br>`{card.id}`" if card.title not in ("", card.id) else f"`{card.id}`")


def _rows(kind: type[ImageEngine]) -> tuple[Row, ...]:
    """The described models of an engine, then what is believed of others."""
    cards = local.suggested() if kind.name == local.ENGINE else _made(kind).fallback_models()
    more = MORE.get(kind.name, tuple)()
    return (*map(_described, cards), *more)


def _made(kind: type[ImageEngine]) -> ImageEngine:
    """The engine as it is without any settings, with a key that is none: nothing is asked."""
    usual = Settings()
    given = {name: getattr(usual, name) for name in kind.settings}
    return kind(**given, **({"secret": Secret("none")} if kind.secret else {}))


def _own_endpoints() -> tuple[Row, ...]:
    own = tuple(_described(card) for card in huggingface.cards(own=True))
    return (
        *own,
        Row(huggingface.card("org/unknown"), "any other model", "As the provider tells; a careful guess."),
        Row(huggingface.endpoint_card("https://x", ""), "an endpoint of your own", "The usual container."),
    )


def _classes() -> tuple[Row, ...]:
    """What any model of one's own can do, by its class of pipelines."""
    table = tomllib.loads(
        resources.files("imaginario.engines._diffusers").joinpath("cards.toml").read_text("utf-8")
    )
    return tuple(
        Row(
            local.card("any", {"pipeline": name or "Any"}),
            f"any `{name}`" if name else "any other class",
            "Any repository, `modelscope:` id or folder of this kind.",
        )
        for name in table["classes"]
    )


MORE: Mapping[str, Callable[[], tuple[Row, ...]]] = {
    "huggingface": _own_endpoints,
    "local": _classes,
    "gemini": lambda: (Row(gemini.card("gemini-image"), "any other that is listed", "A careful guess."),),
    "openai": lambda: (
        Row(
            openai.card("other"),
            "models of other servers",
            "What a server refuses by name is left out and told.",
        ),
    ),
    "modelscope": lambda: (Row(modelscope.card("org/other"), "any other model", "A careful guess."),),
}
"""Rows for models that an engine does not list by name."""


def _notes(name: str) -> tuple[str, ...]:
    """Sentences that belong to one engine only."""
    if name == "local":
        return (
            f"Schedulers by name: {', '.join(f'`{s}`' for s in local.schedulers())}.",
            f"Models that follow guide maps: {', '.join(f'`{g}`' for g in local.guides())}.",
        )
    if name != "huggingface":
        return ()
    table = tomllib.loads(
        resources.files("imaginario.engines._huggingface").joinpath("cards.toml").read_text("utf-8")
    )
    lost = [
        f"{provider} ({task}): {', '.join(dict.fromkeys(_names()[param] for param in params))}"
        for task, providers in table["ignores"].items()
        for provider, params in providers.items()
    ]
    return (f"Left out on the way by a provider, and told with the picture: {'; '.join(lost)}.",)


def _legend() -> Iterator[str]:
    yield "| control | option | what it does |\n|---|---|---|"
    for name, (_, options, what) in CONTROLS.items():
        told = ", ".join(f"`{option}`" for option in options.split(", "))
        yield f"| {name} | {told} | {what} |"
    yield ""


def _overview(engines: Sequence[Section]) -> Iterator[str]:
    """Which engine has a model for which task."""
    yield "## Which engine does what\n"
    yield _line("engine", "`--engine`", *TASKS.values()) + "\n" + _rule(2, len(TASKS))
    for engine in engines:
        cards = [row.card for row in engine.rows]
        best = [max((_does(card, task) for card in cards), key=MARKS.index) for task in TASKS]
        yield _line(f"[{engine.kind.title}](#{_anchor(engine.kind.title)})", f"`{engine.kind.name}`", *best)
    yield ""


def _section(engine: Section) -> Iterator[str]:
    kind = engine.kind
    yield f"## {kind.title}\n"
    yield f"{HOW.get(kind.name, '')} {_needs(kind)} Choose it with `--engine {kind.name}`.\n".lstrip()
    yield _line("model", *TASKS.values(), "sides in pixels", "usual", "") + "\n" + _rule(1, len(TASKS), 3)
    for row in engine.rows:
        does = (_does(row.card, task) for task in TASKS)
        yield _line(row.label, *does, _sides(row.card), _usual(row.card), _about(row))
    yield "\n" + _line("model", *CONTROLS) + "\n" + _rule(1, len(CONTROLS))
    for row in engine.rows:
        name, *_ = row.label.split("<br>")
        yield _line(name, *(YES if told[0] <= row.card.supports else "" for told in CONTROLS.values()))
    yield ""
    yield from (f"{note}\n" for note in engine.notes)


def _needs(kind: type[ImageEngine]) -> str:
    """What has to be set, read from what the engine declares."""
    if not kind.secret:
        return "No key."
    names = ENVIRONMENT.get(kind.secret, (kind.secret,))
    told = f"Key: `{names[0]}`" + (f" (or {', '.join(f'`{n}`' for n in names[1:])})" if names[1:] else "")
    if kind.keyless:
        settings = ", ".join(f"`{PREFIX}{name.upper()}`" for name in kind.keyless)
        return f"{told}; none is needed where {settings} names a server that asks for none."
    return f"{told}."


MARKS = ("", "by mask", YES)


def _does(card: ModelCard, task: Task) -> str:
    if task in card.tasks:
        return YES
    return "by mask" if task is Task.OUTPAINTING and Task.INPAINTING in card.tasks else ""


def _sides(card: ModelCard) -> str:
    """What sizes there are; of a card with a list of sizes only its length and ends."""
    sizes: tuple[tuple[int, int], ...] = getattr(card, "sizes", ())
    if sizes:
        return f"{len(sizes)} sizes, {min(map(min, sizes))}–{max(map(max, sizes))}"
    grid = f", by {card.multiple_of}" if card.multiple_of > 1 else ""
    return f"{card.min_side}–{card.max_side}{grid}"


def _usual(card: ModelCard) -> str:
    """Size and numbers when nothing is asked."""
    width, height = card.default_size
    names = _names()
    usual = {name: value for name, value in card.defaults.items() if name != "strength" or _obeys(card, name)}
    told = (f"{names[name]} {value:g}" for name, value in usual.items())
    return ", ".join([f"{width}×{height}", *told])


def _obeys(card: ModelCard, name: str) -> bool:
    return Param(name) in card.supports


def _names() -> dict[str, str]:
    """What the controls are called in the tables, by their names in a request."""
    return {param.value: name for name, (params, _, _) in CONTROLS.items() for param in params}


def _about(row: Row) -> str:
    return row.about or (Translator("en")(row.card.note) if row.card.note else "")


def _anchor(title: str) -> str:
    """The link target that GitHub makes of a heading."""
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c in "-_")


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(left: int, middle: int, right: int = 0) -> str:
    return f"|{'---|' * left}{':-:|' * middle}{'---|' * right}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
