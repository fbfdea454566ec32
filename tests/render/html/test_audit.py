"""The finished site is read once more, whatever was meant to keep it clean."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from built import Built, build
from handbook.render.editions import editions_in, file_name, list_file
from handbook.render.html.audit import audit
from handbook.render.html.tags import read_tags

PAGE = "recovery/day-by-day.html"

REFUSED = {
    '<a href="fact:crusts-last">': "a link to the register is left unresolved: fact:crusts-last",
    "<script>alert(1)</script>": "a script stands in the page itself: <script>",
    "<SCRIPT >alert(1)</SCRIPT >": "a script stands in the page itself: <SCRIPT >",
    '<script src="https://x.example/a.js"></script>': "a file of another host is loaded: https://x.example/a.js",
    '<p style="color:red">': 'a style stands in the page itself: style="color:red"',
    "<p title=a\nSTYLE=color:red>": 'a style stands in the page itself: style="color:red"',
    "<style media=x>p{}</style>": "a style sheet stands in the page itself: <style media=x>",
    '<p onclick="x()">': 'an event handler stands in the page itself: onclick="x()"',
    "<svg/onload=x()>": "a < begins no tag: <svg/onload=x()>",
    '<img src="a.png"onerror="x()">': 'a < begins no tag: <img src="a.png"onerror="x()">',
    '<a href=" JavaScript:x()">': "a link runs code:  JavaScript:x()",
    '<a href="data:image/svg+xml,x">': "a link runs code: data:image/svg+xml,x",
    '<a href="java&#10;script:x()">': "a link runs code: java\nscript:x()",
    '<img src="//tracker.example/a.png">': "a file of another host is loaded: //tracker.example/a.png",
    '<img srcset="https://tracker.example/a.png 2x">': (
        "a file of another host is loaded: https://tracker.example/a.png"
    ),
    '<img srcset="a.png 1x, //tracker.example/a.png 2x">': "a file of another host is loaded: //tracker.example/a.png",
    '<img src="https:tracker.example/a.png">': "a file of another host is loaded: https:tracker.example/a.png",
    '<img src="/\\tracker.example/a.png">': "a file of another host is loaded: /\\tracker.example/a.png",
    '<a href="https://x.example/" ping="https://tracker.example/">': (
        "a file of another host is loaded: https://tracker.example/"
    ),
    '<link rel="stylesheet" href="https://x.example/a.css">': (
        "a file of another host is loaded: https://x.example/a.css"
    ),
    '<svg><use xlink:href="https://x.example/a.svg"/></svg>': (
        "a file of another host is loaded: https://x.example/a.svg"
    ),
    '<form action="https://x.example/">': "a file of another host is loaded: https://x.example/",
    '<iframe src="index.html">': 'another page is shown in the place of this one: <iframe src="index.html">',
    '<meta http-equiv="Refresh" content="0">': (
        'another page is shown in the place of this one: <meta http-equiv="Refresh" content="0">'
    ),
    "<oddly": "a < begins no tag: <oddly",
}  # fmt: skip

SENTENCES = (
    "graded: one = mild, on a scale where onset = 3; style=plain, style = “old”",
    "&lt;script&gt;alert(1)&lt;/script&gt; &lt;p onclick=&quot;x()&quot; style='a'&gt;",
    "write href=\"javascript:x()\" or src='data:x' or fact:crusts-last, see //tracker.example",
)


@pytest.fixture
def files(small: Built) -> dict[str, bytes]:
    """The site of the small project with its printed books."""
    return whole(small)


def whole(built: Built) -> dict[str, bytes]:
    """Return all files of a site, its printed books among them, but empty."""
    found = {file.relative_to(built.folder).as_posix(): file for file in built.folder.rglob("*") if file.is_file()}
    handbook = built.handbook
    books = [file_name(each.code, edition.id) for each in handbook.languages for edition in editions_in(each, handbook)]
    books += [list_file(each.code) for each in handbook.languages]
    return {path: file.read_bytes() for path, file in found.items()} | {f"print/{book}": b"" for book in books}


def told(files: Mapping[str, bytes], small: Built) -> list[str]:
    return [f"{problem.location}: {problem.message}" for problem in audit(files, small.handbook)]


def planted(html: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put something into a page before its end, on a line of its own."""
    text = files[PAGE].decode().replace("</article>", f"</article>\n{html}\n", 1)
    return {**files, PAGE: text.encode()}


def line_of_planted(files: Mapping[str, bytes]) -> int:
    return files[PAGE].decode().split("</article>")[0].count("\n") + 2


def test_our_own_pages_pass(files: dict[str, bytes], small: Built) -> None:
    assert told(files, small) == []


@pytest.mark.parametrize(("html", "message"), REFUSED.items())
def test_it_refuses(html: str, message: str, files: dict[str, bytes], small: Built) -> None:
    found = told(planted(html, files), small)
    assert [one for one in found if "leads nowhere" not in one] == [f"{PAGE}:{line_of_planted(files)}:1: {message}"]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_about_such_things_passes(sentence: str, files: dict[str, bytes], small: Built) -> None:
    assert told(planted(f"<p>{sentence}</p>", files), small) == []


LOST = {
    '<a href="nowhere.html">': "the link nowhere.html leads nowhere",
    '<a href="../index.html#nothing">': "the link ../index.html#nothing leads nowhere",
    '<a href="#nothing">': "the link #nothing leads nowhere",
    '<a href="/index.html">': "the link /index.html leads nowhere",
    '<a href="../../index.html">': "the link ../../index.html leads nowhere",
    '<a href="https://handbook.example/zz/">': "the link https://handbook.example/zz/ leads nowhere",
    '<img src="../images/none.png">': "the link ../images/none.png leads nowhere",
    '<a href="../print/handbook-en-a5.pdf">': "the link ../print/handbook-en-a5.pdf leads nowhere",
    '<form data-search="../search/zz.js">': "the link ../search/zz.js leads nowhere",
    '<label for="nothing">': "the link #nothing leads nowhere",
}


