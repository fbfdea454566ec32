"""`handbook sign`: a clinician's reading is recorded, and it is told which readings still hold.

Only what can be answered for is signed: a page that is there, in a state without errors, by somebody with a name.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import either, in_a_row, meant
from handbook.language.languages import PLACEHOLDERS, Language
from handbook.outcomes import Outcome, hindering
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.sign_offs import NAME, SignOff, write_sign_offs
from handbook.register.signatory import signatory_fault
from handbook.register.signed_pages import changes, sign, sign_offs_of
from handbook.staging import replace_files

_PAGE = re.compile(r"docs/(?P<code>[^/]+)/(?P<path>.+)")
_SIGNED, _LAPSED, _UNSIGNED = Message("signed"), Message("lapsed"), Message("unsigned")


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody says to have read."""

    pages: tuple[str, ...]
    """Each as ``recovery/sun.md``, or with its folder, ``docs/ru/recovery/sun.md``."""
    language: str
    """Empty where every page is given with its folder."""
    name: str
    role: str
    day: datetime.date
    is_dated: bool = False
    """Whether somebody has named the day, which then corrects another one."""

    @property
    def code(self) -> str:
        """The language of the pages; empty where they are not all of one."""
        codes = {_address(text, self)[0] for text in self.pages}
        return self.language or (codes.pop() if len(codes) == 1 else "")


def sign_pages(root: Path, reading: Reading, today: datetime.date) -> Outcome:
    """Record that somebody has read pages, all or none of them; what the same person has signed already stays."""
    checked = pipeline.check(pipeline.Request(root, today, Mode.DRAFT, remember=True))
    handbook = checked.handbook
    if handbook is None:
        return Outcome(problems=tuple(checked.problems))
    refusals = (*_unfit(reading, handbook, today), *_unknown(reading, handbook))
    pages = list(dict.fromkeys(page for text in reading.pages if (page := _page(text, reading, handbook))))
    problems = tuple(hindering(pages, handbook, checked.problems))
    if refusals or problems:
        return Outcome(refusals=refusals, problems=problems)
    new = [page for page in pages if not _has_signed(reading, page, handbook)]
    if new:
        _write(new, reading, handbook)
    told = _told(new, [page for page in pages if page not in new], reading, handbook)
    return Outcome(told=(*told, *_open_questions(pages, handbook)))


def list_sign_offs(root: Path, code: str, today: datetime.date, tell: Callable[[str], str] = str) -> Outcome:
    """Tell of each page, in one language or in all, whether it is signed, and if not any more, what has changed.

    ``tell`` returns a message in the reader's language.
    """
    checked = pipeline.check(pipeline.Request(root, today, Mode.DRAFT, remember=True))
    handbook = checked.handbook
    broken = tuple(hindering((), handbook, checked.problems)) if handbook else tuple(checked.problems)
    if handbook is None or broken:
        return Outcome(problems=broken)
    if code and code not in handbook.project.codes:
        return Outcome(refusals=(_no_language(code, handbook),))
    languages = [language for language in handbook.languages if code in ("", language.code)]
    return Outcome(told=tuple(line for language in languages for line in _table(language, handbook, tell)))


def _unfit(reading: Reading, handbook: Handbook, today: datetime.date) -> Iterator[Message]:
    """Yield what stands against who signs, and when."""
    for what, text in zip(PLACEHOLDERS, (reading.name, reading.role), strict=True):
        message, hint = signatory_fault(what, text, handbook.languages)
        if message:
            yield Message("{message}: {hint}", message=message, hint=hint)
    if reading.day > today:
        yield Message("{day} is still to come: write the day on which the pages were read", day=reading.day)
    if not reading.pages:
        yield Message("name the pages that were read, such as index.md")


def _unknown(reading: Reading, handbook: Handbook) -> Iterator[Message]:
    """Yield what stands against the pages."""
    for text in reading.pages:
        code, path = _address(text, reading)
        if not code:
            names = either(handbook.project.codes)
            yield Message("say in which language {path} was read: --language {names}", path=path, names=names)
        elif reading.language not in ("", code):
            said = reading.language
            yield Message("{text} is a page in {code}, and --language says {said}", text=text, code=code, said=said)
        elif code not in handbook.project.codes:
            yield _no_language(code, handbook)
        elif _page(text, reading, handbook) is None:
            yield _no_page(path, code, handbook)


def _address(text: str, reading: Reading) -> tuple[str, str]:
    """Return language and path of a page, by either way of naming it."""
    text = text.replace("\\", "/").removeprefix("./")
    found = _PAGE.fullmatch(text)
    return (found["code"], found["path"]) if found else (reading.language, text)


