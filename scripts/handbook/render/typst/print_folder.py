"""The folder that Typst reads while it prints a book."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.render.typst.book import TEMPLATES, Book


@contextmanager
def print_folder(book: Book, root: Path) -> Iterator[Path]:
    """Give the project itself; or for a book with images its templates, and beside them the images as published.

    What an image in the project carries unseen never reaches Typst, which would put it into the file.
    """
    if not book.images:
        yield root
        return
    with TemporaryDirectory(prefix="handbook-print-") as name:
        folder = Path(name).resolve()
        shutil.copytree(root / TEMPLATES, folder / TEMPLATES)
        for path, content in book.images.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield folder
