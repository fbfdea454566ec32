"""Which sign-offs hold for which pages, and what has changed where one no longer does."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import reduce
from typing import TYPE_CHECKING

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location
from handbook.diagnostics.quoting import listed
from handbook.register.digest import FORM, Shown, shown_on
from handbook.register.pages import Page
from handbook.register.sign_offs import SignOff

if TYPE_CHECKING:
    from handbook.register.handbook import Handbook

_SHORT = 6
"""Hexadecimal digits of a part's digest: enough to tell a part from what it was before."""

_NAMED = 3
"""Things named in a sentence before the rest is counted."""

_KINDS = ("clinic", "fact", "picture", "value", "word")
"""What a page takes from elsewhere, in the order in which it is told."""


def signed_pages(handbook: Handbook) -> tuple[Page, ...]:
    """Return the pages of a handbook, each with the newest sign-off that holds for it."""
    return tuple(replace(page, sign_off=_holding(page, handbook)) for page in handbook.pages)


def sign_offs_of(page: Page, handbook: Handbook) -> tuple[SignOff, ...]:
    """Return the sign-offs under a page, whether they hold or not, the newest first."""
    found = [each for each in handbook.sign_offs if (each.page, each.language) == (page.path, page.language)]
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def sign(page: Page, handbook: Handbook, name: str, role: str, day: datetime.date) -> SignOff:
    """Return a sign-off under a page as it is now."""
    shown = shown_on(page, handbook)
    taken = {key: _short(said) for key, said in shown.taken.items()}
    return SignOff(page.path, page.language, name, role, day, shown.digest, _text(shown), taken)


def changes(sign_off: SignOff, page: Page, handbook: Handbook) -> str:
    """Say what has changed on a page since somebody signed it: ``the fact crusts-last changed; …``."""
    if not sign_off.digest.startswith(f"{FORM}:"):
        return Message("it was recorded by another version of the program")
    shown = shown_on(page, handbook)
    told = [*_changed_things(sign_off.taken, shown.taken), *_changed_text(sign_off.text, shown, page.document.path)]
    if not told:
        return Message("the order or the form of its parts changed")
    return reduce(lambda some, one: Message("{some}; {one}", some=some, one=one), told)


def _holding(page: Page, handbook: Handbook) -> SignOff | None:
    under = sign_offs_of(page, handbook)
    digest = shown_on(page, handbook).digest if under else ""
    return next((each for each in under if each.digest == digest), None)


def _text(shown: Shown) -> tuple[str, ...]:
    return tuple(_short(line.text) for line in shown.lines if line.has_words)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SHORT]


def _changed_things(before: Mapping[tuple[str, str], str], now: Mapping[tuple[str, str], str]) -> Iterator[str]:
    for kind in _KINDS:
        names = [name for of, name in sorted(now) if of == kind and (of, name) in before]
        changed = [name for name in names if before[kind, name] != _short(now[kind, name])]
        if changed:
            yield _thing_changed(kind, listed(changed, _NAMED))


def _thing_changed(kind: str, names: str) -> str:
    match kind:
        case "clinic":
            return Message("the clinic's {names} changed", names=names)
        case "fact":
            return Message("the fact {names} changed", names=names)
        case "picture":
            return Message("the picture {names} changed", names=names)
        case "value":
            return Message("the clinic's value or the evidence of {names} changed", names=names)
        case _:
            return Message("what is said of the word {names} changed", names=names)


def _changed_text(before: Sequence[str], shown: Shown, path: str) -> Iterator[str]:
    """Say how many paragraphs are other or new, where the first is, and how many are gone."""
    lines = [_named(line.location, path) for line in shown.lines if line.has_words]
    steps = SequenceMatcher(None, before, _text(shown), autojunk=False).get_opcodes()
    new = [lines[at] for step, *_, start, end in steps if step != "equal" for at in range(start, end)]
    gone = sum(end - start for step, start, end, *_ in steps if step == "delete")
    if new:
        yield Message(
            "{count} paragraphs changed, the first in {line}",
            "{count} paragraph changed, in {line}",
            count=len(new),
            line=new[0],
        )
    if gone:
        yield Message("{count} paragraphs taken out", "{count} paragraph taken out", count=gone)


def _named(place: Location, path: str) -> str:
    """Name a line of the page at ``path``, or of what it shows from elsewhere."""
    if place.path == path:
        return Message("line {line}", line=place.line)
    return Message("line {line} of {path}", line=place.line, path=place.path)
