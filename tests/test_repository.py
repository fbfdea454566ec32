"""What guards the repository: actions that nobody can change behind our back, rights, and who looks at which file."""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

from project import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
KEPT = (
    "Makefile", "mkdocs.yml", "pyproject.toml", "scripts/handbook/cli.py", "scripts/requirements.txt",
    "tests/conftest.py",
    "overrides/main.html", "overrides/assets/app.js", ".github/workflows/check.yml", ".github/CODEOWNERS", ".ci/run",
    "docs/data/facts/risks.yml", "docs/data/sources.yml", "docs/data/warning-signs.yml", "docs/data/sign-offs.yml",
    "docs/data/our-clinic.yml", "docs/data/decisions.yml", "docs/data/languages/ms.yml", "docs/data/countries.yml",
)  # fmt: skip
"""What a request to translate never has to touch."""
FREE = (
    "docs/ms/index.md", "docs/ru/recovery/day-by-day.md", "docs/data/interface/ms.yml", "docs/data/signs/ru.yml",
    "docs/data/glossary/ms.yml", "docs/data/translations/ms/recovery/sun.yml",
)  # fmt: skip


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_named_by_its_commit(file: Path) -> None:
    used = re.findall(r"uses: *(.*)", file.read_text(encoding="utf-8"))
    wrong = [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", action)]
    assert wrong == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_what_may_write_runs_nothing_that_a_request_brings(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    assert flow["permissions"] in ({"contents": "read"}, {})
    assert "secrets." not in text
    assert "pull_request_target" not in text
    for job in flow["jobs"].values():
        rights = job.get("permissions", {})
        assert rights == {} or "pull_request" not in flow[True]  # `on`, which YAML takes for a truth
        taken = [step.get("with", {}) for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert rights == {} or all(it["ref"] == "${{ github.event.repository.default_branch }}" for it in taken)


def test_every_workflow_is_as_github_reads_it() -> None:
    """What stands in ``${{ }}`` is read by actionlint, which workflows.yml runs and no registry of Python has."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_weaknesses_are_asked_for_by_hand_as_in_the_workflow() -> None:
    """Of each package in each lock file."""
    told = re.search(r"^ADVISORIES := (.*)\\\n\t(.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert told is not None
    flow = yaml.safe_load((ROOT / ".github/workflows/advisories.yml").read_text(encoding="utf-8"))
    (asked,) = (step["run"].strip() for step in flow["jobs"]["packages"]["steps"] if "run" in step)
    assert asked == f"pipx run {told[1]}{told[2]}"
    locks = sorted(file.relative_to(ROOT).as_posix() for file in ROOT.glob("*/requirements.txt"))
    assert sorted(re.findall(r"-r (\S+)", asked)) == locks


def owners(path: str) -> list[str]:
    """Return who looks at a file, as CODEOWNERS says: the last line that fits it."""
    found: list[str] = []
    for line in (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, *names = line.partition("#")[0].split() or [""]
        inner = pattern.lstrip("/")
        if pattern and (pattern == "*" or path == inner or (inner.endswith("/") and fnmatchcase(path, f"{inner}*"))):
            found = names
    return found


@pytest.mark.parametrize("path", KEPT)
def test_whoever_keeps_the_repository_looks_at_what_no_translation_touches(path: str) -> None:
    assert owners(path) == ["@keepers"]


@pytest.mark.parametrize("path", FREE)
def test_text_belongs_to_those_who_write_it(path: str) -> None:
    assert owners(path) == []
