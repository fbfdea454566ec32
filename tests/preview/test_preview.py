"""The preview shows a change at once, keeps the last good state beside what is wrong, and never ends by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Problem
from handbook.markup.document import Document, parse
from handbook.preview.changes import changes, stamps_of
from handbook.preview.state import Preview, Shown
from handbook.render.html import output
from handbook.render.html.single_file import whole_file
from handbook.render.html.worker import WORKER
from handbook.render.output import RenderContext
from handbook.render.workers import WorkerPool
from preview.shown_project import MALAY, Project
from project import ROOT, TODAY, make, real_handbook

SHOWN_AT = "ms/index.html"


def told(shown: Shown) -> list[str]:
    return [f"{problem.location}: {problem.message}" for problem in shown.problems]


def test_a_page_stays_as_it_was_while_its_passage_cannot_be_read(project: Project) -> None:
    project.write("docs/en/passages/more.md", "Words of the passage.")
    for code in ("ms", "ru"):
        project.write(f"docs/{code}/passages/more.md", "Words of the passage.")
        project.write(f"docs/{code}/index.md", project.read(f"docs/{code}/index.md") + "\n![](passage:more)\n")
    shown = project.write("docs/en/index.md", project.read("docs/en/index.md") + "\n![](passage:more)\n")
    assert "Words of the passage." in shown.files["index.html"].decode()
    changed = project.write("docs/en/passages/more.md", "Other words.")
    assert "Other words." in changed.files["index.html"].decode()
    broken = project.write("docs/en/passages/more.md", "# Title\n\nBroken words.")
    assert broken.files["index.html"] == changed.files["index.html"]
    assert told(broken)[0].startswith("docs/en/passages/more.md:1:3: a heading stands here")


def test_all_pages_are_shown_at_first(project: Project) -> None:
    assert told(project.first) == []
    pages = {path: source for path, source in project.first.documents.items() if path in project.first.files}
    assert pages == {
        f"{folder}{page}.html": f"docs/{code}/{page}.md"
        for code, folder in (("en", ""), ("ms", "ms/"), ("ru", "ru/"))
        for page in ("index", "recovery/day-by-day")
    }
    assert {"404.html", "assets/handbook.css", "search/ru.js"} <= project.first.files.keys()


def test_a_change_is_shown_and_nothing_else_is_made_anew(project: Project) -> None:
    before = project.preview.shown
    shown = project.write(MALAY, project.text + "\nAyat baharu.\n")
    different = {path for path, content in shown.files.items() if before.files.get(path) is not content}
    assert "Ayat baharu." in shown.files[SHOWN_AT].decode()
    assert {path for path in different if path.endswith(".html")} == {SHOWN_AT, "ms/index.notes.html", "404.html"}
    assert (shown.checking, shown.pages) == (False, before.pages + 1)


def test_a_changed_original_is_shown_in_its_translations_where_it_matters(project: Project) -> None:
    original = "docs/en/index.md"
    shown = project.write(original, project.read(original).replace("Crusts last", "Do not pick crusts; they last"))
    assert '<span lang="en">Do not pick crusts; they last ' in shown.files[SHOWN_AT].decode()
    assert "Keruping kekal" not in shown.files[SHOWN_AT].decode()
    shown = project.write(original, project.read(original).replace("Do not pick crusts; they last", "Crusts last"))
    assert "Keruping kekal" in shown.files[SHOWN_AT].decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing.\n", f"{MALAY}:1:1: the page has 0 titles (# …) and must have exactly 1"),
        ("", f"{MALAY}:1:1: the page is empty"),
        (b"# \xff {#a}\n", f"{MALAY}:1:3: the file is not UTF-8: the byte 0xff here begins no character"),
        ("# A\u202e {#healing}\n", f"{MALAY}:1:4: an invisible character stands here: RIGHT-TO-LEFT OVERRIDE"),
    ],
    ids=["no title", "empty", "not utf-8", "invisible"],
)
def test_a_page_that_cannot_be_shown_keeps_its_last_good_state(
    project: Project, text: str | bytes, expected: str
) -> None:
    before = project.preview.shown.files[SHOWN_AT]
    shown = project.write(MALAY, text)
    assert expected in told(shown)
    assert shown.files[SHOWN_AT] == before
    assert "Ayat lain." in project.write(MALAY, project.text + "\nAyat lain.\n").files[SHOWN_AT].decode()


def test_a_page_that_could_never_be_shown_is_missing_until_it_can(project: Project) -> None:
    (project.root / MALAY).write_text("Nothing.\n", encoding="utf-8")
    preview = Preview(project.root, TODAY)
    assert SHOWN_AT not in preview.refresh(()).files
    (project.root / MALAY).write_text(project.text, encoding="utf-8")
    assert SHOWN_AT in preview.refresh({MALAY}).files


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("![](picture:nothing)", "there is no picture nothing"),
        ("[3 hari](fact:nothing)", "the register has no fact called 'nothing'"),
        ("[3 hingga 8 hari](fact:crusts-last)", "3 hingga 8 hari"),
        ("![](../images/gone.png)", "docs/images/gone.png"),
    ],
)
def test_what_the_check_says_of_a_page_stands_beside_it(project: Project, added: str, expected: str) -> None:
    shown = project.write(MALAY, f"{project.text}\nSini. {added}\n")
    assert "Sini." in shown.files[SHOWN_AT].decode()
    assert [line for line in told(shown) if expected in line and line.startswith(MALAY)] != []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/data/facts/recovery.yml", "facts: [\n"),
        ("mkdocs.yml", "site_name: [\n"),
        ("mkdocs.yml", "site_name: x\nplugins: x\n"),
        ("docs/data/interface/en.yml", "site: {home: '{'}\n"),
        ("overrides/main.html", "{% block %}"),
        ("overrides/main.html", "{{ 1 / 0 }}"),
    ],
)
def test_while_other_files_are_wrong_everything_stays(project: Project, path: str, text: str) -> None:
    before, good = project.preview.shown, project.read(path)
    shown = project.write(path, text)
    assert any(line.startswith(f"{path}:") for line in told(shown))
    assert {name: shown.files[name] for name in before.files} == before.files
    assert told(project.write(path, good)) == []


def test_a_page_that_comes_or_goes_is_noticed(project: Project) -> None:
    new = "docs/en/recovery/more.md"
    assert told(project.write(new, "# More {#more}\n\nOne sentence.\n")) == [
        f"{new}:1:1: the page is not in the navigation"
    ]
    (project.root / new).unlink()
    assert told(project.preview.refresh({new})) == []


def test_a_page_that_is_taken_out_of_the_navigation_is_shown_no_longer(project: Project) -> None:
    config, entry = project.read("mkdocs.yml"), "      - recovery/day-by-day.md\n"
    project.write("docs/en/recovery/more.md", "# More {#more}\n\nOne sentence.\n")
    shown = project.write("mkdocs.yml", config.replace(entry, f"{entry}      - recovery/more.md\n"))
    addresses = {"recovery/more.html", "ms/recovery/more.html", "ru/recovery/more.html"}
    assert addresses <= shown.files.keys() & shown.documents.keys()
    shown = project.write("mkdocs.yml", config)
    assert told(shown) == ["docs/en/recovery/more.md:1:1: the page is not in the navigation"]
    assert addresses & (shown.files.keys() | shown.documents.keys()) == set()
    assert SHOWN_AT in shown.files


def test_a_changed_title_is_shown_in_the_navigation_of_all_pages(project: Project) -> None:
    shown = project.write(MALAY, project.text.replace("# ", "# Lain: ", 1))
    assert "Lain: " in shown.files["ms/recovery/day-by-day.html"].decode()


def test_changes_are_told_once_they_are_quiet(tmp_path: Path) -> None:
    root = make(tmp_path)
    before = stamps_of(root)
    (root / "docs/en/new.md").write_text("x")
    (root / "docs/en/.index.md.swp").write_text("x")
    (root / "docs/en/index.md~").write_text("x")
    (root / MALAY).unlink()
    assert next(changes(root, before)) == {"docs/en/new.md", MALAY}


@pytest.mark.rest
def test_of_a_changed_page_of_the_real_handbook_only_this_is_read_and_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "handbook"
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root / name)
    preview = Preview(root, TODAY)
    before = preview.refresh(()).files
    path = "docs/ms/recovery/day-by-day.md"
    page = root / path
    page.write_text(page.read_text(encoding="utf-8") + "\nAyat baharu.\n", encoding="utf-8")
    parsed: list[str] = []

    def parse_and_note(source: str, path: str) -> tuple[Document, list[Problem]]:
        parsed.append(path)
        return parse(source, path)

    monkeypatch.setattr("handbook.register.pages.parse", parse_and_note)
    after = preview.refresh({path}).files
    assert parsed == [path]
    written = {name for name, content in after.items() if name.endswith(".html") and before.get(name) is not content}
    assert written == {"404.html", "ms/recovery/day-by-day.html", "ms/recovery/day-by-day.notes.html"}
    with WorkerPool(jobs=0) as workers:
        site = output.render(real_handbook(), RenderContext(workers)).files.keys()
    whole = {whole_file(code) for code in ("en", "ms", "ru")}
    assert site - preview.shown.files.keys() == {WORKER, *whole}  # what is kept for later, which a preview is not
