"""Typst makes the file: with our fonts alone, without the clock, and with every warning an error.

The main file is handed over in memory and the templates are read where they stand, so no folder has to be built
and whatever Typst complains about carries the very path, line and column that its author knows.
"""

from __future__ import annotations

import datetime
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pikepdf
import typst

from handbook.diagnostics.messages import Message, as_it_is
from handbook.diagnostics.problems import Location, Problem
from handbook.render.typst.book import TEMPLATES, Book
from handbook.render.typst.link_words import describe_links
from handbook.render.typst.row_heads import name_rows

_FRAME = re.compile(r"┌─ (?P<path>.+):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
_MAIN = "__typst_py_bytes__"


def compile_book(book: Book, root: Path) -> tuple[bytes, list[Problem]]:
    """Return the PDF of a book in one edition, or empty bytes and what Typst found wrong."""
    compiler = typst.Compiler(root=str(root), font_paths=fonts_of(root))
    midnight = datetime.datetime.combine(book.day, datetime.time(), datetime.UTC)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            input=book.code.encode(),
            sys_inputs={"print": book.inputs_for()},
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=int(midnight.timestamp()),
        )
    except typst.TypstError as error:
        return b"", [_problem(error, book, root)]
    assert isinstance(pdf, bytes)
    problems = [_problem(warning, book, root) for warning in warnings]
    return (b"" if problems else _finished(pdf, book.see_page)), problems


def ask(code: str, book: Book, root: Path, label: str) -> Any:
    """Return the value that some code, set like a book, gives under a label; None where it cannot be set."""
    try:
        answer = typst.query(  # type: ignore[type-var]  # its stub wants all paths to be of one type
            code.encode(),
            f"<{label}>",
            field="value",
            one=True,
            root=str(root),
            font_paths=fonts_of(root),
            sys_inputs={"print": book.inputs_for(marks=True)},
        )
    except (typst.TypstError, RuntimeError):
        return None
    return json.loads(answer)


def fonts_of(root: Path) -> typst.Fonts:
    """Return the fonts of a project, and no others."""
    folder = str(root / TEMPLATES / "fonts")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _problem(found: typst.TypstError | typst.TypstWarning, book: Book, root: Path) -> Problem:
    """Return what Typst said as a problem of the template, or of the page whose words it was about."""
    message = found.message.removeprefix("PDF/UA-1 error: ").replace(f"{root}/", "")
    frames = (_place(frame, book, root) for frame in _FRAME.finditer(found.diagnostic))
    places = [place for place in frames if place] or [Location(f"{TEMPLATES}/handbook.typ")]
    said = Message("Typst cannot print this: {message}", message=message)
    if places[0] != places[-1]:
        said = Message("{message} (asked for by {place})", message=said, place=places[-1])
    return Problem(places[0], said, as_it_is("; ".join(found.hints)))


def _place(frame: re.Match[str], book: Book, root: Path) -> Location | None:
    line, column = int(frame["line"]), int(frame["column"]) + 1  # Typst counts columns from 0
    if _MAIN in frame["path"]:
        return book.location(line, column)
    path = os.path.relpath(frame["path"], root)  # Typst names files from where the process stands
    return Location(Path(path).as_posix(), line, column)


def _finished(pdf: bytes, see_page: str) -> bytes:
    """Return the same file with heads of rows and words for its links, and at half the size: Typst writes its
    structure uncompressed.
    """
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        name_rows(document)
        describe_links(document, see_page)
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()
