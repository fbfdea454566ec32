"""Which editions are to be printed now: those that were asked for by name, single pages, and with whose dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import listed, meant
from handbook.language.languages import Language
from handbook.register.edition_names import editions_named, title_in
from handbook.register.editions import NAME, PAGE, Edition, Held, whole_page
from handbook.register.handbook import Handbook

_PLACE = Location(f"docs/data/{NAME}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed: each text is a name, or a list parted by commas. None is every edition."""

    editions: tuple[str, ...] = ()
    """Ids, or words of titles in any language."""
    pages: tuple[str, ...] = ()
    """Paths of pages, each to be a sheet of its own; or all that is wanted of a book for review."""
    day: datetime.date | None = None
    """The day of a reader's procedure; without names, every edition with dates is meant."""

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return bool(self.editions or self.pages or self.day)


ALL = Wanted()
"""Every edition, without anybody's dates."""


def choose(
    handbook: Handbook, wanted: Wanted, languages: Sequence[Language] = ()
) -> tuple[Handbook, list[Problem]]:
    """Return the handbook with the editions that are asked for alone, and what was asked for that is not there.

    Titles are looked for in ``languages``, which may be more than the handbook has been reduced to.
    """
    if not wanted:
        return handbook, []
    names, pages = _names(wanted.editions), _names(wanted.pages)
    found = {name: editions_named(name, handbook.editions, languages or handbook.languages) for name in names}
    problems = [*_unclear(found, handbook), *_unknown(pages, handbook)]
    named = [edition for edition in handbook.editions if [edition] in found.values()]
    chosen = list(_with_pages(named, pages))
    if wanted.day is None:
        return replace(handbook, editions=tuple(chosen)), problems
    dated = [edition for edition in (chosen if names or pages else handbook.editions) if edition.has_dates]
    if not (dated or problems):
        known = ", ".join(edition.id for edition in handbook.editions if edition.has_dates)
        hint = (
            Message("name one with dates: {known}", known=known)
            if known
            else Message("add dates:… to what an edition holds")
        )
        problems.append(
            Problem(_PLACE, Message("--procedure-date is given, and no edition that is asked for has dates"), hint)
        )
    return replace(handbook, editions=tuple(replace(edition, day=wanted.day) for edition in dated)), problems


def companions(handbook: Handbook, wanted: Wanted) -> tuple[str, ...]:
    """Return the codes of the languages that stand beside others in what is asked for by name.

    Who asks for such a sheet in a patient's language need not name the one beside it.
    """
    found = (editions_named(name, handbook.editions, handbook.languages) for name in _names(wanted.editions))
    return tuple(edition.beside for editions in found for edition in editions if edition.beside)


def _with_pages(editions: Sequence[Edition], pages: Sequence[str]) -> Iterator[Edition]:
    """Yield editions and some pages: in a book for review, which is read page by page, or as sheets of their own."""
    reviewed = [edition.id for edition in editions if edition.review and pages]
    held = tuple(Held(PAGE, path) for path in pages)
    yield from (replace(edition, holds=held) if edition.id in reviewed else edition for edition in editions)
    yield from () if reviewed else map(whole_page, pages)


def _unclear(found: Mapping[str, Sequence[Edition]], handbook: Handbook) -> Iterator[Problem]:
    """Report the names that mean no edition, or more than one."""
    ids = [edition.id for edition in handbook.editions]
    for name, editions in found.items():
        if not editions:
            hint = Message("handbook print --list tells what there is; write a name or words of a title")
            message = Message("--edition names {name}, which is none of the editions", name=name)
            yield Problem(_PLACE, message, meant(name, ids, hint))
        elif len(editions) > 1:
            titles = (f"{edition.id} ({title_in(edition, handbook.languages[0])})" for edition in editions)
            yield Problem(
                _PLACE,
                Message("--edition names {name}, which several editions have in their titles", name=name),
                Message("write one of {names}", names=listed(titles)),
            )


def _unknown(pages: Iterable[str], handbook: Handbook) -> Iterator[Problem]:
    paths = [entry.path for entry in handbook.project.nav]
    for name in pages:
        if name not in paths:
            yield Problem(
                Location("mkdocs.yml"),
                Message("--chapter names {name}, which is no page", name=name),
                meant(name, paths),
            )


def _names(texts: Iterable[str]) -> list[str]:
    return [name.strip() for text in texts for name in text.split(",") if name.strip()]
