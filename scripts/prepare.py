"""Make .venv, or bring it up to date; say nothing when it is.

    python3 scripts/prepare.py                              what a build needs
    python3 scripts/prepare.py tests/requirements.txt       that, and what the tests need

The Makefile runs this before every target, with the machine's own Python and nothing installed.
`.venv/state` says what is installed. It is removed before a change and written after it, so an
environment whose installation was interrupted has none, and is made anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STATE = VENV / "state"
VERSION = sys.version.split()[0]
LOCK = "scripts/requirements.txt"
PROJECT = "pyproject.toml"
OLDEST = (3, 11)
CAUSES = {
    r"No space left on device|Disk quota exceeded": "The disk is full; make room and run make again.",
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Network is unreachable"
    r"|Temporary failure in name resolution|Connection (?:refused|reset)": "No network: the packages that the handbook"
    " needs could not be fetched from pypi.org. Connect to the internet and run make again.",
    r"ensurepip is not available|No module named '?(?:venv|ensurepip)": "Python's own venv is missing; on Debian and"
    " Ubuntu install the package python3-venv.",
}
"""What pip and venv say, and what it means."""


class ReadOnlyError(Exception):
    """Something is to be changed where nobody may write."""


def main(extra_locks: list[str]) -> int:
    """Prepare the environment for the base lock file and the given ones, and return the exit status."""
    wrong = unsuitable()
    try:
        if not wrong:
            prepare([LOCK, *extra_locks])
            return 0
    except ReadOnlyError:
        wrong = f"You may not write in {ROOT}; copy the folder to a place of your own, or ask whose it is."
    except subprocess.CalledProcessError as error:
        wrong = cause_of(error)
    except OSError as error:
        wrong = f"Could not set up .venv: {error.filename or ROOT}: {error.strerror or error}."
    except KeyboardInterrupt:
        return 130
    print(wrong, file=sys.stderr)
    return 2


def unsuitable() -> str:
    """Return why nothing can be set up on this machine, or the empty text."""
    if os.name == "nt":
        return "Windows alone cannot make the handbook; use WSL, https://learn.microsoft.com/windows/wsl"
    if sys.version_info < OLDEST:
        return f"The handbook needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is Python {VERSION}."
    return ""


def cause_of(error: subprocess.CalledProcessError) -> str:
    """Return in one sentence why a step failed; what the step itself says is printed only where that is not known."""
    told = str(error.stdout or "")
    for signs, sentence in CAUSES.items():
        if re.search(signs, told):
            return sentence
    step = " ".join(map(str, error.cmd[1:4]))
    return f"{told}Could not set up .venv: {step} failed, see above."


def prepare(locks: list[str]) -> None:
    """Install what is missing: the environment itself, the locked packages, this project.

    An environment in which nothing is missing may be one that nobody can write to.
    """
    machine = {"python": f"{VERSION} {sys.base_prefix}", "root": str(ROOT)}
    foundation = {**machine, LOCK: digest(LOCK)}
    installed = read_state()
    if not (foundation.items() <= installed.items() and finds_project()):
        refuse_read_only()
        create()
        installed = machine
    for name in [*locks, PROJECT]:
        if installed.get(name) != digest(name):
            refuse_read_only()
            install(name)
            installed = {**installed, name: digest(name)}
            write_state(installed)


def refuse_read_only() -> None:
    """Raise ReadOnlyError where the environment cannot be changed, before anything of it is."""
    if not os.access(VENV if VENV.exists() else ROOT, os.W_OK):
        raise ReadOnlyError


def read_state() -> dict[str, str]:
    """Read what is installed; nothing where the file is missing or is not ours."""
    try:
        lines = STATE.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return dict(line.split("=", 1) for line in lines if "=" in line)


def write_state(installed: dict[str, str]) -> None:
    """Write what is installed, one `name=value` a line."""
    STATE.write_text("".join(f"{name}={value}\n" for name, value in installed.items()), encoding="utf-8")


def digest(name: str) -> str:
    """Return a digest of a file's content: a checkout changes times, and nothing else."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def finds_project() -> bool:
    """Tell whether the environment's Python starts and finds this project."""
    question = "import importlib.util, sys; sys.exit(importlib.util.find_spec('handbook') is None)"
    try:
        done = subprocess.run([PYTHON, "-c", question], cwd=VENV, capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def create() -> None:
    """Make the environment anew, empty but for pip."""
    say(f"Setting up .venv with Python {VERSION}")
    run([sys.executable, "-m", "venv", "--clear", VENV])


def install(name: str) -> None:
    """Install a lock file, every package checked against its hash; or the project, from its folder.

    Only wheels: no package may run code of its own, or look for a compiler, while it is installed.
    """
    STATE.unlink(missing_ok=True)
    say(f"  installing {'this project' if name == PROJECT else name}")
    if name == PROJECT:
        source = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    else:
        source = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / name)]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    run([PYTHON, "-m", "pip", "install", *quiet, *source])


def run(command: list[str | Path]) -> None:
    """Run a step; raise CalledProcessError with all that it said where it fails."""
    subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")


def say(line: str) -> None:
    """Print a line at once, also into a pipe."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
