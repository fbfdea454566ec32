"""A language is added by the steps of CONTRIBUTING and nothing else; on the way the check tells what is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Problem
from project import ROOT, check, edit, make

STEPS = re.search(
    r"### A new language\n(.*?)\n## ", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
)
ENTRY = (
    "        - {locale: de, name: Deutsch, site_name: Ein kleines Handbuch, nav_translations: {Recovery: Erholung}}\n"
)


def told(problems: list[Problem]) -> set[str]:
    """Return the files in which something is wrong, with what kind of problem, but for the pages' own words."""
    return {f"{problem.location.path} {problem.check}".strip() for problem in problems if problem.is_error}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The base project, with German named in mkdocs.yml and nothing else."""
    folder = make(tmp_path)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    return folder


def test_the_steps_are_complete(project: Path) -> None:
    data = project / "docs/data"
    assert told(check(project)) == {f"docs/data/{name}/de.yml" for name in ("languages", "interface", "signs")}
    for name in ("languages", "interface", "signs"):
        shutil.copy(data / name / "en.yml", data / name / "de.yml")
    assert told(check(project)) == {"docs/data/topics.yml missing-topic"}
    edit(data / "topics.yml", "labels: {en: → labels: {de: Krusten, en:")
    assert "docs/data/glossary/de.yml" in {problem.location.path for problem in check(project)}
    shutil.copy(data / "glossary" / "en.yml", data / "glossary" / "de.yml")
    assert told(check(project)) == set()  # readers get the original until its pages are there
    shutil.copytree(project / "docs/en", project / "docs/de")
    assert told(check(project)) == set()


def test_the_steps_name_what_the_check_asks_for() -> None:
    assert STEPS is not None
    files = set(re.findall(r"`([\w./-]+(?:\.yml|/de/))`", STEPS[1]))
    assert files >= {
        "docs/de/", "mkdocs.yml", "docs/data/languages/de.yml", "docs/data/interface/de.yml",
        "docs/data/evidence/de.yml", "docs/data/signs/de.yml", "docs/data/glossary/de.yml", "docs/data/topics.yml",
    }  # fmt: skip
