"""What there is to say of each figure: the spec's subject, and what only the writer knows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .. import naming, vocabulary
from ..spec import SceneSpec, Subject
from ..words.lexicon import table
from ..words.reader.reader import jobs
from ..words.settled import serving


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One figure. Ids are those of the lexicon, variants included; `word` is what nobody can draw."""

    entry: vocabulary.Entry | None = None
    word: str = ""
    count: int = 1
    count_word: str = ""
    plural: bool = False
    color: str = ""
    size: float = 1.0
    traits: tuple[str, ...] = ()
    modifier: str = ""
    near: str = ""
    """A row of `near.toml`: what was asked for, where the drawing is something like it."""
    suffix: str = ""
    """An unknown word behind the noun ("apple pie"), and the language it was written in."""
    suffix_of: str = ""
    container: str = ""
    """An unknown word that holds the noun ("botella de vino"), and the language it was written in."""
    container_of: str = ""
    role: str = ""
    name: str = ""
    """A proper name in place of a noun."""
    named: str = ""
    """A proper name after the noun."""
    outfit: str = ""
    outfit_color: str = ""
    outfit_pattern: str = ""
    outfit_print: str = ""
    held_print: str = ""
    other_held: str = ""
    """What is in the other hand: the shield beside the sword."""
    other_color: str = ""
    other_near: str = ""
    print: str = ""
    """Subjects that are only pictures on something."""
    disguise: str = ""
    hat: str = ""
    hat_color: str = ""
    bareheaded: bool = False
    """Whether the clothes come without the hat that goes with them."""
    glasses: str = ""
    glasses_color: str = ""
    held: str = ""
    held_word: str = ""
    held_load: str = ""
    """What the vessel in the hands is full of: a subject, or a row of `near.toml`."""
    held_with: bool = False
    """Whether it is only played with."""
    held_kind: str = ""
    held_near: str = ""
    group: str = ""
    """A row of `groups.toml`: people who are said in one word."""
    held_color: str = ""
    qualities: tuple[tuple[str, str, str], ...] = ()
    """What is said of clothes and parts and not drawn: the kind and id of these, and the English word."""
    deed_word: str = ""
    """What it does that no pose shows, as it was written."""
    deed_row: str = ""
    """The row of `deeds.toml` that tells of it."""
    object: bool = False
    """Whether the one before it does something to it."""
    recipient: str = ""
    """How it is put that the one before it hands something to it ("to") or does something for it ("for")."""
    held_traits: tuple[str, ...] = ()
    held_size: float = 1.0
    held_many: bool = False
    held_count: int = 0
    """How many are held, where that was said."""
    parts: tuple[tuple[str, str], ...] = ()
    action: str = ""
    verb: str = ""
    activity: str = ""
    gait: str = ""
    """What an animal does that somebody rides: it runs, flies or swims."""
    sits: bool = False
    """Whether it does what it does sitting."""
    relation: str = ""
    to: int | None = None
    """Index among the figures said."""

    @property
    def alive(self) -> bool:
        """Whether it is somebody rather than something."""
        known = self.entry is not None and self.entry.alive
        return known or bool(self.role or self.name) or self.word == "person"

    @property
    def is_beast(self) -> bool:
        """Whether the figure is somebody but no person: an owl, whom no trade names alone."""
        return self.entry is not None and self.entry.alive and self.entry.kind != "person"

    @property
    def has_trade(self) -> bool:
        """Whether `modifier` is what an animal or somebody does for a living: "a koala barista"."""
        return self.alive and jobs.is_trade(self.modifier)

    @property
    def bare(self) -> bool:
        """Whether it takes no article: a word nobody knows that looks like a plural."""
        return self.entry is None and not self.role and len(self.word) > 3 and self.word.endswith("s")

    def deed(self) -> tuple[Any, ...]:
        """What two figures must share to be said in one breath."""
        return (
            self.action, self.verb, self.activity, self.held, self.held_word, self.held_near, self.held_color,
            self.other_held, self.other_color, self.other_near,
            self.deed_word, self.relation, self.sits,
            self.to,
        )  # fmt: skip


def said(spec: SceneSpec) -> list[Said]:
    """Every figure of a spec; a spec without the reader's notes is said from its subjects alone."""
    rows = _rows(spec)
    if rows is None:
        rows = [{"subject": i} | ({} if s.to is None else {"to": s.to}) for i, s in enumerate(spec.subjects)]
    shades = spec.extra.get("words", {}).get("shades", {})
    told = [_described_by_name(_plain(_one_noun(_said(row, spec, len(rows))), row)) for row in rows]
    figures = _described(_under_way(told), qualities(spec))
    return [_shaded(figure, shades) for figure in figures] if shades else figures


def _under_way(figures: list[Said]) -> list[Said]:
    """The figures with what each mount does as a quality of its own: "riding a running horse"."""
    ridden = {f.to for f in figures if f.action == "ride" and f.to is not None}
    return [
        replace(one, gait=one.action) if at in ridden and one.action in ("run", "fly", "swim") else one
        for at, one in enumerate(figures)
    ]


def qualities(spec: SceneSpec) -> list[tuple[str, str, str]]:
    """What is told of clothes, parts, place and weather without a drawing: kind and id of these, and the
    English word.
    """
    named = {word.raw: naming.name(word, "en") for word in spec.unseen}
    rows = spec.extra.get("described", ())
    return [(kind, ident, named.get(raw) or naming.translated(raw, "en")) for raw, kind, ident in rows]


