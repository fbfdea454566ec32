"""Imports point one way: a module imports only from rows above its own (see scripts/handbook/__init__.py)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import handbook

PACKAGE = Path(handbook.__file__).parent
ROWS = (
    {"problems"},
    {"yamlfile", "alignment", "dialect", "markdown", "project", "report"},
    {"content"},
    {"pictures", "readability"},
    {"checks", "citations", "scorecard"},
    {"site", "pdf"},
    {"staging", "pack"},
    {"pipeline"},
    {"cli"},
    {"__main__", "__init__"},
)
ROW = {name: number for number, row in enumerate(ROWS) for name in row}
SIDE_BY_SIDE = {("markdown", "alignment"), ("markdown", "dialect"), ("project", "yamlfile")}
"""Within a row only these: a page is parsed and aligned in one go, and mkdocs.yml is YAML."""
NEVER = {
    ("site", "checks"),
    ("pdf", "checks"),
    ("staging", "site"),
    ("pack", "site"),
    ("staging", "pdf"),
    ("pack", "pdf"),
}
FILES = sorted(file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """Return what a module imports, in full: handbook.content.facts, mkdocs.plugins."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write the import from handbook on"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_point_one_way(file: Path) -> None:
    here = part(file)
    ours = {name.split(".")[1] for name in imported(file) if name.startswith("handbook.")} - {here}
    down = {
        name for name in ours if (ROW[name] >= ROW[here] and (here, name) not in SIDE_BY_SIDE) or (here, name) in NEVER
    }
    assert down == set()


@pytest.mark.parametrize("file", FILES, ids=str)
def test_only_the_site_knows_mkdocs(file: Path) -> None:
    knows = any(name.split(".")[0] == "mkdocs" for name in imported(file))
    assert not knows or part(file) in ("site", "project")
