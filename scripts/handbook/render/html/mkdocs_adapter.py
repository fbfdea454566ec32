"""Between MkDocs and the handbook: which page is which, which files are published, what templates are given."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import AnchorLink

from handbook.language.languages import Language
from handbook.markup.form import RESERVED
from handbook.markup.inlines import Image
from handbook.project import Project
from handbook.register.handbook import Handbook, load_handbook
from handbook.register.pages import Page
from handbook.render.html.notes import NOTES
from handbook.render.html.spoken import lang_attributes
from handbook.render.html.style_sheet import style_sheet
from handbook.render.html.template_context import (
    POLICY,
    PageView,
    not_found_views,
    page_html,
    page_view,
    site_view,
    sitemap_of,
)
from handbook.render.search.index import search_scripts

__all__ = [
    "anchors", "builds_source", "chosen_files", "load", "meta_of", "page_context", "page_html", "page_of",
    "text_key", "whole_context", "write_search", "write_style_sheet",
]  # fmt: skip

ASSETS = ("assets/app.js", "assets/boot.js", "assets/favicon.svg")
"""The files of overrides/ that are published as they are."""

STYLE_SHEET = "assets/handbook.css"

NOTICE = f"{RESERVED}untranslated"
"""The id of the notice above an original that stands in for a translation; content.html writes it."""

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
"""Files beside the pages that are published."""


def load(config: MkDocsConfig, log: logging.Logger) -> Handbook:
    """Load the handbook of a configuration and log what is wrong with it: MkDocs runs alone."""
    project, problems = Project.read(Path(config.config_file_path).parent)
    if project is None:
        raise ConfigurationError("; ".join(problem.message for problem in problems))
    handbook, found = load_handbook(project, datetime.date.today())
    for problem in (*problems, *found):
        log.warning("%s: %s", problem.location, problem.message)
    return handbook


def chosen_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the pages, their pictures and our own assets; leave out the theme's scripts and everything unknown."""
    return Files([file for file in files if file.is_documentation_page() or _is_published(file, config)])


def write_style_sheet(config: MkDocsConfig, handbook: Handbook) -> None:
    """Write the style sheet beside the pages, once for all languages."""
    if builds_source(config, handbook):
        sheet = style_sheet(handbook.project.root / "overrides")
        (Path(config.site_dir) / STYLE_SHEET).write_text(sheet, encoding="utf-8")


def write_search(config: MkDocsConfig, handbook: Handbook) -> None:
    """Write the search scripts beside the pages, once for all languages, where no pipeline does."""
    if builds_source(config, handbook):
        folder = Path(config.site_dir) / "search"
        folder.mkdir(exist_ok=True)
        for code, script in search_scripts(handbook).items():
            (folder / f"{code}.js").write_text(script, encoding="utf-8")


def page_of(file: File, config: MkDocsConfig, handbook: Handbook) -> Page:
    """Return the handbook's page for a file of MkDocs, which is the original's where a translation is missing."""
    path = file.src_uri.partition("/")[2]
    page = handbook.page(path, _language_built(config) or handbook.source.code)
    if page is None:
        raise ConfigurationError(f"{file.src_uri} is not in the navigation (nav: in mkdocs.yml)")
    return page


def text_key(page: Page) -> str:
    """Name the HTML of a page: an original is the same for every language, unless images lie at another depth."""
    has_files = any(isinstance(image, Image) for image in page.document.images)
    return f"{page.language}:{page.document.path}" if has_files else page.document.path


def meta_of(page: Page) -> dict[str, str]:
    """Return what the navigation shows of a page: its title, and the title's language if that is not the reader's."""
    return {"title": page.title, "language": page.text_language if page.is_fallback else ""}


def anchors(page: Page, handbook: Handbook) -> list[AnchorLink]:
    """Return the page's headings as MkDocs nests them, with the notes at the end.

    The first is where the link that skips the navigation leads: to the title, or to a notice above it.
    """
    title = handbook.language(page.text_language).word("site.notes.title")
    headings = [(heading.level, heading.id, heading.text) for heading in page.document.headings]
    notes = [(2, NOTES, title)] if handbook.used(page) else []
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for level, id, text in (*headings, *notes):
        anchor = AnchorLink(text, NOTICE if page.is_fallback and level == 1 else id, level)
        path = [above for above in path if above.level < level]
        (path[-1].children if path else top).append(anchor)
        path.append(anchor)
    return top


def page_context(page: Page, handbook: Handbook, previews: bool) -> dict[str, Any]:
    """Return what the template of a page is given; a preview has no policy."""
    frame = _frame(handbook.language(page.language), handbook)
    return {**frame, "here": page_view(page, handbook), "policy": "" if previews else POLICY}


def whole_context(handbook: Handbook) -> dict[str, Any]:
    """Return what the templates are given that belong to no page."""
    lost = not_found_views(handbook)
    code = handbook.source.code
    here = PageView(
        lost[0].title, "", "", "", (), is_home=False, status="", is_signed=False, text_language=code, is_fallback=False
    )
    frame = _frame(handbook.source, handbook)
    return {**frame, "here": here, "policy": POLICY, "lost": lost, "pages": sitemap_of(handbook)}


def builds_source(config: MkDocsConfig, handbook: Handbook) -> bool:
    """Whether MkDocs is building the source language just now."""
    return _language_built(config) in (None, handbook.source.code)


def _language_built(config: MkDocsConfig) -> str | None:
    """Return the code of the language that MkDocs is building just now; None before the first."""
    code: str | None = getattr(config.plugins.get("i18n"), "current_language", None)
    return code


def _frame(language: Language, handbook: Handbook) -> dict[str, Any]:
    return {"site": site_view(language, handbook), "word": language.word, "spoken": _speaker(language, handbook)}


def _speaker(reader: Language, handbook: Handbook) -> Callable[..., Markup]:
    """Return what templates call for the attributes of an element in a language of its own.

    Around it the reader's language is spoken, or the one whose code is given second.
    """

    def spoken(code: str, around: str = reader.code) -> Markup:
        return Markup(lang_attributes(code, handbook.language(around), handbook))

    return spoken


def _is_published(file: File, config: MkDocsConfig) -> bool:
    if file.src_dir == config.docs_dir:
        return file.src_uri.lower().endswith(PICTURES)
    return file.src_uri in ASSETS
