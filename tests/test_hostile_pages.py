"""Nothing in a contribution runs, leads astray or stops the check: each is refused where it stands, or is plain text.

tests/hostile/pages.txt has a hostile line of a page on each of its lines. Write what you find behind them.
"""

from __future__ import annotations

import base64
import os
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.diagnostics import reports
from handbook.diagnostics.problems import Problem
from project import check, make

PAGE = "docs/en/index.md"
ABOVE = "# Healing {#healing}\n\nCrusts last [3 to 7 days](fact:crusts-last).\n\n"
LINES = (Path(__file__).parent / "hostile" / "pages.txt").read_text(encoding="utf-8").splitlines()
PLAIN = frozenset(('<?php system("id") ?>', "$ #panic() $", "'; DROP TABLE patients; --", "../../../../etc/passwd",
    "::error file=a,line=1::evil", "Thanks @octocat and #12", "Ask @realclinic on Telegram",
    "Write to patients [at] x [dot] example",
))  # fmt: skip
"""What is no code to any of our outputs: readers see it letter by letter."""
SECONDS = 10
"""Of this process alone: the machine may be busy."""


def told(root: Path, path: str) -> list[Problem]:
    """Return the errors that are told of a file of a project, which must be soon and in every form of a report."""
    started = time.process_time()
    problems = check(root)
    reports.as_text(problems, root), reports.as_github(problems), reports.as_sarif(problems, {}, "1")
    assert time.process_time() - started < SECONDS
    return [problem for problem in problems if problem.is_error and problem.location.path == path]


def test_every_hostile_line_is_refused_at_its_place(tmp_path: Path, everything: bool) -> None:
    root = make(tmp_path)
    passed = set()
    for line in LINES if everything else LINES[::4]:
        (root / PAGE).write_text(f"{ABOVE}{line}\n\nWords after it.\n", encoding="utf-8")
        at = {problem.location.line for problem in told(root, PAGE) if problem.check != "different-structure"}
        passed |= set() if 5 in at else {line}
    assert passed == (PLAIN if everything else PLAIN & set(LINES[::4]))


def test_the_corpus_is_as_large_as_it_was() -> None:
    assert len(set(LINES)) == len(LINES) >= 140
    assert len(WHOLE) + len(VALUES) + len(FILES) + len(IMAGES) >= 65


WHOLE = {
    "turned round": f"{ABOVE}Do\u202eton wash\n",
    "without width": f"{ABOVE}Do\u200b not wash\n",
    "joined": f"{ABOVE}A\u2060word\n",
    "soft hyphen": f"{ABOVE}A\u00adhidden hyphen\n",
    "front matter": f"---\ntitle: <img src=x onerror=alert(1)>\ntemplate: x.html\n---\n{ABOVE}",
    "python in front matter": f"---\na: !!python/object/apply:os.system [id]\n---\n{ABOVE}",
    "a title of HTML": "# <img src=x onerror=alert(1)> {#healing}\n\nWords.\n",
    "a reserved id": "# Healing {#hb-notes}\n\nWords.\n",
    "an id of the theme": "# Healing {#__config}\n\nWords.\n",
    "an id with quotes": '# Healing {#a"onclick="x}\n\nWords.\n',
    "two titles": f"{ABOVE}# Another {{#another}}\n",
    "an open box of code": f"{ABOVE}```js\nalert(1)\n",
    "brackets": f"{ABOVE}{'[' * 20_000}\n",
    "tags": f"{ABOVE}{'<a ' * 20_000}\n",
    "backticks": f"{ABOVE}{'`' * 200_000}\n",
    "stars": f"{ABOVE}{'*a_' * 20_000}\n",
    "links": f"{ABOVE}{'[a](' * 20_000}\n",
    "quotations": f"{ABOVE}{'>' * 20_000} x\n",
    "items in items": ABOVE + "".join(f"{'  ' * deep}- x\n" for deep in range(800)),
    "a long table": f"{ABOVE}|{'a|' * 20_000}\n|{'-|' * 20_000}\n",
    "a long word": f"{ABOVE}{'a' * 500_000}\n",
    "letters that repeat for a pattern": f"{ABOVE}{'a.' * 50_000}!\n{'1 ' * 50_000}x\n",
    "no text": "\x00" * 1000,
    "another file": "%PDF-1.7\n<html>",
}  # fmt: skip
"""Whole pages, some of which would take a careless reader minutes."""


@pytest.mark.parametrize("name", WHOLE)
def test_a_hostile_page_is_refused_and_soon(tmp_path: Path, name: str) -> None:
    root = make(tmp_path, {PAGE: WHOLE[name]})
    assert told(root, PAGE) != []


VALUES = {
    "docs/data/our-clinic.yml": (
        "website: javascript:alert(1)", "website: https://clinic.example@x.example/",
        "phone: <script>alert(1)</script>",
        "messages: javascript:alert(1)", "phone: '+60 3 5550 1234\u202e'", "handbook-address: https://x.example/?a#b",
        "values: {first-wash: 1e999999999}", "country: ../..", "surprise: 1", "values: &a [*a]", "phone: '999'",
        "<<: {country: RU}", "name: !!binary aGk=", "? [a, b]\n: c", "---\ncountry: RU", f"a: {'[' * 50_000}",
        f"values: {{first-wash: {'9' * 5_000}}}",
    ),
    "mkdocs.yml": (
        "hooks: [evil.py]", "extra_javascript: [https://x.example/a.js]", "docs_dir: /etc", "INHERIT: /etc/passwd",
        "site_url: javascript:alert(1)", "markdown_extensions: [pymdownx.snippets]", "site_dir: /",
        "extra: {a: !ENV PATH}",
    ),
}  # fmt: skip
"""Lines that are put behind a file of data."""


