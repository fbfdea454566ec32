"""Make .venv, or bring it up to date; say nothing when it is.

    python3 scripts/prepare.py                              what a build needs
    python3 scripts/prepare.py tests/requirements.txt       that, and what the tests need

The Makefile runs this before every target, with the machine's own Python and nothing installed.
`.venv/state` says what is installed. It is removed before a change and written after it, so an
environment whose installation was interrupted has none, and is made anew.
"""

from __future__ import annotations

import hashlib
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
ON_DEBIAN = "on Debian and Ubuntu the package python3-venv is missing"


def main(extra_locks: list[str]) -> int:
    """Prepare the environment for the base lock file and the given ones, and return the exit status."""
    try:
        prepare([LOCK, *extra_locks])
    except subprocess.CalledProcessError as error:
        step = " ".join(map(str, error.cmd[1:4]))
        print(f"Could not set up .venv: {step} failed, see above.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def prepare(locks: list[str]) -> None:
    """Install what is missing: the environment itself, the locked packages, this project."""
    machine = {"python": f"{VERSION} {sys.base_prefix}", "root": str(ROOT)}
    foundation = {**machine, LOCK: digest(LOCK)}
    installed = read_state()
    if not (foundation.items() <= installed.items() and finds_project()):
        create()
        installed = machine
    for name in [*locks, PROJECT]:
        if installed.get(name) != digest(name):
            install(name)
            installed = {**installed, name: digest(name)}
            write_state(installed)


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
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    except subprocess.CalledProcessError:
        say(f"Python's own venv does not work here; {ON_DEBIAN}.")
        raise


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
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([PYTHON, "-m", "pip", "install", *quiet, *source], check=True)


def say(line: str) -> None:
    """Print a line at once, also into a pipe."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
