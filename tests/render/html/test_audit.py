"""The finished pages are read once more, whatever was meant to keep them clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.render.html.audit import audit

REFUSED = {
    '<a href="fact:crusts-last">': 'a link to the register is left unresolved: href="fact:crusts-last',
    "<script>alert(1)</script>": "a script stands in the page itself: <script>",
    '<p style="color:red">': "a style stands in the page itself: style=",
    "<style>p{}</style>": "a style stands in the page itself: <style",
    '<p onclick="x()">': "an event handler stands in the page itself: onclick=",
    '<a href=" JavaScript:x()">': 'a link runs code: href=" JavaScript:',
    '<img src="//tracker.example/a.png">': 'a file of another host is loaded: <img src="//',
}


@pytest.mark.parametrize(("html", "message"), REFUSED.items())
def test_it_refuses(tmp_path: Path, html: str, message: str) -> None:
    (tmp_path / "page.html").write_text(f"<p>fine</p>\n{html}\n", encoding="utf-8")
    assert [(str(problem.location), problem.message) for problem in audit(tmp_path)] == [("page.html:2:1", message)]


def test_it_lets_our_own_pages_pass(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://clinic.example/"><script src="assets/app.js" defer></script>'
    page = f'{head}<a href="tel:999">999</a>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert list(audit(tmp_path)) == []
