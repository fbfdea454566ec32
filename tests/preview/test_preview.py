"""The preview shows a change at once, keeps the last good state beside what is wrong, and never ends by itself."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from handbook.diagnostics.problems import Problem
from handbook.markup.document import Document, parse
from handbook.preview.changes import changes, stamps_of
from handbook.preview.server import PreviewServer, open_server
from handbook.preview.state import Preview, Shown
from handbook.render.html import output
from handbook.render.output import RenderContext
from handbook.render.policy import policy
from handbook.render.workers import WorkerPool
from project import ROOT, TODAY, make, real_handbook, record_all

MALAY = "docs/ms/index.md"
SHOWN_AT = "ms/index.html"


class Project:
    """The base project with its ledgers and the templates of the repository, and a preview of it."""

    def __init__(self, folder: Path):
        self.root = make(folder)
        record_all(self.root)
        shutil.copytree(ROOT / "overrides", self.root / "overrides")
        self.preview = Preview(self.root, TODAY)
        self.first = self.preview.refresh(())
        self.text = self.read(MALAY)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str | bytes) -> Shown:
        """Change a file or make it, and return what is shown then."""
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.preview.refresh({path})


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("preview"))


@pytest.fixture
def project(shared: Project) -> Iterator[Project]:
    """The project as it was made, whatever the test before has changed."""
    before = {file: file.read_bytes() for top in ("docs", "mkdocs.yml") for file in files(shared.root / top)}
    yield shared
    for file in [file for top in ("docs", "mkdocs.yml") for file in files(shared.root / top)]:
        if file not in before:
            file.unlink()
    for file, content in before.items():
        file.write_bytes(content)
    assert shared.preview.refresh(()).problems == ()


def files(top: Path) -> list[Path]:
    return [top] if top.is_file() else [file for file in top.rglob("*") if file.is_file()]


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


@pytest.fixture
def server(project: Project) -> Iterator[PreviewServer]:
    with open_server("127.0.0.1", 0, project.preview) as opened:
        threading.Thread(target=opened.serve_forever, daemon=True).start()
        yield opened
        opened.shutdown()


def test_pages_come_with_the_policy_of_the_site_and_the_panel(server: PreviewServer) -> None:
    for path in ("", "ms/", "ms/index.html", "assets/handbook.css", "-preview/panel.js"):
        with urlopen(server.address + path) as answer:
            assert answer.headers["Content-Security-Policy"] == policy()
            assert answer.headers["Cache-Control"] == "no-store"
            page = answer.read().decode()
        assert path.startswith(("assets", "-")) or page.count('<script src="/-preview/panel.js"') == 1
    assert f'data-document="{MALAY}"' in urlopen(f"{server.address}ms/").read().decode()


@pytest.mark.parametrize(
    "path", ["nothing.html", "nothing/", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "-preview/x", "%00", "print/a.pdf"]
)
def test_nothing_but_the_pages_is_served(server: PreviewServer, path: str) -> None:
    with pytest.raises(HTTPError, match="404") as refused:
        urlopen(server.address + path)
    refused.value.close()


def test_the_panel_is_told_every_problem(server: PreviewServer, project: Project) -> None:
    seen = project.preview.shown.seen
    project.write(MALAY, project.text + "\n[x](javascript:alert(1))\n")
    state = asked_of(server, seen, MALAY)
    shown = (project.preview.shown.pages, False, True, "3 errors, 3 on this page", "en")
    assert tuple(state[name] for name in ("pages", "checking", "isOpen", "heading", "language")) == shown
    told = [(each["level"], each["label"], each["language"]) for each in state["problems"]]
    assert told == [("error", "ralat", "ms")] * 3
    assert any("javascript:alert(1)" in each["message"] for each in state["problems"])
    assert [asked_of(server, seen, "")[name] for name in ("isOpen", "heading")] == [False, "3 errors, 0 on this page"]


def test_the_preview_answers_in_the_language_that_is_asked_for(project: Project) -> None:
    words = " ".join(f"[x](javascript:{number})" for number in range(22))
    seen = project.preview.shown.seen
    project.write(MALAY, f"{project.text}\n{words}\n")
    with open_server("127.0.0.1", 0, project.preview, "ru") as opened:
        threading.Thread(target=opened.serve_forever, daemon=True).start()
        state = asked_of(opened, seen, MALAY)
        with pytest.raises(HTTPError, match="404") as refused:
            urlopen(f"{opened.address}print/handbook.pdf")
        said = refused.value.read().decode()
        refused.value.close()
        opened.shutdown()
    assert [state[name] for name in ("heading", "more", "language")] == [
        "45 ошибок, на этой странице: 45", "и ещё 25: смотрите в терминале", "ru",
    ]  # fmt: skip
    assert {(each["label"], each["language"]) for each in state["problems"]} == {("ошибка", "ru")}
    assert said == "Печатных памяток в предпросмотре нет: их записывает в site/print команда make handbook.\n"


def asked_of(server: PreviewServer, seen: int, document: str) -> dict[str, Any]:
    """Return what the panel above the page of a Markdown file is told."""
    with urlopen(f"{server.address}-preview/state?seen={seen}&document={document}") as answer:
        state: dict[str, Any] = json.load(answer)
        return state


def test_a_port_that_is_taken_is_told_and_without_one_the_next_is_used(project: Project) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"name another with --port.*:{port}"):
            open_server("127.0.0.1", port, project.preview)
    with open_server("127.0.0.1", None, project.preview) as one, open_server("127.0.0.1", None, project.preview) as two:
        assert one.address != two.address


def test_an_address_that_is_not_to_be_had_names_the_host(project: Project) -> None:
    with pytest.raises(OSError, match=r"name another with --host.*192\.0\.2\.1:8000"):
        open_server("192.0.2.1", 8000, project.preview)


def test_before_the_first_page_is_ready_a_page_says_so_and_loads_itself_again(tmp_path: Path) -> None:
    with open_server("127.0.0.1", 0, Preview(make(tmp_path), TODAY)) as opened:
        threading.Thread(target=opened.serve_forever, daemon=True).start()
        with pytest.raises(HTTPError, match="503") as answer:
            urlopen(opened.address)
        page = answer.value.read().decode()
        answer.value.close()
        opened.shutdown()
    assert "The preview is starting" in page
    assert '<script src="/-preview/panel.js" data-pages="0"' in page


def test_the_panel_is_made_anew_only_where_something_has_changed(
    server: PreviewServer, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbook.preview.server._LONGEST_WAIT", 0.5)
    page = browser.new_page()
    page.goto(f"{server.address}ms/")
    page.locator(".hb-preview summary").wait_for()
    page.evaluate("document.querySelector('.hb-preview details').id = 'first'")
    with page.expect_response("**/-preview/state*"):
        pass  # the answer after the longest wait, which tells nothing new
    assert page.locator("#first").count() == 1
    page.close()


def test_the_panel_stands_above_the_page_and_hostile_links_do_nothing(
    server: PreviewServer, project: Project, browser: Browser
) -> None:
    project.write(MALAY, project.text + "\n[tekan](javascript:alert(1))\n")
    with browser.new_page() as page:
        page.goto(f"{server.address}ms/")
        page.get_by_text("on this page").wait_for()
        assert page.locator(".hb-preview li").first.get_attribute("lang") == "ms"
        assert "ralat" in page.locator(".hb-preview li").first.inner_text()
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        link = page.locator("a", has_text="tekan")
        if link.count():
            link.first.click()
        page.wait_for_timeout(200)
        assert dialogs == []
        project.write(MALAY, project.text + "\nAyat baharu.\n")
        page.get_by_text("Ayat baharu.", exact=True).wait_for()


@contextmanager
def killed(process: subprocess.Popen[str]) -> Iterator[None]:
    """Kill a program at the end, so that a test that fails does not wait for it."""
    try:
        yield
    finally:
        process.kill()


def test_ctrl_c_ends_it(project: Project) -> None:
    options = ["--no-browser", "--root", str(project.root), "--port", "0"]
    command = [sys.executable, "-u", "-m", "handbook", "preview", *options]
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    environment = {"PYTHONPATH": ":".join(path for path in sys.path if path)}

    def hear() -> None:
        """Let Ctrl-C be heard also where these tests run in the background, to which shells make programs deaf."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(command, env=environment, preexec_fn=hear, **told) as process, killed(process):
        assert process.stdout is not None
        first = process.stdout.readline()
        told = r"Open this address in a browser; it is ready in a moment\. Ctrl-C ends it\."
        assert re.fullmatch(rf"Preview on http://127\.0\.0\.1:\d+/\. {told}\n", first)
        assert process.stdout.readline().startswith("all pages: ")
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=30)
    assert (process.returncode, rest, errors) == (0, "\nStopped.\n", "")


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

    monkeypatch.setattr("handbook.memory.known.parse", parse_and_note)
    after = preview.refresh({path}).files
    assert parsed == [path]
    written = {name for name, content in after.items() if name.endswith(".html") and before.get(name) is not content}
    assert written == {"404.html", "ms/recovery/day-by-day.html", "ms/recovery/day-by-day.notes.html"}
    with WorkerPool(jobs=0) as workers:
        assert output.render(real_handbook(), RenderContext(workers)).files.keys() <= preview.shown.files.keys()
