"""Reading prompt-writing answers: whole, growing, broken or plain."""

from __future__ import annotations

import json

import pytest

from imaginario.assistants.drafts import DraftReader, read_fields, to_draft, trim
from imaginario.tokens import count

WHOLE = {
    "prompt_local": "Um gato astronauta, sentado na lua",
    "prompt": "A cat astronaut, sitting on the moon",
    "negative_prompt": "blurry",
    "title": "Gato na lua",
    "alt_text": "Um gato de capacete olha a Terra.",
}


def feed_all(text: str, size: int, key: str = "prompt_local") -> tuple[list[str], DraftReader]:
    reader = DraftReader(key)
    return [reader.feed(text[i : i + size]) for i in range(0, len(text), size)], reader


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_local_prompt_grows_piece_by_piece(size: int, ascii_only: bool) -> None:
    local = 'Um "gato" \\ no céu 🐈‍⬛,\n中文 ✨ fim'
    pieces, reader = feed_all(json.dumps({**WHOLE, "prompt_local": local}, ensure_ascii=ascii_only), size)
    assert "".join(pieces) == local
    assert all(c < "\ud800" or c > "\udfff" for piece in pieces for c in piece)
    assert reader.draft() == to_draft(json.dumps({**WHOLE, "prompt_local": local}))


def test_pieces_are_shown_before_the_string_is_closed() -> None:
    reader = DraftReader()
    assert reader.feed('{"prompt_local": "Um ga') == "Um ga"
    assert reader.feed("to") == "to"
    assert reader.feed('", "prompt": "A ca') == ""
    assert reader.shown == "Um gato"


def test_half_an_escape_waits_for_its_other_half() -> None:
    reader = DraftReader()
    assert reader.feed('{"prompt_local":"a\\') == "a"
    assert reader.feed("u00e9") == "é"
    assert reader.feed("\\ud83d") == ""
    assert reader.feed('\\ude00"') == "😀"


def test_an_escape_that_json_does_not_know_is_taken_as_its_sign() -> None:
    reader = DraftReader()
    assert reader.feed('{"prompt_local":"d\\\'água \\\\\' fim') == "d'água \\' fim"


def test_a_bare_line_end_inside_a_string_is_kept() -> None:
    reader = DraftReader()
    assert reader.feed('{"prompt_local": "um\ndois') == "um\ndois"
    draft = to_draft('{"prompt": "one\ntwo", "title": "x"}')
    assert draft is not None
    assert (draft.prompt, draft.title) == ("one two", "x")


def test_whole_is_said_when_the_english_prompt_is_closed() -> None:
    reader = DraftReader()
    reader.feed('{"prompt_local": "x", "prompt": "A cat')
    assert not reader.whole
    reader.feed('"')
    assert reader.whole


def test_the_key_inside_another_string_is_not_mistaken() -> None:
    reader = DraftReader("prompt")
    assert reader.feed(json.dumps({"title": 'the "prompt": "no"', "prompt": "yes"})) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(WHOLE),
        json.dumps(WHOLE, indent=2),
        f"```json\n{json.dumps(WHOLE)}\n```",
        f"Sure! Here it is {{enjoy}}:\n\n{json.dumps(WHOLE)}\n\nShall I paint it?",
        json.dumps([WHOLE]),
        json.dumps({"draft": WHOLE}),
        json.dumps(
            {
                "promptLocal": WHOLE["prompt_local"],
                "negativePrompt": ["blurry"],
                "alt-text": WHOLE["alt_text"],
            }
            | {"Prompt": WHOLE["prompt"], "title": WHOLE["title"], "extra": 3}
        ),
        json.dumps(WHOLE)[:-1] + ",}",
    ],
    ids=["plain", "indented", "fenced", "wrapped", "listed", "nested", "other names", "trailing comma"],
)
def test_structured_answers_in_every_dress(text: str) -> None:
    draft = to_draft(text)
    assert draft is not None
    assert {key: getattr(draft, key) for key in WHOLE} == WHOLE


