"""The process that prints one language: ``python -m handbook.pdf.worker``, fed by ``printing.py``.

It reads a pickled Job from its input and writes what it Printed to its output. Its input stays open until
the answer has been read; when it closes before, whoever asked is gone, and the process ends at once.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading

from handbook.pdf.book import Job, Printed
from handbook.pdf.compiler import compile_book
from handbook.pdf.page_check import problems_of_pages
from handbook.problems import Problem


def run(job: Job) -> Printed:
    """Print a book in each edition."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for edition in job.editions:
        pdf, found = compile_book(job.book, edition, job.root)
        found = found or problems_of_pages(pdf, job.book, edition)
        if not found:
            files[f"handbook-{job.book.language}-{edition}.pdf"] = pdf
        problems += found
    return Printed(files, tuple(problems))


def main() -> None:
    """Do the one job that stands on the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent closes our input
    job: Job = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pickle.dump(run(job), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _end_with_parent() -> None:
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(1)


if __name__ == "__main__":
    main()
