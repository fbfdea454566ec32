"""Every check has a manual with an example that passes and one that fails, both true, and a case of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook import checks
from handbook.checks import CHECKS, NAMES, Mode, found_by
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.markup.document import parse
from handbook.register.digest import shown_on
from handbook.register.handbook import Handbook
from project import BASE, CASES, ROOT, Case, base_text, load, make

_FILE = re.compile(r"^(docs/\S+?):?$", re.MULTILINE)
NOT_THERE = "(no such file)"
BY_NAME = dict(zip(NAMES, CHECKS, strict=True))


def examples(name: str) -> Mapping[str, str]:
    """Return the indented texts of a check's manual by the word above them."""
    found = re.findall(r"^(\w+):\n\n((?:    .*\n|\n)+)", checks.manual(name) + "\n", re.MULTILINE)
    return {word: re.sub("^    ", "", text, flags=re.MULTILINE).strip("\n") for word, text in found}


def files_of(example: str) -> dict[str, str]:
    """Return the files of an example: pages without their title, lines of data files, or a bare path."""
    if not example.startswith("docs/"):
        example = f"docs/en/index.md:\n{example}"
    parts = _FILE.split(example)[1:]
    return {path: whole(path, text) for path, text in zip(parts[::2], parts[1::2], strict=True)}


def whole(path: str, text: str) -> str:
    if path.endswith(".md"):
        return text.strip() + "\n" if "/passages/" in path else f"# Healing {{#healing}}\n\n{text.strip()}\n"
    if not text.strip():
        return ""
    if "/translations/" in path or not any((root / path).exists() for root in (BASE, ROOT)):
        return text.strip() + "\n"
    lines = base_text(Path(path)).splitlines(keepends=True)
    for new in text.strip().splitlines():
        at = next(at for at, line in enumerate(lines) if line.lstrip(" -").startswith(new.partition(":")[0] + ":"))
        lines[at] = lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))] + new + "\n"
    return "".join(lines)


def found(module: ModuleType, example: str, root: Path) -> list[Problem]:
    """Run one check alone on the base project with an example in it."""
    files = files_of(example)
    project = make(root, {path: text for path, text in files.items() if NOT_THERE not in text})
    for path, text in files.items():
        if NOT_THERE in text:
            (project / path).unlink()
    handbook, problems = load(project)
    assert handbook is not None
    assert problems == []
    return list(found_by(module, handbook))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "unsigned-page"])
def test_the_examples_in_the_manual_are_true(name: str, tmp_path: Path) -> None:
    assert set(examples(name)) == {"Passes", "Fails"}
    assert found(BY_NAME[name], examples(name)["Passes"], tmp_path / "passes") == []
    assert found(BY_NAME[name], examples(name)["Fails"], tmp_path / "fails") != []


def test_the_examples_of_unsigned_page_are_true_for_every_page(tmp_path: Path) -> None:
    module, given = BY_NAME["unsigned-page"], examples("unsigned-page")
    assert len(found(module, given["Fails"], tmp_path / "fails")) == 6
    handbook, _ = load(make(tmp_path / "unsigned"))
    assert handbook is not None
    assert found(module, signed(given["Passes"], handbook), tmp_path / "passes") == []


def signed(example: str, handbook: Handbook) -> str:
    """Write out the example's sign-off for every page."""
    before, entry, after = re.split(r"(\{.*\})", example)
    gaps = re.sub("…", "{}", entry.replace("{", "{{").replace("}", "}}"))
    pages = handbook.pages
    entries = [gaps.format(page.path, page.language, shown_on(page, handbook).digest) for page in pages]
    return before + ", ".join(entries) + after


@pytest.mark.parametrize("name", NAMES)
def test_a_manual_begins_with_what_is_wanted_and_ends_with_what_to_do(name: str) -> None:
    manual = checks.manual(name)
    assert manual.splitlines()[0].endswith(".")
    assert "\nWhat to do: " in manual


@pytest.mark.parametrize("name", NAMES)
def test_every_check_has_a_case(name: str) -> None:
    assert any(f"[{name}]" in Case.read(file).expected for file in CASES.rglob("*.txt"))


def test_every_module_beside_the_runner_is_a_check_or_serves_them() -> None:
    modules = {file.stem.replace("_", "-") for file in Path(checks.__file__).parent.glob("*.py")}
    advice = "advice-commands advice-conditions advice-pairs advice-pieces advice-sides advice-strength".split()
    advice += "exchanged reordered turned".split()
    serving = "leftovers modes pairs prose registered runner second-reading uncounted".split()
    assert modules - set(NAMES) == {"--init--", *advice, *serving}


