"""The program knows no subject: what this handbook is about stands in docs/ alone."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import yaml

import handbook

PACKAGE = Path(handbook.__file__).parent
ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))
SUBJECT = re.compile(r"laser|crust|(?<![a-z])skin|redness|\bco2\b|swell|scar|wound", re.IGNORECASE)
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


@cache
def said(file: Path) -> frozenset[str]:
    """Return every name and every text of a module but its docstrings."""
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return frozenset(text for node in ast.walk(tree) if id(node) not in docstrings for text in _said_by(node))


def _said_by(node: ast.AST) -> tuple[str, ...]:
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
    return ()


def test_no_module_speaks_of_the_subject() -> None:
    assert [file for file in FILES if SUBJECT.search(file.as_posix())] == []
    found = {(text, file.as_posix()) for file in FILES for text in said(file) if SUBJECT.search(text)}
    assert found == set(EXAMPLES.items())


def test_no_module_names_a_fact() -> None:
    assert {str(file): named for file in FILES if (named := facts() & said(file))} == {}
