"""Small things to print: the code of a few lines of Markdown, a book of a few lines of code, a project to spoil."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import yaml

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.dialect import BOXES
from handbook.markup.document import parse
from handbook.markup.inlines import Reference
from handbook.register.filled_words import Words
from handbook.render.citations import Bibliography
from handbook.render.marks import Wording, marked
from handbook.render.typst.book import Book, Chapter
from handbook.render.typst.context import TypstContext
from handbook.render.typst.syntax import joined
from handbook.render.typst.writer import write_blocks

ROOT = Path(__file__).parents[3]
SAMPLE = Path(__file__).parent / "sample"
PAGE = "docs/en/part/all.md"
CITED = Bibliography((), {"two": (1, 2), "three": (3,)})
MARKS = ((1, 2), (3,), (1, 2, 3))
"""The sources of each mark."""
_NUMBERS = {sources: number for number, sources in enumerate(MARKS, 1)}
NOTES = {"path": "part/all.md", "title": "All", "language": "en", "notes": MARKS}


def code_of(source: str) -> tuple[str, list[Problem]]:
    """Return the body of a page, given without its title, as code, and what was wrong with it."""
    document, problems = parse(f"# Title {{#title}}\n\n{source}", PAGE)
    assert problems == []
    context = specimen_context()
    blocks = marked(document.blocks, Wording(frozenset(), warns=lambda link: False))
    return joined(write_blocks(blocks, context)), context.problems


def specimen_context() -> TypstContext:
    """Return what the rules are told of the page, in a book whose word list has ointment."""

    def words(reference: Reference) -> Words:
        known = {"phone": Words("the clinic", blank=True), "first-wash": Words("1 day")}
        return known.get(reference.target, Words("some words"))

    def marks(targets: Iterable[str]) -> int:
        return _NUMBERS.get(CITED.behind(targets), 0)

    return TypstContext(
        images={"docs/images/square.png"},
        folder="docs/en",
        targets={"part/all.md": "part/all.md", "part/all.md#title": "part/all.md", "index.md#more": "index.md#more"},
        addresses={"part/more.md": "https://handbook.example/part/more.html"},
        box_titles={kind: f"Title of {kind}" for kind in BOXES},
        blank="to write on",
        see_page="page {page}",
        on_site="on the website",
        words=words,
        marks=marks,
        explained={"ointment": "part/all.md#hb-word-ointment"},
        picture=lambda name: None,
        path="part/all.md",
        file=PAGE,
    )


def book_of(code: str, **inputs: object) -> Book:
    """Return an English book of one chapter, which stands in the third line of its page."""
    words = yaml.safe_load((ROOT / "docs/data/interface/en.yml").read_text(encoding="utf-8"))["print"]
    sources = len(inputs["sources"]) if isinstance(inputs.get("sources"), list) else 0
    flags = ("sheet", "one-page", "two-sided", "follow-on", "large-print", "folded", "to-hang", "dated")
    look = {**dict.fromkeys(flags, False), "sources": True, "beside": 0, "gaps": 1, "sides": 0}
    given = {
        "edition": {"paper": "a4", "size": 14, "small": 12, **look},
        "subtitle": "For patients",
        "sheet-code": "B2C3D4",
        "day": "",
        "dates": {},
        "blank": "to write on",
        "review-by": "1 November 2027",
        "address": "",
        "qr": "",
        "out-of-hours": {"name": "When closed", "text": "the clinic", "blank": True},
        "code": "en",
        "language": "English",
        "fonts": ["Noto Sans", "Source Sans 3"],
        "sign-fonts": ["Source Sans 3"],
        "directions": {"en": "ltr"},
        "title": {"text": "Sample handbook", "origin": ["mkdocs.yml", 1, 1]},
        "clinic": {"name": "Example clinic", "origin": ["docs/data/our-clinic.yml", 2, 7], "example": True},
        "draft": True,
        "calls": [{"name": "Clinic", "text": "the clinic", "blank": True, "origin": ["mkdocs.yml", 3, 8]}],
        "phone": {"name": "Clinic", "text": "the clinic", "blank": True},
        "call": "",
        "text-day": "20 November 2026",
        "version": "1.2.3",
        "words": words,
        "see-page": {"en": "page {page}"},
        "untranslated": [],
        "untranslated-cover": [],
        "untranslated-contents": [],
        "notes": [{**NOTES, "notes": [marks for marks in MARKS if max(marks) <= sources]}],
        "sources": [],
        "index": [],
        "checked": ["Checked."],
        "sign-offs": [["Chapter", "By", "On"], ["All", "Nobody", "–"]],
    }
    opening = '\nchapter("All", "part/all.md", "All", '
    chapter = Chapter(PAGE, opening, (f"{{\n/*3:1*/{code}\n}}",))
    return Book("en", "handbook-en-a4.pdf", (chapter,), json.dumps({**given, **inputs}), datetime.date(2026, 11, 20))


def place_in(template: str, words: str, below: int = 0) -> Location:
    """Return where the first of some words of a template stand, or would stand so many lines below."""
    before, found, _ = (ROOT / "overrides/pdf" / template).read_text(encoding="utf-8").partition(words)
    assert found, f"{template} does not hold {words}"
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Location(f"overrides/pdf/{template}", line + below, column)


def copy_templates(folder: Path) -> Path:
    """Put the templates and fonts into a folder, which becomes a project to print from."""
    shutil.copytree(ROOT / "overrides" / "pdf", folder / "overrides" / "pdf")
    for name in ("shell.html", "partials/logo.html", "assets/colours.css"):
        file = folder / "overrides" / name
        file.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "overrides" / name, file)
    return folder
