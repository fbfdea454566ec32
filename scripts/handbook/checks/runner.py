"""How checks are asked: of the whole handbook, or of each page or text in turn.

A check has one of these functions or several:

- ``check(handbook)``, asked once;
- ``check_page(page, handbook)``, of each page as it is shown, with the passages and signs in it;
- ``check_text(text, handbook)``, of each page, passage and words of a sign as they were written;
- ``check_translation(text, original, handbook)``, of each of these in a translation that has an original.

What the last three find depends on this page or text, on its original, and on what stands beside the pages. So it
holds until one of these changes, and need not be looked for again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import NamedTuple

from handbook.diagnostics.problems import Problem
from handbook.processes import spread
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_OF_EACH = ("check_page", "check_text", "check_translation")
Key = tuple[str, str]
"""A page or text by its language and its path."""
Problems = Mapping[str, tuple[Problem, ...]]
"""What checks have found, by their modules' names."""


@dataclass(frozen=True, slots=True)
class Found:
    """What checks have found, before it is asked how much that matters."""

    of_all: Problems = field(default_factory=dict)
    of_each: Mapping[Key, Problems] = field(default_factory=dict)
    """Of each page and text."""

    def of(self, module: ModuleType) -> Iterator[Problem]:
        """Yield what one check has found."""
        for found in (self.of_all, *self.of_each.values()):
            yield from found.get(module.__name__, ())

    def without(self, changed: Collection[Key], modules: Iterable[ModuleType]) -> Found:
        """Return what still holds after pages have changed: what was found of others, and beside the pages."""
        beside = {module.__name__ for module in modules if getattr(module, "OF_REGISTER", False)}
        return Found(
            {name: found for name, found in self.of_all.items() if name in beside},
            {key: found for key, found in self.of_each.items() if key not in changed},
        )


NOTHING = Found()
"""Where nobody has looked yet."""


class _Asked(NamedTuple):
    """What is looked at in one go."""

    key: Key
    modules: tuple[ModuleType, ...]
    text: Page | None = None
    """A page, passage or words of a sign with its own blocks alone; None for the whole handbook."""
    original: Page | None = None
    """What it is translated from, if both have words."""
    page: Page | None = None
    """The same as it is shown, if it is a page."""


def ask(modules: Sequence[ModuleType], handbook: Handbook, before: Found) -> Found:
    """Return what checks find, and what they have found ``before``, which still holds."""

    def find(group: Sequence[_Asked]) -> list[Problems]:
        return [
            {module.__name__: tuple(_found(module, asked, handbook)) for module in asked.modules} for asked in group
        ]

    groups = [*([each] for each in _of_all(modules, before)), *_beside_originals(_of_each(modules, handbook, before))]
    pages = sum(asked.page is not None for group in groups for asked in group)  # of few none is done sooner elsewhere
    told = zip(groups, spread(find, groups, pages), strict=True)
    found = [each for group, said in told for each in zip(group, said, strict=True)]
    of_all = {name: problems for asked, said in found if asked.text is None for name, problems in said.items()}
    of_each = {asked.key: {**before.of_each.get(asked.key, {}), **said} for asked, said in found if asked.text}
    return Found({**before.of_all, **of_all}, {**before.of_each, **of_each})


def _beside_originals(items: Iterable[_Asked]) -> list[list[_Asked]]:
    """Return texts together with their translations: what is made of an original for one of them serves the others."""
    groups: dict[str, list[_Asked]] = {}
    for asked in items:
        groups.setdefault(asked.key[1], []).append(asked)
    return list(groups.values())


def found_by(module: ModuleType, handbook: Handbook) -> Iterator[Problem]:
    """Yield what one check finds in a handbook."""
    for asked in (*_of_each([module], handbook, NOTHING), *_of_all([module], NOTHING)):
        yield from _found(module, asked, handbook)


def _of_each(modules: Iterable[ModuleType], handbook: Handbook, before: Found) -> Iterator[_Asked]:
    """Yield each text and what is not known of it, so that what several checks make of it is made once."""
    shown = {(page.language, page.path): page for page in handbook.pages}
    written, source = handbook.written, handbook.source.code
    originals = {text.path: text for text in written if text.language == source and text.document.texts}
    asked = [module for module in modules if any(hasattr(module, name) for name in _OF_EACH)]
    for text in written:
        key = (text.language, text.path)
        known = before.of_each.get(key, {})
        new = tuple(module for module in asked if module.__name__ not in known)
        is_translation = text.language != source and text.document.texts
        if new:
            yield _Asked(key, new, text, originals.get(text.path) if is_translation else None, shown.get(key))


def _of_all(modules: Iterable[ModuleType], before: Found) -> Iterator[_Asked]:
    for module in modules:
        if hasattr(module, "check") and module.__name__ not in before.of_all:
            yield _Asked(("", ""), (module,))


def _found(module: ModuleType, asked: _Asked, handbook: Handbook) -> Iterator[Problem]:
    if asked.text is None:
        yield from module.check(handbook) if hasattr(module, "check") else ()
        return
    has = vars(module)  # hasattr makes an error of each name that is not there, which takes as long as many a check
    if "check_page" in has and asked.page is not None:
        yield from module.check_page(asked.page, handbook)
    if "check_text" in has:
        yield from module.check_text(asked.text, handbook)
    if "check_translation" in has and asked.original is not None:
        yield from module.check_translation(asked.text, asked.original, handbook)
