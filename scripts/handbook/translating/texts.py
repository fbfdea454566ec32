"""The translated pages that somebody names, each way of naming one that a listing or a shell gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import meant
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.sign_words import FOLDER
from handbook.tracking.ledger import SIGN_PAGE
from handbook.tracking.states import Standing

_SIGNS = re.compile(rf"(?:docs/)?data/{FOLDER}/(?P<code>[^/]+)\.yml")
_TEXT = re.compile(r"(?:docs/)?(?P<code>[^/#]+)(?:/(?P<page>[^#]+))?(?:#(?P<block>.+))?")


@dataclass(frozen=True, slots=True)
class Named:
    """A text that was named."""

    code: str
    page: str
    """Empty where a whole language was named."""
    blocks: tuple[str, ...] = ()
    """The ids of its blocks that were named; none where all are meant."""

    @property
    def name(self) -> str:
        """As the reports name it."""
        return f"{self.code}/{self.page}"


def parse_names(texts: Sequence[str]) -> tuple[Named, ...]:
    """Return what was named, each page once: ``ms/recovery/sun.md``, ``docs/ms/recovery/sun.md#crusts/3``, ``ms``."""
    blocks: dict[tuple[str, str], list[str]] = {}
    for text in texts:
        code, page, block = _parse(text.replace("\\", "/").removeprefix("./").rstrip("/"))
        blocks.setdefault((code, page), []).extend([block] if block else [])
    return tuple(Named(code, page, tuple(ids)) for (code, page), ids in blocks.items())


def _parse(text: str) -> tuple[str, str, str]:
    signs = _SIGNS.fullmatch(text)
    if signs:
        return signs["code"], SIGN_PAGE, ""
    found = _TEXT.fullmatch(text)
    return (found["code"], found["page"] or "", found["block"] or "") if found else (text, "", "")


def faults_of(named: Sequence[Named], handbook: Handbook, whole: bool) -> Iterator[Message]:
    """Yield why a name cannot be followed; ``whole`` tells whether languages may be named."""
    codes = [language.code for language in handbook.languages[1:]]
    for it in named:
        standings = handbook.standings.get((it.code, it.page))
        if it.code not in codes:
            yield Message(
                "{code} is no language that is translated into: {hint}", code=it.code, hint=meant(it.code, codes)
            )
        elif not it.page:
            if not whole:
                page = f"{it.code}/{handbook.project.nav[0].path}"
                yield Message("name the pages, such as {page}", page=page)
        elif standings is None:
            pages = [page for code, page in handbook.standings if code == it.code]
            hint = meant(it.page, pages)
            yield Message("there is no page {page} in {code}: {hint}", page=it.page, code=it.code, hint=hint)
        else:
            ids = [standing.id for standing in standings]
            for id in it.blocks:
                if id not in ids:
                    yield Message("{page} has no block {id}: {hint}", page=it.name, id=id, hint=meant(id, ids))


def standings_in(named: Sequence[Named], handbook: Handbook) -> Iterator[tuple[str, str, tuple[Standing, ...]]]:
    """Yield language, page and blocks of everything that was named; of all there is where nothing was."""
    for (code, page), standings in handbook.standings.items():
        for it in named or (Named(code, ""),):
            if it.code == code and it.page in ("", page):
                yield code, page, tuple(block for block in standings if not it.blocks or block.id in it.blocks)


def pages_of(named: Named, handbook: Handbook) -> tuple[Page, ...]:
    """Return the parsed texts behind a name: a page, a passage, or all words of the signs."""
    texts = (*handbook.pages, *handbook.passages.values())
    said = handbook.sign_words.get(named.code, {}).values() if named.page == SIGN_PAGE else ()
    signs = (page for words in said for pages in words.values() for page in pages)
    return (*(page for page in texts if (page.language, page.path) == (named.code, named.page)), *signs)
