"""The command line where things are odd: no output, no room, bytes that are no text, files from anywhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from tests.faces.test_cli import ROOT, spoken, terminal

if sys.platform == "win32":
    pytest.skip("these are matters of a POSIX shell", allow_module_level=True)

__all__ = ["terminal"]


def shell(line: str, here: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """One line of sh; `$RUN` is our program."""
    run = f"{sys.executable} -m imaginario"
    told = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(here),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "RUN": run,
    }
    return subprocess.run(
        ["sh", "-c", line], cwd=here, env={**told, **environ}, capture_output=True, check=False, timeout=60
    )


def made(path: Path, **texts: str) -> None:
    """A PNG with these texts."""
    info = PngImagePlugin.PngInfo()
    for key, text in texts.items():
        info.add_itxt(key, text)
    Image.new("RGB", (8, 8), "red").save(path, pnginfo=info)


RECIPE = '{"engine": "builtin", "idea": "a cat"}'


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_without_room_is_one_sentence(here: Path) -> None:
    made(here / "a.png", imaginario=RECIPE)
    done = shell("$RUN recipe a.png >/dev/full", here)
    assert done.returncode == 1
    assert done.stderr.decode() == "The answer could not be written out (the disk is full).\n"


def test_a_closed_output_is_no_fault(here: Path) -> None:
    made(here / "a.png", imaginario=RECIPE)
    assert shell("$RUN recipe a.png >&-", here).stderr == b""
    assert b"a cat" in shell("$RUN recipe a.png 2>&-", here).stdout


def test_an_idea_is_read_in_a_terminal_that_knows_ascii_only(here: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "IMAGINARIO_LOCALE": "es"}
    done = shell(
        "$RUN imagine 'un ñandú' --raw --size 64x64 --output n.png && $RUN recipe n.png --json", here, **plain
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.split(b"\n", 1)[1])["idea"] == "un ñandú"


def test_bytes_that_are_no_text_do_not_break_it(here: Path) -> None:
    done = shell(r"printf '\377 a cat' | $RUN imagine - --raw --size 64x64 --output n.png", here)
    assert (done.returncode, done.stdout) == (0, b"n.png\n"), done.stderr


@pytest.mark.parametrize(
    "argv", [("imagine",), ("imagine", "x", "--sede", "1"), ("frob",), ("recipe", "nothing.png")]
)
def test_json_is_answered_whatever_goes_wrong(here: Path, argv: tuple[str, ...]) -> None:
    done = spoken(*argv, "--json", cwd=here)
    told = json.loads(done.stdout)["error"]
    assert told["message"]
    assert done.stderr.startswith(told["message"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"engine": "builtin", "timings": [1], "width": "a"}', "built-in sketch, not AI"),
        ('{"engine": "builtin", "draft": "s", "ignored": 3, "timings": {"a": "b"}}', "the built-in engine"),
        ('{"engine": "gemini", "draft": {"prompt_local": 5}, "idea": "a cat"}', "a cat"),
    ],
)
def test_a_recipe_of_odd_shape_tells_what_can_be_told(here: Path, text: str, line: str) -> None:
    made(here / "odd.png", imaginario=text)
    done = spoken("recipe", "odd.png", cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert line in done.stdout


def test_a_recipe_of_nothing_but_nonsense_is_none(here: Path) -> None:
    made(here / "odd.png", imaginario='{"engine": 5}')
    assert spoken("recipe", "odd.png", cwd=here).returncode == 1


def test_a_broken_off_file_is_called_so(here: Path) -> None:
    made(here / "a.png", parameters="a cat")
    (here / "b.png").write_bytes((here / "a.png").read_bytes()[:30])
    assert "is incomplete" in spoken("recipe", "b.png", cwd=here).stderr


def test_a_picture_of_another_program_speaks_the_persons_language(here: Path) -> None:
    told = "a cat\nNegative prompt: dogs\nSteps: 20, Sampler: Euler a, Seed: 42"
    made(here / "a.png", parameters=told)
    said = spoken("recipe", "a.png", cwd=here, IMAGINARIO_LOCALE="pt-BR").stdout
    assert said.splitlines()[:3] == ["Prompt enviado: a cat", "A evitar: dogs", "Steps: 20"]


def test_the_hint_names_what_was_typed(here: Path) -> None:
    line = f"{sys.executable} {ROOT / 'app.py'} --prot 1"
    assert b"python app.py --help" in shell(line, here).stderr
    assert b"./start.sh --help" in shell(line, here, CALLED_AS="./start.sh").stderr


def test_a_model_nobody_has_is_told(here: Path) -> None:
    done = spoken(
        "imagine", "um gato", "--model", "zzz", "--raw", "--size", "64x64", cwd=here, IMAGINARIO_LOCALE="pt"
    )
    assert "Não existe o modelo zzz aqui" in done.stderr
    assert "ignorado pelo modelo: modelo" in done.stderr


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"PORT": "abc"}, "IMAGINARIO_PORT=abc. Tiene que ser un número entero."),
        ({"PORT": "70000"}, "IMAGINARIO_PORT=70000. Tiene que ser un número de 0 a 65535."),
        ({"WAIT_BUDGET": "-1"}, "IMAGINARIO_WAIT_BUDGET=-1.0. Tiene que ser 0 o más."),
        ({"PUBLIC": "perhaps"}, "IMAGINARIO_PUBLIC=perhaps. Tiene que ser true o false."),
        ({"LOCAL_DEVICE": "tpu"}, "IMAGINARIO_LOCAL_DEVICE=tpu. Tiene que ser cuda, mps, cpu."),
        ({"AUTH": "secreto"}, "IMAGINARIO_AUTH=…. Tiene que ser NOMBRE:CONTRASEÑA."),
    ],
)
def test_a_setting_says_what_it_has_to_be(here: Path, environ: dict[str, str], said: str) -> None:
    told = {f"IMAGINARIO_{name}": value for name, value in environ.items()}
    done = spoken("doctor", cwd=here, IMAGINARIO_LOCALE="es", **told)
    assert done.returncode == 2
    assert said in done.stderr
    assert "secreto" not in done.stderr
