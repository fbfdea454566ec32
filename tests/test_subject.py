"""The program knows no subject: what this handbook is about stands in docs/ alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

import handbook

PACKAGE = Path(handbook.__file__).parent
ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))
SUBJECT = re.compile(r"laser|crust|skin|redness|\bco2\b|swell|scar|wound", re.IGNORECASE)
EXAMPLES = {
    "say in a few words what is to be seen: ![A cheek with thin brown crusts]({source})": "checks/missing_alt.py",
    "write it as in skin-columns": "register/picture_reader.py",
}
"""Hints in which an example helps more than a rule."""


@cache
def facts() -> frozenset[str]:
    """Return the ids of all facts and decisions of this handbook."""
    data = ROOT / "docs" / "data"
    files = [*sorted((data / "facts").glob("[!_]*.yml")), data / "decisions.yml"]
    listed = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return frozenset(entry["id"] for file in listed for entry in file.get("facts") or file["decisions"])


def said(file: Path) -> Iterator[str]:
    """Yield every name and every text of a module but its docstrings."""
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_module_speaks_of_the_subject(file: Path) -> None:
    assert not SUBJECT.search(file.as_posix())
    found = {text for text in said(file) if SUBJECT.search(text)}
    assert found == {text for text, where in EXAMPLES.items() if where == file.as_posix()}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_module_names_a_fact(file: Path) -> None:
    assert facts() & set(said(file)) == set()
