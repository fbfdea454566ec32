"""MkDocs' events. Each hands over to a function elsewhere; nothing of a page's source goes through MkDocs.

MkDocs contributes navigation, templates and file names. mkdocs-static-i18n builds once per language, so every
event comes once per language too, ours before its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as NavPage
from mkdocs.structure.toc import TableOfContents

from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.addresses import notes_address, site_address
from handbook.render.html import mkdocs_adapter
from handbook.render.html.jinja_environment import Compiled, environment
from handbook.render.html.page_text import PageText, key_of, text_of

if TYPE_CHECKING:
    from mkdocs.structure.nav import Navigation

_INDENTATION = re.compile(r"\n\s+")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has none: everything is read from the project."""


class HandbookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Shows the pages of the handbook that the pipeline hands over in MkDocs' shell.

    MkDocs alone would publish pages that nothing has checked, so it is refused.
    """

    handbook: Handbook | None = None
    compiled: Compiled
    """The templates of this build."""
    only: frozenset[str] | None = None
    """The Markdown files whose pages are written; None for all."""
    known: Mapping[str, PageText] = {}
    """What pages say, by their keys, as far as it is known before the build."""
    texts: dict[str, PageText]
    """What the pages of this build say, likewise: an original may stand in for translations too."""

    env: Environment
    """The templates of this pass."""
    values: dict[str, Any]
    """What the template of the page is given that is just being written."""

    assets: dict[str, bytes]
    """The style sheet, the scripts and the like, by their paths on the site."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin with the texts that are known; the event also keeps the plugin for the next language."""
        self.texts = dict(self.known)
        self.assets = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse to run without a handbook, and give MkDocs our environment for templates."""
        if self.handbook is None:
            raise ConfigurationError("build with `handbook build` or look with `handbook preview`: both check first")
        self.assets = self.assets or mkdocs_adapter.read_assets(self.handbook.project.root)
        make = partial(environment, config.theme, self.compiled)
        config.theme.get_env = make  # type: ignore[method-assign]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep the files that belong to the site."""
        return mkdocs_adapter.chosen_files(files, self.loaded)

    def on_page_read_source(self, *, page: NavPage, config: MkDocsConfig) -> str:
        """Give MkDocs nothing to parse."""
        return ""

    def on_page_markdown(self, markdown: str, *, page: NavPage, config: MkDocsConfig, files: Files) -> str:
        """Name the page for the navigation."""
        page.meta = mkdocs_adapter.meta_of(mkdocs_adapter.page_of(page.file, config, self.loaded))
        return ""

    def on_page_content(self, html: str, *, page: NavPage, config: MkDocsConfig, files: Files) -> str:
        """Return the page as HTML, and its headings for the contents."""
        found = mkdocs_adapter.page_of(page.file, config, self.loaded)
        if not self._writes(found):
            return ""
        text = self._text_of(found)
        page.toc = TableOfContents(mkdocs_adapter.anchors(found, text))
        return text.body

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out the pages that are not to be written; by now the navigation knows their titles."""
        self.env = env
        for file in files.documentation_pages():
            if not self._writes(mkdocs_adapter.page_of(file, config, self.loaded)):
                files.remove(file)
        return env

    def on_page_context(self, context: Any, *, page: NavPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give the page's template its values."""
        found = mkdocs_adapter.page_of(page.file, config, self.loaded)
        own = mkdocs_adapter.page_context(
            found, self._text_of(found), self.loaded, self.assets, self._is_preview
        )
        self.values = {**context, **own}
        return self.values

    def on_post_page(self, output: str, *, page: NavPage, config: MkDocsConfig) -> str:
        """Leave out the indentation of the templates, which phones would be sent on every page."""
        found = mkdocs_adapter.page_of(page.file, config, self.loaded)
        if self._text_of(found).notes:
            self._write_notes(found, Path(config.site_dir) / notes_address(page.file.dest_uri))
        return _INDENTATION.sub("\n", output)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give the templates that belong to no page their values."""
        own = mkdocs_adapter.whole_context(self.loaded, self.assets, self._is_placed, self._is_preview)
        return {**context, **own}

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write what is for all languages once, with the source language; a map of the site only of a known place."""
        is_told = self._is_placed or template_name != mkdocs_adapter.MAP
        return output if is_told and mkdocs_adapter.builds_source(config, self.loaded) else ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what MkDocs does not make."""
        mkdocs_adapter.write_assets(config, self.loaded, self.assets)

    def _write_notes(self, page: Page, file: Path) -> None:
        """Write the page beside one that has the notes to it."""
        values = {**self.values, **mkdocs_adapter.notes_context(page, self._text_of(page), self.loaded)}
        file.parent.mkdir(parents=True, exist_ok=True)
        written = self.env.get_template("notes.html").render(values)
        file.write_text(_INDENTATION.sub("\n", written), encoding="utf-8")

    def _text_of(self, page: Page) -> PageText:
        key = key_of(page)
        if key not in self.texts:
            self.texts[key] = text_of(page, self.loaded)
        return self.texts[key]

    def _writes(self, page: Page) -> bool:
        return self.only is None or page.document.path in self.only

    @property
    def _is_placed(self) -> bool:
        """Whether it is known where the site will stand; a preview stands at the top of its host."""
        return self._is_preview or bool(site_address(self.loaded))

    @property
    def _is_preview(self) -> bool:
        return self.only is not None

    @property
    def loaded(self) -> Handbook:
        """The handbook; there is one from on_config on."""
        if self.handbook is None:
            raise RuntimeError("MkDocs has sent an event before on_config")
        return self.handbook
