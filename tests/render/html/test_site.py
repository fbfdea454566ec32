"""The website as files: which there are, and what stands in them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from built import SCRIPTS, Built, build
from handbook.render.html.links import marks_of
from handbook.render.html.notes import write_notes
from handbook.render.html.page_text import text_of
from handbook.render.marks import with_marks
from handbook.render.search.sections import sections_of
from project import ROOT, sign_pages


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_the_whole_list_of_files(small: Built) -> None:
    assert files(small.folder) == [
        "404.html",
        "assets/app.js",
        "assets/boot.js",
        "assets/favicon.svg",
        "assets/find.js",
        "assets/handbook.css",
        "assets/keep.js",
        "index.html",
        "index.notes.html",
        "ms/index.html",
        "ms/index.notes.html",
        "ms/recovery/day-by-day.html",
        "ms/recovery/day-by-day.notes.html",
        "offline/handbook-en.html",
        "offline/handbook-ms.html",
        "offline/handbook-ru.html",
        "recovery/day-by-day.html",
        "recovery/day-by-day.notes.html",
        "ru/index.html",
        "ru/index.notes.html",
        "ru/recovery/day-by-day.html",
        "ru/recovery/day-by-day.notes.html",
        "search/en.js",
        *(f"search/en/{name}.js" for name in SCRIPTS),
        "search/ms.js",
        *(f"search/ms/{name}.js" for name in SCRIPTS),
        "search/ru.js",
        *(f"search/ru/{name}.js" for name in SCRIPTS),
        "sitemap.xml",
        "worker.js",
    ]


def test_a_second_build_is_the_same_to_the_byte(small: Built, tmp_path: Path) -> None:
    again = build(small.handbook.project.root, tmp_path / "site")
    for name in files(small.folder):
        assert (again.folder / name).read_bytes() == (small.folder / name).read_bytes(), name


def test_building_prints_nothing(small: Built, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build(small.handbook.project.root, tmp_path / "site")
    assert capfd.readouterr() == ("", "")


def test_a_page_as_html(small: Built) -> None:
    page = small.handbook.page("index.md", "en")
    assert page is not None
    body = text_of(page, small.handbook).body.split('<h2 id="hb-notes">')[0]
    assert body == (
        '<p>Crusts last 3 to 7 days.<sup class="hb-mark" id="hb-cite-1"><a href="index.notes.html#hb-note-1" '
        'aria-label="Note 1: where this comes from">1</a></sup></p>\n'
    )


def test_a_note_says_everything_the_register_knows(small: Built) -> None:
    page = small.handbook.page("index.md", "en")
    assert page is not None
    page = with_marks(page, small.handbook)
    note = write_notes(page, small.handbook, marks_of(page, small.handbook)).split('<ol class="hb-notes">\n')[1]
    assert note == (
        '<li id="hb-note-1"><a class="hb-back" href="index.html#hb-cite-1">↑ 3 to 7 days</a>\n'
        '<p><span class="hb-confidence hb-confidence--moderate">Moderate evidence</span></p>\n'
        '<ul>\n<li>Rahman A. <a href="https://doi.org/10.1000/182">Crusts after laser</a>. '
        'Journal of Tests 2019, table 2.\nIt says: crusts on the face for 3 to 7 days'
        "</li>\n</ul>\n"
        "Collected on 20 November 2026. Checked twice; the second reader confirmed it. "
        "To be looked at again by 20 November 2027.</li>\n</ol>"
    )


def test_a_publication_names_its_language_where_it_is_not_the_readers(small: Built) -> None:
    page = small.handbook.page("index.md", "ru")
    assert page is not None
    notes = write_notes(page, small.handbook, marks_of(page, small.handbook))
    assert '<a lang="en" href="https://doi.org/10.1000/182">Crusts after laser</a>' in notes


def test_search_engines_are_led_to_a_page_and_not_to_the_notes_to_it(small: Built) -> None:
    head = (small.folder / "ms" / "recovery" / "day-by-day.notes.html").read_text(encoding="utf-8").split("</head>")[0]
    assert re.findall(r'<meta name="robots".*?>|<link rel="(?:canonical|alternate)".*?>', head) == [
        '<meta name="robots" content="noindex">'
    ]
    assert ".notes" not in (small.folder / "sitemap.xml").read_text(encoding="utf-8")


def test_every_page_names_itself_in_every_language(small: Built) -> None:
    head = (small.folder / "ms" / "recovery" / "day-by-day.html").read_text(encoding="utf-8").split("</head>")[0]
    assert re.findall(r'<link rel="(?:canonical|alternate)".*?>', head) == [
        '<link rel="canonical" href="https://handbook.example/ms/recovery/day-by-day.html">',
        '<link rel="alternate" hreflang="en" href="https://handbook.example/recovery/day-by-day.html">',
        '<link rel="alternate" hreflang="x-default" href="https://handbook.example/recovery/day-by-day.html">',
        '<link rel="alternate" hreflang="ms" href="https://handbook.example/ms/recovery/day-by-day.html">',
        '<link rel="alternate" hreflang="ru" href="https://handbook.example/ru/recovery/day-by-day.html">',
    ]


def test_the_map_of_the_site_has_every_page_once(small: Built) -> None:
    text = (small.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert re.findall("<loc>https://handbook.example/(.*)</loc>", text) == [
        "", "ms/", "ru/",
        "recovery/day-by-day.html", "ms/recovery/day-by-day.html", "ru/recovery/day-by-day.html",
    ]  # fmt: skip


def told_to_machines(built: Built, path: str) -> dict[str, object]:
    """Return what a page says of itself as JSON."""
    page = (built.folder / path).read_text(encoding="utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return dict(json.loads(found))


def test_a_page_tells_machines_nothing_but_what_is_so(small: Built, tmp_path: Path) -> None:
    draft = told_to_machines(small, "ms/recovery/day-by-day.html")
    assert draft == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "Hari demi hari",
        "inLanguage": "ms",
        "audience": {"@type": "Patient"},
        "dateModified": small.handbook.text_version.day.isoformat(),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "url": "https://handbook.example/ms/recovery/day-by-day.html",
    }
    root = tmp_path / "project"
    shutil.copytree(small.handbook.project.root, root)
    sign_pages(root, ["recovery/day-by-day.md"], ["ms"])
    signed = build(root, tmp_path / "site")
    assert told_to_machines(signed, "ms/recovery/day-by-day.html") == {
        **draft,
        "lastReviewed": "2026-11-19",
        "reviewedBy": {"@type": "Person", "name": "Dr Aminah Rahman", "jobTitle": "dermatologist"},
    }
    assert "lastReviewed" not in told_to_machines(signed, "recovery/day-by-day.html")


def test_what_a_messenger_shows_of_a_page(small: Built) -> None:
    page = (small.folder / "recovery" / "day-by-day.html").read_text(encoding="utf-8")
    assert dict(re.findall(r'<meta property="og:(\w+)" content="(.*?)">', page)) == {
        "url": "https://handbook.example/recovery/day-by-day.html",
        "type": "article",
        "title": "Day by day",
        "site_name": "A small handbook",
        "locale": "en",
        "image": "https://handbook.example/assets/card-en.png",
        "description": "Call an ambulance",
    }


def test_hreflang_is_absolute_and_every_page_is_named_by_those_it_names(real: Built) -> None:
    """As search engines ask: https://developers.google.com/search/docs/specialty/international/localized-versions."""
    others: dict[str, set[tuple[str, str]]] = {}
    for file in real.folder.rglob("*.html"):
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="(.*?)">', head)
        own = re.findall(r'<link rel="canonical" href="(.*?)">', head)
        if found:
            others[own[0]] = set(found)
    assert len(others) > 80
    for address, named in others.items():
        assert {code for code, _ in named} == {"en", "ms", "ru", "x-default"}
        assert address in {other for _, other in named}
        assert all(others[other] == named and other.startswith("https://handbook.example/") for _, other in named)


