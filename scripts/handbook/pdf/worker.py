"""The process that prints one language: ``python -m handbook.pdf.worker``, fed by ``printing.py``.

It reads a pickled Job from its input and writes the pickled problems to its output. Its input stays open until
the answer has been read; when it closes before, whoever asked is gone, and the process ends at once.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading

from handbook.pdf.book import Job
from handbook.pdf.compiler import compile_book
from handbook.pdf.page_check import problems_of_pages
from handbook.problems import Problem


def run(job: Job) -> list[Problem]:
    """Print a book in each edition; an edition with a problem is not written."""
    problems: list[Problem] = []
    for edition in job.editions:
        pdf, found = compile_book(job.book, edition, job.root)
        if not found:
            found = problems_of_pages(pdf, job.book, edition)
        if not found:
            (job.out / f"handbook-{job.book.language}-{edition}.pdf").write_bytes(pdf)
        problems += found
    return problems


def main() -> None:
    """Do the one job that stands on the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent closes our input
    job: Job = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pickle.dump(run(job), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _end_with_parent() -> None:
    if not sys.stdin.buffer.read(1):
        os._exit(1)


if __name__ == "__main__":
    main()
