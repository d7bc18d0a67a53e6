"""Visitors: what belongs to whom, and what a conversation remembers of turns that end in any order."""

from __future__ import annotations

from imaginario.chat import Message, Session
from imaginario.images import Image
from imaginario.painting import Order
from imaginario.present import Transcript
from imaginario.secrets import Secret
from imaginario.web.visitors import (
    KEPT_SECONDS,
    KEPT_TURNS,
    KEPT_VISITORS,
    PICTURED_TURNS,
    Turn,
    Visitor,
    Visitors,
    cookie,
    language_of,
)
from tests.contracts.gemini import png


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def visitor() -> Visitor:
    """Somebody new."""
    return Visitors().get("somebody")


def after(turn: Turn, answer: str) -> Session:
    """The session as the studio hands it back after this answer."""
    return turn.before.saying(Message("user", turn.text), Message("assistant", answer))


def said(someone: Visitor) -> list[str]:
    """What a model would be told of the conversation."""
    return [message.text for message in someone.session.history()]


def test_two_visitors_share_nothing() -> None:
    visitors = Visitors()
    ana, bob = visitors.get("ana"), visitors.get("bob")
    ana.secrets["gemini"] = Secret("a-secret-of-anas")
    ana.begin("hi", ())
    ana.choose(style="oil")
    assert (bob.secrets, bob.turns, bob.choices.style) == ({}, [], "")
    assert visitors.get("ana") is ana


def test_the_language_follows_the_page() -> None:
    visitors = Visitors()
    assert visitors.get("ana", language="es").choices.language == "es"
    assert visitors.get("ana", language="zh-CN").choices.language == "zh-CN"


def test_a_conversation_remembers_what_was_said() -> None:
    someone = visitor()
    turn = someone.begin("one", ())
    someone.finish(turn, after(turn, "1"))
    turn = someone.begin("two", ())
    someone.finish(turn, after(turn, "2"))
    assert said(someone) == ["one", "1", "two", "2"]


def test_turns_of_two_tabs_may_end_in_any_order() -> None:
    someone = visitor()
    first, second = someone.begin("one", ()), someone.begin("two", ())
    someone.finish(second, after(second, "2"))
    someone.finish(first, after(first, "1"))
    assert said(someone) == ["one", "1", "two", "2"]


def test_of_two_turns_begun_together_one_can_be_taken_back() -> None:
    someone = visitor()
    first, second = someone.begin("one", ()), someone.begin("two", ())
    someone.finish(first, after(first, "1"))
    someone.finish(second, after(second, "2"))
    assert someone.rewind(-1) is second
    assert said(someone) == ["one", "1"]
    someone.begin("three", ())
    assert said(someone) == ["one", "1"]


def test_what_is_no_longer_on_the_page_is_no_longer_told() -> None:
    someone = visitor()
    for number in range(KEPT_TURNS + 2):
        turn = someone.begin(str(number), ())
        turn.shown = type(turn.shown)(over=True)
        someone.finish(turn, after(turn, "yes"))
    assert len(someone.turns) == KEPT_TURNS
    assert len(said(someone)) == 2 * KEPT_TURNS
    assert said(someone)[:2] == ["2", "yes"]


def test_only_the_newest_turns_keep_their_pictures() -> None:
    someone, picture = visitor(), Image(png(), "image/png", 64, 64)
    running = someone.begin("still running", (picture,))
    for number in range(PICTURED_TURNS + 2):
        turn = someone.begin(str(number), (picture,))
        someone.finish(turn, turn.before.saying(Message("user", turn.text, turn.images)))
        turn.shown = type(turn.shown)(over=True)
    newest = someone.begin("newest", ())
    held = [len(turn.images) for turn in someone.turns]
    told = [len(message.images) for message in newest.before.history()]
    assert running.images == (picture,)
    assert held[1:] == [0] * 3 + [1] * (PICTURED_TURNS - 1) + [0]
    assert told == held[1:-1]
    assert someone.turns[1].attached() == []


def test_choices_made_meanwhile_stay() -> None:
    someone = visitor()
    turn = someone.begin("one", ())
    someone.choose(style="oil")
    someone.finish(turn, after(turn, "1"))
    assert someone.choices.style == "oil"


def test_a_stopped_turn_keeps_its_words_and_is_stopped_once() -> None:
    someone = visitor()
    turn = someone.begin("one", ())
    turn.shown = type(turn.shown)(text="Once upon", status="busy")
    someone.stop(turn)
    someone.stop(turn)
    assert (turn.shown.stopped, turn.shown.over, turn.shown.status) == (True, True, "")
    assert said(someone) == ["one", "Once upon"]


