"""A place in the source of a page that only goes forward, and finds there what the parser has taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_BLANK = re.compile(r"(?:\\?_){4,}")
_ITEM_MARK = re.compile(
    r"^[ \t>]*(?::[ \t]+)?"  # at the beginning of a line or of what a term means,
    r"(?:(?:\d+\.|[-*+])[ \t]+)+"  # a number or bullet, or several: a list that begins in an item
    r"(?:\[[ xX]\][ \t]+)?",  # and the mark of a task
    re.MULTILINE,
)


class Cursor:
    """Goes through a source from its beginning to its end."""

    def __init__(self, source: str):
        self.source = source
        self.at = 0
        """The first character that has not been passed."""

    def find(self, text: str) -> Sequence[int]:
        """Return where each character of a text stands, and pass it; signs and spaces stand where they would."""
        return self._find_whole(text) or self._find_words(text)

    def _find_whole(self, text: str) -> range | None:
        """Find a text that stands in the source letter for letter, as nearly all do; None where it does not."""
        first = _WORD.search(text)
        place = self._find_word(first[0]) if first else None
        if first is None or place is None:
            return None
        start = place - first.start()
        end = start + len(text)
        is_cut = text[-1].isalnum() and self.source[end : end + 1].isalnum()
        if start < self.at or is_cut or not self.source.startswith(text, start):
            return None
        self.at = end
        return range(start, end)

    def _find_words(self, text: str) -> list[int]:
        offsets: list[int] = []
        done = 0
        for word in _WORD.finditer(text):
            found = self._find_word(word[0])
            place = self.at if found is None else found
            offsets += self._find_signs_before(text[done : word.start()], place)
            offsets += range(place, place + len(word[0]))
            self.at = place if found is None else place + len(word[0])
            done = word.end()
        return offsets + self._find_signs(text[done:])

    def _find_signs_before(self, signs: str, end: int) -> list[int]:
        """Return where the signs and spaces before a word stand, which begins at ``end``."""
        places: list[int] = []
        for sign in reversed(signs):
            found = self.source.rfind(sign, self.at, end)
            end = found if found >= 0 else max(self.at, end - 1)
            places.append(end)
        return places[::-1]

    def _find_signs(self, signs: str) -> list[int]:
        """Return where signs stand that no word follows, and pass them."""
        word = _WORD.search(self.source, self.at)
        limit = word.start() if word else len(self.source)
        places: list[int] = []
        for sign in signs:
            found = self.source.find(sign, self.at, limit)
            places.append(max(self.at, found))
            if found >= 0 and not sign.isspace():
                self.at = found + 1
        return places

    def skip_blank(self) -> tuple[int, int]:
        """Go behind the next place to write on and return where it begins and ends."""
        blank = _BLANK.search(self.source, self.at)
        start, self.at = blank.span() if blank else (self.at, self.at)
        return start, self.at

    def skip_past(self, text: str) -> None:
        """Go behind the next occurrence of a text, if there is one."""
        self.at = self._after(text, self.at)

    def skip_item_mark(self) -> None:
        """Go behind the mark of a list's item; that of the first item in an item was passed with its parent's."""
        nested = self.source[self.at - 1 : self.at] in (" ", "\t")
        mark = None if nested else _ITEM_MARK.search(self.source, self.at)
        self.at = mark.end() if mark else self.at

    def skip_bare_heading(self, level: int) -> tuple[int, int]:
        """Go behind the mark of a heading without words and return where it begins and ends."""
        mark = re.compile(rf"^[ \t>]*(?P<mark>#{{{level}}})(?!#)", re.MULTILINE).search(self.source, self.at)
        start, self.at = mark.span("mark") if mark else (self.at, self.at)
        return start, self.at

    def skip_box_mark(self, kind: str) -> int | None:
        """Go behind ``!!! kind`` and return where it began, or None where there is none."""
        start = self.source.find("!!!", self.at)
        if start < 0:
            return None
        self.at = self._after(kind, start + 3)
        return start

    def find_link_end(self) -> int:
        """Return where the words of a link end, at its ``](``."""
        opening = self.source.find("](", self.at)
        return self.at if opening < 0 else opening

    def skip_link_end(self, opening: int, target: str, title: str) -> None:
        """Go behind the ``)`` of a link whose words end at ``opening``."""
        self.at = self._after_address(opening + 2, target, title)

    def skip_image(self, source: str, title: str) -> tuple[int, int]:
        """Go behind an image and return where it begins and ends."""
        start = self.source.find("![", self.at)
        start = self.at if start < 0 else start
        target = self._after("](", start)
        self.at = self._after_address(target, source, title)
        return start, self.at

    def _find_word(self, word: str) -> int | None:
        """Return where a whole word stands next, or None."""
        start = self.source.find(word, self.at)
        while start >= 0:
            end = start + len(word)
            before, after = self.source[start - 1 : start], self.source[end : end + 1]
            if not before.isalnum() and not after.isalnum():
                return start
            start = self.source.find(word, start + 1)
        return None

    def _after_address(self, start: int, address: str, title: str) -> int:
        """Return what follows an address that begins at ``start``, its title in quotation marks, and the ``)``."""
        return self._after(")", start + len(address) + (len(title) + len(' "') if title else 0))

    def _after(self, text: str, start: int) -> int:
        found = self.source.find(text, start)
        return start if found < 0 else found + len(text)
