"""From text to tokens: words, numbers, Chinese words, and the stops between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .chinese import compounds
from .fold import fold, is_han
from .index import Index

MAX_TOKENS = 900

_PIECE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*(?![^\W_\u3400-\u9fff]))"
    r"|(?P<han>[\u3400-\u9fff\uf900-\ufaff]+)"
    r"|(?P<word>\d*[^\W\d_\u3400-\u9fff\uf900-\ufaff]+|&)"
    r"|(?P<stop>[.;:!?。；：！？\n])"
    r"|(?P<comma>[,，、()\[\]{}\"“”«»「」『』…|—–<>*=+~^]|(?<=\s)-(?=\s)"
    r"|(?<=[\u3400-\u9fff])[ \t]+(?=[\u3400-\u9fff]))"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text. `kind`: word, number, comma, stop, han (a Chinese word), han? (unknown ones)."""

    kind: str
    raw: str
    key: str
    capital: bool = False
    begins: bool = False
    """Whether it opens a sentence, where a capital says nothing."""


def split(text: str, index: Index) -> list[Token]:
    """The tokens of a tidied text, `MAX_TOKENS` at most."""
    tokens: list[Token] = []
    begins, at = True, 0
    while len(tokens) < MAX_TOKENS and (match := _PIECE.search(text, at)):
        mixed = _mixed(match, index)
        at = match.start() + len(mixed) if mixed else match.end()
        for token in (Token("han", mixed, fold(mixed)),) if mixed else _tokens(match, begins, index):
            tokens.append(token)
            begins = token.kind == "stop" or (token.kind == "comma" and begins)
    return tokens[:MAX_TOKENS]


def _mixed(match: re.Match[str], index: Index) -> str:
    """A word of Latin letters and Chinese signs that begins here, such as "T恤"; empty where none does."""
    text, start, end = match.string, match.start(), match.end()
    if match.lastgroup not in ("word", "number") or not is_han(text[end : end + 1]):
        return ""
    longest = min(len(text), end + _LONGEST_TAIL)
    pieces = (text[start:stop] for stop in range(longest, end, -1))
    return next((piece for piece in pieces if fold(piece) in index.phrases), "")


_LONGEST_TAIL = 4
"""Chinese signs that may follow the letters of a mixed word."""
_WORD = 4
"""Chinese signs of a long word: what lies behind so many of these makes more tokens than are read."""


def _tokens(match: re.Match[str], begins: bool, index: Index) -> Iterator[Token]:
    kind, raw = match.lastgroup or "", match.group()
    if kind == "han":
        yield from _segments(raw[: MAX_TOKENS * _WORD], index)
    elif kind == "number" and _is_no_number(match):
        return
    elif kind == "word" and raw[0].isdigit() and fold(raw) not in index.phrases:
        digits = re.match(r"\d+", raw)  # "2girls" is a number and a word, "16bit" is not
        size = digits.end() if digits else 0
        yield Token("number", raw[:size], raw[:size])
        yield Token("word", raw[size:], fold(raw[size:]), False, False)
    elif kind in ("word", "number"):
        yield Token(kind, raw, fold(raw), raw[0].isupper(), begins)
    else:
        yield Token(kind, raw, raw)


def _is_no_number(match: re.Match[str]) -> bool:
    """The weight in "(cat:1.3)", the sum on a blackboard, the first part of "14-Bis" and "3-legged"."""
    text, start, end = match.string, match.start(), match.end()
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    compound = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    return compound or not set(around).isdisjoint(":+=")


def _segments(run: str, index: Index) -> Iterator[Token]:
    """Known words of a run of Chinese; what lies between them stays together."""
    pieces = _without_lone_signs(_parted(run, index), index)
    unknown = ""
    for piece, known in compounds.in_full(pieces, index):
        if not known:
            unknown += piece
            continue
        yield from _strange(unknown, index)
        unknown = ""
        last = "" if piece in index.phrases else compounds.of_known_words(piece, index)
        yield Token("han", piece, compounds.MARK + last if last else piece)
    yield from _strange(unknown, index)


def _strange(run: str, index: Index) -> Iterator[Token]:
    for piece, head in compounds.of_unknown_words(run, index) if run else ():
        yield Token("han", piece, head) if head else Token("han?", piece, piece)


