"""Imports point one way: a room imports only from rooms above its own (see scripts/handbook/__init__.py)."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import handbook

PACKAGE = Path(handbook.__file__).parent
ROWS = (
    ("diagnostics",),
    ("text_version", "settings", "processes"),
    ("markup", "project"),
    ("language",),
    ("tracking",),
    ("register",),
    ("metrics", "render.pictures"),
    (
        "checks", "render.addresses", "render.citations", "render.editions", "render.images", "render.marks",
        "render.policy", "render.workers",
    ),
    ("render.output",),
    ("render.html", "render.typst", "render.search", "render.hosting"),
    ("outputs", "staging", "pack", "streams", "revisions", "compression", "memory"),
    ("pipeline", "moving", "outcomes", "reporting"),
    ("command_line",),
    ("signing", "since", "preview", "translating", "preparing", "interviewing", "packing", "updating",
     "handing_out"),
    ("checking", "printing"),
    ("cli",),
    ("__main__",),
)
"""The rooms, from those that know nothing of the others down to the command."""
ROW = {room: number for number, row in enumerate(ROWS) for room in row}
SIDE_BY_SIDE = {("render.html", "render.search")}
"""Within a row only these: the results of the search are followed with the links of the pages."""
NEVER = {(f"render.{output}", "checks") for output in ("html", "typst", "search", "hosting")}
FILES = sorted(file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))


@cache
def imported(file: Path) -> frozenset[str]:
    """Return what a module imports, in full: handbook.register.facts, mkdocs.plugins; for type checking as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write the import from handbook on"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def room(parts: tuple[str, ...]) -> str:
    """Return the room of a module: the first folder, below render/ the second as well."""
    deep = 2 if parts[0] == "render" else 1
    return ".".join(parts[:deep])


def room_of(file: Path) -> str:
    return room(file.with_suffix("").parts)


def wrongly_imported(file: Path) -> frozenset[str]:
    """Return the rooms that a module imports from and may not."""
    here = room_of(file)
    if here in ("__init__", "render.__init__"):
        return imported(file) - {"__future__.annotations"}
    ours = {room(tuple(name.split(".")[1:])) for name in imported(file) if name.startswith("handbook.")} - {here}
    return frozenset(
        name
        for name in ours
        if (ROW[name] >= ROW[here] and (here, name) not in SIDE_BY_SIDE) or (here, name) in NEVER
    )


def test_imports_point_one_way() -> None:
    assert {str(file): wrong for file in FILES if (wrong := wrongly_imported(file))} == {}


ADAPTERS = ("jinja_environment", "mkdocs_adapter", "mkdocs_plugin", "output", "style_sheet")
"""The modules of render/html/ where the site generator and its theme are met."""
FRAMEWORKS = {"mkdocs", "material", "mkdocs_static_i18n"}


def test_only_the_adapters_of_the_html_output_know_the_site_generator() -> None:
    knowing = [file for file in FILES if FRAMEWORKS & {name.split(".")[0] for name in imported(file)}]
    assert {(room_of(file), file.stem) for file in knowing} <= {("render.html", name) for name in ADAPTERS}
    assert knowing
