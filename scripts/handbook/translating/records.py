"""What was translated is recorded, what somebody else has read is taken over, and a page is begun."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import listed
from handbook.outcomes import Outcome, hindering
from handbook.register.editorial_reviews import EditorialReview
from handbook.register.handbook import Handbook
from handbook.staging import replace_files
from handbook.tracking.ledger import SIGN_PAGE, Entry, Reading, ledger_path, write_ledger
from handbook.tracking.recording import Done, checked, left_behind, recorded
from handbook.tracking.skeleton import skeleton_of
from handbook.tracking.states import State
from handbook.translating.texts import Named, faults_of, pages_of, parse_names

_OURS = ("orphaned-translation", "outdated-translation", "unbacked-reading")
"""Checks that ask the ledgers; what they tell does not hinder a new one."""

_NAMED = 5
"""Blocks named in a sentence before the rest is counted."""


def record_done(root: Path, texts: Sequence[str], done: Done, today: datetime.date) -> Outcome:
    """Record the blocks of some pages whose translation has changed; one that has stayed while its original changed is
    recorded only with a reason. Nothing is written of a page with errors."""
    handbook, outcome = _read(root, texts, today)
    if handbook is None:
        return outcome
    if done.translated.day > today:
        still = Message("{day} is still to come: write the day of the translation", day=done.translated.day)
        return Outcome(refusals=(still,))
    told, refusals, ledgers = [], [], {}
    for named in parse_names(texts):
        standings = handbook.standings[named.code, named.page]
        meant = replace(done, blocks=named.blocks)
        entries = recorded(standings, meant)
        ledgers[named] = entries
        behind = left_behind(standings, meant)
        new = _new(entries, handbook, named)
        told.append(Message("{page}: {new} recorded, {all} in all.", page=named.name, new=new, all=len(entries)))
        if behind:
            refusals.append(_refusal(named, [standing.id for standing in behind]))
    _write(ledgers, handbook)
    return Outcome(told=tuple(told), refusals=tuple(refusals))


def take_reading(root: Path, texts: Sequence[str], today: datetime.date) -> Outcome:
    """Take over from editorial-reviews.yml that somebody else has read pages, for what was translated before that."""
    handbook, outcome = _read(root, texts, today)
    if handbook is None:
        return outcome
    told, refusals, ledgers = [], [], {}
    for named in parse_names(texts):
        review = _last_review(named, handbook)
        if review is None:
            where = "docs/data/editorial-reviews.yml"
            refusals.append(
                Message("nobody has recorded a reading of {page}: add it to {path}", page=named.name, path=where)
            )
            continue
        standings = handbook.standings[named.code, named.page]
        ledgers[named] = checked(standings, Reading(review.reader, review.day), named.blocks)
        told.append(_read_by(review, named, ledgers[named], handbook))
    _write(ledgers, handbook)
    return Outcome(told=tuple(told), refusals=tuple(refusals))


def start_page(root: Path, text: str, today: datetime.date) -> Outcome:
    """Write a page's skeleton, which a translator fills; one that is there stays as it is."""
    handbook = pipeline.check(pipeline.Request(root, today, Mode.DRAFT, remember=True)).handbook
    named = parse_names([text])[0]
    file = root / "docs" / named.code / named.page
    if handbook is None:
        why = Message("{path} is no configuration to build on: handbook check tells why", path="mkdocs.yml")
        return Outcome(refusals=(why,))
    if named.code not in handbook.project.codes[1:]:
        return Outcome(refusals=tuple(faults_of([named], handbook, whole=False)))
    originals = pages_of(replace(named, code=handbook.source.code), handbook) if named.page != SIGN_PAGE else ()
    if not originals:
        original = f"docs/{handbook.source.code}/{named.page}"
        return Outcome(refusals=(Message("there is no {path} to translate", path=original),))
    if file.exists():
        return Outcome(refusals=(Message("{path} is there already", path=file),))
    replace_files({named.page: skeleton_of(originals[0].written).encode()}, root / "docs" / named.code)
    shown = f"docs/{named.code}/{named.page}"
    return Outcome(told=(Message("Wrote {path}: write over each <!-- comment -->, then: make check", path=shown),))


