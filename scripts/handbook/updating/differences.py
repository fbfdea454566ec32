"""Two versions of a handbook → what is said otherwise to patients, and which signatures hold no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handbook.language.quantity_formatter import format_quantity
from handbook.register.clinic_values import asked_values
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.signed_pages import changes, sign_offs_of

_DEEP = "    "


def tell_differences(before: Handbook, now: Handbook) -> Iterator[str]:
    """Yield what has changed, line by line, the most urgent first; nothing where patients are told the same."""
    yield from _titled("Warning signs", _signs(before, now))
    yield from _titled("Statements and advice", _facts(before, now))
    yield from _titled("What clinics decide", _values(before, now))
    yield from _titled("Pages", _pages(before, now))
    yield from _titled("Signatures that no longer hold", _lapsed(before, now))


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title} ({sum(not line.startswith(_DEEP) for line in found)})"
        yield from (f"  {line}" for line in found)
        yield ""


def _changed(before: Mapping[str, Any], now: Mapping[str, Any], said: Callable[[Any], list[str]]) -> Iterator[str]:
    """Yield each thing that is new, gone or said otherwise, with what was said of it and what is."""
    for name in dict.fromkeys((*now, *before)):
        old = said(before[name]) if name in before else []
        new = said(now[name]) if name in now else []
        if old != new:
            what = "" if old and new else ": new" if new else ": gone"
            yield f"{name}{what}"
            yield from (f"{_DEEP}before: {line}" for line in old if line not in new)
            yield from (f"{_DEEP}now:    {line}" for line in new if line not in old)


def _signs(before: Handbook, now: Handbook) -> Iterator[str]:
    """Yield signs by urgency and by the words in each language."""
    return _changed(_said_signs(before), _said_signs(now), lambda lines: lines)


def _said_signs(handbook: Handbook) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for id, sign in handbook.sign_rules.signs.items():
        words = [
            f"{text} ({code})"
            for code, texts in handbook.sign_words.items()
            for pages in texts.get(("signs", id), {}).values()
            for page in pages
            for text in _texts(page)
        ]
        said[id] = [f"call: {sign.urgency}", *words]
    return said


def _facts(before: Handbook, now: Handbook) -> Iterator[str]:
    """Yield facts that a page shows in the one version or the other."""
    shown = _shown(before) | _shown(now)
    old, new = ({id: fact for id, fact in each.register.facts.items() if id in shown and not fact.decided_by}
                for each in (before, now))  # fmt: skip
    return _changed(old, new, _said_fact)


def _shown(handbook: Handbook) -> frozenset[str]:
    return frozenset(address.partition("/")[0] for page in handbook.pages for address in handbook.used(page))


def _said_fact(fact: Fact) -> list[str]:
    urgency = [f"how soon: {fact.urgency}"] if fact.urgency else []
    advice = [f"what it tells patients: {fact.advice}"] if fact.advice else []
    return [fact.statement, *advice, *urgency, f"sources: {', '.join(each.source for each in fact.evidence)}"]


def _values(before: Handbook, now: Handbook) -> Iterator[str]:
    """Yield defaults and ranges; the clinic's own number is told beside them."""
    return _changed(_said_values(before, now), _said_values(now, now), lambda lines: lines)


def _said_values(handbook: Handbook, now: Handbook) -> dict[str, list[str]]:
    said = {}
    for address, asked in asked_values(handbook.decisions).items():
        choice, own = asked.choice, address in now.clinic.values
        ends = " to ".join("any" if end is None else str(end) for end in (choice.low, choice.high))
        printed = f"printed if a clinic sets nothing: {format_quantity(choice.default, handbook.source)}"
        said[address] = [f"{printed}{' (you have set your own)' if own else ''}", f"allowed: {ends}"]
    return said


def _pages(before: Handbook, now: Handbook) -> Iterator[str]:
    """Yield pages that are new, gone or reworded, with the number of texts that are other than before."""
    old, new = ({page.document.path: page for page in each.pages} for each in (before, now))
    for path in dict.fromkeys((*new, *old)):
        if path not in old or path not in new:
            yield f"{path}: {'new' if path in new else 'gone'}"
            continue
        was = set(_texts(old[path]))
        other = [text for text in _texts(new[path]) if text not in was]
        gone = was - set(_texts(new[path]))
        if other or gone:
            yield f"{path}: pieces of text that are new or other: {len(other)}; gone or other: {len(gone)}"


def _texts(page: Page) -> list[str]:
    return [piece.text for piece in page.document.texts]


def _lapsed(before: Handbook, now: Handbook) -> Iterator[str]:
    """Yield the pages whose signature held before the update and does not now, with what has changed on them."""
    held = {page.document.path for page in before.pages if page.sign_off is not None}
    for page in now.pages:
        signed = next(iter(sign_offs_of(page, now)), None)
        if page.document.path in held and page.sign_off is None and signed is not None:
            yield f"{page.document.path}, signed by {signed.name} on {signed.day}: {changes(signed, page, now)}"
