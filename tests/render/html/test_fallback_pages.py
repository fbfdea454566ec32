"""A page that is not in the reader's language yet: under a notice, marked, hidden from search engines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import PAGES, Built, render
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.sign_offs import PATH
from handbook.render.html import mkdocs_plugin, page_text
from handbook.render.html.page_text import PageText, text_of
from handbook.render.html.template_context import page_view
from project import load, sign_pages
from render.comparison.searched import headings_in, index_in

PAGE = "recovery/day-by-day.html"


def text(built: Built, path: str) -> str:
    return (built.folder / path).read_text(encoding="utf-8")


def article(built: Built, path: str) -> list[str]:
    """Return the lines of a page's article, without what only lays out the templates."""
    (found,) = re.findall(r"<article[^>]*>(.*?)</article>", text(built, path), re.DOTALL)
    return [line.strip() for line in found.split("\n") if line.strip()]


def told(built: Built, path: str) -> list[str]:
    """Return what a page says to search engines."""
    return re.findall(r'<(?:link rel="(?:canonical|alternate)"|meta name="robots").*?>', text(built, path))


def test_the_original_stands_under_a_notice_in_the_readers_language(partly: Built) -> None:
    assert '<html lang="ms"' in text(partly, f"ms/{PAGE}")
    original = article(partly, PAGE)
    status = '<p class="hb-status hb-status--draft">Draft. No clinician has reviewed this page in English yet.</p>'
    assert article(partly, f"ms/{PAGE}") == [
        '<div class="hb-untranslated" id="hb-untranslated">',
        '<p class="hb-untranslated__title">Halaman ini belum diterjemahkan ke dalam bahasa Melayu</p>',
        "<p>Teks di bawah masih dalam bahasa Inggeris. Jika anda tidak faham sepenuhnya, minta klinik anda "
        "menerangkannya kepada anda. Jangan meneka maksudnya.</p>",
        '<p class="hb-status">Teks bahasa Inggeris ini juga masih draf: belum ada doktor atau jururawat '
        "yang menyemaknya.</p>",
        "</div>",
        '<div lang="en">',
        *(line for line in original if line != status),
        "</div>",
    ]
    assert status in original


def test_search_engines_are_sent_to_the_original(partly: Built) -> None:
    original = "https://handbook.example/recovery/day-by-day.html"
    assert told(partly, f"ms/{PAGE}") == [
        f'<link rel="canonical" href="{original}">', '<meta name="robots" content="noindex">',
    ]  # fmt: skip
    assert told(partly, f"ru/{PAGE}") == [
        '<link rel="canonical" href="https://handbook.example/ru/recovery/day-by-day.html">',
        f'<link rel="alternate" hreflang="en" href="{original}">',
        f'<link rel="alternate" hreflang="x-default" href="{original}">',
        '<link rel="alternate" hreflang="ru" href="https://handbook.example/ru/recovery/day-by-day.html">',
    ]
    assert re.findall(r'(?:<loc>|href=")https://handbook.example/(ms/.*?)["<]', text(partly, "sitemap.xml")) == [
        "ms/", "ms/", "ms/", "ms/",
    ]  # fmt: skip


def test_the_language_menu_offers_it_all_the_same(partly: Built) -> None:
    menu = text(partly, PAGE).split("hb-menu--languages")[1].split("</details>")[0]
    assert re.findall(r"<a (.*?)>", menu) == [
        'href="day-by-day.html" lang="en" hreflang="en" aria-current="true"',
        'href="../ms/recovery/day-by-day.html" lang="ms"',
        'href="../ru/recovery/day-by-day.html" lang="ru" hreflang="ru"',
    ]


def test_its_title_names_its_language_wherever_it_stands(partly: Built) -> None:
    page = text(partly, "ms/index.html")
    assert page.count('<a href="recovery/day-by-day.html" lang="en">Day by day</a>') == 2
    assert '<span>Seterusnya →</span> <bdi lang="en">Day by day</bdi></a>' in page
    assert 'lang="en">Day by day' not in text(partly, "index.html")


def test_the_search_of_the_language_has_it_with_its_language(partly: Built) -> None:
    scripts = {code: text(partly, f"search/{code}.js") for code in ("en", "ms", "ru")}
    listed = {code: index_in(script) for code, script in scripts.items()}
    assert {code: index["pages"] for code, index in listed.items()} == {
        "en": [["index.html"], [PAGE]],
        "ms": [["ms/index.html"], [f"ms/{PAGE}", "en"]],
        "ru": [["ru/index.html"], [f"ru/{PAGE}"]],
    }
    assert {code: [page[0] for page in headings_in(index)] for code, index in listed.items()} == {
        "en": ["Healing", "Day by day"], "ms": ["Penyembuhan", "Day by day"], "ru": ["Заживление", "День за днём"],
    }  # fmt: skip
    assert text(partly, "search/ms/1.js") == text(partly, "search/en/1.js")
    assert {code: script.count("stemmers.push") for code, script in scripts.items()} == {"en": 1, "ms": 2, "ru": 1}


def test_a_signed_original_says_who_signed_it(partly: Built) -> None:
    root = partly.handbook.project.root
    sign_pages(root, ["recovery/day-by-day.md"], ["en"])
    handbook, _ = load(root)
    (root / PATH).unlink()
    assert handbook is not None
    page = handbook.page("recovery/day-by-day.md", "ms")
    assert page is not None
    assert page_view(page, "", handbook).status == (
        "Dr Aminah Rahman, dermatologist, telah menyemak teks bahasa Inggeris ini pada 19 November 2026."
    )


def test_an_original_becomes_html_once(partly: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def noted(page: Page, handbook: Handbook) -> PageText:
        written.append(page.document.path)
        return text_of(page, handbook)

    for module in (page_text, mkdocs_plugin):
        monkeypatch.setattr(module, "text_of", noted)
    assert render(partly.handbook, (PAGES,), tmp_path) == []
    assert written == [page.document.path for page in partly.handbook.pages]
