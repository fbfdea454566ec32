"""Imports point one way: a room imports only from rooms above its own (see scripts/handbook/__init__.py)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import handbook

PACKAGE = Path(handbook.__file__).parent
ROWS = (
    ("diagnostics",),
    ("text_version", "settings", "processes"),
    ("markup", "project"),
    ("language",),
    ("translation",),
    ("register",),
    ("metrics", "render.pictures"),
    (
        "checks", "render.addresses", "render.citations", "render.editions", "render.images", "render.marks",
        "render.policy", "render.workers",
    ),
    ("render.output",),
    ("render.html", "render.typst", "render.search", "render.hosting"),
    ("staging", "pack", "streams", "compression"),
    ("pipeline", "moving", "outcomes"),
    ("command_line",),
    ("signing", "since", "preview", "translating", "preparing"),
    ("cli",),
    ("__main__",),
)
"""The rooms, from those that know nothing of the others down to the command."""
ROW = {room: number for number, row in enumerate(ROWS) for room in row}
SIDE_BY_SIDE = {("render.html", "render.search")}
"""Within a row only these: the results of the search are followed with the links of the pages."""
NEVER = {(f"render.{output}", "checks") for output in ("html", "typst", "search", "hosting")}
FILES = sorted(file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """Return what a module imports, in full: handbook.register.facts, mkdocs.plugins; for type checking as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write the import from handbook on"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(parts: tuple[str, ...]) -> str:
    """Return the room of a module: the first folder, below render/ the second as well."""
    deep = 2 if parts[0] == "render" else 1
    return ".".join(parts[:deep])


def room_of(file: Path) -> str:
    return room(file.with_suffix("").parts)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_point_one_way(file: Path) -> None:
    here = room_of(file)
    if here in ("__init__", "render.__init__"):
        assert imported(file) <= {"__future__.annotations"}
        return
    ours = {room(tuple(name.split(".")[1:])) for name in imported(file) if name.startswith("handbook.")} - {here}
    wrong = {
        name
            for name in ours
            if (ROW[name] >= ROW[here] and (here, name) not in SIDE_BY_SIDE) or (here, name) in NEVER
    }
    assert wrong == set()


ADAPTERS = ("jinja_environment", "mkdocs_adapter", "mkdocs_plugin", "output", "style_sheet")
"""The modules of render/html/ where the site generator and its theme are met."""
FRAMEWORKS = {"mkdocs", "material", "mkdocs_static_i18n"}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_only_the_adapters_of_the_html_output_know_the_site_generator(file: Path) -> None:
    knows = FRAMEWORKS & {name.split(".")[0] for name in imported(file)}
    assert not knows or (room_of(file) == "render.html" and file.stem in ADAPTERS)