def test_a_cut_off_answer_keeps_its_whole_clauses() -> None:
    text = json.dumps(WHOLE)
    draft = to_draft(text[: text.index(" on the moon")])
    assert draft is not None
    assert draft.prompt == "A cat astronaut"
    assert draft.prompt_local == WHOLE["prompt_local"]


def test_an_answer_cut_inside_the_local_prompt_is_painted_from_that() -> None:
    draft = to_draft('{"prompt_local": "Um gato astronauta, sentado na l')
    assert draft is not None
    assert draft.prompt == draft.prompt_local == "Um gato astronauta"


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("A cat on the moon", "A cat on the moon"),
        ('"A cat on the moon"', "A cat on the moon"),
        ("**Prompt:** A cat\n**Negative prompt:** dogs", "A cat"),
        (
            "Sure, here you go!\n\nA cat on the cratered moon,\nEarthlight\n\nEnjoy!",
            "A cat on the cratered moon, Earthlight",
        ),
        ("```\nA cat\n```", "A cat"),
        ("“Um gato”", "Um gato"),
    ],
)
def test_plain_words_are_a_draft_too(text: str, prompt: str) -> None:
    draft = to_draft(text)
    assert draft is not None
    assert draft.prompt == prompt
    assert draft.prompt_local


def test_labels_give_their_fields() -> None:
    assert read_fields("Title: Lua\nPrompt: A cat\nNegative prompt: dogs") == {
        "title": "Lua",
        "prompt": "A cat",
        "negative_prompt": "dogs",
    }


@pytest.mark.parametrize(
    "text", ["", "  \n", "{}", '{"error": "no"}', '{"prompt": ""}', "```json\n```", '{"prompt": null}']
)
def test_nothing_to_paint_is_no_draft(text: str) -> None:
    assert to_draft(text) is None


def test_a_draft_can_be_stored_whatever_comes() -> None:
    draft = to_draft('{"prompt": "a\\u0000 cat \\ud83d alone\\n\\nhere", "title": "' + "x" * 200 + '"}')
    assert draft is not None
    assert draft.prompt == "a cat \ufffd alone here"
    assert len(draft.title) == 80
    draft.prompt.encode()


def test_estimate_leans_to_the_safe_side() -> None:
    sentence = "a small red fox in a blue scarf, sitting on a mossy log in the morning light"
    assert 19 <= count(sentence) <= 24  # 16 words, one comma, two marks
    assert count("") == 2
    assert count("赛博朋克城市雨夜") >= 16
    assert count("ipê-amarelo") > count("ipe")
    assert count("2026") == 6


def test_trim_drops_whole_clauses_from_the_end() -> None:
    prompt = "a fox in a scarf, on a mossy log, morning light, wide shot, pale greens"
    assert trim(prompt, 14) == "a fox in a scarf, on a mossy log"
    assert trim(prompt, 1000) == prompt
    assert trim(prompt, None) == prompt


@pytest.mark.parametrize("limit", range(4, 40))
def test_trim_keeps_within_any_limit(limit: int) -> None:
    prompt = "a fox in a scarf. It sits on a mossy log; morning light, a 1.5 metre fern behind and the sea"
    kept = trim(prompt, limit)
    assert kept
    assert prompt.startswith(kept)
    assert count(kept) <= limit
    assert not kept.endswith((",", " and", " the", " a", " of"))


def test_trim_cuts_one_long_clause_at_a_word_and_chinese_at_a_sign() -> None:
    assert trim("a fox with a very long and fluffy tail", 8) == "a fox with a very long"
    assert trim("一只红色的小狐狸坐在长满青苔的木头上", 12) == "一只红色的"
    assert trim("一只狐狸，坐在木头上，清晨", 12) == "一只狐狸"


def test_both_prompts_respect_the_limit() -> None:
    long = ", ".join(f"blue fern number {i}" for i in range(60))
    draft = to_draft(json.dumps({**WHOLE, "prompt": long, "negative_prompt": long}), 40)
    assert draft is not None
    assert count(draft.prompt) <= 40
    assert count(draft.negative_prompt) <= 40
    assert draft.prompt_local == WHOLE["prompt_local"]