def _read(root: Path, texts: Sequence[str], today: datetime.date) -> tuple[Handbook | None, Outcome]:
    """Return the handbook, or None and what stands against recording anything of these pages."""
    found = pipeline.check(pipeline.Request(root, today, Mode.DRAFT, remember=True))
    handbook, named = found.handbook, parse_names(texts)
    if handbook is None:
        return None, Outcome(problems=tuple(found.problems))
    refusals = tuple(faults_of(named, handbook, whole=False))
    pages = [page for it in named for page in pages_of(it, handbook)]
    problems = [it for it in hindering(pages, handbook, found.problems) if it.check not in _OURS]
    if refusals or problems:
        return None, Outcome(refusals=refusals, problems=tuple(problems))
    return handbook, Outcome()


def _new(entries: Sequence[Entry], handbook: Handbook, named: Named) -> int:
    ledger = handbook.ledgers.get((named.code, named.page))
    before = ledger.entries if ledger else ()
    return sum(entry not in before for entry in entries)


def _refusal(named: Named, ids: Sequence[str]) -> Message:
    return Message(
        "{page}: the original of {blocks} has changed and the translation has not: "
        'translate the change, or say why it can stay: --unchanged "…"',
        page=named.name,
        blocks=listed(ids, _NAMED),
    )


def _last_review(named: Named, handbook: Handbook) -> EditorialReview | None:
    """Return the latest reading of a page; of several on one day the one that was recorded last."""
    reviews = [it for it in handbook.editorial_reviews if (it.language, it.page) == (named.code, named.page)]
    return max(reversed(reviews), key=lambda review: review.day, default=None)


def _read_by(review: EditorialReview, named: Named, entries: Sequence[Entry], handbook: Handbook) -> str:
    """Return a sentence on how much of a page was read, and which blocks somebody else has still to read."""
    reading, words = Reading(review.reader, review.day), handbook.source.advice
    count = sum(entry.checked == reading for entry in entries)
    done = {entry.id for entry in entries if entry.checked is not None}
    standings = handbook.standings[named.code, named.page]
    left = [it.id for it in standings if it.needs_reader(words) and not (it.state is State.CURRENT and it.id in done)]
    read = Message(
        "{page}: {count} of {all} blocks read by {by}, {day}.",
        page=named.name,
        count=count,
        all=len(entries),
        by=reading.by,
        day=reading.day,
    )
    return Message("{read} Still to be read: {blocks}.", read=read, blocks=listed(left, _NAMED)) if left else read


def _write(ledgers: dict[Named, tuple[Entry, ...]], handbook: Handbook) -> None:
    """Write ledgers that have changed, and take away those of pages that have moved to one of them."""
    folder = handbook.project.data_folder
    files = {
        ledger_path(named.code, named.page): write_ledger(named.page, named.code, entries).encode()
        for named, entries in ledgers.items()
    }
    new = {path: text for path, text in files.items() if not _is_same(folder / path, text)}
    if new:
        replace_files(new, folder)
    for code in {named.code for named in ledgers}:
        for path in _moved(code, ledgers, handbook):
            (folder / path).unlink()


def _is_same(file: Path, text: bytes) -> bool:
    return file.is_file() and file.read_bytes() == text


def _moved(code: str, ledgers: dict[Named, tuple[Entry, ...]], handbook: Handbook) -> Iterator[str]:
    """Yield the ledgers of pages that are there no longer, and of which no page that was not recorded needs a block."""
    needed = {
        id(standing.entry)
        for (language, page), standings in handbook.standings.items()
        for standing in standings
        if language == code and not any((it.code, it.page) == (code, page) for it in ledgers)
    }
    for (language, page), ledger in handbook.ledgers.items():
        is_gone = language == code and (code, page) not in handbook.standings
        if is_gone and needed.isdisjoint(id(entry) for entry in ledger.entries):
            yield ledger_path(code, page)
