"""Passages: blocks written once, ``docs/<language>/passages/<id>.md``, and shown wherever a page names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.text_reader import read_text
from handbook.markup.document import parse_part
from handbook.markup.source_map import SourceMap
from handbook.project import PASSAGES, Locale, Project
from handbook.register.pages import Page

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Passages: TypeAlias = Mapping[tuple[str, str], Page]
"""By language and id. Each is kept as a page that no navigation has, so that checks can compare it like one."""


def load_passages(project: Project, problems: list[Problem]) -> dict[tuple[str, str], Page]:
    """Load the passages of every language; report what is malformed or without an original.

    One whose name is not plain is left out; the check ``foreign-file`` reports it.
    """
    found = {}
    for locale in project.locales:
        for file in sorted((project.root / "docs" / locale.code / PASSAGES).glob("*.md")):
            passage = _load(file, locale, project, problems) if _NAME.fullmatch(file.stem) else None
            if passage is not None:
                found[locale.code, file.stem] = passage
    problems += [_orphan(page, project) for page in found.values() if (project.codes[0], id_of(page)) not in found]
    return found


def id_of(passage: Page) -> str:
    """Return the name by which pages show a passage."""
    return passage.path.removeprefix(f"{PASSAGES}/").removesuffix(".md")


def _load(file: Path, locale: Locale, project: Project, problems: list[Problem]) -> Page | None:
    text = read_text(file, project.root, problems)
    if text is None:
        return None
    path = file.relative_to(project.root).as_posix()
    document, wrong = parse_part(SourceMap.of(text, path))
    problems += wrong
    return Page(f"{PASSAGES}/{file.name}", locale.code, locale.code, "", document, document)


def _orphan(passage: Page, project: Project) -> Problem:
    message = Message("the passage has no original: there is no {path}", path=f"docs/{project.codes[0]}/{passage.path}")
    return Problem(
        Location(passage.document.path), message, Message("delete the translation, or rename it like its original")
    )
