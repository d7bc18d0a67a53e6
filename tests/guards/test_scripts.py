"""The scripts a person runs, driven with a stand-in Python that writes down what it was asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from imaginario.i18n import LANGUAGES
from tests.guards.tree import ROOT

SHELL = ("start.sh", "install_linux.sh", "test.sh", "scripts/house.sh", ".ci/run")
BATCH = ("start.bat", "install_windows.bat", "scripts/say.bat", "scripts/find_python.bat")
COPIED = (*SHELL, *BATCH, "scripts/words.txt", "requirements.txt", "requirements-dev.txt",
          "requirements-local.txt")  # fmt: skip
TOOLS = ("bash", "dirname", "mkdir", "rm", "cat", "cp", "chmod", "id")

STAND_IN = f"""#!/bin/bash
# Questions about versions go to the real Python; the rest is written down, and what it would leave is left.
[ "$1" = -c ] || echo "$*" >>"$CALLS"
case "$*" in
    -c*torch*) exit "${{TORCH_ENDS:-1}}" ;;
    -c*uv*) exit "${{UV_THERE:-0}}" ;;
    -c*ensurepip*) exit "${{NO_ENSUREPIP:-0}}" ;;
    -c*) exec {sys.executable} "$@" ;;
    "-m venv .venv")
        mkdir -p .venv/bin && cp "$0" .venv/bin/python && : >.venv/pyvenv.cfg
        echo 'export VIRTUAL_ENV=here' >.venv/bin/activate ;;
    *--no-index*) exit "${{WHEEL_ENDS:-0}}" ;;
    *"uv pip install"*) exit "${{UV_ENDS:-0}}" ;;
    *"pip install"*) echo "${{PIP_SAYS:-}}" >&2; exit "${{PIP_ENDS:-0}}" ;;
    *scripts/check.py*) echo "${{CHECK_SAYS:-}}"; exit "${{CHECK_ENDS:-0}}" ;;
    *"-m pytest"*) exit "${{PYTEST_ENDS:-0}}" ;;
    *find_browser*) exit "${{BROWSER_ENDS:-0}}" ;;
    *"playwright install"*) exit "${{PLAYWRIGHT_ENDS:-0}}" ;;
esac
"""


class Machine:
    """A copy of the scripts, a PATH with a handful of tools, and a record of the calls."""

    def __init__(self, base: Path) -> None:
        self.tree, self.bin, self.record = base / "tree", base / "bin", base / "calls"
        self.folder = self.tree
        self.bin.mkdir()
        for name in COPIED:
            (self.tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.tree / name)
        for name in TOOLS:
            (self.bin / name).symlink_to(shutil.which(name) or name)
        self.add_python()

    def add_python(self, name: str = "python3") -> None:
        """Put the stand-in on PATH."""
        (self.bin / name).write_text(STAND_IN)
        (self.bin / name).chmod(0o755)

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run bash on a command with this machine's PATH and nothing else in the environment."""
        known = {"PATH": str(self.bin), "HOME": os.environ["HOME"], "CALLS": str(self.record)} | environment
        shell = str(self.bin / "bash")
        return subprocess.run(
            [shell, *command], cwd=self.folder, env=known, capture_output=True, text=True, check=False
        )

    def calls(self) -> list[str]:
        """What Python was asked since the last look."""
        lines = self.record.read_text().splitlines() if self.record.exists() else []
        self.record.unlink(missing_ok=True)
        return lines


