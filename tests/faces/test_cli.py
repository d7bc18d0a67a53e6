"""The command line: what it writes where, what it answers with, and in which language."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from imaginario import cli, i18n, pngfile, recipe
from imaginario.cli.console import Console, cells, cut
from imaginario.cli.parser import COMMANDS, Misused, build, parse
from imaginario.cli.work import own_house
from imaginario.errors import (
    ContentRefused,
    EngineFailed,
    EngineWarmingUp,
    ModelGone,
    OutOfCredits,
    StudioError,
    Unauthorized,
)
from imaginario.events import Note
from imaginario.i18n import Translator
from imaginario.settings import Settings
from tests.faces.fakes import FakeHouse, Script

ROOT = Path(__file__).resolve().parent.parent.parent
HELP_SECONDS = 0.4


@dataclass(frozen=True)
class Answer:
    """What a command line came to."""

    status: int
    out: str
    err: str


Terminal = Callable[..., Answer]


@pytest.fixture
def terminal(here: Path, tmp_path: Path, script: Script, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Runs a command line in an empty folder, with the fake house."""

    def run(*argv: str, environ: Mapping[str, str] | None = None, **options: object) -> Answer:
        house = FakeHouse(tmp_path / "data", script, **options)  # type: ignore[arg-type]
        status = cli.run(argv, {"LANG": "C"} | dict(environ or {}), lambda settings, environ: house)
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return run


def spoken(*arguments: str, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "imaginario", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"} | environ,
    )  # fmt: skip


# --- imagine ---


def test_a_picture_with_a_speaking_name_and_its_path_on_stdout(terminal: Terminal, here: Path) -> None:
    answer = terminal("imagine", "um gato na lua", "--seed", "7")
    assert (answer.status, answer.out) == (0, "gato-na-lua-7.png\n")
    found = recipe.read(pngfile.texts((here / "gato-na-lua-7.png").read_bytes()))
    assert found is not None
    assert (found["idea"], found["seed"], found["engine"]) == ("um gato na lua", 7, "fake")
    assert [p.name for p in here.iterdir()] == ["gato-na-lua-7.png"]


def test_progress_goes_to_stderr_in_plain_lines(terminal: Terminal) -> None:
    answer = terminal("imagine", "a cat")
    lines = answer.err.splitlines()
    assert any("is writing the prompt" in line for line in lines)
    assert any("is painting" in line for line in lines)
    assert "Prompt: A cat on the moon" in lines
    assert "Prompt: Um gato na lua" in lines
    assert "\r" not in answer.err


def test_words_need_no_quotes_and_options_may_stand_among_them(terminal: Terminal, script: Script) -> None:
    terminal("imagine", "a", "red", "--seed", "3", "fox", "at", "night")
    messages, _ = script.heard[0]
    assert messages[-1].text == "a red fox at night"
    assert script.requests[0].seed == 3


def test_the_idea_comes_from_standard_input(
    terminal: Terminal, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("a blue whale\n"))
    terminal("imagine", "-")
    assert script.heard[0][0][-1].text == "a blue whale"


def test_every_option_reaches_the_engine(terminal: Terminal, script: Script) -> None:
    answer = terminal(
        "imagine", "a cat", "--size", "128x64", "--no", "dogs", "--steps", "9", "--guidance", "3,5",
        "--model", "fake-2", "--style", "oil",
    )  # fmt: skip
    request = script.requests[0]
    assert (request.width, request.height, request.model) == (128, 64, "fake-2")
    assert "oil" in request.prompt.lower()
    assert "ignored by the model: negative prompt, steps, guidance" in answer.err


def test_what_became_of_the_controls_is_told(terminal: Terminal) -> None:
    done = terminal("imagine", "x", "--seed", "7", "--steps", "9", "--size", "128x64")
    assert (
        "Asked: size 128×64, steps 9, seed 7 · sent: size 128×64, seed 7 · ignored by the model: steps"
        " · got: size 128×64, seed 7"
    ) in done.err.splitlines()
    assert "got:" not in terminal("imagine", "x").err


