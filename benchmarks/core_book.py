"""The core book of one language from what has been read already, by one road or the other; prints the seconds it took.

    python benchmarks/core_book.py TREE typst|weasyprint
"""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from handbook.pipeline import read
from handbook.render.typst.chapters import book_of
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.fonts import read_project_fonts

EDITION = "core"


def main(tree: Path, road: str) -> None:
    """Get everything ready, then print and tell how long that took."""
    handbook = read(tree, datetime.date.today()).handbook
    assert handbook is not None
    edition = next(each for each in handbook.editions if each.id == EDITION)
    make: Callable[[], object]
    if road == "typst":
        book, _ = book_of(edition, handbook.source, handbook, read_project_fonts(tree, []))
        make = partial(compile_book, book, tree)
    else:
        from core_html import html_of
        from weasyprint_books import write

        make = partial(write, html_of(edition, handbook.source, handbook), Path(os.devnull))
    started = time.perf_counter()
    make()
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])
