"""Numbers of parts that nobody is drawn with: "three eyes", "seis braços", "三只眼睛"."""

from __future__ import annotations

from ..fold import key
from .reading import Figure, Reading

_ONE = frozenset({
    "head", "nose", "mouth", "tail", "beak", "face", "body", "trunk", "neck", "cabeca", "nariz", "boca",
    "cauda", "rabo", "bico", "cabeza", "cola", "pico", "头", "脑袋", "鼻子", "嘴", "尾巴", "身体",
})  # fmt: skip
_TWO = frozenset({
    "eye", "ear", "wing", "antler", "horn", "arm", "hand", "olho", "orelha", "asa", "chifre", "braco", "mao",
    "ojo", "oreja", "ala", "cuerno", "brazo", "mano", "眼睛", "眼", "耳朵", "翅膀", "角", "手", "手臂",
    "胳膊",
})  # fmt: skip
_LEGS = frozenset({"leg", "foot", "feet", "perna", "pata", "pierna", "pie", "pe", "腿", "脚", "条腿"})
_ARMS = frozenset({"arm", "hand", "braco", "mao", "brazo", "mano", "手", "手臂", "胳膊", "tentacle"})
_SEEN = frozenset({
    "eye", "ear", "wing", "antler", "horn", "olho", "orelha", "asa", "chifre", "ojo", "oreja", "ala",
    "cuerno", "眼睛", "眼", "耳朵", "翅膀", "角",
})  # fmt: skip
"""Of which one is missed where there should be two."""
_MANY_LEGS = {"spider": 8, "octopus": 8, "crab": 8, "ant": 6, "bee": 6, "beetle": 6, "ladybug": 6}


def tell(r: Reading, part: str) -> None:
    """Tell of a number of parts that whoever has them is not drawn with."""
    number, count = r.peek(-1), r.pending.get("count")
    if count is None or number is None or not number.has("count", "number", "size", "color", "trait"):
        return
    number = next((i for n in range(1, 4) if (i := r.peek(-n)) and i.has("count", "number")), number)
    raw = r.item.raw
    word = key(raw) if r.item.language == "zh" else key(raw).removesuffix("s")
    word = "mano" if word == "manos" else "mao" if word == "mao" else word
    owner = r.agent()
    told = owner.told.get("parts", ()) if (owner := r.agent()) is not None else ()
    ahead = [i for n in range(1, 6) if (i := r.peek(n)) is not None]
    again = any(i.raw == raw for i in ahead) or any(name == part for name, *_ in told)
    if count == 1 and (word not in _SEEN or again):
        return  # "with one hand", "on one leg"
    if "count_word" not in r.pending and count not in _usual(word, owner, count):
        blank = "" if r.item.language == "zh" else " "
        r.unknown.append(f"{number.raw}{blank}{raw}")


def _usual(word: str, owner: Figure | None, count: int) -> tuple[int, ...]:
    """How many of that part whoever it is may have."""
    many = _MANY_LEGS.get(owner.id or "", 0) if owner is not None else 0
    if many and word in _LEGS | _ARMS:
        return (many,)
    if word in _ONE:
        return (1,)
    if word in _TWO:
        return (2,)
    return (2, 4) if word in _LEGS else (count,)