def test_one_control_can_be_compared(terminal: Terminal, script: Script, here: Path) -> None:
    done = terminal("imagine", "a cat", "--vary", "seed=1,2", "--output", "cat.png")
    assert done.status == 0
    assert [request.seed for request in script.requests] == [1, 2]
    assert sorted(path.name for path in here.iterdir()) == ["cat-1.png", "cat-2.png"]
    done = terminal("imagine", "a cat", "--vary", "steps=1,2")
    assert done.status == 2
    assert "fake-1" in done.err
    assert terminal("imagine", "a cat", "--vary", "x=1,2").status == 2
    script.requests.clear()
    done = terminal("imagine", "a cat", "--vary", "seed=1,2", "--by", "size=64x64,128x64", "--output", "b")
    assert done.out.split() == [f"b-{n}.png" for n in range(1, 5)]
    assert [(r.seed, r.width) for r in script.requests] == [(1, 64), (2, 64), (1, 128), (2, 128)]
    done = terminal("imagine", "a cat", "--vary", "seed=1,2", "--output", "c", "--sheet", "all.png")
    assert done.out.split() == ["c-1.png", "c-2.png", "all.png"]
    found = recipe.read(pngfile.texts((here / "all.png").read_bytes()))
    assert found
    assert found["details"]["sheet"]["columns"] == ["seed", ["1", "2"]]
    done = terminal("imagine", "a cat", "--vary", "seed=1,2", "--sheet", ".", "--json")
    assert json.loads(done.out)["sheet"] == "gato-na-lua-sheet.png"
    assert terminal("imagine", "a cat", "--sheet", "all.png").status == 2
    script.failures = [ContentRefused(engine="fake", model="fake-1"), EngineFailed(engine="fake")]
    done = terminal("imagine", "a cat", "--vary", "seed=1,2,3,4", "--output", "d", "--sheet", "d.png")
    assert done.out.split() == ["d-1.png", "d-2.png", "d.png"]
    assert done.status == 1
    done = terminal("imagine", "a cat", "--by", "seed=1,2")
    assert (done.status, "--vary" in done.err) == (2, True)


def test_raw_asks_no_assistant(terminal: Terminal, script: Script) -> None:
    assert terminal("imagine", "exactly this", "--raw").status == 0
    assert script.heard == []
    assert script.requests[0].prompt == "exactly this"


def test_ask_shows_the_prompt_and_paints_nothing(terminal: Terminal, script: Script, here: Path) -> None:
    done = terminal("imagine", "um gato", "--ask")
    assert done.status == 0
    assert script.requests == []
    assert list(here.iterdir()) == []
    assert done.out == "A cat on the moon\n"
    assert "Nothing is painted yet." in done.err
    done = terminal("imagine", "um gato", "--ask", "--json")
    told = json.loads(done.out)
    assert (told["pictures"], told["draft"]["prompt"]) == ([], "A cat on the moon")


def test_a_default_name_never_covers_a_file(terminal: Terminal, here: Path) -> None:
    (here / "gato-na-lua-7.png").write_text("mine")
    assert terminal("imagine", "x", "--seed", "7").out == "gato-na-lua-7-2.png\n"
    assert terminal("imagine", "x", "--seed", "7").out == "gato-na-lua-7-3.png\n"
    assert (here / "gato-na-lua-7.png").read_text() == "mine"


def test_a_named_file_is_replaced_whole(terminal: Terminal, here: Path) -> None:
    (here / "fox.png").write_text("old")
    assert terminal("imagine", "x", "--output", "fox.png").out == "fox.png\n"
    assert (here / "fox.png").read_bytes().startswith(pngfile.MAGIC)
    assert [p.name for p in here.iterdir()] == ["fox.png"]


def test_a_name_without_an_ending_gets_one(terminal: Terminal, here: Path) -> None:
    assert terminal("imagine", "x", "--output", "fox.v2").out == "fox.v2.png\n"