@pytest.mark.parametrize(("path", "line"), [(path, line) for path in VALUES for line in VALUES[path]])
def test_a_hostile_value_is_refused_in_its_file(tmp_path: Path, path: str, line: str) -> None:
    root = make(tmp_path)
    before, key = (root / path).read_text(encoding="utf-8").splitlines(), line.partition(":")[0]
    kept = [it for it in before if it.partition(":")[0] != key]
    (root / path).write_text("\n".join([*kept, line, ""]), encoding="utf-8")
    assert told(root, path) != []


FILES = (
    "docs/en/evil.html", "docs/en/evil.js", "docs/assets/app.js", "docs/en/assets/handbook.css", "docs/en/_headers",
    "docs/CNAME", "docs/en/robots.txt", "docs/en/sw.js", "docs/en/404.html",
    "docs/en/<img src=x onerror=alert(1)>.md", "docs/en/a b.md", "docs/images/a.html", "docs/images/a.svgz",
    "docs/en/index.notes.md", "docs/en/Index.md", "docs/en/con.md", "docs/en/a\nb.md", f"docs/en/{'a' * 240}.md",
)  # fmt: skip
"""Files that have no place among the pages. What begins with a dot is passed over: nothing of it is ever published."""


def test_a_file_that_has_no_place_is_told(tmp_path: Path) -> None:
    root = make(tmp_path, dict.fromkeys(FILES, "x"))
    (root / "docs/en/link.md").symlink_to("/etc/passwd")
    found = {problem.location.path for problem in check(root) if problem.is_error}
    assert {*FILES, "docs/en/link.md"} - found == set()


def large(file: Path) -> None:
    """Make a file of 20 thousand million bytes, which takes no room on a disk."""
    with file.open("wb") as made:
        made.truncate(20_000_000_000)


def without_it(make_anew: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return what puts something else in the place of a file."""
    return lambda file: (file.unlink(), make_anew(file))[1]


NO_FILES = {"a pipe": without_it(os.mkfifo), "a folder": without_it(Path.mkdir), "a large file": large}


@pytest.mark.parametrize("path", [PAGE, "docs/data/our-clinic.yml", "docs/data/sources.yml"])
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_cannot_be_read_is_told_and_nobody_waits_for_it(tmp_path: Path, kind: str, path: str) -> None:
    root = make(tmp_path)
    NO_FILES[kind](root / path)
    assert told(root, path) != []


def png(width: int, height: int, content: bytes) -> bytes:
    """Return a PNG that says this size of itself."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", content), (b"IEND", b""))
    made = (struct.pack(">I", len(it)) + kind + it + struct.pack(">I", zlib.crc32(kind + it)) for kind, it in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
IMAGES = {
    "script.svg": SVG.format("<script>alert(1)</script>").encode(),
    "handler.svg": SVG.format('<rect width="9" height="9" onclick="alert(1)"/>').encode(),
    "foreign.svg": SVG.format("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>").encode(),
    "outside.svg": SVG.format('<image href="https://x.example/a.png"/>').encode(),
    "use.svg": SVG.format('<use href="//x.example/a.svg#a"/>').encode(),
    "style.svg": SVG.format("<style>@import url(//x.example/a.css);</style>").encode(),
    "animated.svg": SVG.format('<a><set attributeName="href" to="javascript:alert(1)"/></a>').encode(),
    "entities.svg": b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + SVG.format("<text>&b;</text>").encode(),
    "file.svg": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&a;</text>").encode(),
    "html.png": b"<html><script>alert(1)</script></html>",
    "polyglot.png": base64.b64decode("iVBORw0KGgo=") + b"<script>alert(1)</script>",
    "huge.png": png(30_000, 30_000, zlib.compress(b"\0" * 1000)),
    "broken.png": png(9, 9, b"no stream"),
    "cut.png": png(9, 9, zlib.compress(b"\0" * 252))[:40],
    "deep.svg": SVG.format("<g>" * 20_000 + "</g>" * 20_000).encode(),
    "no number.svg": SVG.format('<rect width="nan" height="inf"/>').encode(),
    "painted.svg": SVG.format('<rect width="9" height="9" fill="url(//x.example/a)"/>').encode(),
    "prefixed.svg": b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:script>x</s:script></s:svg>',
    "program.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run",
    "wide.webp": b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"\0" * 50,
    "huge.svg": b"<svg" + b" " * 30_000_000 + b"/>",
}
"""Pictures that are none, or more than that."""


@pytest.mark.parametrize("name", IMAGES)
def test_a_hostile_picture_is_refused(tmp_path: Path, name: str) -> None:
    root = make(tmp_path, {PAGE: f"{ABOVE}![A drawing](../images/{name})\n"})
    (root / "docs/images").mkdir(exist_ok=True)
    (root / "docs/images" / name).write_bytes(IMAGES[name])
    assert [problem for path in (PAGE, f"docs/images/{name}") for problem in told(root, path)] != []
