"""A language is prepared by one command: it can be built at once, and what is left to translate is told in counts."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml

from handbook import cli, pipeline
from handbook.checks import Mode
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.stand_ins import MARK
from handbook.register.interview import load_interviews
from handbook.register.schemas import make_schemas
from project import ROOT, TODAY, check, edit, load, make, make_second

CODES = ("ta", "zh", "ar")
"""Tamil, whose plurals are as in English; Chinese, which has none; Arabic, which has six and runs from the right."""
LEFT = {"stand-in", "missing-page"}
"""What a language that was just prepared is told of, and nothing else."""


def new_language(root: Path, *codes: str) -> int:
    return max(cli.main(["new-language", code, "--root", str(root), "--today", str(TODAY)]) for code in codes)


def contents(root: Path) -> dict[str, str]:
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def told(problems: list[Problem]) -> set[str]:
    return {problem.check for problem in problems}


def errors(problems: list[Problem]) -> list[str]:
    return [f"{problem.location}: {problem.message}" for problem in problems if problem.is_error]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = make(tmp_path)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    return folder


@pytest.mark.parametrize("code", CODES)
def test_a_prepared_language_has_no_other_problem_than_what_is_left(
    code: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_language(project, code) == 0
    assert capsys.readouterr().err == ""
    problems = check(project)
    assert told(problems) == LEFT
    assert errors(problems) == []
    left = {problem.location.path for problem in problems if problem.check == "stand-in"}
    own = {f"docs/data/{name}/{code}.yml" for name in ("interface", "signs", "languages", "glossary", "evidence")}
    assert left == {*own, "docs/data/topics.yml", "mkdocs.yml"}


@pytest.mark.parametrize("code", CODES)
def test_a_prepared_language_is_not_released(code: str, project: Path) -> None:
    new_language(project, code)
    refused = {problem.location.path for problem in check(project, Mode.RELEASE) if problem.check == "stand-in"}
    assert f"docs/data/interface/{code}.yml" in refused
    assert any(problem.is_error for problem in check(project, Mode.RELEASE) if problem.check == "stand-in")


def test_the_handbook_is_built_at_once_and_tells_what_is_not_printed(project: Path) -> None:
    assert new_language(project, *CODES) == 0
    problems = pipeline.build(pipeline.Request(project, TODAY, Mode.DRAFT), project / "site", lambda _: None)
    assert errors(problems) == []
    unprinted = [problem.message for problem in problems if "is not printed" in problem.message]
    assert [message.partition(" ")[0] for message in unprinted] == ["தமிழ்", "中文", "العربية"]
    assert sorted(file.name for file in (project / "site/print").glob("*.pdf")) == [
        f"handbook-{code}-a4.pdf" for code in ("en", "ms", "ru")
    ]
    page = (project / "site/ar/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl"' in page
    assert 'lang="en"' in page  # the original, for whoever has it read aloud
    assert MARK not in page
    assert ".pdf" not in page


def test_a_language_whose_letters_another_one_has_brought_a_font_for_is_printed(tmp_path: Path) -> None:
    folder = make_second(tmp_path / "second")  # Persian has one, with Arabic letters
    new_language(folder, "ar", "ta")
    written = {code: (folder / f"docs/data/languages/{code}.yml").read_text(encoding="utf-8") for code in ("ar", "ta")}
    assert "fonts: [Vazirmatn]" in written["ar"]
    assert f"fonts: [{MARK} Noto Sans Tamil]" in written["ta"]
    request = pipeline.Request(folder, TODAY, Mode.DRAFT)
    problems = pipeline.make_print(request, folder / "print", lambda _: None).problems
    assert errors(problems) == []
    assert sorted({file.name[9:11] for file in (folder / "print").iterdir()}) == ["ar", "es", "fa"]


def test_what_is_left_is_told_in_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new_language(project, "ta")
    lines = capsys.readouterr().out.splitlines()
    steps = [re.fullmatch(r" ?\d+\. ([^:]+): (?:(\d+) )?.*", line) for line in lines if re.match(r" ?\d+\. ", line)]
    counts = {step[1]: step[2] for step in steps if step}
    assert list(counts) == [
        "mkdocs.yml", "docs/data/topics.yml", "docs/data/interface/ta.yml", "docs/data/languages/ta.yml",
        "docs/data/signs/ta.yml", "docs/ta", "docs/data/glossary/ta.yml", "docs/data/evidence/ta.yml",
        "overrides/pdf/fonts",
    ]  # fmt: skip
    written = (project / "docs/data/interface/ta.yml").read_text(encoding="utf-8")
    assert counts["docs/data/interface/ta.yml"] == str(written.count(MARK))
    assert (counts["docs/ta"], counts["docs/data/topics.yml"]) == ("2", "1")


def test_what_a_clinic_is_asked_is_prepared_too_and_hinders_no_release(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "docs/data/interview", project / "docs/data/interview")
    new_language(project, "de")
    path = "docs/data/interview/de.yml"
    written = (project / path).read_text(encoding="utf-8")
    assert f"{path}: {written.count(MARK)} texts of the questions for a clinic" in capsys.readouterr().out
    handbook, _ = load(project)
    assert handbook is not None
    found: list[Problem] = []
    asked = load_interviews(handbook.project, found)
    assert found == []
    assert replace(asked["de"], roles={}, decisions={}) == replace(asked["en"], roles={}, decisions={})
    decision = handbook.decisions["first-wash"]
    assert asked["de"].roles == {decision.who: decision.who}
    assert asked["de"].decisions["first-wash"]["question"] == decision.question
    told = [problem for problem in check(project, Mode.RELEASE) if problem.location.path == path]
    assert [(problem.check, problem.is_error) for problem in told] == [("stand-in", False)]


def test_a_second_run_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new_language(project, "ta")
    before = contents(project)
    assert new_language(project, "ta") == 2
    assert "handbook: mkdocs.yml names the language ta already" in capsys.readouterr().err
    assert contents(project) == before


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("xx", "the Unicode CLDR, which knows how languages write numbers, has no language xx"),
        ("tamil", "tamil is no code of a language"),
        ("TA", "TA is no code of a language"),
        ("../x", "../x is no code of a language"),
        ("en", "mkdocs.yml names the language en already"),
        ("ms", "mkdocs.yml names the language ms already"),
    ],
)
def test_what_is_no_new_language_is_refused(
    code: str, reason: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(project)
    assert new_language(project, code) == 2
    assert f"handbook: {reason}" in capsys.readouterr().err
    assert contents(project) == before


def test_nothing_that_is_there_is_written_over(project: Path) -> None:
    mine = project / "docs/data/interface/ta.yml"
    mine.write_text("site: {home: முகப்பு}\n", encoding="utf-8")
    before = contents(project)
    new_language(project, "ta")
    after = contents(project)
    assert {path for path in before if after[path] != before[path]} == {"mkdocs.yml", "docs/data/topics.yml"}
    for path in ("mkdocs.yml", "docs/data/topics.yml"):
        assert "ta" in (project / path).read_text(encoding="utf-8")


def test_a_handbook_with_mistakes_in_its_data_is_not_built_upon(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs/data/interface/en.yml").write_text("site: [", encoding="utf-8")
    before = contents(project)
    assert new_language(project, "ta") == 1
    assert "docs/data/interface/en.yml" in capsys.readouterr().err
    assert contents(project) == before


def test_the_schemas_of_editors_know_the_language(project: Path) -> None:
    shutil.copytree(ROOT / "docs/data/schemas", project / "docs/data/schemas")
    new_language(project, "pt-BR")
    handbook, problems = load(project)
    assert handbook is not None
    assert errors(problems) == []
    assert errors(check(project)) == []  # a code with a country is a language as well
    for name, content in make_schemas(handbook).items():
        assert (project / "docs/data/schemas" / name).read_bytes() == content
    for name in ("interface", "signs", "languages", "glossary", "evidence"):
        schema = json.loads((project / f"docs/data/schemas/{name}.json").read_text(encoding="utf-8"))
        data = yaml.safe_load((project / f"docs/data/{name}/pt-BR.yml").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(json.dumps(data)), schema)


def test_a_handbook_on_another_subject_gets_a_language_too(tmp_path: Path) -> None:
    folder = make_second(tmp_path / "second")
    assert new_language(folder, "ta") == 0
    assert errors(check(folder)) == []


def test_a_translator_can_begin_with_a_page(project: Path) -> None:
    """The page is compared with its original by what has been said of the language: here its numbers, and no advice."""
    new_language(project, "de")
    between = f"  between: ['{MARK} to, until, till, til, up to, through', '-', '~']"
    edit(project / "docs/data/languages/de.yml", f"{between} →   between: [bis]")
    shutil.copytree(project / "docs/ms", project / "docs/de", dirs_exist_ok=True)
    page = project / "docs/de/recovery/day-by-day.md"
    page.write_text(
        "# Tag für Tag {#day-by-day}\n\nKrusten fallen nach [3 bis 8 Tage](fact:crusts-last) ab.\n",
        encoding="utf-8",
    )
    told = [problem for problem in check(project) if problem.location.path.endswith("de/recovery/day-by-day.md")]
    assert "wrong-number" in {problem.check for problem in told}
    assert "reversed-advice" not in {problem.check for problem in told}


def test_the_steps_name_every_file_that_is_prepared(project: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = text.partition("### A new language\n")[2].partition("\n## ")[0]
    before = contents(project)
    new_language(project, "de")
    new = {path for path, digest in contents(project).items() if before.get(path) != digest}
    assert new <= set(re.findall(r"`([\w./-]+)`", steps))
    assert steps.count("`docs/de/`") == 1


def test_babel_is_met_in_two_rooms() -> None:
    files = (ROOT / "scripts").rglob("*.py")
    met = {file.parent.name for file in files if re.search(r"^ *(from|import) babel", file.read_text(), re.MULTILINE)}
    assert met == {"preparing", "interviewing"}