def test_a_link_keeps_leading_where_it_leads(terminal: Terminal, here: Path) -> None:
    (here / "real.png").write_text("old")
    (here / "link.png").symlink_to("real.png")
    terminal("imagine", "x", "--output", "link.png")
    assert (here / "link.png").is_symlink()
    assert (here / "real.png").read_bytes().startswith(pngfile.MAGIC)


def test_a_device_is_written_to_not_replaced(terminal: Terminal, here: Path) -> None:
    os.mkfifo(here / "pipe.png")
    reader = os.open(here / "pipe.png", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert terminal("imagine", "x", "--output", "pipe.png").status == 0
        assert os.read(reader, 8) == pngfile.MAGIC
    finally:
        os.close(reader)
    assert (here / "pipe.png").is_fifo()


def test_an_existing_folder_takes_speaking_names(terminal: Terminal, here: Path) -> None:
    (here / "album").mkdir()
    answer = terminal("imagine", "x", "--output", "album", "--seed", "1")
    assert answer.out == f"{Path('album', 'gato-na-lua-1.png')}\n"
    assert (here / "album" / "gato-na-lua-1.png").exists()


def test_several_pictures_are_numbered(terminal: Terminal, here: Path) -> None:
    answer = terminal("imagine", "x", "--count", "3", "--output", "cat.png", "--seed", "1")
    assert answer.out.split() == ["cat-1.png", "cat-2.png", "cat-3.png"]
    assert sorted(p.name for p in here.iterdir()) == ["cat-1.png", "cat-2.png", "cat-3.png"]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("nowhere/fox.png", "no folder nowhere"),
        ("nowhere/", "no folder nowhere"),
        ("fox.jpg", "Call it fox.png"),
    ],
)
def test_what_could_not_be_written_is_not_painted(
    terminal: Terminal, script: Script, output: str, said: str
) -> None:
    answer = terminal("imagine", "x", "--output", output)
    assert answer.status == 2
    assert said in answer.err
    assert script.heard == []


def test_json_tells_the_files_and_recipes(terminal: Terminal, script: Script) -> None:
    script.notes = (Note("styles.intro"),)
    answer = terminal("imagine", "x", "--json", "--seed", "5")
    told = json.loads(answer.out)
    assert [p["file"] for p in told["pictures"]] == ["gato-na-lua-5.png"]
    assert told["pictures"][0]["recipe"]["seed"] == 5
    assert told["notes"]
    assert told["notes"][0] in answer.err


def test_what_was_painted_before_a_failure_stays(terminal: Terminal, script: Script, here: Path) -> None:
    script.breaks_after = 1
    answer = terminal("imagine", "x", "--count", "3", "--output", "cat.png")
    assert (answer.status, answer.out) == (1, "cat-1.png\n")
    assert [p.name for p in here.iterdir()] == ["cat-1.png"]


# --- failures ---


def test_a_failure_is_one_line_of_cause_and_cure(terminal: Terminal, script: Script, here: Path) -> None:
    script.failures = [OutOfCredits(engine="huggingface", detail="no\nmore")]
    answer = terminal("imagine", "x")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.splitlines()[-1].startswith("The quota or credits at Hugging Face are used up. Wait")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "cure"),
    [
        (Unauthorized(engine="gemini"), "GEMINI_API_KEY"),
        (ModelGone(engine="huggingface", model="x"), "--model"),
        (StudioError(kind="ValueError"), "Try again"),
    ],
)
def test_the_way_out_is_one_a_terminal_has(
    terminal: Terminal, script: Script, error: StudioError, cure: str
) -> None:
    script.failures = [error]
    last = terminal("imagine", "x").err.splitlines()[-1]
    assert cure in last
    assert "Settings" not in last


def test_a_missing_key_names_its_variable(terminal: Terminal) -> None:
    answer = terminal("imagine", "x", "--engine", "huggingface", missing={"huggingface": "huggingface"})
    assert answer.status == 1
    assert "HF_TOKEN" in answer.err


