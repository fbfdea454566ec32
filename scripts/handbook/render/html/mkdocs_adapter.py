"""Between MkDocs and the handbook: which page is which, which files are published, what templates are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import AnchorLink

from handbook.language.languages import Language
from handbook.markup.form import RESERVED
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.html.not_found import not_found_views
from handbook.render.html.page_text import PageText
from handbook.render.html.spoken import lang_attributes
from handbook.render.html.style_sheet import style_sheet
from handbook.render.html.template_context import PageView, notes_view, page_view, site_view, sitemap_of
from handbook.render.html.worker import WORKER
from handbook.render.images import published_images
from handbook.render.policy import policy
from handbook.render.search.engine import code_of

ASSETS = ("assets/app.js", "assets/boot.js", "assets/favicon.svg", "assets/find.js", "assets/keep.js")
"""The files of overrides/ that are published beside the style sheet."""

STYLE_SHEET = "assets/handbook.css"

MAP = "sitemap.xml"

NOTICE = f"{RESERVED}untranslated"
"""The id of the notice above an original that stands in for a translation; content.html writes it."""


def restrict(config: MkDocsConfig, handbook: Handbook) -> None:
    """Take out of a configuration the pages and languages that the handbook has not; its first language is the default.

    mkdocs.yml names everything there is, and a clinic may hand out less.
    """
    config.nav = _kept(config.nav or [], {page.path for page in handbook.project.nav})
    i18n: Any = config.plugins["i18n"]
    codes = handbook.project.codes
    titles = {locale.code: dict(locale.sections) for locale in handbook.project.locales}
    i18n.config.languages = [language for language in i18n.config.languages if language.locale in codes]
    for language in i18n.config.languages:
        language.default = language.locale == codes[0]
        language.link = "/" if language.default else f"/{language.locale}/"
        language.nav_translations = titles[language.locale]


def _kept(items: list[Any], paths: set[str]) -> list[Any]:
    """Return the entries of a navigation that lead to these pages; a section without any is gone."""
    kept: list[Any] = []
    for item in items:
        if isinstance(item, str):
            kept += [item] if item in paths else []
        else:
            inside = {key: _kept(held, paths) if isinstance(held, list) else held for key, held in item.items()}
            kept += [{key: held for key, held in inside.items() if (held if isinstance(held, list) else held in paths)}]
    return [item for item in kept if item]


def chosen_files(files: Files, handbook: Handbook) -> Files:
    """Return the pages of the handbook and nothing else."""
    pages = {page.document.path.removeprefix("docs/") for page in handbook.pages}
    return Files([file for file in files if file.src_uri in pages])


def read_assets(root: Path) -> dict[str, bytes]:
    """Return the style sheet and the assets of a project, by their paths on the site."""
    folder = root / "overrides"
    found = {path: _asset(folder / path) for path in ASSETS if (folder / path).is_file()}
    return {**found, STYLE_SHEET: style_sheet(folder).encode()}


def _asset(file: Path) -> bytes:
    return code_of(file).encode() if file.suffix == ".js" else file.read_bytes()


def write_assets(config: MkDocsConfig, handbook: Handbook, assets: Mapping[str, bytes]) -> None:
    """Write beside the pages, once for all languages, the assets and the images; of these only what is to be seen."""
    if builds_source(config, handbook):
        images = published_images((*handbook.pages, *handbook.fallbacks), handbook)
        for path, content in {**assets, **images}.items():
            file = Path(config.site_dir) / path.removeprefix("docs/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def page_of(file: File, config: MkDocsConfig, handbook: Handbook) -> Page:
    """Return the handbook's page for a file of MkDocs, which is the original's where a translation is missing."""
    path = file.src_uri.partition("/")[2]
    page = handbook.page(path, _language_built(config) or handbook.source.code)
    if page is None:
        raise ConfigurationError(f"{file.src_uri} is not in the navigation (nav: in mkdocs.yml)")
    return page


def meta_of(page: Page) -> dict[str, str]:
    """Return what the navigation shows of a page: its title, and the title's language if that is not the reader's."""
    return {"title": page.title, "language": page.text_language if page.is_fallback else ""}


def anchors(page: Page, text: PageText) -> list[AnchorLink]:
    """Return the page's headings as MkDocs nests them, with the words and notes at the end.

    The first is where the link that skips the navigation leads: to the title, or to a notice above it.
    """
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for level, id, words in text.places:
        anchor = AnchorLink(words, NOTICE if page.is_fallback and level == 1 else id, level)
        path = [above for above in path if above.level < level]
        (path[-1].children if path else top).append(anchor)
        path.append(anchor)
    return top


def page_context(
    page: Page, text: PageText, handbook: Handbook, assets: Mapping[str, bytes], is_preview: bool
) -> dict[str, Any]:
    """Return what the template of a page is given."""
    frame = _frame(handbook.language(page.language), handbook, assets, is_preview)
    return {**frame, "here": page_view(page, text.title, handbook)}


def notes_context(page: Page, text: PageText, handbook: Handbook) -> dict[str, Any]:
    """Return what the notes to a page are given beside what the page itself is."""
    return {"here": notes_view(page, text, handbook)}


def whole_context(handbook: Handbook, assets: Mapping[str, bytes], is_placed: bool, is_preview: bool) -> dict[str, Any]:
    """Return what the templates are given that belong to no page; ``is_placed`` says whether the site's place is known.

    Without it no page that a server shows at any address can have a link.
    """
    lost = not_found_views(handbook)
    code = handbook.source.code
    here = PageView(
        lost[0].title, "", "", "", (), is_home=False, status="", is_signed=False, text_language=code, is_fallback=False
    )
    frame = _frame(handbook.source, handbook, assets, is_preview)
    own = {"here": here, "lost": lost, "is_placed": is_placed, "pages": sitemap_of(handbook)}
    return {**frame, **own}


def builds_source(config: MkDocsConfig, handbook: Handbook) -> bool:
    """Whether MkDocs is building the source language just now."""
    return _language_built(config) in (None, handbook.source.code)


def _language_built(config: MkDocsConfig) -> str | None:
    """Return the code of the language that MkDocs is building just now; None before the first."""
    code: str | None = getattr(config.plugins.get("i18n"), "current_language", None)
    return code


def _frame(language: Language, handbook: Handbook, assets: Mapping[str, bytes], is_preview: bool) -> dict[str, Any]:
    """Return what every template is given; a browser keeps nothing of a preview."""
    worker = WORKER if handbook.clinic.keeps_offline and not is_preview else ""
    return {
        "policy": policy(has_worker=bool(worker)),
        "worker": worker,
        "site": site_view(language, handbook),
        "word": language.word,
        "spoken": _speaker(language, handbook),
        "asset": _dater(assets),
    }


def _dater(assets: Mapping[str, bytes]) -> Callable[[str], str]:
    """Return what templates call for the address of an asset.

    It is another one as soon as the content is, so that browsers may keep what they have for a year.
    """

    def dated(path: str) -> str:
        return f"{path}?v={sha256(assets[path]).hexdigest()[:12]}" if path in assets else path

    return dated


def _speaker(reader: Language, handbook: Handbook) -> Callable[..., Markup]:
    """Return what templates call for the attributes of an element in a language of its own.

    Around it the reader's language is spoken, or the one whose code is given second.
    """

    def spoken(code: str, around: str = reader.code) -> Markup:
        return Markup(lang_attributes(code, handbook.language(around), handbook))

    return spoken
