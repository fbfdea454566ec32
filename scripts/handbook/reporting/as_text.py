"""A report as lines of text: the verdict, what blocks, warnings, what has changed, what is left."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import in_a_row
from handbook.diagnostics.reports import Sources, count, excerpt, plain
from handbook.reporting.catalogues import Catalogue
from handbook.reporting.report import Change, Finding, Parity, Report

MOST = 20
"""Findings that are told; who has more begins with these."""

_WIDTH = 100
_NAMED = 5
"""Pages in a command that can be pasted."""


def report_as_text(report: Report, root: Path, catalogue: Catalogue) -> str:
    """Return a report in the language of a catalogue; the lines that it quotes are read below ``root``."""
    return "\n".join(_Writer(root, catalogue).lines(report)) + "\n"


def rest_as_text(elsewhere: Sequence[Problem], further: Sequence[str], catalogue: Catalogue) -> str:
    """Return what is told after the reports: how much is wrong in other files, and whatever else there is to say."""
    other = Message("in other files: {counts}; handbook check --format text tells them", counts=count(elsewhere))
    texts = (*[other] * bool(elsewhere), *further)
    return "".join(f"{line}\n" for text in texts for line in _wrapped(_told(text, catalogue), ""))


class _Writer:
    """Writes one report."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.sources = Sources(root)

    def tell(self, text: str) -> str:
        return _told(text, self.catalogue)

    def lines(self, report: Report) -> Iterator[str]:
        yield from self.verdict(report)
        told = report.findings[:MOST]
        errors = [finding for finding in told if finding.problem.is_error]
        yield from self.part(Message("this must be mended"), errors)
        yield from self.part(Message("warnings"), [finding for finding in told if not finding.problem.is_error])
        yield from self.rest(len(report.findings))
        yield from self.changes(report.changes)
        yield from self.left(report)

    def verdict(self, report: Report) -> Iterator[str]:
        problems = [finding.problem for finding in report.findings]
        errors = sum(problem.is_error for problem in problems)
        parts: list[str] = [Message("nothing must be mended")]
        if errors:
            parts = [Message("{count} things must be mended", "{count} thing must be mended", count=errors)]
        parts += [count(problem for problem in problems if not problem.is_error)] * (len(problems) > errors)
        if report.changes:
            parts.append(
                Message(
                    "{count} blocks of the original have changed",
                    "{count} block of the original has changed",
                    count=len(report.changes),
                )
            )
        yield f"{report.language}: {self.catalogue.tell(in_a_row(parts))}"

    def part(self, title: Message, findings: Sequence[Finding]) -> Iterator[str]:
        yield from ("", f"== {self.tell(title)} ==") if findings else ()
        for finding in findings:
            yield from self.finding(finding)

    def finding(self, finding: Finding) -> Iterator[str]:
        problem = finding.problem
        yield from ("", f"{plain(str(problem.location))} [{problem.check}]" if problem.check else str(problem.location))
        yield from self.wrapped(problem.message)
        if finding.original is not None:
            yield from self.quoted(Message("original"), finding.original.text, finding.original.place)
        marked = excerpt(problem, self.sources)
        yield from (f"  {self.tell(Message('yours'))}:", *marked) if marked else ()
        yield from self.wrapped(Message("to do: {hint}", hint=problem.hint)) if problem.hint else ()

    def changes(self, changes: Sequence[Change]) -> Iterator[str]:
        if changes:
            yield from ("", f"== {self.tell(Message('changed in the original since it was translated'))} ==")
        for change in changes[:MOST]:
            yield from ("", str(change.mine.place))
            yield from self.quoted(Message("original"), change.words)
            yield from self.quoted(Message("yours"), change.mine.text)
        yield from self.rest(len(changes))

    def left(self, report: Report) -> Iterator[str]:
        """Tell what both texts have in common, what is left, and how to finish."""
        same = in_a_row(counted for counted in map(_same, enumerate(report.parities)) if counted)
        left = [Message("the same in both texts: {things}", things=same)] * bool(same)
        left += [unlike for unlike in map(_unlike, enumerate(report.parities)) if unlike]
        left += _blocks_left(report)
        if report.pages:
            names = " ".join(report.pages[:_NAMED]) + " …" * (len(report.pages) > _NAMED)
            left.append(Message("when it is done: {command}", command=f"handbook translate done {names}"))
        lines = [line for text in left for line in self.wrapped(text, "")]
        yield from ("", *lines) if lines else ()

    def rest(self, number: int) -> Iterator[str]:
        if number > MOST:
            yield from ("", self.tell(Message("and {count} more", count=number - MOST)))

    def quoted(self, label: Message, text: str, place: Location | None = None) -> Iterator[str]:
        """Tell whose words these are, and them on lines of their own."""
        at = f" ({plain(place.path)}:{place.line})" if place else ""
        yield f"  {self.tell(label)}{at}:"
        yield from _wrapped(plain(text), "         ")

    def wrapped(self, text: str, indent: str = "  ") -> list[str]:
        return _wrapped(self.tell(text), indent)


def _told(text: str, catalogue: Catalogue) -> str:
    """Return a message in the reader's language, beginning with a capital unless that is a key or a name."""
    told = plain(catalogue.tell(text))
    gaps = text.gaps.values() if isinstance(text, Message) else ()
    names = tuple(gap for gap in gaps if isinstance(gap, str) and not isinstance(gap, Message) and gap)
    return told if told.startswith(names) else told[:1].upper() + told[1:]


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _counted(at: int, number: int) -> Message:
    return (
        Message("{count} headings", "{count} heading", count=number),
        Message("{count} facts", "{count} fact", count=number),
        Message("{count} links", "{count} link", count=number),
        Message("{count} tables", "{count} table", count=number),
    )[at]


def _same(numbered: tuple[int, Parity]) -> Message | None:
    at, parity = numbered
    return _counted(at, parity.here) if parity.here == parity.there and parity.here else None


def _unlike(numbered: tuple[int, Parity]) -> Message | None:
    at, parity = numbered
    if parity.here == parity.there:
        return None
    here, there = _counted(at, parity.here), _counted(at, parity.there)
    return Message("not the same: {here} here, {there} in the original", here=here, there=there)


def _blocks_left(report: Report) -> Iterable[Message]:
    if report.missing:
        yield Message("not translated: {count} blocks", "not translated: {count} block", count=report.missing)
    if report.unrecorded:
        yield Message("not recorded: {count} blocks", "not recorded: {count} block", count=report.unrecorded)
    if report.unread:
        yield Message(
            "to be read by somebody else: {count} blocks with a fact, a command or a warning",
            "to be read by somebody else: {count} block with a fact, a command or a warning",
            count=report.unread,
        )
