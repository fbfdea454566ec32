"""What no finished text holds: marks of Markdown that the parser did not take, and marks that only other tools know.

Each row of a table is a pattern, what to say about it, and what to do; {} is what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.checks.prose import as_typed, is_escaped
from handbook.diagnostics.problems import Problem
from handbook.markup.blocks import BoxTitle, Cell, Heading, TextBlock
from handbook.markup.document import Document


class _Leftover(NamedTuple):
    pattern: str
    message: str
    hint: str


_BOX = 'write !!! note "Title", with its text under it, indented by four spaces'

_ANYWHERE = (
    _Leftover(
        r"(?<!<)https?://[^\s<>)\]]+|\bwww\.[^\s<>)\]]+", "the address {} cannot be clicked", "write [words]({})"
    ),
    _Leftover(
        r"\]\s+\([^\s()]*[.:#/][^\s()]*\)?", "between ] and ( no space may stand", "write [words](address)"
    ),
    _Leftover(
        r"\[\[[^\]\n]*\]\]", "{} is a link of wikis and is not known here", "write [words](page.md)"
    ),
    _Leftover(r"\]\([^\s()]*|\[\]", "a link is not complete here", "write [words](address)"),
    _Leftover(r"\b(?:fact|clinic):[a-z][\w/-]*", "{} is not inside a link", "write [words]({})"),
    _Leftover(
        r"\[\^|\]\[|^\*?\[[^\]\n]+\]:",
        "links and notes with a key, such as [1], are not known here",
        "write [words](address)",
    ),
    _Leftover(r"\[![A-Za-z]+\]", "{} begins no box here", _BOX),
    _Leftover(r"\[TOC\]", "{} has no meaning here", "delete it; each page has its contents already"),
    _Leftover(
        r"\*\*|(?<![\w_])__(?!_)|(?<!_)__(?![\w_])",
        "{} opens or closes nothing here",
        "put ** before and behind the bold words",
    ),
    _Leftover(r"!!!", "!!! does not begin a box here", 'put an empty line before it, and write: !!! note "Title"'),
    _Leftover(r"\{[#:.{%!][^}]*\}?\}?", "{} has no meaning here", "delete it; only headings have an id, at their end"),
    _Leftover(
        r"^[ ]*\|.*(?:\n.*\|.*)*|\|\s*:?-{2,}(?:.|\n)*",
        "this is not read as a table",
        "put an empty line before it, and under its head a line with as many |---| as the head has cells",
    ),
    _Leftover(r"^={3,}[ ]+[\"!+].*", "{} begins no tab here", "make a heading of it: ## Title {{#title}}"),
    _Leftover(
        r"^={2,}[ ]*$", "{} makes no heading of the line above it", "delete it, and write # before the heading"
    ),
    _Leftover(
        r"~~(?:[^\n]*?~~)?|={2,}(?:[^\s=][^=\n]*={2,})?|\+\+[^\s+][^+\n]*\+\+|`+", "{} has no meaning here", "delete it"
    ),
    _Leftover(r"~[^\s~]*\w~|~(?=\w)[^~\n]*[\w.!?]~(?!\w)", "{} is not read as small or struck words", "delete the ~"),
    _Leftover(r"\^[^\s^]*[\w)]\^", "{} is not read as raised letters", "delete the ^"),
    _Leftover(
        r"\$\$(?:[^$\n]*\$\$)?|(?<![\w$])\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\w)",
        "{} is not read as a formula",
        "write it in words and signs, without the $",
    ),
    _Leftover(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", "{} is not read as a picture", "write the word instead"),
    _Leftover(r"\\$", "a \\ at the end of a line is printed as it stands", "put an empty line in its place"),
    _Leftover(r"(?<![\w:])\\\w+", "{} is printed as it stands", "delete it"),
)  # fmt: skip

_LINES = (
    _Leftover(r"\?{3}\+?(?=[ ]*\w).*", "??? does not begin a box here", _BOX),
    _Leftover(r":{3,}.*", "::: does not begin a box here", _BOX),
    _Leftover(r"/{3,}(?=[ ]*\w).*", "/// does not begin a box here", _BOX),
    _Leftover(r"\.\.[ ]\w[\w-]*::.*", "{} does not begin a box here", _BOX),
    _Leftover(r"\[[ xX]?\][ ]", "{} makes no box to tick here", "only an item of a list has one: - [ ] words"),
)
"""The same at the beginning of a line."""

_ROWS = "|".join([*(f"({row.pattern})" for row in _ANYWHERE), *(f"(^[ ]*{row.pattern})" for row in _LINES)])
_PATTERN = re.compile(
    rf"(?=[^\w\s]|^|_|https?:|www|fact:|clinic:)(?:{_ROWS})",  # most letters are tried once, and not for each row
    re.MULTILINE,
)
_TOLD = (*_ANYWHERE, *_LINES)

_SUSPICIOUS = re.compile(r"[]\[{|!*_~=`:^$\\?/+]|www|\.\.")
"""One of these stands in every leftover; most texts have none and need no closer look."""

_NUMBERED = re.compile(r"\A\d{1,9}\)[ ]|^[ ]*1\)[ ]", re.MULTILINE)
_BULLETS = "•·▪◦‣⁃∙●○■□▶►▸➢➤∗＊"
_LOOKALIKE = re.compile(rf"^[ ]*(?P<mark>[—–−‒―☐☑✓✔{_BULLETS}]|[^\W\d_]\))[ \t\xa0]*(?=\S)", re.MULTILINE)
_BROKEN_MARK = re.compile(r"^[ ]*(?P<mark>[-*+]|\d+\.|#+|>|:)[ \xa0]+(?=\S)", re.MULTILINE)
_KINDS = {"#": "heading", ">": "quotation", ":": "definition"}
_MOVE = "move it out of the list or definition that it stands in"
_WAYS = {
    "heading": "take away the spaces before it",
    "definition": "write the words that it explains on the line above it",
}


def leftovers(document: Document) -> Iterator[Problem]:
    """Yield a problem for each mark that is printed as it stands; one that is escaped (``\\*``) is meant so."""
    for block in document.texts:
        typed = as_typed(block)
        for found in _PATTERN.finditer(typed) if _SUSPICIOUS.search(typed) else ():
            row = _TOLD[(found.lastindex or 1) - 1]
            if not is_escaped(block, found.start()):
                yield _problem(block, found, row)
        if not isinstance(block, Heading | BoxTitle | Cell):
            yield from _numbered(block, typed, document)
            yield from _lookalikes(block, typed)
            yield from _broken_marks(block, typed, document)


def _problem(block: TextBlock, found: re.Match[str], row: _Leftover) -> Problem:
    words = found[0].split("\n")[0].strip()
    place = block.locate(found.start() + len(found[0]) - len(found[0].lstrip(" ")), found.end())
    return Problem(place, row.message.format(words), row.hint.format(words))


def _numbered(block: TextBlock, typed: str, document: Document) -> Iterator[Problem]:
    """Look for a list whose numbers have a bracket, which begins a paragraph, or goes on after it with 1)."""
    found = _NUMBERED.search(typed)
    if found and not is_escaped(block, found.end() - 2):
        number = found[0].strip()
        hint = f"write {number.rstrip(')')}. with a point, after an empty line"
        yield Problem(block.locate(found.end() - len(number) - 1, found.end() - 1), f"{number} makes no list", hint)


def _lookalikes(block: TextBlock, typed: str) -> Iterator[Problem]:
    """Look for lines that begin like items: with a bullet, or several in a row with what may begin a sentence too."""
    found = list(_LOOKALIKE.finditer(typed))
    lines = [typed.count("\n", 0, one.start("mark")) for one in found]
    for one, line in zip(found, lines, strict=True):
        mark = one["mark"]
        if line - 1 not in lines and (line + 1 in lines or mark in _BULLETS):
            place = block.locate(one.start("mark"), one.end("mark"))
            yield Problem(place, f"lines that begin with {mark} make no list", "write - and a space before each item")


def _broken_marks(block: TextBlock, typed: str, document: Document) -> Iterator[Problem]:
    """Look for lists, headings and the like that are read as words of a paragraph."""
    for found in _BROKEN_MARK.finditer(typed):
        at, end = found.span("mark")
        if is_escaped(block, at) or is_escaped(block, end - 1):
            continue
        kind = _KINDS.get(found["mark"][0], "list")
        if typed[:at].strip():
            message, hint = f"this {kind} is read as part of the text above it", "put an empty line before it"
        else:
            message, hint = f"{found['mark']} begins no {kind} here", _WAYS.get(kind, _MOVE)
        yield Problem(block.locate(at, end), message, hint)
