"""Whatever stands on a page, the check ends soon and tells it, and what is shown of it runs nothing and asks nobody.

`make fuzz` tries it for as long as one likes; a seed repeats a run.
"""

from __future__ import annotations

import re
import time
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.diagnostics import reports
from handbook.render.html.page_text import text_of
from project import check, load_anew, make
from test_hostile_pages import ABOVE, LINES, PAGE, SECONDS

TAGS = frozenset(
    "a abbr b blockquote br cite code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p span"
    " strong sub summary sup table tbody td th thead tr ul svg g path rect circle text".split()
)
"""All that a page is made of."""
ADDRESSED = re.compile(r"(?:https://|tel:|mailto:|#|(?![a-z][a-z0-9+.-]*:|[/\\]{2}))", re.IGNORECASE)
"""How an address begins that opens a page, calls somebody, or stays on the site."""

WORDS = (
    "Crusts last [3 to 7 days](fact:crusts-last).", "[](fact:first-wash)", "[our number](clinic:phone)", "wash",
    "3 days", "**bold**", "*soft", "`code`", "![](picture:crusts)", "![](signs:emergency)", "[a](../index.md#healing)",
    "\\*", "[a](https://doi.org/10.1000/182)", "![x](../images/a.png)", "\\_\\_\\_\\_", "999", "кровь", "https://x.example/",
)  # fmt: skip
STARTS = ("", "# ", "## ", "### T {#t}", "- ", "1. ", "> ", "| ", "!!! note ", '!!! do "', "    ", "\t", "- [ ] ", ": ")
LINE = st.builds(
    lambda start, parts, end: start + " ".join(parts) + end,
    st.sampled_from(STARTS),
    st.lists(st.sampled_from((*WORDS, *LINES)) | st.text(max_size=12), max_size=4),
    st.sampled_from(("", " |", '"', " {#t}", "  ")),
)
BODY = st.lists(LINE, max_size=12).map("\n".join) | st.text(max_size=200)


class Shown(HTMLParser):
    """What of a page a browser would act on that it must not."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag."""
        self.wrong += [f"<{tag}>"] if tag not in TAGS else []
        for name, value in attrs:
            opened = tag == "a" and name == "href"
            loaded = name in ("src", "srcset", "data", "action", "href", "xlink:href", "poster") and not opened
            foreign = loaded and re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", value or "", re.IGNORECASE)
            strange = opened and not ADDRESSED.match((value or "").strip())
            if name.startswith("on") or name == "style" or foreign or strange:
                self.wrong.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        """A page has none."""
        self.wrong.append(f"<!--{data}-->")


@cache
def base() -> Path:
    """Return the base project, made once for all examples; no fixture, or hypothesis would find it used again."""
    folder = TemporaryDirectory()
    base.folder = folder  # type: ignore[attr-defined]
    return make(Path(folder.name))


def wrong_in(root: Path) -> list[str]:
    """Return what must not be in what is shown of the page, whether or not the check lets it through."""
    handbook, _ = load_anew(root)
    page = handbook.page("index.md", "en") if handbook else None
    return Shown(text_of(page, handbook).body).wrong if handbook and page else []


@settings(max_examples=60)
@given(BODY)
def test_no_page_is_too_strange_to_be_told_and_none_runs_anything(body: str) -> None:
    root = base()
    (root / PAGE).write_text(f"{ABOVE}{body}\n", encoding="utf-8", errors="replace")
    started = time.process_time()
    problems = check(root)
    reports.as_text(problems, root), reports.as_github(problems), reports.as_sarif(problems, {}, "1")
    assert wrong_in(root) == []
    assert time.process_time() - started < SECONDS


def test_an_address_that_would_run_something_is_no_link_in_a_preview_either() -> None:
    (base() / PAGE).write_text(f"{ABOVE}[words](javascript:alert\\(1\\)) [more]( //x.example) [page](../index.md)\n")
    handbook, _ = load_anew(base())
    page = handbook.page("index.md", "en") if handbook else None
    assert handbook is not None
    assert page is not None
    shown = text_of(page, handbook).body
    assert "javascript" not in shown
    assert "x.example" not in shown
    assert wrong_in(base()) == []


def test_what_must_not_be_shown_is_seen() -> None:
    for html in (
        "<script>x</script>", "<p onclick=x>", "<p style=x>", "<img src=//x.example/a.png>", "<style></style>",
        '<a href="javascript:x">', '<a href="//x.example">', "<!-- x -->", "<img srcset='https://x.example/a 2x'>",
    ):  # fmt: skip
        assert Shown(html).wrong != [], html
    fine = '<p><a href="https://doi.org/10.1000/182">a</a> <a href="#x">b</a> <a href="../a.html">c</a></p>'
    assert Shown(fine).wrong == []
