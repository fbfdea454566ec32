"""What `make` installs, and when it installs nothing: the state of .venv before, the steps, in full."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import prepare

LOCKS = [prepare.LOCK]
WITH_TESTS = [prepare.LOCK, "tests/requirements.txt"]


class Environment:
    """A project in a temporary folder, and the steps that would have been taken in it."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.steps: list[str] = []
        self.found = True
        for name in (*WITH_TESTS, prepare.PROJECT, ".venv/bin/python"):
            self.write(name, "first")
        monkeypatch.setattr(prepare, "ROOT", root)
        monkeypatch.setattr(prepare, "STATE", root / ".venv/state")
        monkeypatch.setattr(prepare, "create", lambda: self.steps.append("create"))
        monkeypatch.setattr(prepare, "install", self.steps.append)
        monkeypatch.setattr(prepare, "finds_project", lambda: self.found)

    def write(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def prepare(self, locks: list[str]) -> list[str]:
        self.steps.clear()
        prepare.prepare(locks)
        return list(self.steps)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    return Environment(tmp_path, monkeypatch)


def test_a_first_run_makes_everything_and_a_second_nothing(environment: Environment) -> None:
    assert environment.prepare(LOCKS) == ["create", "scripts/requirements.txt", "pyproject.toml"]
    assert environment.prepare(LOCKS) == []


def test_tests_add_what_they_need_and_a_build_afterwards_keeps_it(environment: Environment) -> None:
    environment.prepare(LOCKS)
    assert environment.prepare(WITH_TESTS) == ["tests/requirements.txt"]
    assert environment.prepare(LOCKS) == []
    assert environment.prepare(WITH_TESTS) == []


def test_a_changed_project_is_installed_again_and_nothing_else(environment: Environment) -> None:
    environment.prepare(WITH_TESTS)
    environment.write("pyproject.toml", "second")
    assert environment.prepare(WITH_TESTS) == ["pyproject.toml"]


def test_other_locked_versions_make_the_environment_anew(environment: Environment) -> None:
    environment.prepare(WITH_TESTS)
    environment.write("scripts/requirements.txt", "second")
    everything = ["create", "scripts/requirements.txt", "tests/requirements.txt", "pyproject.toml"]
    assert environment.prepare(WITH_TESTS) == everything


@pytest.mark.parametrize(
    "state", [None, b"", b"\xff\xfe", b"python=2.7 /usr\n"], ids=["none", "empty", "binary", "old"]
)
def test_an_environment_that_is_not_whole_is_made_anew(environment: Environment, state: bytes | None) -> None:
    environment.prepare(LOCKS)
    file = environment.root / ".venv/state"
    file.unlink() if state is None else file.write_bytes(state)
    assert environment.prepare(LOCKS) == ["create", "scripts/requirements.txt", "pyproject.toml"]


def test_an_environment_whose_python_is_gone_is_made_anew(environment: Environment) -> None:
    environment.prepare(LOCKS)
    environment.found = False
    assert environment.prepare(LOCKS) == ["create", "scripts/requirements.txt", "pyproject.toml"]


def test_an_environment_that_was_moved_is_made_anew(
    environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare(LOCKS)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in (".venv", "scripts", "pyproject.toml"):
        (tmp_path / name).rename(elsewhere / name)
    moved = Environment(elsewhere, monkeypatch)
    assert moved.prepare(LOCKS) == ["create", "scripts/requirements.txt", "pyproject.toml"]


def failed(told: str) -> subprocess.CalledProcessError:
    return subprocess.CalledProcessError(1, ["python", "-m", "pip", "install", "x"], output=told)


OFFLINE = "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError(…)'\n" * 40
NO_NETWORK = (
    "No network: the packages that the handbook needs could not be fetched from pypi.org."
    " Connect to the internet and run make again.\n"
)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (OFFLINE + "ERROR: No matching distribution found for mkdocs==1.6.1\n", NO_NETWORK),
        ("socket.gaierror: Temporary failure in name resolution\n", NO_NETWORK),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n",
         "The disk is full; make room and run make again.\n"),
        ("The virtual environment was not created successfully because ensurepip is not available.\n",
         "Python's own venv is missing; on Debian and Ubuntu install the package python3-venv.\n"),
        ("ERROR: something new\n", "ERROR: something new\nCould not set up .venv: -m pip install failed, see above.\n"),
    ],
    ids=["offline", "no names", "full", "no venv", "unknown"],
)  # fmt: skip
def test_a_step_that_fails_is_told_by_its_cause(
    told: str,
    expected: str,
    environment: Environment,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(name: str) -> None:
        raise failed(told)

    monkeypatch.setattr(prepare, "install", fail)
    assert prepare.main([]) == 2
    assert capsys.readouterr() == ("", expected)


def test_what_cannot_be_is_told_before_anything_is_done(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for name, value in (("os.name", "nt"), ("sys.version_info", (3, 9)), ("os.access", lambda *_: False)):
        with monkeypatch.context() as patch:
            patch.setattr(f"prepare.{name}", value)
            assert prepare.main([]) == 2
        told.append(capsys.readouterr().err)
    assert told == [
        "Windows alone cannot make the handbook; use WSL, https://learn.microsoft.com/windows/wsl\n",
        f"The handbook needs Python 3.11 or newer, and this is Python {prepare.VERSION}.\n",
        f"You may not write in {environment.root}; copy the folder to a place of your own, or ask whose it is.\n",
    ]
    assert environment.steps == []


def test_an_environment_that_is_up_to_date_need_not_be_writable(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.prepare(LOCKS)
    environment.steps.clear()
    monkeypatch.setattr("prepare.os.access", lambda *_: False)
    assert (prepare.main([]), environment.steps) == (0, [])
    environment.write("pyproject.toml", "second")
    assert (prepare.main([]), environment.steps) == (2, [])
    assert capsys.readouterr().err.startswith("You may not write in ")


def test_what_a_step_says_is_kept_for_the_message() -> None:
    with pytest.raises(subprocess.CalledProcessError) as raised:
        prepare.run([sys.executable, "-c", "import sys; print('one'); sys.exit('two')"])
    assert sorted(raised.value.stdout.split()) == ["one", "two"]
