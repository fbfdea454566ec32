"""How the translations stand, as a table and for other programs, and what has changed in the original."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import in_a_row
from handbook.language.languages import Language
from handbook.outcomes import Outcome
from handbook.register.handbook import Handbook
from handbook.reporting.catalogues import Catalogue
from handbook.tracking.ledger import ledger_path
from handbook.tracking.states import BEHIND, Standing, State
from handbook.tracking.word_changes import change_of, count_states
from handbook.translating.texts import Named, faults_of, parse_names, standings_in

_TOLD = (*BEHIND, State.MISSING, State.ORPHAN)
"""States of which `diff` shows each block."""


_NAMES = {
    State.CURRENT: Message("current"),
    State.WORDING_BEHIND: Message("wording behind"),
    State.FACT_BEHIND: Message("fact behind"),
    State.MISSING: Message("missing"),
    State.ORPHAN: Message("orphan"),
    State.UNRECORDED: Message("not yet recorded"),
}


def tell_status(root: Path, texts: Sequence[str], today: datetime.date, catalogue: Catalogue) -> Outcome:
    """Tell of each page, in all languages or in what is named, in which states its blocks are."""
    handbook, outcome, named = _read(root, texts, today)
    if handbook is None:
        return outcome
    codes = [it.code for it in named]
    languages = [it for it in handbook.languages[1:] if it.code in codes or not codes]
    return Outcome(told=tuple(line for it in languages for line in _table(it, named, handbook, catalogue)))


def list_states(root: Path, texts: Sequence[str], today: datetime.date) -> Outcome:
    """Tell the state of each block for other programs, as JSON."""
    handbook, outcome, named = _read(root, texts, today)
    if handbook is None:
        return outcome
    return Outcome(told=(json.dumps(_status(named, handbook), ensure_ascii=False, indent=1),))


def tell_changes(root: Path, texts: Sequence[str], today: datetime.date, catalogue: Catalogue) -> Outcome:
    """Tell word by word what has changed in the original since a translation was recorded, beside its words."""
    handbook, outcome, named = _read(root, texts, today)
    if handbook is None:
        return outcome
    found = [(code, page, it) for code, page, standings in standings_in(named, handbook) for it in standings]
    changed = [it for it in found if it[-1].state in _TOLD]
    lines = [line for code, page, it in changed for line in _change(code, page, it, handbook, catalogue)]
    nothing = Message("Nothing has changed in the original since it was recorded.")
    return Outcome(told=tuple(lines) if lines else (nothing,))


def _read(root: Path, texts: Sequence[str], today: datetime.date) -> tuple[Handbook | None, Outcome, tuple[Named, ...]]:
    found, named = pipeline.check(pipeline.Request(root, today, Mode.DRAFT, remember=True)), parse_names(texts)
    if found.handbook is None:
        return None, Outcome(problems=tuple(found.problems)), named
    refusals = tuple(faults_of(named, found.handbook, whole=True))
    return (None if refusals else found.handbook), Outcome(refusals=refusals), named


def _table(language: Language, named: Sequence[Named], handbook: Handbook, catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines on one language: its pages, then how many blocks there are of each kind."""
    yield language.name
    pages = [(page, its) for code, page, its in standings_in(named, handbook) if code == language.code]
    width = max((len(page) for page, _ in pages), default=0)
    for page, standings in pages:
        yield f"  {page:{width}}  {catalogue.tell(_counted(standings, handbook))}"
    every = [standing for _, standings in pages for standing in standings]
    yield f"  {catalogue.tell(_pages(len(pages)))}  {catalogue.tell(_counted(every, handbook))}"
    missing = [] if any(it.page for it in named) else _missing(language.code, handbook)
    if missing:
        told = Message("{pages} not translated: {names}", pages=_pages(len(missing)), names=", ".join(missing))
        yield f"  {catalogue.tell(told)}"


def _pages(count: int) -> Message:
    return Message("{count} pages", "{count} page", count=count)


def _missing(code: str, handbook: Handbook) -> list[str]:
    """Return the pages and passages of the source language that a language has not."""
    source = handbook.source.code
    texts = (*handbook.pages, *handbook.passages.values())
    return [it.path for it in texts if it.language == source and (code, it.path) not in handbook.standings]


def _counted(standings: Iterable[Standing], handbook: Handbook) -> str:
    standings = tuple(standings)
    counts = count_states(standings).items()
    told = in_a_row(Message("{state}: {count}", state=_NAMES[state], count=count) for state, count in counts)
    unread = _unread(standings, handbook)
    return Message("{states}; to be read by somebody else: {count}", states=told, count=unread) if unread else told


def _unread(standings: Iterable[Standing], handbook: Handbook) -> int:
    return sum(standing.needs_reader(handbook.source.advice) for standing in standings)


def _change(code: str, page: str, standing: Standing, handbook: Handbook, catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines on one block: where it is and since when, the original's change, the translation's words."""
    piece = standing.mine[0] if standing.mine else standing.original
    assert piece is not None
    state: Message = _NAMES[standing.state]
    if standing.entry:
        state = Message("{state}, translated on {day}", state=state, day=standing.entry.translated.day)
    yield f"{piece.place.path}:{piece.place.line}: {catalogue.tell(state)} ({code}/{page}#{standing.id})"
    if standing.original is not None:
        yield f"  {handbook.source.name}: {change_of(standing)}"
    if standing.mine:
        yield f"  {handbook.language(code).name}: {' '.join(piece.text for piece in standing.mine)}"


def _status(named: Sequence[Named], handbook: Handbook) -> dict[str, object]:
    """Return the state of everything as plain values; a page that is not translated has no blocks."""
    whole = [] if any(it.page for it in named) else [it.code for it in named] or [*handbook.project.codes[1:]]
    missing = [{"language": code, "page": page, "blocks": []} for code in whole for page in _missing(code, handbook)]
    pages = [_page(code, page, standings, handbook) for code, page, standings in standings_in(named, handbook)]
    return {"source": handbook.source.code, "pages": [*pages, *missing]}


def _page(code: str, page: str, standings: tuple[Standing, ...], handbook: Handbook) -> dict[str, object]:
    return {
        "language": code,
        "page": page,
        "ledger": f"docs/data/{ledger_path(code, page)}" if (code, page) in handbook.ledgers else None,
        "states": {state.value: count for state, count in count_states(standings).items()},
        "unread": _unread(standings, handbook),
        "blocks": [_block(standing, handbook) for standing in standings],
    }


def _block(standing: Standing, handbook: Handbook) -> dict[str, object]:
    entry = standing.entry
    read = entry.checked if entry else None
    return {
        "id": standing.id,
        "state": standing.state.value,
        "line": standing.mine[0].place.line if standing.mine else None,
        "translated": {"by": entry.translated.by, "date": entry.translated.day.isoformat()} if entry else None,
        "checked": {"by": read.by, "date": read.day.isoformat()} if read else None,
        "unread": standing.needs_reader(handbook.source.advice),
    }