@pytest.mark.parametrize("option", ["--engine", "--assistant"])
def test_an_unknown_plug_names_those_there_are(terminal: Terminal, option: str) -> None:
    answer = terminal("imagine", "x", option, "dali")
    assert answer.status == 2
    assert f"{option} dali is not possible. Possible: auto, " in answer.err


def test_a_failure_as_json(terminal: Terminal, script: Script) -> None:
    script.failures = [OutOfCredits(engine="gemini")]
    answer = terminal("imagine", "x", "--json")
    assert answer.status == 1
    assert json.loads(answer.out)["error"]["code"] == "out_of_credits"


def test_a_cold_start_is_counted_down_once_a_line(terminal: Terminal, script: Script) -> None:
    script.failures = [EngineWarmingUp(engine="fake", model="m", retry_after=1)]
    answer = terminal("imagine", "x")
    assert answer.status == 0
    assert answer.err.count("cold start") == 1


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["imagine"], "no words yet"),
        (["imagine", "  "], "no words yet"),
        (["imagine", "x", "--seed"], "--seed needs a value"),
        (["imagine", "x", "--seed", "seven"], "--seed seven is not possible"),
        (["imagine", "x", "--sed", "7"], "did you mean --seed?"),
        (["imagine", "x", "--raw=1"], "--raw takes no value"),
        (["imagine", "x", "--size", "9x9"], "--size 9x9 is not possible"),
        (["imagine", "x", "--size", "64x64", "--ar", "1:1"], "exclude each other"),
        (["imagine", "x", "--style", "cubic"], "--style cubic is not possible"),
        (["imagin", "x"], "did you mean imagine?"),
        (["--locale", "pt", "imagin"], "quis dizer imagine?"),
        (["--locale", "xx", "models"], "no language xx"),
        (["recipe"], "Which picture?"),
        (["recipe", "a.png", "b.png"], "b.png is one word too many"),
        (["models", "--jsn"], "did you mean --json?"),
        (["serve", "--port", "99999"], "99999 is no port"),
        (["serve", "--auth", "name"], "NAME:PASSWORD"),
        ([], "usage: imaginario"),
    ],
)
def test_wrong_usage_is_two_and_says_why(
    terminal: Terminal, script: Script, argv: list[str], said: str
) -> None:
    answer = terminal(*argv)
    assert answer.status == 2
    assert said in answer.err
    assert answer.out == ""
    assert script.requests == []


def test_a_setting_that_cannot_be_read_is_named(terminal: Terminal) -> None:
    answer = terminal("models", environ={"IMAGINARIO_PORT": "many"})
    assert answer.status == 2
    assert "IMAGINARIO_PORT" in answer.err


# --- chat ---


def test_chat_answers_on_stdout(terminal: Terminal, script: Script) -> None:
    answer = terminal("chat", "hello", "there", "--model", "scribe-2")
    assert (answer.status, answer.out) == (0, "Um gato na lua\n")
    messages, brief = script.heard[0]
    assert (messages[-1].text, brief.kind, brief.model) == ("hello there", "chat", "scribe-2")


def test_chat_as_json(terminal: Terminal) -> None:
    told = json.loads(terminal("chat", "hello", "--json").out)
    assert told["text"] == "Um gato na lua"
    assert told["used"] == [{"stage": "chatting", "name": "scribe", "model": "scribe-1"}]


def test_a_picture_that_chat_paints_is_not_lost(terminal: Terminal, here: Path) -> None:
    answer = terminal("chat", "/imagine a cat --seed 2")
    assert answer.status == 0
    assert answer.out.splitlines()[-1] == "gato-na-lua-2.png"
    assert (here / "gato-na-lua-2.png").exists()


