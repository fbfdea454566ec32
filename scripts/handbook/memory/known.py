"""What is known of a handbook before it is read, and what of it still holds where a few pages have changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from handbook.checks import CHECKS, Found
from handbook.register.loader import Loaded, names_words, with_pages
from handbook.register.pages import concerned


@dataclass(frozen=True, slots=True)
class Known:
    """What was read and found last time."""

    loaded: Loaded
    found: Found
    changed: Collection[str] = ()
    """The files of the pages that are no longer as they were."""

    def read(self) -> Loaded:
        """Return the handbook as it is now. Of what was wrong with a page nothing is known, so it is read again."""
        if not self.changed:
            return self.loaded
        return with_pages(self.loaded, {problem.location.path for problem in self.loaded.in_pages}.union(self.changed))

    def holds(self) -> Found:
        """Return what was found and still holds."""
        if not self.changed:
            return self.found
        handbook = self.loaded.handbook
        lists = {(page.language, page.path) for page in handbook.pages if names_words(page)}
        return self.found.without(lists | concerned(self.changed, handbook.project), CHECKS)