@pytest.mark.parametrize(("html", "message"), LOST.items())
def test_a_link_that_leads_nowhere_is_told(html: str, message: str, files: dict[str, bytes], small: Built) -> None:
    assert told(planted(html, files), small) == [f"{PAGE}:{line_of_planted(files)}:1: {message}"]


@pytest.mark.parametrize("address", ["https://clinic.example/patients/handbook/", "https://clinic.example", ""])
def test_every_link_of_a_site_holds_wherever_it_stands(address: str, small: Built, tmp_path: Path) -> None:
    """In a folder of a server the page for wrong addresses leads there, with its search results too."""
    root = tmp_path / "project"
    shutil.copytree(small.handbook.project.root, root)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("https://handbook.example/", address)
    config.write_text(text, encoding="utf-8")
    built = build(root, tmp_path / "site")
    assert told(whole(built), built) == []
    if not address:  # then the page for wrong addresses has no links
        return
    top = urlsplit(address).path.rstrip("/")
    lost = (built.folder / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'data-search="(.*?)"|class="hb-button" href="(.*?)"', lost) == [
        (f"{top}/search/en.js", ""),
        *(("", f"{top}/{folder}index.html") for folder in ("", "ms/", "ru/")),
    ]


@pytest.mark.parametrize("editions", [(), ("large", "small")])
def test_the_site_offers_the_print_that_is_there(editions: tuple[str, ...], small: Built, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(small.handbook.project.root, root)
    listed = "".join(f"\n- {{id: {name}, kind: book, paper: a4, size: 14}}" for name in editions)
    (root / "docs/data/editions.yml").write_text(f"editions:{listed or ' []'}\n")
    built = build(root, tmp_path / "site")
    assert told(whole(built), built) == []
    page = (built.folder / "ms/index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="(\.\./print/.*?)"', page) == ["../print/ms.html"] * (3 if editions else 0)


def test_an_id_that_stands_twice_is_told(files: dict[str, bytes], small: Built) -> None:
    assert told(planted('<p id="hb-notes">', files), small) == [
        f"{PAGE}:1:1: the id hb-notes stands 2 times on the page"
    ]


@pytest.mark.parametrize(
    ("path", "words", "instead", "expected"),
    [
        ("search/ms.js", '"ms/index.html"', '"ms/lost.html"', "the link ms/lost.html#healing leads nowhere"),
        ("sitemap.xml", "/ms/<", "/zz/<", "the link https://handbook.example/zz/ leads nowhere"),
        ("404.html", 'href="/ms/index.html"', 'href="/zz/"', "the link /zz/ leads nowhere"),
    ],
)
def test_search_map_and_the_page_for_wrong_addresses_are_looked_at(
    path: str, words: str, instead: str, expected: str, files: dict[str, bytes], small: Built
) -> None:
    changed = {**files, path: files[path].replace(words.encode(), instead.encode())}
    assert changed != files
    assert [problem.message for problem in audit(changed, small.handbook)] != []
    assert {problem.message for problem in audit(changed, small.handbook)} == {expected}


def test_what_comes_from_a_page_or_a_template_is_told_there(files: dict[str, bytes], small: Built) -> None:
    page = small.handbook.project.root / "docs/en/recovery/day-by-day.md"
    template = small.handbook.project.root / "overrides/404.html"
    before = page.read_text(encoding="utf-8"), template.read_text(encoding="utf-8")
    try:
        page.write_text(f"{before[0]}\n[x](javascript:alert(1))\n", encoding="utf-8")
        template.write_text(f'{before[1]}<p style="color:red">\n', encoding="utf-8")
        html = '<a href="javascript:alert(1)"><p style="color:red">'
        lines = before[0].count("\n") + 2, before[1].count("\n") + 1
        assert [
            f"{one.location}: {one.message} – {one.hint}" for one in audit(planted(html, files), small.handbook)
        ] == [
            f"docs/en/recovery/day-by-day.md:{lines[0]}:5: a link runs code: javascript:alert(1) – "
            "take it out, or write it otherwise",
            f'overrides/404.html:{lines[1]}:4: a style stands in the page itself: style="color:red" – '
            "take it out, or write it otherwise",
        ]
    finally:
        page.write_text(before[0], encoding="utf-8")
        template.write_text(before[1], encoding="utf-8")


class Parser(HTMLParser):
    """What the standard library reads: a second opinion."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple((name, value or "") for name, value in attrs)))


def test_tags_are_read_as_the_standard_library_reads_them(small: Built) -> None:
    for file in small.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        parser = Parser()
        parser.feed(text)
        assert [(tag.name, tag.attributes) for tag in read_tags(text)] == parser.found


def test_ids_of_the_program_cannot_be_those_of_a_heading(small: Built) -> None:
    for page in small.handbook.pages:
        headings = {heading.id for heading in page.document.headings}
        folder = "" if page.language == "en" else f"{page.language}/"
        text = (small.folder / folder / Path(page.path).with_suffix(".html")).read_text(encoding="utf-8")
        ids = {tag.get("id") for tag in read_tags(text)} - {None}
        assert {id for id in ids - headings if not str(id).startswith(("hb-", "__"))} == set()