def _page(text: str, reading: Reading, handbook: Handbook) -> Page | None:
    address = _address(text, reading)
    return next((page for page in handbook.pages if (page.language, page.path) == address), None)


def _no_language(code: str, handbook: Handbook) -> Message:
    return Message("there is no language {code}: {hint}", code=code, hint=meant(code, handbook.project.codes))


def _no_page(path: str, code: str, handbook: Handbook) -> Message:
    if handbook.page(path, code) is not None:
        language = handbook.language(code).name
        return Message("{path} is not translated into {language}: sign the original", path=path, language=language)
    hint = meant(path, [page.path for page in handbook.pages_in(code)])
    return Message("there is no page {path}: {hint}", path=path, hint=hint)


def _has_signed(reading: Reading, page: Page, handbook: Handbook) -> bool:
    """Tell whether the same sign-off stands there already; another role or named day of the same person corrects it."""
    new = sign(page, handbook, reading.name, reading.role, reading.day)
    alike = [
        each
        for each in sign_offs_of(page, handbook)
        if (each.name, each.role, each.digest) == (new.name, new.role, new.digest)
    ]
    return any(each.day == new.day or not reading.is_dated for each in alike)


def _write(pages: Sequence[Page], reading: Reading, handbook: Handbook) -> None:
    """Write sign-offs.yml with new entries, each in the place of the same person's older one."""
    replaced = {(page.path, page.language, reading.name) for page in pages}
    kept = [each for each in handbook.sign_offs if (each.page, each.language, each.name) not in replaced]
    new = [sign(page, handbook, reading.name, reading.role, reading.day) for page in pages]
    replace_files({NAME: write_sign_offs([*kept, *new]).encode()}, handbook.project.data_folder)


def _told(new: Sequence[Page], old: Sequence[Page], reading: Reading, handbook: Handbook) -> Iterator[str]:
    for pages in (new, old):
        for code in dict.fromkeys(page.language for page in pages):
            names = ", ".join(page.path for page in pages if page.language == code)
            gaps = {"name": reading.name, "language": handbook.language(code).name, "names": names}
            now = Message("Signed by {name} in {language}: {names}.", **gaps)
            before = Message("Signed before, and unchanged, by {name} in {language}: {names}.", **gaps)
            yield now if pages is new else before


def _open_questions(pages: Sequence[Page], handbook: Handbook) -> Iterator[str]:
    """Yield each open question about a fact of these pages: both sides, and what the pages say meanwhile."""
    used = {address.partition("/")[0]: page for page in reversed(pages) for address in handbook.used(page)}
    for question in handbook.open_questions.values():
        page = next((used[fact] for fact in question.facts if fact in used), None)
        if page is not None:
            yield Message("Not settled, on {path}: {question}", path=page.path, question=question.question)
            yield from (f"  {side.says} ({', '.join(side.sources)})" for side in question.sides)
            yield Message("  The page says: {text}", text=question.meanwhile)


def _table(language: Language, handbook: Handbook, tell: Callable[[str], str]) -> Iterator[str]:
    pages = [page for page in handbook.pages if page.language == language.code]
    rows = [(*_state(page, handbook), page.path) for page in pages]
    width = max((len(path) for _, _, path in rows), default=0)
    wide = max(len(tell(state)) for state in (_SIGNED, _LAPSED, _UNSIGNED))
    yield language.name
    for state, who, path in rows:
        yield f"  {tell(state):{wide}}  {path:{width}}  {tell(who)}".rstrip()
    counts = Counter(state for state, _, _ in rows)
    told = [
        Message("{count} signed", count=counts[_SIGNED]),
        Message("{count} lapsed", count=counts[_LAPSED]),
        Message("{count} unsigned", count=counts[_UNSIGNED]),
    ]
    missing = len(handbook.project.nav) - len(pages)
    told += [Message("{count} not translated", count=missing)] * bool(missing)
    yield f"  {tell(in_a_row(told))}"


def _state(page: Page, handbook: Handbook) -> tuple[Message, str]:
    """Return whether a page is signed, with who has signed it and what has changed since."""
    if page.sign_off is not None:
        return _SIGNED, _who(page.sign_off)
    for sign_off in sign_offs_of(page, handbook):
        return _LAPSED, Message("{who}: {changes}", who=_who(sign_off), changes=changes(sign_off, page, handbook))
    return _UNSIGNED, ""


def _who(sign_off: SignOff) -> str:
    return f"{sign_off.name}, {sign_off.role}, {sign_off.day}"