def test_an_answer_cannot_steer_the_terminal(terminal: Terminal, script: Script) -> None:
    script.words = ("\x1b[2Jgone\x9b31m", "\nnew\tline\r")
    assert terminal("chat", "hi").out == "[2Jgone31m\nnew\tline\n"


# --- recipe ---


def test_recipe_tells_how_it_was_made(terminal: Terminal) -> None:
    terminal("imagine", "a cat", "--output", "cat.png", "--seed", "4")
    answer = terminal("recipe", "cat.png")
    assert answer.status == 0
    assert "Idea: a cat" in answer.out
    assert "Prompt: A cat on the moon" in answer.out
    assert "Seed: 4" in answer.out
    assert json.loads(terminal("recipe", "cat.png", "--json").out)["idea"] == "a cat"


def test_recipe_reads_what_other_programs_write(terminal: Terminal, here: Path) -> None:
    from tests.faces.fakes import png

    text = "a castle\nNegative prompt: fog\nSteps: 20, Sampler: Euler a, Seed: 9, Size: 64x64"
    (here / "other.png").write_bytes(pngfile.with_texts(png().data, {"parameters": text}))
    told = json.loads(terminal("recipe", "other.png", "--json").out)
    assert (told["prompt"], told["negative_prompt"], told["Seed"]) == ("a castle", "fog", "9")
    assert "Sampler: Euler a" in terminal("recipe", "other.png").out


def test_recipe_of_a_damaged_text_is_none(terminal: Terminal, here: Path) -> None:
    from tests.faces.fakes import png

    (here / "x.png").write_bytes(pngfile.with_texts(png().data, {"imaginario": "{broken"}))
    answer = terminal("recipe", "x.png")
    assert (answer.status, answer.out) == (1, "")
    assert "no recipe in x.png" in answer.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plain.png", "There is no recipe in plain.png"),
        ("text.txt", "text.txt is not a PNG"),
        ("empty.png", "empty.png is not a PNG"),
        ("none.png", "There is no file none.png"),
        (".", ". can't be opened"),
    ],
)
def test_recipe_of_what_has_none(terminal: Terminal, here: Path, name: str, said: str) -> None:
    from tests.faces.fakes import png

    (here / "plain.png").write_bytes(png().data)
    (here / "text.txt").write_text("hello")
    (here / "empty.png").touch()
    answer = terminal("recipe", name)
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


# --- models and doctor ---


def test_models_lists_what_there_is_and_what_is_missing(terminal: Terminal) -> None:
    answer = terminal("models", missing={"huggingface": "huggingface", "gemini": "gemini"})
    assert answer.status == 0
    assert "Fake (fake): ready" in answer.out
    assert "    fake-2  Fake Two" in answer.out
    assert "    scribe-2\n" in answer.out
    engines, assistants = answer.out.split("Assistants")
    assert "Hugging Face (huggingface): needs a key: set HF_TOKEN" in engines
    assert "Google Gemini (gemini): needs a key: set GEMINI_API_KEY" in assistants


def test_models_says_why_one_does_not_answer(terminal: Terminal, script: Script) -> None:
    script.failures = [Unauthorized(engine="huggingface")]
    told = json.loads(terminal("models", "--json").out)
    (engine,) = [e for e in told["engines"] if e["name"] == "fake"]
    assert engine["available"] is False
    assert "did not accept the key" in engine["reason"]
    assert [m["id"] for m in engine["models"]] == ["fake-1"]


def test_doctor_finds_all_well(terminal: Terminal) -> None:
    answer = terminal("doctor")
    assert answer.status == 0
    assert "✗" not in answer.out
    assert "✓ Engine: Fake" in answer.out
    assert "No key for Google Gemini (GEMINI_API_KEY)" in answer.out


def test_doctor_finds_what_does_not_work(terminal: Terminal, script: Script) -> None:
    script.failures = [Unauthorized(engine="huggingface")]
    answer = terminal("doctor")
    assert answer.status == 1
    assert "✗ Engine: Fake: Hugging Face did not accept the key." in answer.out


