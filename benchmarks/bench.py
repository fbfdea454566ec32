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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import trees

BOOKS = Path(__file__).with_name("weasyprint_books.py")
CORE_BOOK = Path(__file__).with_name("core_book.py")
COMPLETE, SHEET, DAY = "complete", "first-week", "2026-12-01"
"""An edition with every page, one with the dates of a reader, and the day they are counted from."""
CHANGED = "about/how-we-check.md"
LARGE = 300
SKIPPED = "WeasyPrint: skipped, its system libraries (Pango) are missing"


@dataclass(frozen=True, slots=True)
class Task:
    """A command that is timed; ``{out}`` in it is a fresh folder each time."""

    name: str
    command: tuple[str, ...]

    tells: bool = False
    """Whether the command itself tells the seconds that count, as the last line it prints."""
    memory: str = ""
    """The folder in which the handbook keeps what it has read and found; without it each run is a first one."""

    def run(self) -> float:
        """Run it once and return its wall time in seconds; stop everything if it fails."""
        with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
            out = Path(folder) / "out"
            out.mkdir()
            return self.run_into(out)

    def run_into(self, out: Path) -> float:
        """Run it once with a folder to write to, in which something may stand already."""
        command = [part.replace("{out}", str(out)) for part in self.command]
        started = time.perf_counter()
        environment = {**quiet(), "HANDBOOK_CACHE": self.memory}
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        seconds = time.perf_counter() - started
        if done.returncode:
            sys.exit(f"{self.name} failed:\n{(done.stdout + done.stderr)[-2000:]}")
        return float(done.stdout.split()[-1]) if self.tells else seconds


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
        measure_core(trees.without_whole_books(Path(folder) / "core"), runs)
        measure_growth(Path(folder), max(runs // 3, 1))
        measure_editions(trees.copy(Path(folder) / "printed"), runs)


def measure_tree(tree: Path, runs: int) -> None:
    """Compare build and check with plain MkDocs, and the printed handbooks with WeasyPrint."""
    build, check, printed = (handbook(name, tree) for name in ("build", "check", "print"))
    plain = plain_build(tree)
    times = medians([build, check, plain], runs)
    tell(build, plain, times, "the first one")
    tell(check, plain, times, "the first one")
    with remembering(check) as again:
        later = medians([again], runs)
        tell_line("handbook check, nothing changed", later[again], times[plain], later[again] / times[plain], "")
    measure_change(check, tree, times[plain], "at most 0.5", runs)
    measure_change(build, tree, times[plain], "with every edition", runs)
    if has_weasyprint():
        books = Task("WeasyPrint", (sys.executable, str(BOOKS), str(tree), "{out}"))
        tell(books, printed, medians([printed, books], runs), "whole commands: a book a language, all our editions")
    else:
        print(SKIPPED)


def measure_core(tree: Path, runs: int) -> None:
    """Compare a build of the site, the core books and the sheets with plain MkDocs."""
    build, plain = handbook("build", tree, "of core books and sheets"), plain_build(tree)
    times = medians([build, plain], runs)
    tell(build, plain, times, "the first one")
    measure_change(build, tree, times[plain], "at most 2", runs)


def measure_change(task: Task, tree: Path, plain: float, aim: str, runs: int) -> None:
    """Compare what a task takes after one page was changed with plain MkDocs."""
    with remembering(task) as again:
        rounds = [change_and_run(again, tree) for _ in range(runs)]
    seconds = statistics.median(second for _, second in rounds)
    tell_line(f"{task.name}, one page changed", seconds, plain, seconds / plain, aim)


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


def measure_editions(tree: Path, runs: int) -> None:
    """Compare what a page costs in all editions and in the complete books, and what a second print and a sheet cost."""
    every, complete = handbook("print", tree), handbook("print", tree, COMPLETE, ("--edition", COMPLETE))
    pages, times = {task: count_pages(task) for task in (every, complete)}, medians([every, complete], runs)
    costs = {task: times[task] / pages[task] for task in times}
    tell_line(
        f"a page, all editions ({pages[every]}) : {COMPLETE} ({pages[complete]})",
        costs[every],
        costs[complete],
        costs[every] / costs[complete],
        "at most 1.2",
    )
    with remembering(every) as task:
        again = [change_and_run(task, tree) for _ in range(runs)]
    first, second = (statistics.median(times) for times in zip(*again, strict=True))
    tell_line("print with one page changed : first print", second, first, second / first, "under 0.5")
    sheet = handbook("print", tree, SHEET, ("--sheet", SHEET, "--procedure-date", DAY))
    plain = plain_build(tree)
    with remembering(sheet) as task:
        tell(task, plain, medians([task, plain], runs), "under 0.5")
    if has_weasyprint():
        ours, other = (
            Task(f"core book, {name}", (sys.executable, str(CORE_BOOK), str(tree), name), tells=True)
            for name in ("typst", "weasyprint")
        )
        tell(other, ours, medians([ours, other], runs), "at least 10")


def count_pages(task: Task) -> int:
    """Return how many pages a task prints."""
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        task.run_into(Path(folder))
        return sum(len(pypdfium2.PdfDocument(file)) for file in Path(folder).glob("*.pdf"))


@contextmanager
def remembering(task: Task) -> Iterator[Task]:
    """Give a task whose runs remember what those before have read and found."""
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        yield replace(task, memory=folder)


def change_and_run(task: Task, tree: Path) -> tuple[float, float]:
    """Return how long a task takes, and then once more with a word twice on a page of the last language."""
    page = tree / "docs" / trees.languages(tree)[-1] / CHANGED
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        first = task.run_into(Path(folder))
        page.write_text(with_a_word_twice(text), encoding="utf-8")
        second = task.run_into(Path(folder))
    page.write_text(text, encoding="utf-8")
    return first, second


def with_a_word_twice(text: str) -> str:
    """Return a page whose first paragraph ends with its last word twice, which no check minds."""
    title, first, rest = text.split("\n\n", 2)
    return f"{title}\n\n{first} {first.split()[-1]}\n\n{rest}"


def plain_build(tree: Path) -> Task:
    """Return the build by MkDocs without us as a task."""
    command = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{tree}/{trees.PLAIN}", "-d", "{out}")
    return Task("plain mkdocs build", command)


def handbook(command: str, tree: Path, name: str = "", options: tuple[str, ...] = ()) -> Task:
    """Return one of our commands as a task."""
    out = () if command == "check" else ("--out", "{out}")
    return Task(
        f"handbook {command} {name}".strip(),
        (sys.executable, "-m", "handbook", command, "--root", str(tree), *out, *options),
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