def test_a_turn_stopped_before_a_word_is_not_told_to_models() -> None:
    someone = visitor()
    someone.stop(someone.begin("one", ()))
    assert said(someone) == []


def test_a_turn_that_is_over_cannot_be_stopped() -> None:
    someone = visitor()
    turn = someone.begin("one", ())
    turn.shown = type(turn.shown)(text="1", over=True)
    someone.stop(turn)
    assert not turn.shown.stopped
    assert said(someone) == []


def test_what_was_taken_back_never_returns() -> None:
    someone = visitor()
    turn = someone.begin("one", ())
    someone.finish(turn, after(turn, "1"))
    late = someone.begin("two", ())
    assert someone.rewind(-1) is late
    assert late.shown.stopped
    someone.finish(late, after(late, "2"))
    assert said(someone) == ["one", "1"]
    gone = someone.begin("three", ())
    someone.clear()
    assert gone.shown.stopped
    someone.finish(gone, after(gone, "3"))
    assert (said(someone), someone.turns) == ([], [])


def test_clear_keeps_keys_and_choices() -> None:
    someone = visitor()
    someone.secrets["gemini"] = Secret("a-secret")
    someone.choose(style="oil")
    someone.clear()
    assert "gemini" in someone.secrets
    assert someone.choices.style == "oil"
    assert someone.session.owner == "somebody"


def test_only_so_many_turns_are_kept() -> None:
    someone = visitor()
    for number in range(KEPT_TURNS + 5):
        someone.begin(str(number), ())
    assert [t.text for t in (someone.turns[0], someone.turns[-1])] == ["5", str(KEPT_TURNS + 4)]


def test_the_long_unseen_are_forgotten_with_their_keys() -> None:
    clock = Clock()
    visitors = Visitors(clock)
    visitors.get("ana").secrets["gemini"] = Secret("a-secret")
    clock.now += KEPT_SECONDS / 2
    visitors.get("bob")
    clock.now += KEPT_SECONDS / 2 + 1
    visitors.get("carla")
    assert visitors.find("ana") is None
    assert visitors.find("bob") is not None
    assert visitors.get("ana").secrets == {}


def test_a_crowd_pushes_the_oldest_out() -> None:
    visitors = Visitors()
    for number in range(KEPT_VISITORS + 1):
        visitors.get(f"visitor-{number}")
    assert visitors.find("visitor-0") is None
    assert visitors.find(f"visitor-{KEPT_VISITORS}") is not None


def test_a_crowd_does_not_push_out_who_has_something_to_lose() -> None:
    visitors = Visitors()
    visitors.get("ana").begin("hi", ())
    visitors.get("bob").secrets["gemini"] = Secret("a-secret")
    for number in range(KEPT_VISITORS):
        visitors.get(f"visitor-{number}")
    assert [visitors.find(name) is not None for name in ("ana", "bob")] == [True, True]
    assert [visitors.find(f"visitor-{n}") is not None for n in (0, 1, 2)] == [False, False, True]


def test_a_full_house_forgets_nobody_when_one_who_is_known_returns() -> None:
    visitors = Visitors()
    for number in range(KEPT_VISITORS):
        visitors.get(f"visitor-{number}")
    for number in range(3):
        visitors.get(f"visitor-{number}")
    assert visitors.find("visitor-3") is not None


def test_cookies_are_read_by_their_whole_name() -> None:
    header = "xlang=zh-CN; lang=es; imaginario_visitor=a=b"
    assert cookie(header, "lang") == "es"
    assert cookie(header, "imaginario_visitor") == "a=b"
    assert cookie(header, "other") == ""


def test_language_is_cookie_then_server_then_browser() -> None:
    headers = {"cookie": "lang=es", "accept-language": "zh-CN"}
    assert language_of(headers, "pt-BR") == "es"
    assert language_of({"accept-language": "zh-CN"}, "pt-BR") == "pt-BR"
    assert language_of({"accept-language": "zh-CN"}) == "zh-CN"


def test_of_proposed_edits_only_the_one_that_waits_keeps_its_picture() -> None:
    someone, picture = visitor(), Image(png(), "image/png", 64, 64)
    edits = [Order(idea=name, image=picture) for name in ("first", "second")]
    for order in (*edits[:1], Order(idea="words only"), *edits[1:]):
        turn = someone.begin(order.idea, ())
        turn.shown = Transcript(proposed=order)
        someone.stop(turn)
    for _ in range(PICTURED_TURNS):
        someone.stop(someone.begin("hello", ()))
    held = [turn.shown.proposed for turn in someone.turns[:3]]
    assert held == [None, Order(idea="words only"), edits[1]]
    assert someone.session.proposed is edits[1]
    assert all(turn.before.proposed is None for turn in someone.turns[:3])