def test_doctor_shows_no_secret(terminal: Terminal) -> None:
    key, token = "AIza" + "SyD4" * 9, "hf_" + "q9Zx" * 9
    environ = {
        "GEMINI_API_KEY": key, "HF_TOKEN": token, "IMAGINARIO_AUTH": "anna:geheim7", "IMAGINARIO_PUBLIC": "1",
        "IMAGINARIO_API_TOKEN": "tok-7a7a7a7a", "IMAGINARIO_HF_ROUTER_URL": "http://me:pass77@127.0.0.1/x",
    }  # fmt: skip
    answer = terminal("doctor", environ=environ)
    shown = answer.out + answer.err
    assert not any(s in shown for s in (key, token, "geheim7", "7a7a7a7a", "pass77", key[:-4], token[:-4]))
    assert "IMAGINARIO_PUBLIC: True *" in answer.out


def test_doctor_names_a_folder_it_cannot_use(terminal: Terminal, here: Path) -> None:
    (here / "file").touch()
    answer = terminal("doctor", environ={"IMAGINARIO_DATA_DIR": str(here / "file" / "data")})
    assert answer.status == 1
    assert "✗ Data folder" in answer.out


def test_the_keys_of_the_terminal_count_even_for_a_public_server(home: Path) -> None:
    environ = {"IMAGINARIO_PUBLIC": "1", "HF_TOKEN": "hf_" + "a1B2" * 8}
    house = own_house(Settings.read(environ), environ)
    assert set(house.secrets()) == {"huggingface"}


# --- languages ---