def _described(figures: list[Said], told: list[tuple[str, str, str]]) -> list[Said]:
    """The figures with each quality at the first one who wears or has what it is of."""
    for kind, ident, word in told:
        for at, one in enumerate(figures):
            worn = {"garment": (one.outfit,), "hat": (one.hat,), "glasses": (one.glasses,)}
            has = worn.get(kind) or [part for part, _ in one.parts if kind == "part"]
            if ident in has:
                figures[at] = replace(one, qualities=(*one.qualities, (kind, ident, word)))
                break
    return figures


_COLORS = ("color", "outfit_color", "hat_color", "glasses_color", "held_color")


def _shaded(figure: Said, shades: Mapping[str, str]) -> Said:
    """The figure with the shades that were said for its colours: navy for blue."""
    worn: dict[str, Any] = {
        name: shades[color] for name in _COLORS if (color := getattr(figure, name)) in shades
    }
    return replace(figure, **worn, parts=tuple((part, shades.get(c, c)) for part, c in figure.parts))


def _rows(spec: SceneSpec) -> list[dict[str, Any]] | None:
    """The reader's notes, when they are there and fit the subjects."""
    rows = spec.extra.get("told")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    told = [row["subject"] for row in rows if "subject" in row]
    return rows if told == list(range(len(spec.subjects))) else None


def _said(noted: Mapping[str, Any], spec: SceneSpec, rows: int) -> Said:
    row: dict[str, Any] = dict(noted)
    subject = spec.subjects[row["subject"]] if "subject" in row else Subject(id="", **_drawn(row))
    to = row.get("to")
    if row.get("group") in table("groups") and subject.id == "person":
        subject, row = replace(subject, count=1), row | {"plural": False, "count_word": ""}
    elif "group" in row:
        row |= {"group": ""}
    suffix, container = ([*map(str, row.get(name) or ()), "", ""] for name in ("suffix", "container"))
    return Said(
        suffix=suffix[0],
        suffix_of=suffix[1],
        container=container[0],
        container_of=container[1],
        entry=vocabulary.load().get(subject.id),
        word=str(row.get("word", "")) or subject.id.replace("-", " "),
        count=subject.count,
        color=subject.color or "",
        size=subject.size,
        outfit=""
        if _goes_with_the_deed(row, subject)
        else str(row.get("outfit_word") or subject.outfit or ""),
        hat=str(row.get("hat_word") or subject.hat or ""),
        bareheaded=not table("hats").keys().isdisjoint(spec.avoid),
        glasses=subject.glasses or "",
        held=subject.held or "",
        action=subject.action or "",
        relation=str(row.get("relation", subject.relation) or ""),
        sits=bool(row.get("sits")),
        to=to if isinstance(to, int) and 0 <= to < rows else None,
        traits=tuple(map(str, row.get("traits", ()))),
        parts=tuple((str(p[0]), str(p[1])) for p in row.get("parts", ()) if len(p) == 2),
        held_traits=tuple(map(str, row.get("held_traits", ()))),
        held_size=float(row.get("held_size") or 1),
        plural=bool(row.get("plural")),
        deed_word=str(row.get("deed") or ""),
        qualities=(),
        deed_row=naming.deed_row(str(row.get("deed") or "")),
        object=bool(row.get("object")),
        recipient=str(row.get("recipient") or ""),
        held_many=bool(row.get("held_many")),
        held_with=bool(row.get("held_with")),
        held_load=str(row.get("held_load_near") or row.get("held_load") or ""),
        held_count=row["held_count"] if isinstance(row.get("held_count"), int) else 0,
        **{name: str(row.get(name) or "") for name in _TEXTS},
    )


def _one_noun(one: Said) -> Said:
    """A truck that is said to be a dump truck is called that, and no "dump truck truck"."""
    same = one.entry is not None and str(table("near").get(one.modifier, {}).get("means")) == one.entry.id
    return replace(one, near=one.modifier, modifier="") if same and not one.near else one


def _described_by_name(one: Said) -> Said:
    """Somebody whose name leaves no room for what is said of them is "an angry woman named Maria"."""
    told = one.traits or one.color or one.size != 1
    return replace(one, name="", named=one.name) if one.name and told and not one.near else one


def _plain(one: Said, row: Mapping[str, Any]) -> Said:
    """Without the clothes and tools that go with the trade anyway."""
    own = jobs.kit(one.modifier) if one.has_trade and not row.keys() & _CHOSEN else {}
    bare: dict[str, Any] = {slot: "" for slot, thing in own.items() if getattr(one, slot) == thing}
    if "held" in bare and one.action == "hold":
        bare["action"] = ""
    elif one.action:
        bare.pop("held", None)  # "a koala barista making coffee"
    if one.deed_row == serving.FEEDING and one.held == serving.BOWL:
        bare |= {"held": "", "action": "" if one.action == "hold" else one.action}
    return replace(one, **bare)


_CHOSEN = frozenset({"outfit_word", "outfit_color", "hat_color", "held_color", "glasses_color"})


def _goes_with_the_deed(row: Mapping[str, Any], subject: Subject) -> bool:
    """Whether the outfit need not be told: who plays football wears a jersey."""
    own = table("activities").get(str(row.get("activity")), {}).get("outfit")
    return bool(own) and own == subject.outfit and not (row.keys() & {"outfit_color", "outfit_word", "role"})


_TEXTS = (
    "count_word", "modifier", "role", "name", "named", "outfit_color", "disguise", "hat_color",
    "glasses_color", "held_word", "held_color", "verb", "activity", "near", "held_near", "held_kind",
    "other_held", "other_color", "other_near", "group", "outfit_pattern", "outfit_print", "held_print",
    "print",
)  # fmt: skip


def _drawn(row: Mapping[str, Any]) -> dict[str, Any]:
    names = ("count", "color", "outfit", "hat", "glasses", "held", "action", "size", "relation")
    return {name: row[name] for name in names if name in row}