def _parted(run: str, index: Index) -> list[tuple[str, bool]]:
    """The run in pieces and whether each is known: as few unknown signs as can be, then as few pieces."""
    best: list[tuple[int, int, bool]] = [(0, 0, False)] * (len(run) + 1)  # cost and size from here on
    for at in range(len(run) - 1, -1, -1):
        best[at] = (best[at + 1][0] + _UNKNOWN_COST, 1, False)
        for size in range(1, min(index.han, len(run) - at) + 1):
            piece = run[at : at + size]
            known = piece in index.phrases or piece in compounds.spelled_out()
            cost = best[at + size][0] + (_cost(piece, index) if known else _COMPOUND_COST)
            if cost <= best[at][0] and (known or compounds.of_known_words(piece, index)):
                best[at] = (cost, size, True)
    pieces, at = [], 0
    while at < len(run):
        _, size, known = best[at]
        pieces.append((run[at : at + size], known))
        at += size
    return pieces


def _cost(piece: str, index: Index) -> int:
    """What a known piece costs: in "的士兵" a soldier is likelier than a taxi and some "兵"."""
    lone = (
        len(piece) == 1
        and piece not in _LIKELY
        and not any(m.kind in _GRAMMAR for m in index.phrases.get(piece, ()))
    )
    return _LONE_COST if lone else _KNOWN_COST


_LIKELY = "人大小"
"""Signs that are words of their own more often than not: "大海龟" is a big sea turtle."""
_KNOWN_COST, _LONE_COST, _COMPOUND_COST, _UNKNOWN_COST = 20, 21, 30, 200
_GRAMMAR = frozenset({
    "a", "the", "and", "or", "with", "no", "in", "be", "of-the", "relation", "wearing", "like", "count",
    "stop", "it",
})  # fmt: skip
_FIRM = frozenset({
    "a", "the", "and", "or", "with", "no", "in", "be", "of-the", "relation", "wearing", "subject",
    "like", "count", "named", "it",
})  # fmt: skip
_FIRM_SIGNS = frozenset(
    "着了过们很也都就还又再我你请想要画给用骑拿举撑飞读玩睡坐跑走游跳吃喝煮烤躺趴追抱弹踢扔"
)


def _without_lone_signs(pieces: list[tuple[str, bool]], index: Index) -> list[tuple[str, bool]]:
    """A single sign beside an unknown one is part of that word: the "sea" in a name is no sea."""
    known = [ok for _, ok in pieces]
    fixed = []
    for i, (piece, ok) in enumerate(pieces):
        lonely = (i > 0 and not known[i - 1]) or (i + 1 < len(pieces) and not known[i + 1])
        if ok and lonely and len(piece) == 1 and is_han(piece):
            ok = piece in _FIRM_SIGNS or any(m.kind in _FIRM for m in index.meanings(piece))
        fixed.append((piece, ok))
    return fixed


def spelled_out(tokens: list[Token], language: str) -> list[Token]:
    """The tokens with whole words for what chats cut short in a language: "q" is "que"."""
    words = _SHORT.get(language, {})
    return [
        replace(t, raw=words[t.key], key=words[t.key])
        if t.kind == "word" and t.key in words and (t.begins or not t.capital)
        else t
        for t in tokens
    ]


_SHORT = {
    "en": {"dat": "that", "dis": "this", "wit": "with", "nite": "night", "lil": "little"},
    "pt": {
        "q": "que", "pq": "porque", "porq": "porque", "vc": "voce", "vcs": "voce", "ce": "voce",
        "tb": "tambem", "tbm": "tambem", "tmb": "tambem", "mto": "muito", "mt": "muito", "mta": "muita",
        "mtos": "muitos", "mtas": "muitas", "mo": "muito", "hj": "hoje", "dps": "depois", "agr": "agora",
        "td": "tudo", "tds": "todos", "qnd": "quando", "qd": "quando", "qdo": "quando", "msm": "mesmo",
        "cmg": "comigo", "naum": "nao", "ñ": "nao", "pfv": "por favor", "pfvr": "por favor",
        "pls": "por favor", "plz": "por favor", "plis": "por favor", "cm": "com",
        "c": "com", "cn": "com", "p": "para", "s": "sem", "du": "do", "di": "de", "kra": "cara", "eh": "é",
        "tah": "está",
        "oq": "o que", "aki": "aqui", "dum": "de um", "duma": "de uma",
        "cumigo": "comigo", "cum": "com", "cuma": "com uma",
    },
    "es": {
        "q": "que", "k": "que", "ke": "que", "qe": "que", "pq": "porque", "xq": "porque", "porq": "porque",
        "tb": "tambien", "tbn": "tambien", "cn": "con", "kon": "con", "dnd": "donde", "wn": "un",
        "kiero": "quiero", "kisiera": "quisiera", "kieren": "quieren", "kiere": "quiere", "aki": "aqui",
        "bb": "bebe", "tmb": "tambien",
        "pa": "para", "xa": "para", "bn": "bien", "c": "con", "d": "de", "p": "para", "s": "sin",
        "pls": "por favor", "plz": "por favor",
    },
}  # fmt: skip
"""What chats cut short, without accents, in the words that are meant."""