@pytest.mark.parametrize(
    ("argv", "environ", "expected"),
    [
        (["--locale", "es"], {"LANG": "pt_BR.UTF-8"}, "es"),
        (["models", "--locale=zh"], {}, "zh-CN"),
        ([], {"IMAGINARIO_LOCALE": "pt", "LC_ALL": "es_ES.UTF-8"}, "pt-BR"),
        ([], {"LC_ALL": "es_MX.UTF-8", "LANG": "zh_CN.UTF-8"}, "es"),
        ([], {"LC_ALL": "C", "LC_MESSAGES": "pt_PT"}, "pt-BR"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        (["--locale"], {"LANG": "zh_TW"}, "zh-CN"),
        ([], {}, "en"),
    ],
)
def test_the_language_is_what_was_said_then_the_terminals(
    argv: list[str], environ: dict[str, str], expected: str
) -> None:
    assert cli.language(argv, environ) == expected


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_whole_in_every_language(
    language: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse([command, "--help"] if command else ["--help"], Translator(language))
    text = capsys.readouterr().out
    assert left.value.code == 0
    assert "cli." not in text
    assert text.startswith(Translator(language)("cli.usage"))
    if language != "en":
        assert not any(word in text for word in ("usage:", "options:", "show this", "positional", "default"))


def test_the_assistant_writes_in_that_language(terminal: Terminal, script: Script) -> None:
    terminal("imagine", "一只猫", "--locale", "zh")
    assert script.heard[0][1].language == "zh-CN"


def test_the_parser_takes_every_option_of_the_commands() -> None:
    from imaginario.commands.parse import OPTIONS, SWITCHES

    said = build(Translator("en")).format_help()
    assert all(name in said for name in COMMANDS)
    for name in SWITCHES:
        assert getattr(parse(["imagine", "x", f"--{name}"], Translator("en")), name) is True
    for name in set(OPTIONS.values()) - SWITCHES - {"picture"}:  # only the page knows that one
        words = ["cartoonize", "x.png"] if name == "with" else ["imagine", "x", "--image", "x.png"]
        args = parse([*words, f"--{name}", "1"], Translator("en"))
        assert getattr(args, name.replace("-", "_")) == "1"


# --- the server ---


def test_serve_flags_become_settings() -> None:
    from imaginario.cli.serve import asked

    t = Translator("en")
    args = parse(["serve", "--port", "8000", "--host", "0.0.0.0", "--public", "--locale", "pt"], t)
    settings = asked(args, {"IMAGINARIO_SHARE": "0", "IMAGINARIO_PORT": "9"}, t)
    assert (settings.port, settings.host, settings.public, settings.locale) == (
        8000,
        "0.0.0.0",
        True,
        "pt-BR",
    )
    assert (settings.share, settings.open_browser) == (False, False)


def test_serve_leaves_to_the_environment_what_is_not_said() -> None:
    from imaginario.cli.serve import asked

    t = Translator("en")
    environ = {"IMAGINARIO_PUBLIC": "yes", "IMAGINARIO_AUTH": "a:b", "IMAGINARIO_OPEN_BROWSER": "1"}
    settings = asked(parse(["serve"], t), environ, t)
    assert (settings.public, settings.auth, settings.open_browser, settings.locale) == (True, "a:b", True, "")
    with pytest.raises(Misused):
        asked(parse(["serve", "--auth", ":x"], t), {}, t)


# --- the terminal itself ---


class Screen(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_status_renews_itself_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    out, err = io.StringIO(), Screen()
    console = Console(out, err)
    console.status("正在绘制一张很长很长的图片说明")
    console.status("short")
    console.line("lasting")
    console.result("result")
    first, second = err.getvalue().split("\r")[1:3]
    assert cells(first) <= 19
    assert first.endswith("…")
    assert cells(second) == cells(first)
    assert err.getvalue().endswith("lasting\n")
    assert out.getvalue() == "result\n"


def test_cut_counts_columns_not_characters() -> None:
    assert cut("猫猫猫猫", 5) == "猫猫…"
    assert cut("a  b\nc", 9) == "a b c"
    assert cells("é") == 1


def test_help_is_quick() -> None:
    def once() -> float:
        start = time.perf_counter()
        assert spoken("--help").returncode == 0
        return time.perf_counter() - start

    assert min(once() for _ in range(5)) < HELP_SECONDS


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from imaginario.cli import run\n"
        "try: run(['imagine', '--help'], {})\nexcept SystemExit: pass\n"
        "heavy = {'gradio', 'numpy', 'google', 'huggingface_hub', 'PIL', 'fastapi', 'mcp', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)), 'imaginario.wiring' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[] False"


@pytest.mark.parametrize("argv", [("chat", "/help"), ("imagine", "--help")])
def test_a_narrow_encoding_is_no_reason_to_fail(here: Path, argv: tuple[str, ...]) -> None:
    done = spoken(*argv, cwd=here, LANG="zh_CN.UTF-8", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u" in done.stdout


def test_the_reader_of_a_pipe_may_leave(here: Path) -> None:
    program = f"{sys.executable} -m imaginario doctor"
    shell = f"{{ {program}; echo status $? >&2; }} | true"
    environ = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    done = subprocess.run(
        ["bash", "-c", shell], capture_output=True, text=True, check=True, cwd=here, env=environ
    )
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def _heeds_ctrl_c() -> None:
    """A program started in the background of a script is born deaf to it; one at a terminal is not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_with_one_line_and_leaves_nothing(here: Path) -> None:
    environ = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faces.slow_terminal", "imagine", "a cat", "--output", "cat.png"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ, cwd=here,
        preexec_fn=_heeds_ctrl_c,
    ) as running:  # fmt: skip
        try:
            assert running.stderr is not None
            while "Painting 1/2" not in (line := running.stderr.readline()):
                assert line, "ended before it painted"
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=20)
        finally:
            running.kill()
    assert running.returncode == cli.STOPPED
    assert (out, err.splitlines()) == ("", ["Stopped."])
    assert list(here.iterdir()) == []


def test_the_house_is_closed(terminal: Terminal, script: Script, tmp_path: Path) -> None:
    house = FakeHouse(tmp_path, script)
    script.failures = [OutOfCredits(engine="gemini")]
    cli.run(["imagine", "x"], {}, lambda settings, environ: house)
    assert house.closed
