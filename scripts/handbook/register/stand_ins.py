"""What still has the words of the original, by language: places in mkdocs.yml, in its files, and in what all share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from handbook.diagnostics.stand_ins import MARK, StandIn, stand_ins_in
from handbook.diagnostics.text_reader import is_readable
from handbook.diagnostics.yaml_reader import open_yaml
from handbook.project import Project
from handbook.register.interview import FOLDER as INTERVIEW

OF_LANGUAGE = ("interface", "signs", "languages", "glossary", INTERVIEW, "evidence")
"""The folders with a file for each language, in the order in which a translator best goes through them."""
SHARED = "topics.yml"
"""A file with the words of every language, under its code."""
StandIns: TypeAlias = Mapping[str, tuple[StandIn, ...]]
"""By the code of the language."""


def load_stand_ins(project: Project) -> dict[str, tuple[StandIn, ...]]:
    """Return the stand-ins of every translation that has some."""
    shared = list(_found(project.data_folder / SHARED, project))
    found = {}
    for locale in project.locales[1:]:
        files = (project.data_folder / folder / f"{locale.code}.yml" for folder in OF_LANGUAGE)
        own = [stand_in for file in files for stand_in in _found(file, project)]
        labels = (stand_in for stand_in in shared if stand_in.keys[-1:] == (locale.code,))
        if every := (*locale.stand_ins, *own, *labels):
            found[locale.code] = every
    return found


def _found(file: Path, project: Project) -> Iterator[StandIn]:
    """Yield the stand-ins of a file; what else is in it, and what is wrong with it, others read."""
    if not (file.is_file() and is_readable(file)) or MARK.encode() not in file.read_bytes():
        return
    value = open_yaml(file, project.root, [])
    yield from stand_ins_in(value.node, value.path) if value else ()