PYTEST = "-m pytest -n auto --maxprocesses 4 --dist loadfile"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with a good Python and nothing installed."""
    return Machine(tmp_path)


PIP = "-m pip install --disable-pip-version-check --no-input"
UV = "-m uv pip install --quiet --compile-bytecode --python .venv/bin/python"
RUNTIME = "-r requirements.txt -e ."
INSTALL, INSTALL_DEV = f"{UV} {RUNTIME}", f"{UV} -r requirements-dev.txt"
INSTALL_LOCAL = f"{UV} -r requirements-local.txt -c requirements.txt"
COMPILE = "-m compileall -q imaginario"
TORCH = "-m pip install --disable-pip-version-check --no-input --no-deps"


def test_start_installs_once_and_passes_arguments_on(machine: Machine) -> None:
    assert machine.run("start.sh", "--port", "8000").returncode == 0
    assert machine.calls() == ["-m venv .venv", INSTALL, COMPILE, "app.py --port 8000"]
    assert machine.run("start.sh", "pt-BR", "--port", "8000").returncode == 0
    assert machine.calls() == ["app.py --locale pt-BR --port 8000"]


def test_start_from_another_folder(machine: Machine, tmp_path: Path) -> None:
    machine.folder = tmp_path
    assert machine.run(str(machine.tree / "start.sh")).returncode == 0
    assert (machine.tree / ".venv").is_dir()


def test_changed_pins_are_installed(machine: Machine) -> None:
    machine.run("start.sh")
    (machine.tree / "requirements.txt").write_text("gradio==99\n")
    machine.calls()
    machine.run("start.sh")
    assert machine.calls() == [INSTALL, COMPILE, "app.py"]


@pytest.mark.parametrize(
    ("said", "locale"), [("pt", "pt-BR"), ("zh", "zh-CN"), ("zh-CN", "zh-CN"), ("es", "es"), ("en", "en")]
)
def test_start_knows_the_languages(machine: Machine, said: str, locale: str) -> None:
    machine.run("start.sh", said)
    assert machine.calls()[-1] == f"app.py --locale {locale}"


def test_start_refuses_an_unknown_language(machine: Machine) -> None:
    done = machine.run("start.sh", "klingon")
    assert (done.returncode, machine.calls()) == (2, [])
    assert done.stderr.startswith("Say it like this: ./start.sh")


def test_start_ends_as_the_app_ends(machine: Machine) -> None:
    stand_in = machine.bin / "python3"
    stand_in.write_text(
        stand_in.read_text().replace(
            "    *scripts/check.py*)", "    app.py*) exit 7 ;;\n    *scripts/check.py*)"
        )
    )
    assert machine.run("start.sh").returncode == 7


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "Python 3.11 or newer is missing"),
        ({"LANG": "pt_BR.UTF-8"}, "Falta o Python 3.11"),
        ({"LANG": "es_MX.UTF-8"}, "Falta Python 3.11"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "缺少 Python 3.11"),
    ],
)
def test_no_python_is_one_sentence(machine: Machine, environment: dict[str, str], sentence: str) -> None:
    done = machine.run("start.sh", PATH="/nonexistent", **environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


def test_the_argument_decides_the_language_of_the_sentence(machine: Machine) -> None:
    assert machine.run("start.sh", "es", PATH="/nonexistent", LANG="pt_BR").stderr.startswith("Falta Python")


def test_an_old_python_is_passed_over(machine: Machine) -> None:
    machine.add_python("python3.12")
    (machine.bin / "python3").write_text("#!/bin/bash\nexit 1\n")
    assert machine.run("start.sh").returncode == 0
    assert machine.calls()[0] == "-m venv .venv"


def test_only_an_old_python_names_the_package_of_a_newer(machine: Machine) -> None:
    (machine.bin / "python3").write_text("#!/bin/bash\nexit 1\n")
    assert "sudo apt install python3.11 python3.11-venv" in machine.run("start.sh").stderr


def test_no_venv_module_names_the_package(machine: Machine) -> None:
    done = machine.run("start.sh", NO_ENSUREPIP="1")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert done.returncode == 1
    assert f'"sudo apt install python{version}-venv"' in done.stderr
    assert machine.calls() == []


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ("WARNING: Retrying (Retry(total=0)): NewConnectionError", "check the connection"),
        ("ERROR: No space left on device", "the lines above say why"),
    ],
)
def test_a_failed_install_says_why_and_is_done_again(machine: Machine, says: str, sentence: str) -> None:
    done = machine.run("start.sh", UV_ENDS="1", PIP_SAYS=says, PIP_ENDS="1")
    assert done.returncode == 1
    assert says in done.stderr
    assert sentence in done.stderr.splitlines()[-1]
    assert "app.py" not in machine.calls()
    machine.run("start.sh")
    assert machine.calls() == [INSTALL, COMPILE, "app.py"]


def test_uv_is_fetched_once_in_the_version_that_is_pinned(machine: Machine) -> None:
    pins = (ROOT / "requirements-dev.txt").read_text("utf-8").splitlines()
    version = next(line for line in pins if line.startswith("uv=="))
    assert machine.run("install_linux.sh", UV_THERE="1").returncode == 0
    assert f"-m pip install --quiet --no-input --no-deps {version}" in machine.calls()


@pytest.mark.parametrize("trouble", [{"UV_THERE": "1"}, {"UV_ENDS": "2"}], ids=["no uv", "uv fails"])
def test_pip_installs_where_uv_cannot(machine: Machine, trouble: dict[str, str]) -> None:
    assert machine.run("start.sh", **trouble).returncode == 0
    assert machine.calls()[-3:] == [f"{PIP} {RUNTIME}", COMPILE, "app.py"]


def test_a_damaged_venv_is_made_anew(machine: Machine) -> None:
    machine.run("start.sh")
    (machine.tree / ".venv/bin/python").unlink()
    machine.calls()
    machine.run("start.sh")
    assert machine.calls() == ["-m venv .venv", INSTALL, COMPILE, "app.py"]


def test_a_strange_venv_is_left_alone(machine: Machine) -> None:
    (machine.tree / ".venv").mkdir()
    (machine.tree / ".venv/diary.txt").write_text("mine")
    done = machine.run("install_linux.sh", "T")
    assert done.returncode == 1
    assert "not a virtual environment" in done.stderr
    assert (machine.tree / ".venv/diary.txt").read_text() == "mine"


def test_first_argument_installs_cleanly(machine: Machine) -> None:
    machine.run("install_linux.sh")
    (machine.tree / ".venv/old").touch()
    machine.calls()
    machine.run("install_linux.sh", "F")
    assert (machine.calls(), (machine.tree / ".venv/old").exists()) == ([], True)
    machine.run("install_linux.sh", "T")
    assert machine.calls() == ["-m venv .venv", INSTALL, COMPILE]
    assert not (machine.tree / ".venv/old").exists()


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("F", "F"), {}), (("F",), {"USE_VENV": "F"}), (("F",), {"USE_VENV": "0"}), ((), {"USE_VENV": "false"})],
)
def test_second_argument_or_use_venv_leaves_venv_out(
    machine: Machine, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    assert machine.run("install_linux.sh", *arguments, **environment).returncode == 0
    assert machine.calls() == [f"{PIP} {RUNTIME}", COMPILE]
    assert not (machine.tree / ".venv").exists()
    machine.run("start.sh", **(environment or {"USE_VENV": "F"}))
    assert machine.calls() == ["app.py"]


WATCHED = """
set -u; shopt -s nullglob
before=$(set +o; shopt; trap; pwd; compgen -v | grep -v -e before -e after -e _ )
source "$1" {arguments}
ended=$?
after=$(set +o; shopt; trap; pwd; compgen -v | grep -v -e before -e after -e _ -e ended)
[ "$before" = "$after" ] && echo same; echo "ended $ended ${{VIRTUAL_ENV:-none}}"
"""


@pytest.mark.parametrize(
    ("arguments", "environment", "ends"),
    [
        ("", {}, "ended 0 here"),
        ("T T", {}, "ended 0 here"),
        ("F F", {}, "ended 0 none"),
        ("", {"USE_VENV": "F"}, "ended 0 none"),
        ("", {"NO_ENSUREPIP": "1"}, "ended 1 none"),
        ("", {"UV_ENDS": "1", "PIP_ENDS": "1"}, "ended 1 none"),
    ],
)
def test_sourcing_leaves_the_shell_as_it_was(
    machine: Machine, tmp_path: Path, arguments: str, environment: dict[str, str], ends: str
) -> None:
    (machine.bin / "grep").symlink_to(shutil.which("grep") or "grep")
    script = WATCHED.format(arguments=arguments)
    file = str(machine.tree / "install_linux.sh")
    machine.folder = tmp_path
    done = machine.run("-c", script, "bash", file, **environment)
    assert done.stdout.splitlines()[-2:] == ["same", ends]


def test_testing_installs_the_rest_and_runs_everything(machine: Machine) -> None:
    done = machine.run("test.sh", "-k", "one thing")
    assert done.returncode == 0
    calls = machine.calls()
    assert calls[:-2] == ["-m venv .venv", INSTALL, COMPILE, INSTALL_DEV, "scripts/find_browser.py"]
    assert sorted(calls[-2:]) == [f"{PYTEST} -k one thing", "scripts/check.py"]  # beside each other


@pytest.mark.parametrize(
    ("environment", "ends"),
    [
        ({"PYTEST_ENDS": "0"}, 0),
        ({"PYTEST_ENDS": "1"}, 1),
        ({"PYTEST_ENDS": "5"}, 5),
        ({"CHECK_ENDS": "1"}, 1),
        ({"CHECK_ENDS": "1", "PYTEST_ENDS": "2"}, 2),
    ],
)
def test_testing_ends_as_the_tests_end(machine: Machine, environment: dict[str, str], ends: int) -> None:
    assert machine.run("test.sh", **environment).returncode == ends
    assert sorted(machine.calls()[-2:]) == [PYTEST, "scripts/check.py"]


def test_what_the_checks_say_is_told_last(machine: Machine) -> None:
    done = machine.run("test.sh", CHECK_SAYS="ok   ruff", CHECK_ENDS="1")
    assert (done.returncode, done.stdout.splitlines()) == (1, ["ok   ruff"])


def test_the_build_runs_the_tests(machine: Machine) -> None:
    assert machine.run(".ci/run", PYTEST_ENDS="4").returncode == 4
    assert INSTALL_LOCAL in machine.calls()


def test_without_torch_it_is_said_what_is_left_out(machine: Machine) -> None:
    lines = machine.run("test.sh").stderr.splitlines()
    assert (
        [line for line in lines if "./test.sh --local" in line]
        == [line for line in lines if line.startswith("torch is not here")]
        != []
    )
    assert "torch is not here" not in machine.run("test.sh", TORCH_ENDS="0").stderr


def pin() -> str:
    """The torch that is pinned."""
    lines = (ROOT / "requirements-local.txt").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("torch=="))


@pytest.mark.skipif(sys.platform != "linux", reason="the small torch is a matter of Linux")
def test_the_small_torch_comes_first(machine: Machine) -> None:
    machine.run("test.sh", "--local", "-k", "x")
    calls = machine.calls()
    assert calls[4:6] == [f"{TORCH} --no-index {pin()}", INSTALL_LOCAL]
    assert f"{PYTEST} -k x" in calls[-2:]
    machine.run("test.sh", "--local")
    assert INSTALL_LOCAL not in machine.calls()


@pytest.mark.skipif(sys.platform != "linux", reason="the small torch is a matter of Linux")
def test_without_a_wheel_here_pytorchs_own_is_asked(machine: Machine) -> None:
    machine.run("install_linux.sh", "F", "T", "F", "T", WHEEL_ENDS="1")
    index = "--index-url https://download.pytorch.org/whl/cpu"
    assert machine.calls()[3:] == [f"{TORCH} --no-index {pin()}", f"{TORCH} {index} {pin()}", INSTALL_LOCAL]


def test_a_torch_that_is_there_is_kept(machine: Machine) -> None:
    machine.run("install_linux.sh", "F", "T", "F", "T", TORCH_ENDS="0")
    assert machine.calls()[3:] == [INSTALL_LOCAL]


def test_no_browser_to_be_had_is_said(machine: Machine) -> None:
    (machine.bin / "id").unlink()
    (machine.bin / "id").write_text("#!/bin/bash\necho 1000\n")
    (machine.bin / "id").chmod(0o755)
    done = machine.run("test.sh", BROWSER_ENDS="1", PLAYWRIGHT_ENDS="1")
    assert done.returncode == 1
    assert "need Chromium" in done.stderr.splitlines()[-1]
    assert machine.calls()[-1] == "-m playwright install chromium"


@pytest.mark.parametrize("name", SHELL)
def test_shell_scripts_are_well_formed(name: str) -> None:
    text = (ROOT / name).read_bytes()
    assert b"\r" not in text
    assert subprocess.run(["bash", "-n", str(ROOT / name)], check=False, capture_output=True).stderr == b""
    assert os.access(ROOT / name, os.X_OK) == text.startswith(b"#!")


@pytest.mark.parametrize("name", BATCH)
def test_batch_files_are_plain_and_lead_somewhere(name: str) -> None:
    """cmd.exe needs CRLF to find labels, reads bytes in the machine's code page, and ends at a lost label."""
    text = (ROOT / name).read_bytes().decode("ascii")
    assert "*.bat text eol=crlf" in (ROOT / ".gitattributes").read_text()
    assert text.count("\n") == text.count("\r\n")
    targets = set(re.findall(r"(?:goto|call) :(\w+)", text))
    labels = re.findall(r"^:(\w+)", text, re.M)
    assert targets == set(labels)
    assert len(labels) == len(set(labels))


def sentences() -> dict[str, dict[str, str]]:
    """words.txt as key -> language -> sentence."""
    found: dict[str, dict[str, str]] = {}
    for line in (ROOT / "scripts/words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, _, text = line.partition("=")
            key, _, language = name.partition(".")
            assert language not in found.setdefault(key, {})
            found[key][language] = text
    return found


def test_the_scripts_speak_every_language() -> None:
    for key, texts in sentences().items():
        assert list(texts) == list(LANGUAGES), key
        assert len(set(texts.values())) == len(LANGUAGES), key
        assert len({text.count("{}") for text in texts.values()}) == 1, key


def test_the_scripts_say_what_is_there() -> None:
    said: Callable[[str], list[str]] = re.compile(r"\bsay(?:\.bat\"?)? (\w+)").findall
    used = {key for name in (*SHELL, *BATCH) for key in said(code((ROOT / name).read_text("utf-8")))}
    assert used == set(sentences())


def code(text: str) -> str:
    """A script without its comments."""
    return re.sub(r"^\s*(?:#|rem ).*$", "", text, flags=re.M)
