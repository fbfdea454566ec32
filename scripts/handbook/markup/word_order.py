"""Whether the words of a page are read in the order in which they stand, each of them once.

The parser's tree is laid over the source: every word of it must be found where the source has it, and every word of
the source must be covered, but for what stands in marks (addresses, ids, kinds of boxes). So whatever a parser moves,
drops or doubles is seen, without knowing how it came to do so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import TextBlock
from handbook.markup.document import Document

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(rb"\0+")
_MARK = re.compile(
    r"(?=[]!{]|^)(?:"  # so that most letters are tried once
    r"!\[[^\]]*\]\((?:[^()\"]|\"[^\"\n]*\")*\)"  # an image, whose words are looked at elsewhere
    r"|\]\(\s*(?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)"  # a link's address,
    r"(?:\s+(?P<quote>[\"'])[^\n]*?(?P=quote))?\s*\)"  # its title
    r"|\{#[^{}\n]*\}[ \t#]*$"  # a heading's id
    r"|^[ >\t]*(?:(?:\d+\.|[-*+:])[ \t]+)*"  # a box, perhaps in an item,
    r"!!![ ]?(?P<kind>[\w-]+)(?:[ ]+[\w-]+)*(?:[ ]+\"(?i:(?P=kind))\")?"  # and its usual title
    r"|^[ >\t]*(?::[ \t]+)?(?:(?:\d+\.|[-*+])[ \t]+)+(?:\[[ xX]\][ \t])?"  # an item's number, a box to tick
    r"|^.*\|.*$)",  # a row of a table, whose cells are counted elsewhere
    re.MULTILINE,
)


def misread_words(document: Document) -> Iterator[Problem]:
    """Yield a problem for each line with words that are read elsewhere or not at all, and for words read twice."""
    if not document.blocks:  # it was refused as a whole
        return
    covered, doubled = _laid_over(document)
    lost = list(_uncovered(_without_marks(document.source), covered))
    yield from _lost(lost, document)
    for block, at in [] if lost else doubled[:1]:
        yield Problem(block.locate(at, at + 1), Message("what stands here is read twice"), _HINT)


_HINT = Message("put an empty line before and after it, and indent by 4 for each level")


def _laid_over(document: Document) -> tuple[bytearray, list[tuple[TextBlock, int]]]:
    """Return which characters of the source are read, and what of the tree stands nowhere or was read before."""
    source = document.source
    covered, doubled = bytearray(len(source)), []
    for block in document.texts:
        offsets = block.map.offsets
        start, end = offsets[0], offsets[-1] + 1
        if source[start:end] == block.text and 1 not in covered[start:end]:  # as most, all of it in one piece
            covered[start:end] = b"\1" * (end - start)
            continue
        for word in _WORD.finditer(block.text):
            first, last = word.span()
            start, end = offsets[first], offsets[last - 1] + 1
            if end - start == last - first and source[start:end] == word[0]:
                if 1 in covered[start:end]:
                    doubled.append((block, first))
                covered[start:end] = b"\1" * (end - start)
            else:
                doubled += _letter_by_letter(block, word, source, covered)
    return covered, doubled


def _letter_by_letter(
    block: TextBlock, word: re.Match[str], source: str, covered: bytearray
) -> Iterator[tuple[TextBlock, int]]:
    """Cover a word that does not stand in one piece in the source."""
    for at in range(*word.span()):
        place = block.map.offsets[at]
        if covered.find(1, place, place + 1) >= 0 or source[place : place + 1] != block.text[at]:
            yield block, at
        covered[place : place + 1] = b"\1"


def _without_marks(source: str) -> str:
    """Return a source with spaces in the place of its marks."""
    return _MARK.sub(lambda found: " " * len(found[0]), source)


def _uncovered(bare: str, covered: bytearray) -> Iterator[re.Match[str]]:
    """Yield the words of which no letter is covered."""
    for gap in _GAP.finditer(covered):
        for word in _WORD.finditer(bare, *gap.span()):
            start, end = word.span()
            if not (_WORD.match(bare[start - 1 : start]) or _WORD.match(bare[end : end + 1])):
                yield word


def _lost(words: list[re.Match[str]], document: Document) -> Iterator[Problem]:
    """Tell the lost words of each line together."""
    by_line: dict[int, list[re.Match[str]]] = {}
    for word in words:
        by_line.setdefault(document.source.count("\n", 0, word.start()) + 1, []).append(word)
    for line, found in by_line.items():
        start, end = found[0].start(), found[-1].end()
        column = start - document.source.rfind("\n", 0, start)
        text = document.source[start:end]
        message = Message("“{text}” is shown at another place or not at all", text=text)
        yield Problem(Location(document.path, line, column, end - start), message, _HINT)