def test_the_page_for_wrong_addresses_speaks_every_language(small: Built) -> None:
    text = (small.folder / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'<section lang="(..)"', text) == ["en", "ms", "ru"]
    assert re.findall(r'class="hb-button" href="(.*?)"', text) == ["/index.html", "/ms/index.html", "/ru/index.html"]


def test_a_page_is_cut_into_sections_for_the_search(small: Built) -> None:
    page = small.handbook.page("recovery/day-by-day.md", "en")
    assert page is not None
    first, second = sections_of(page, small.handbook)
    assert (first.id, first.level, first.heading, first.is_list) == ("day-by-day", 1, "Day by day", False)
    assert first.text == "Call an ambulance · Call 999 in Malaysia, 103 or 112 in Russia if you cannot breathe."
    assert (second.id, second.heading) == ("day-2-4", "Day 2 to 4")
    assert second.text.startswith("wash for the first time after ")


def test_every_word_the_site_asks_for_is_there_in_every_language(real: Built) -> None:
    sources = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "scripts" / "handbook" / "render" / "html").glob("*.py")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    asked = set(re.findall(r"""word\(["'](site\.[\w.-]+)["'][,)]""", text))
    assert len(asked) > 28
    for language in real.handbook.languages:
        assert [word for word in sorted(asked) if language.word(word) == f"[{word}]"] == [], language.code


def test_mkdocs_alone_is_refused_because_it_checks_nothing(small: Built, tmp_path: Path) -> None:
    root = small.handbook.project.root
    command = ["mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(tmp_path)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, env=quiet)
    assert done.returncode == 1
    assert "build with `handbook build` or look with `handbook preview`: both check first" in done.stderr
    assert list(tmp_path.iterdir()) == []
