"""The preview serves pages to this machine alone, beside them a panel with what is wrong, and ends when it is told."""

from __future__ import annotations

import json
import re
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

from handbook.preview.server import PreviewServer, open_server
from handbook.preview.state import Preview
from handbook.render.policy import policy
from preview.shown_project import MALAY, Project
from project import TODAY, make


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
