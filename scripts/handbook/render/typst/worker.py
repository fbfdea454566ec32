"""The process that prints one language: ``python -m handbook.render.typst.worker``, fed by ``printing.py``.

It reads a pickled Job from its input and writes what it JobResult to its output. Its input stays open until
the answer has been read; when it closes before, whoever asked is gone, and the process ends at once.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading

from handbook.diagnostics.problems import Problem
from handbook.render.typst.book import Job, JobResult
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.overflow import problems_of_pages


def run(job: Job) -> JobResult:
    """Print a book in each edition."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for edition in job.editions:
        pdf, found = compile_book(job.book, edition, job.root)
        found = found or problems_of_pages(pdf, job.book, edition)
        if not found:
            files[f"handbook-{job.book.language}-{edition}.pdf"] = pdf
        problems += found
    return JobResult(files, tuple(problems))


def main() -> None:
    """Do the one job that stands on the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent closes our input
    try:
        job: Job = pickle.load(sys.stdin.buffer)
    except (EOFError, pickle.UnpicklingError):  # whoever asked was gone before the job was written
        sys.exit(1)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pickle.dump(run(job), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _end_with_parent() -> None:
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(1)


if __name__ == "__main__":
    main()
