"""What the preview shows: the last good state of every page, and everything that is wrong now."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbook import checks, pipeline
from handbook.checks import Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.memory.known import Known
from handbook.project import Project
from handbook.register.handbook import Handbook
from handbook.register.loader import load_handbook
from handbook.register.originals import with_originals
from handbook.register.pages import Page
from handbook.render.addresses import site_path
from handbook.render.html.jinja_environment import Compiled
from handbook.render.html.output import render_pages
from handbook.render.search.output import search_files


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the preview."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """By their paths on the site."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """The Markdown file of each page, by the page's path on the site."""
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    """Counts how often pages have changed."""
    seen: int = 0
    """Counts every change, also of the problems."""
    checking: bool = True
    """Whether there may be more problems in a moment."""


class Preview:
    """The pages of a project as a browser gets them. ``refresh`` is for one thread, ``wait`` for any."""

    def __init__(self, root: Path, today: datetime.date):
        self._root, self._today = root, today
        self._templates = Compiled()
        self._known: Known | None = None
        """The handbook as it was read last, and what was found in it."""
        self._changed = threading.Condition()
        self.shown = Shown()

    def wait(self, seen: int, seconds: float) -> Shown:
        """Return the state once it is another than the one with the number ``seen``, or after some seconds as it is."""
        with self._changed:
            self._changed.wait_for(lambda: self.shown.seen != seen, seconds)
            return self.shown

    def refresh(self, changed: Collection[str]) -> Shown:
        """Read what has changed, show it, then check it; whatever is wrong, what was shown before stays."""
        known, problems, stale = self._read(changed)
        if known is None or not pipeline.is_founded(problems):
            self._known = None
            return self._show(problems=tuple(problems), checking=False)
        handbook = known.loaded.handbook
        unfit = {problem.location.path for problem in problems if problem.is_error}
        unfit |= {page.document.path for page in handbook.pages if _shows(page, unfit, handbook)}
        self._render(handbook, set(stale) - unfit, unfit, problems)
        found = checks.find(handbook, Mode.DRAFT, known.found)
        self._known = replace(known, found=found)
        problems += checks.tell(found, handbook, Mode.DRAFT)
        return self._show(problems=tuple(problems), checking=False)

    def _read(self, changed: Collection[str]) -> tuple[Known | None, list[Problem], Collection[str]]:
        """Return the handbook as it is now with what still holds of what was found, what is wrong with its files, and
        the Markdown files to show again."""
        before = self._known
        if before is None or not changed or not _are_pages(changed, before.loaded.handbook):
            return self._read_all()
        since = replace(before, changed=changed)
        loaded, old = since.read(), before.loaded.handbook
        is_alike = _titles(old) == _titles(loaded.handbook)
        stale = _beside(changed, loaded.handbook) if is_alike else _documents(loaded.handbook)
        return Known(loaded, since.holds()), loaded.problems, stale

    def _read_all(self) -> tuple[Known | None, list[Problem], Collection[str]]:
        project, problems = Project.read(self._root)
        if project is None:
            return None, problems, ()
        loaded = load_handbook(project, self._today)
        loaded = loaded._replace(beside=(*problems, *loaded.beside))
        return Known(loaded, checks.NOTHING), loaded.problems, _documents(loaded.handbook)

    def _render(
        self, handbook: Handbook, stale: Collection[str], unfit: Set[str], problems: list[Problem]
    ) -> None:
        """Show pages anew; what goes wrong is told, and the last good state of what is ``unfit`` stays."""
        try:
            rendered = render_pages(with_originals(handbook), stale, self._templates)
        except Exception as error:  # a mistake of the program or of a template must not end the preview
            message = Message("the pages cannot be shown: {kind}: {error}", kind=type(error).__name__, error=error)
            problems.append(Problem(Location("mkdocs.yml"), message, Message("their last good state stands here")))
            return
        problems += rendered.problems
        scripts = search_files(handbook)
        wanted = _written(handbook)
        held = {address: path for address, path in self.shown.documents.items() if path in unfit & wanted}
        made = {address: content for address, content in rendered.files.items() if address not in held}
        documents = {**_addresses(handbook), **held}
        gone = self.shown.documents.keys() - documents.keys()
        kept = {address: content for address, content in self.shown.files.items() if address not in gone}
        self._show(
            files={**kept, **made, **scripts},
            documents=documents,
            problems=tuple(problems),
            pages=self.shown.pages + 1,
            checking=True,
        )

    def _show(self, **values: object) -> Shown:
        with self._changed:
            self.shown = replace(self.shown, seen=self.shown.seen + 1, **values)  # type: ignore[arg-type]
            self._changed.notify_all()
            return self.shown


def _are_pages(changed: Collection[str], handbook: Handbook) -> bool:
    """Tell whether only pages have changed that were there before and still are."""
    root = handbook.project.root
    return set(changed) <= set(_documents(handbook)) and all((root / path).is_file() for path in changed)


def _beside(changed: Collection[str], handbook: Handbook) -> Collection[str]:
    """Return changed Markdown files, with the translations of originals among them, which may show their words."""
    if not handbook.tracked:
        return changed
    originals = (page for page in handbook.pages if page.language == handbook.source.code)
    paths = {page.path for page in originals if page.document.path in changed}
    return {*changed, *(page.document.path for page in handbook.pages if page.path in paths)}


def _shows(page: Page, unfit: Collection[str], handbook: Handbook) -> bool:
    """Tell whether a page shows a passage whose file is unfit to be shown."""
    return any(passage.document.path in unfit for passage in handbook.passages_of(page))


def _written(handbook: Handbook) -> Set[str]:
    """Return the paths of the Markdown files that the navigation names."""
    project = handbook.project
    return {f"docs/{code}/{entry.path}" for code in project.codes for entry in project.nav}


def _documents(handbook: Handbook) -> Collection[str]:
    return {page.document.path for page in handbook.pages}


def _addresses(handbook: Handbook) -> dict[str, str]:
    """Return the Markdown file of each page, by the page's path on the site."""
    pages = (*handbook.pages, *handbook.fallbacks)
    return {site_path(page.path, page.language, handbook): page.document.path for page in pages}


def _titles(handbook: Handbook) -> list[tuple[str, str]]:
    """Return what pages show of one another, in the navigation."""
    return [(page.document.path, page.title) for page in handbook.pages]
