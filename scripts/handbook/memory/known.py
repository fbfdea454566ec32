"""What is known of a handbook before it is read, and what of it still holds where a few pages have changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from handbook.checks import CHECKS, Found
from handbook.diagnostics.problems import Problem
from handbook.markup.document import Document, parse
from handbook.register.loader import Loaded, names_words, with_pages


@dataclass(frozen=True, slots=True)
class Known:
    """What was read and found last time."""

    loaded: Loaded
    found: Found
    changed: Collection[str] = ()
    """The files of the pages that are no longer as they were."""

    def read(self) -> Loaded:
        """Return the handbook as it is now. Of what was wrong with a page nothing is known, so it is parsed again."""
        if not self.changed:
            return self.loaded
        unfit = {problem.location.path for problem in self.loaded.in_pages}.union(self.changed)
        pages = (page.written for page in self.loaded.handbook.pages)
        known = {document.path: document for document in pages if document.path not in unfit}

        def parser(source: str, path: str) -> tuple[Document, list[Problem]]:
            return (known[path], []) if path in known else parse(source, path)

        return with_pages(self.loaded, parser)

    def holds(self) -> Found:
        """Return what was found and still holds."""
        if not self.changed:
            return self.found
        pages, source = self.loaded.handbook.pages, self.loaded.handbook.source.code
        behind = {page.path for page in pages if page.language == source and page.document.path in self.changed}
        others = {
            (page.language, page.path)
            for page in pages
            if page.document.path in self.changed or page.path in behind or names_words(page)
        }
        return self.found.without(others, CHECKS)
