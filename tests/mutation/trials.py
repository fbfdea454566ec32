"""Runs the tests that belong to a mutant, each mutant in a copy of the project and a process of its own.

The processes are forked from one that has pytest in memory already; two run at a time.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from mutation.catalogue import ROOT, TESTS, Mutant, file_of

AT_ONCE = 2
SECONDS = 120
"""Of a processor, for the tests of a mutant; one that takes longer hangs."""
PATIENCE = 8
"""How many times as long a test may wait for a processor or another process."""

_LEFT_OUT = shutil.ignore_patterns(".*", "site", "build", "benchmarks", "__pycache__")
"""What no test needs."""

_CASES = ("test_cases.py", "test_checks.py")
_LONG = "render/comparison/test_long_page.py"
"""Every element on paper, on the site and in the search."""
_HTML = (
    *(f"render/html/test_{name}.py" for name in ("writer", "style_sheet", "audit")),
    _LONG,
    *(f"render/html/test_{name}.py" for name in ("site", "fallback_pages")),
)
_TYPST = (
    *(f"render/typst/test_{name}.py" for name in "syntax writer citations glyphs fonts compiler".split()),
    *(f"render/typst/test_{name}.py" for name in "overflow direction page_ends row_heads link_words".split()),
    _LONG,
    *(f"render/typst/test_{name}.py" for name in ("handbook_pdf", "fallback_books")),
    "-k=not itself and not end_well",  # the whole handbook takes long to print
)
_WORDS = tuple(f"language/{file.name}" for file in sorted(TESTS.glob("language/test_*.py")))
"""What asks for single words and numbers: done long before the trials of whole sentences, which are in folders."""
_STYLE = (
    "render/html/test_style_sheet.py", "render/html/test_accessible.py", "render/html/test_call_bar.py",
    "render/html/test_marks.py", "render/comparison/test_visible.py",
)  # fmt: skip
BELONGING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("checks/__init__.py", _CASES),
    ("checks/modes.py", _CASES),
    ("checks/prose.py", _CASES),
    ("checks/registered.py", _CASES),
    ("checks/runner.py", ("memory", *_CASES)),
    ("checks/*", (*_CASES, "-k={check}")),
    ("memory/*", ("memory",)),
    ("diagnostics/messages.py", ("reporting",)),
    ("diagnostics/*", ("diagnostics", "test_cases.py")),
    ("language/quotations.py", (*_WORDS, *_CASES, "test_hints.py", "language")),
    ("language/corrections.py", (*_WORDS, *_CASES, "test_hints.py", "language")),
    ("language/leftovers.py", (*_WORDS, *_CASES, "test_hints.py", "language")),
    ("language/*", (*_WORDS, "language")),
    ("markup/markdown_writer.py", ("tracking",)),
    ("markup/*", ("markup", "test_cases.py")),
    ("metrics/*", ("metrics", *_CASES, "-k=metrics or hard-to-read or missing-key-points")),
    ("register/filled_words.py", ("test_outputs.py", "test_fallbacks.py", "register")),
    ("register/loader.py", ("memory", "register", *_CASES)),
    ("register/pages.py", ("memory", "register", *_CASES)),
    ("register/behind.py", ("tracking/test_originals.py",)),
    ("register/originals.py", ("tracking/test_originals.py",)),
    ("register/tracked.py", ("tracking", "translating")),
    ("register/*", ("register", *_CASES)),
    ("tracking/*", ("tracking", "translating")),
    ("translating/*", ("tracking", "translating")),
    ("overrides/pdf/*", _TYPST),
    ("overrides/assets/*.css", _STYLE),
    ("overrides/assets/app.js", ("render/html/test_browser.py", "-k=mark or by_keyboard")),
    ("overrides/assets/find.js", ("render/html/test_search_box.py",)),
    ("overrides/assets/search/*", ("render/search",)),
    ("overrides/*", (_LONG, "render/html/test_site.py", "render/html/test_fallback_pages.py")),
    ("render/html/style_sheet.py", (*_STYLE, *_HTML)),
    ("render/pictures/*", ("render/pictures/test_pictures.py", "render/pictures/test_mirrored.py", _LONG)),
    ("render/typst/fitting.py", ("render/typst/test_fitting.py", "-k=closer or large or cannot_fit or nobody")),
    ("render/typst/index.py", ("render/typst/test_index.py",)),
    ("render/typst/*", _TYPST),
    ("render/search/*", ("render/search", *_HTML)),
    ("render/workers.py", ("render/test_workers.py",)),
    ("render/addresses.py", ("render/test_addresses.py",)),
    ("render/editions.py", ("render/test_editions.py",)),
    ("render/citations.py", (*_HTML, "test_fallbacks.py", "render/typst/test_handbook_pdf.py", "-k=not itself")),
    ("render/marks.py", ("render/test_marks.py",)),
    ("render/*", _HTML),
    ("preview/*", ("preview", "-k=not real_handbook")),
    ("preparing/*", ("preparing", "test_new_language.py")),
    ("project.py", (*_CASES, "test_fallbacks.py")),
    ("reporting/*", ("reporting",)),
    ("since.py", ("test_since.py",)),
    ("printing.py", ("test_selection.py", "reporting", "render/typst/test_listing.py")),
    ("checking.py", ("reporting", "test_since.py", "test_cli.py")),
    ("staging.py", ("test_staging.py",)),
    ("*", ("test_build.py",)),
)
"""The tests of each module, by the first pattern that fits: their files, and a word that a test's name must have."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    word: str
    """``killed``, ``survived``, ``timeout``, or ``untested`` where no test belongs to it."""


