"""What no finished text holds: marks of Markdown that the parser did not take, and marks that only other tools know.

Each row of a table is a pattern, what to say about it, and what to do; {} is what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.checks.prose import as_typed, is_escaped
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.markup.blocks import BoxTitle, Cell, Heading, TextBlock
from handbook.markup.document import Document


class _Leftover(NamedTuple):
    pattern: str
    message: Message
    hint: Message


_BOX = Message('write !!! note "Title", with its text under it, indented by four spaces')

_ANYWHERE = (
    _Leftover(
        r"(?<!<)https?://[^\s<>)\]]+|\bwww\.[^\s<>)\]]+",
        Message("the address {words} cannot be clicked", words=""), Message("write [words]({words})", words=""),
    ),
    _Leftover(
        r"\]\s+\([^\s()]*[.:#/][^\s()]*\)?",
        Message("between ] and ( no space may stand"), Message("write [words](address)"),
    ),
    _Leftover(
        r"\[\[[^\]\n]*\]\]",
        Message("{words} is a link of wikis and is not known here", words=""), Message("write [words](page.md)"),
    ),
    _Leftover(r"\]\([^\s()]*|\[\]", Message("a link is not complete here"), Message("write [words](address)")),
    _Leftover(
        r"\b(?:fact|clinic):[a-z][\w/-]*",
        Message("{words} is not inside a link", words=""), Message("write [words]({words})", words=""),
    ),
    _Leftover(
        r"\[\^|\]\[|^\*?\[[^\]\n]+\]:",
        Message("links and notes with a key, such as [1], are not known here"), Message("write [words](address)"),
    ),
    _Leftover(r"\[![A-Za-z]+\]", Message("{words} begins no box here", words=""), _BOX),
    _Leftover(
        r"\[TOC\]",
        Message("{words} has no meaning here", words=""), Message("delete it; each page has its contents already"),
    ),
    _Leftover(
        r"\*\*|(?<![\w_])__(?!_)|(?<!_)__(?![\w_])",
        Message("{words} opens or closes nothing here", words=""),
        Message("put ** before and behind the bold words"),
    ),
    _Leftover(
        r"!!!",
        Message("!!! does not begin a box here"),
        Message('put an empty line before it, and write: !!! note "Title"'),
    ),
    _Leftover(
        r"\{[#:.{%!][^}]*\}?\}?",
        Message("{words} has no meaning here", words=""),
        Message("delete it; only headings have an id, at their end"),
    ),
    _Leftover(
        r"^[ ]*\|.*(?:\n.*\|.*)*|\|\s*:?-{2,}(?:.|\n)*",
        Message("this is not read as a table"),
        Message("put an empty line before it, and under its head a line with as many |---| as the head has cells"),
    ),
    _Leftover(
        r"^={3,}[ ]+[\"!+].*",
        Message("{words} begins no tab here", words=""), Message("make a heading of it: ## Title {{#title}}"),
    ),
    _Leftover(
        r"^={2,}[ ]*$",
        Message("{words} makes no heading of the line above it", words=""),
        Message("delete it, and write # before the heading"),
    ),
    _Leftover(
        r"~~(?:[^\n]*?~~)?|={2,}(?:[^\s=][^=\n]*={2,})?|\+\+[^\s+][^+\n]*\+\+|`+",
        Message("{words} has no meaning here", words=""), Message("delete it"),
    ),
    _Leftover(
        r"~[^\s~]*\w~|~(?=\w)[^~\n]*[\w.!?]~(?!\w)",
        Message("{words} is not read as small or struck words", words=""), Message("delete the ~"),
    ),
    _Leftover(r"\^[^\s^]*[\w)]\^", Message("{words} is not read as raised letters", words=""), Message("delete the ^")),
    _Leftover(
        r"\$\$(?:[^$\n]*\$\$)?|(?<![\w$])\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\w)",
        Message("{words} is not read as a formula", words=""), Message("write it in words and signs, without the $"),
    ),
    _Leftover(
        r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])",
        Message("{words} is not read as a picture", words=""), Message("write the word instead"),
    ),
    _Leftover(
        r"\\$",
        Message("a \\ at the end of a line is printed as it stands"), Message("put an empty line in its place"),
    ),
    _Leftover(r"(?<![\w:])\\\w+", Message("{words} is printed as it stands", words=""), Message("delete it")),
)  # fmt: skip

_LINES = (
    _Leftover(r"\?{3}\+?(?=[ ]*\w).*", Message("??? does not begin a box here"), _BOX),
    _Leftover(r":{3,}.*", Message("::: does not begin a box here"), _BOX),
    _Leftover(r"/{3,}(?=[ ]*\w).*", Message("/// does not begin a box here"), _BOX),
    _Leftover(r"\.\.[ ]\w[\w-]*::.*", Message("{words} does not begin a box here", words=""), _BOX),
    _Leftover(
        r"\[[ xX]?\][ ]",
        Message("{words} makes no box to tick here", words=""),
        Message("only an item of a list has one: - [ ] words"),
    ),
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
_KINDS = {"#": Message("heading"), ">": Message("quotation"), ":": Message("definition")}
_MOVE = Message("move it out of the list or definition that it stands in")
_ABOVE = Message("put an empty line before it")
_DASH = Message("write - and a space before each item")
_WAYS = {
    "heading": Message("take away the spaces before it"),
    "definition": Message("write the words that it explains on the line above it"),
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
    return Problem(place, row.message.filled(words=words), row.hint.filled(words=words))


def _numbered(block: TextBlock, typed: str, document: Document) -> Iterator[Problem]:
    """Look for a list whose numbers have a bracket, which begins a paragraph, or goes on after it with 1)."""
    found = _NUMBERED.search(typed)
    if found and not is_escaped(block, found.end() - 2):
        number = found[0].strip()
        hint = Message("write {right} with a point, after an empty line", right=f"{number.rstrip(')')}.")
        yield Problem(
            block.locate(found.end() - len(number) - 1, found.end() - 1),
            Message("{number} makes no list", number=number),
            hint,
        )


def _lookalikes(block: TextBlock, typed: str) -> Iterator[Problem]:
    """Look for lines that begin like items: with a bullet, or several in a row with what may begin a sentence too."""
    found = list(_LOOKALIKE.finditer(typed))
    lines = [typed.count("\n", 0, one.start("mark")) for one in found]
    for one, line in zip(found, lines, strict=True):
        mark = one["mark"]
        if line - 1 not in lines and (line + 1 in lines or mark in _BULLETS):
            place = block.locate(one.start("mark"), one.end("mark"))
            yield Problem(place, Message("lines that begin with {mark} make no list", mark=mark), _DASH)


def _broken_marks(block: TextBlock, typed: str, document: Document) -> Iterator[Problem]:
    """Look for lists, headings and the like that are read as words of a paragraph."""
    for found in _BROKEN_MARK.finditer(typed):
        at, end = found.span("mark")
        if is_escaped(block, at) or is_escaped(block, end - 1):
            continue
        kind = _KINDS.get(found["mark"][0], Message("list"))
        if typed[:at].strip():
            message, hint = Message("this {kind} is read as part of the text above it", kind=kind), _ABOVE
        else:
            message = Message("{mark} begins no {kind} here", mark=found["mark"], kind=kind)
            hint = _WAYS.get(kind, _MOVE)
        yield Problem(block.locate(at, end), message, hint)
