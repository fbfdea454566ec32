"""Two versions of a handbook → what is said otherwise to patients, and which signatures hold no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.diagnostics.messages import Message
from handbook.language.quantity_formatter import format_quantity
from handbook.register.clinic_values import asked_values
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.signed_pages import changes, sign_offs_of
from handbook.reporting.catalogues import Catalogue


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is new, gone or said otherwise."""

    what: str
    details: tuple[str, ...] = ()


def tell_differences(before: Handbook, now: Handbook, catalogue: Catalogue) -> Iterator[str]:
    """Yield what has changed, line by line, the most urgent first; nothing where patients are told the same."""
    parts = (
        (Message("Warning signs"), _signs(before, now)),
        (Message("Statements and advice"), _facts(before, now)),
        (Message("What clinics decide"), _values(before, now)),
        (Message("Pages"), _pages(before, now)),
        (Message("Signatures that no longer hold"), _lapsed(before, now)),
    )
    for title, differences in parts:
        found = list(differences)
        if found:
            yield f"{catalogue.tell(title)} ({len(found)})"
            for difference in found:
                yield f"  {catalogue.tell(difference.what)}"
                yield from (f"      {catalogue.tell(line)}" for line in difference.details)
            yield ""


def _changed(
    before: Mapping[str, Any], now: Mapping[str, Any], said: Callable[[Any], list[str]]
) -> Iterator[Difference]:
    """Yield each thing that is new, gone or said otherwise, with what was said of it and what is."""
    for name in dict.fromkeys((*now, *before)):
        old = said(before[name]) if name in before else []
        new = said(now[name]) if name in now else []
        if old != new:
            was = (Message("before: {words}", words=line) for line in old if line not in new)
            told = (Message("now:    {words}", words=line) for line in new if line not in old)
            yield Difference(_named(name, bool(old), bool(new)), (*was, *told))


def _named(name: str, was: bool, told: bool) -> str:
    if was and told:
        return name
    return Message("{name}: new", name=name) if told else Message("{name}: gone", name=name)


def _signs(before: Handbook, now: Handbook) -> Iterator[Difference]:
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
        said[id] = [Message("call: {urgency}", urgency=sign.urgency), *words]
    return said


def _facts(before: Handbook, now: Handbook) -> Iterator[Difference]:
    """Yield facts that a page shows in the one version or the other."""
    shown = _shown(before) | _shown(now)
    old, new = ({id: fact for id, fact in each.register.facts.items() if id in shown and not fact.decided_by}
                for each in (before, now))  # fmt: skip
    return _changed(old, new, _said_fact)


def _shown(handbook: Handbook) -> frozenset[str]:
    return frozenset(address.partition("/")[0] for page in handbook.pages for address in handbook.used(page))


def _said_fact(fact: Fact) -> list[str]:
    urgency = [Message("how soon: {urgency}", urgency=fact.urgency)] if fact.urgency else []
    advice = [Message("what it tells patients: {advice}", advice=fact.advice)] if fact.advice else []
    sources = Message("sources: {names}", names=", ".join(each.source for each in fact.evidence))
    return [fact.statement, *advice, *urgency, sources]


def _values(before: Handbook, now: Handbook) -> Iterator[Difference]:
    """Yield defaults and ranges; the clinic's own number is told beside them."""
    return _changed(_said_values(before, now), _said_values(now, now), lambda lines: lines)


def _said_values(handbook: Handbook, now: Handbook) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for address, asked in asked_values(handbook.decisions).items():
        choice, own = asked.choice, address in now.clinic.values
        low, high = (Message("any") if end is None else str(end) for end in (choice.low, choice.high))
        default = format_quantity(choice.default, handbook.source)
        printed = Message("printed if a clinic sets nothing: {value}", value=default)
        printed = Message("{printed} (you have set your own)", printed=printed) if own else printed
        said[address] = [printed, Message("allowed: {low} to {high}", low=low, high=high)]
    return said


def _pages(before: Handbook, now: Handbook) -> Iterator[Difference]:
    """Yield pages and passages that are new, gone or reworded, with the number of texts that are other than before."""
    old, new = ({page.document.path: page for page in (*each.pages, *each.passages.values())} for each in (before, now))
    for path in dict.fromkeys((*new, *old)):
        if path not in old or path not in new:
            yield Difference(_named(path, path in old, path in new))
            continue
        was = set(_texts(old[path]))
        other = [text for text in _texts(new[path]) if text not in was]
        gone = was - set(_texts(new[path]))
        if other or gone:
            yield Difference(
                Message(
                    "{path}: pieces of text that are new or other: {new}; gone or other: {gone}",
                    path=path,
                    new=len(other),
                    gone=len(gone),
                )
            )


def _texts(page: Page) -> list[str]:
    return [piece.text for piece in page.document.texts]


def _lapsed(before: Handbook, now: Handbook) -> Iterator[Difference]:
    """Yield the pages whose signature held before the update and does not now, with what has changed on them."""
    held = {page.document.path for page in before.pages if page.sign_off is not None}
    for page in now.pages:
        signed = next(iter(sign_offs_of(page, now)), None)
        if page.document.path in held and page.sign_off is None and signed is not None:
            yield Difference(
                Message(
                    "{path}, signed by {name} on {day}: {changes}",
                    path=page.document.path,
                    name=signed.name,
                    day=signed.day,
                    changes=changes(signed, page, now),
                )
            )