@dataclass(frozen=True, slots=True)
class _Trial:
    mutant: Mutant
    copy: Path
    since: float


def arguments(module: str, folder: Path = TESTS) -> list[str]:
    """Return what pytest is asked to run for a module; the tests stand in a folder."""
    tests = next(tests for pattern, tests in BELONGING if fnmatch(module, pattern))
    check = Path(module).stem.replace("_", "-")
    return [it.format(check=check) if it.startswith("-") else str(folder / it) for it in tests]


def try_all(mutants: Iterable[Mutant], folder: Path) -> Iterator[Verdict]:
    """Yield what becomes of each mutant, in the order in which they are done; ``folder`` holds the copies."""
    waiting, running = deque(mutants), dict[int, _Trial]()
    idle = [Path(shutil.copytree(ROOT, folder / str(number), ignore=_LEFT_OUT)) for number in range(AT_ONCE)]
    while waiting or running:
        while waiting and idle:
            trial = _Trial(waiting.popleft(), idle.pop(), time.monotonic())
            running[_start(trial)] = trial
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid:
            trial = running.pop(pid)
            _put(trial, file_of(trial.mutant.module).read_text(encoding="utf-8"))
            idle.append(trial.copy)
            yield Verdict(trial.mutant, _word(status))
        else:
            _stop_late(running)
            time.sleep(0.02)


def _start(trial: _Trial) -> int:
    """Put the mutant into its copy and run its tests there; return the process."""
    _put(trial, trial.mutant.source)
    pid = os.fork()
    if not pid:
        os._exit(_run(trial))
    return pid


def _put(trial: _Trial, source: str) -> None:
    file = file_of(trial.mutant.module, trial.copy)
    file.write_text(source, encoding="utf-8")
    for compiled in file.parent.glob(f"__pycache__/{file.stem}.*"):
        compiled.unlink()  # Python goes by the second and the size, and both may be the same


def _run(trial: _Trial) -> int:
    """Run the tests in this process, which ends with them."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    os.dup2(silence, sys.stderr.fileno())
    package, tests = str(trial.copy / "scripts"), trial.copy / "tests"
    os.environ |= {"PYTHONPATH": package, "PYTHONDONTWRITEBYTECODE": "1"}
    sys.dont_write_bytecode = True
    options = ["-x", "-p", "no:cacheprovider", "-o", f"pythonpath={tests} {package}", f"--basetemp={trial.copy}/tmp"]
    return int(pytest.main([*options, f"--rootdir={trial.copy}", *arguments(trial.mutant.module, tests)]))


def _stop_late(running: dict[int, _Trial]) -> None:
    for pid, trial in running.items():
        if time.monotonic() - trial.since > SECONDS * PATIENCE:
            os.killpg(pid, signal.SIGXCPU)


def _word(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "timeout"
    return {pytest.ExitCode.OK: "survived", pytest.ExitCode.NO_TESTS_COLLECTED: "untested"}.get(code, "killed")