def test_a_language_without_the_words_that_a_check_looks_for_is_told(tmp_path: Path) -> None:
    project = make(tmp_path)
    file = project / "docs/data/languages/ms.yml"
    text = file.read_text(encoding="utf-8")
    text = re.sub("^negations: .*\n", "", text, flags=re.MULTILINE)
    file.write_text(re.sub("^counterparts:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")
    handbook, problems = load(project)
    assert handbook is not None
    assert problems == []
    asked = (BY_NAME["missing-counterpart"], BY_NAME["banned-phrase"])
    told = [problem for module in asked for problem in found_by(module, handbook)]
    assert [(str(problem.location), problem.message) for problem in told] == [
        ("docs/data/languages/ms.yml:1:1", "Bahasa Melayu has 0 counterparts, and English has 1"),
        ("docs/data/languages/ms.yml:1:1", "the language has no negations"),
    ]


PIECES = st.sampled_from(
    ["a", "3", "3 days", "слово", "hari ke-3", "at least ", " ", "\n", "\n\n", "- ", "1. ", "# ", "**",
     "[", "]", "(", ")", "|", "|---|", "[3 days](fact:crusts-last)", "[](fact:first-wash)", "[](clinic:phone)",
     "[x](https://[)", "[x](#day-2-4)", "![3 days](b.png)", "[![](b.png)](a.md)", "!!! note\n    ", "{#day-2-4}",
     "<b>", "&amp;", "    ", "fact:", "day 2 to 4", "`3 days`", "[a](a.md#", "\\",
     "| a | b |\n|---|---|\n| a | b |\n", "`"]
)  # fmt: skip


@cache
def base() -> Handbook:
    """Return the base project; no fixture, or hypothesis would print all of it."""
    with TemporaryDirectory() as folder:
        handbook, _ = load(make(Path(folder)))
    assert handbook is not None
    return handbook


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["en", "ms", "ru"]))
def test_no_page_is_too_strange_to_be_checked(text: str, language: str) -> None:
    document, _ = parse(f"# Healing {{#healing}}\n\n{text}\n", f"docs/{language}/index.md")
    pages = tuple(
        replace(page, document=document) if page.document.path == document.path else page for page in base().pages
    )
    lines = document.source.split("\n")
    for problem in checks.run(replace(base(), pages=pages), Mode.RELEASE):
        if problem.location.path == document.path:
            assert 1 <= problem.location.line <= len(lines)
            assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1


@pytest.mark.parametrize("name", ["missing-counterpart"])
def test_a_language_that_lacks_a_counterpart_is_told(name: str, tmp_path: Path) -> None:
    root = make(tmp_path)
    file = root / "docs/data/languages/ms.yml"
    listed = re.compile(r"^counterparts:.*\n(?:[- ] .*\n)+", re.MULTILINE)
    text, found = listed.subn("counterparts: []\n", file.read_text(encoding="utf-8"))
    assert found == 1
    file.write_text(text, encoding="utf-8")
    handbook, _ = load(root)
    assert handbook is not None
    found = found_by(BY_NAME[name], handbook)
    assert [problem for problem in found if problem.location.path.startswith("docs/data")] == [
        Problem(
            Location("docs/data/languages/ms.yml"),
            "Bahasa Melayu has 0 counterparts, and English has 1",
            "write those that docs/data/languages/en.yml has, in the same order",
        )
    ]


@pytest.mark.parametrize(("name", "others", "expected"), [
    ("missing-evidence", (), Severity.ERROR), ("missing-evidence", ("ivanova2021",), Severity.WARNING),
])  # fmt: skip
def test_a_source_that_nobody_can_find_may_stand_beside_another(
    name: str, others: tuple[str, ...], expected: Severity, tmp_path: Path
) -> None:
    handbook, _ = load(make(tmp_path))
    assert handbook is not None
    register = handbook.register
    hidden = replace(register.sources["rahman2019"], doi="", pmid="", url="", container="", titled=False)
    fact = register.facts["crusts-last"]
    evidence = (*fact.evidence, *(replace(fact.evidence[0], source=other) for other in others))
    changed = replace(
        register,
        facts={**register.facts, fact.id: replace(fact, evidence=evidence)},
        sources={**register.sources, hidden.id: hidden},
    )
    found = found_by(BY_NAME[name], replace(handbook, register=changed))
    assert [(problem.location, problem.severity) for problem in found] == [(hidden.location, expected)]
