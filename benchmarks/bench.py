"""Measure the handbook's build beside the tools one would otherwise take, and print ratios.

    make bench                  or   .venv/bin/python benchmarks/bench.py [--runs N]

What is compared runs in turns, so that a busy machine slows both; medians are compared. These are numbers
to look at, never a test: nothing fails because a machine was slow.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import trees

BOOKS = Path(__file__).with_name("weasyprint_books.py")
LARGE = 300
SKIPPED = "WeasyPrint: skipped, its system libraries (Pango) are missing"


@dataclass(frozen=True, slots=True)
class Task:
    """A command that is timed; ``{out}`` in it is a fresh folder each time."""

    name: str
    command: tuple[str, ...]

    def run(self) -> float:
        """Run it once and return its wall time in seconds; stop everything if it fails."""
        with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
            command = [part.replace("{out}", f"{folder}/out") for part in self.command]
            (Path(folder) / "out").mkdir()
            started = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, env=quiet())
            seconds = time.perf_counter() - started
        if done.returncode:
            sys.exit(f"{self.name} failed:\n{(done.stdout + done.stderr)[-2000:]}")
        return seconds


def main() -> None:
    """Measure everything and print one line a comparison."""
    parser = argparse.ArgumentParser(description="Measure the build, as ratios.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default: 5)")
    runs = parser.parse_args().runs
    print(
        f"Medians of {runs} runs in turns, {os.cpu_count()} cores, Python {sys.version.split()[0]}",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        measure_tree(trees.copy(Path(folder) / "tree"), runs)
        measure_growth(Path(folder), max(runs // 3, 1))


def measure_tree(tree: Path, runs: int) -> None:
    """Compare build and check with plain MkDocs, and the printed handbooks with WeasyPrint."""
    build, check, printed = (handbook(name, tree) for name in ("build", "check", "print"))
    plain = Task(
        "plain mkdocs build",
        (sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{tree}/{trees.PLAIN}", "-d", "{out}"),
    )
    times = medians([build, check, plain], runs)
    tell(build, plain, times, "at most 2")
    tell(check, plain, times, "at most 0.5")
    if has_weasyprint():
        books = Task("WeasyPrint", (sys.executable, str(BOOKS), str(tree), "{out}"))
        tell(books, printed, medians([printed, books], runs), "at least 10")
    else:
        print(SKIPPED)


def measure_growth(folder: Path, runs: int) -> None:
    """Compare the time per page of a small and a large handbook."""
    trees.enlarge(folder / "small", 0)
    trees.enlarge(folder / "large", LARGE)
    pages = len(list((folder / "small" / "docs" / "en").rglob("*.md")))
    small, large = (handbook("build", folder / name, name) for name in ("small", "large"))
    times = medians([small, large], runs)
    ratio = times[large] / times[small] * pages / LARGE
    tell_line(
        f"time per page, {LARGE} pages : {pages} pages",
        times[large] / LARGE,
        times[small] / pages,
        ratio,
        "at most about 1",
    )


def handbook(command: str, tree: Path, name: str = "") -> Task:
    """Return one of our commands as a task."""
    out = () if command == "check" else ("--out", "{out}")
    return Task(
        f"handbook {command} {name}".strip(),
        (sys.executable, "-m", "handbook", command, "--root", str(tree), *out),
    )


def medians(tasks: Sequence[Task], runs: int) -> dict[Task, float]:
    """Run the tasks in turns, after one unmeasured round, and return the median of each."""
    for task in tasks:
        task.run()
    rounds = [[task.run() for task in tasks] for _ in range(runs)]
    return {task: statistics.median(times) for task, times in zip(tasks, zip(*rounds, strict=True), strict=True)}


def tell(first: Task, second: Task, times: Mapping[Task, float], aim: str) -> None:
    """Print how the first compares with the second."""
    ours, other = times[first], times[second]
    tell_line(f"{first.name} : {second.name}", ours, other, ours / other, aim)


def tell_line(what: str, first: float, second: float, ratio: float, aim: str) -> None:
    """Print one comparison."""
    print(f"{what:40} {first:8.3f} s {second:8.3f} s   {ratio:6.2f}   ({aim})", flush=True)


def has_weasyprint() -> bool:
    """Tell whether WeasyPrint finds its libraries here."""
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True).returncode == 0


def quiet() -> dict[str, str]:
    """Return the environment of a timed command: one date, and no announcements of the theme's makers."""
    # What pip has installed is compiled; ours is compiled at its first run, unless the environment forbids to keep it.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "SOURCE_DATE_EPOCH": "1763596800", "NO_MKDOCS_2_WARNING": "1"}


if __name__ == "__main__":
    main()
