"""The words of a language that have to do with quantities, and a text cut into them.

A ``Lexicon`` is made from the data of one language. It maps phrases to *roles*: "second" is a unit and an
ordinal, «до» a bound and the middle of a range. ``tokens`` finds the phrases and the digits in a text, longest
first; quantity_parser.py makes quantities of them.

A word is what spaces or signs part from others: letters of any script with the marks on them. In a script without
spaces between words (Chinese, Japanese, Thai) a whole sentence would be one word, so no phrase is found in it, and
every number is told as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from handbook.language.letters import ALIKE, JOINERS, WORD, fitted, in_word, mark
from handbook.language.looked_up import LookedUp
from handbook.language.number_words import NOTHING_JOINED, Atom, Joined, NumberWords, Sum, Word
from handbook.language.numerals import Numerals, format_roman, grouped
from handbook.language.units import Units

Roles = Mapping[str, Any]
"""What a phrase can be, with its value: a number, a unit, a bound. The keys are those of ``phrases``."""

_NO_NUMBER: Roles = {"digits": True}
"""Digits that mean no number in this language, but may be a time of day."""

VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_ATOMS = {
    "number": "number", "ordinal": "ordinal", "ordinal-uncounted": "ordinal", "times": "times", "plus": "plus",
    "times-ordinal": "times-ordinal", "join-tens": "tens", "join-hundreds": "hundreds",
}  # fmt: skip
"""Roles of the phrases that numbers of several words are made of, and what they are there."""


_SAYING = frozenset(
    "number ordinal ordinal-uncounted fraction whole whole-bounded ordinal-before times times-ordinal plus".split()
)
_COMMA = re.compile("(?:, *)?")
"""What a phrase can begin with that is no part of what it says: ", at most"."""
_FIGURE = re.compile(rf"[\d{VULGAR}]")


class Token(NamedTuple):
    """A phrase of the lexicon, or a number in digits, where it stands in a text.

    A tuple, because a page has hundreds of them and frozen dataclasses take three times as long to make.
    """

    start: int
    end: int
    roles: Roles
    digits: str = ""
    """The number as written; empty for a phrase."""
    follows: bool = False
    """Whether only spaces, or nothing, stand between the token before and this one."""
    touches: bool = False
    """Whether a letter or digit stands directly before it."""


class Lexicon:
    """The phrases of one language, ready for finding."""

    def __init__(
        self,
        phrases: Iterator[tuple[str, str, Any]],
        numerals: Numerals,
        alike: Mapping[str, str],
        units: Units,
        joined: Joined = NOTHING_JOINED,
        ordinal_at: str = "last",
    ):
        self.units = units
        self._alike = {ord(letter): other for letter, other in alike.items()} | ALIKE
        self._changed = re.compile(f"[{re.escape(''.join(map(chr, self._alike)))}]")
        self._plain = LookedUp(self._in_small)  # ten checks ask for the same words
        self._words_of = LookedUp(self._parted)
        known = [(self.plain(phrase), role, value) for phrase, role, value in phrases]
        signs = {sign for phrase, _, _ in known for sign in phrase if not sign.isalnum() and sign != " "}
        self._words = re.compile(_word_pattern(numerals, signs), re.VERBOSE)
        self._spaces = re.compile(" *")
        self._values = LookedUp(numerals.parse)
        self._tokens = LookedUp(self._cut)
        self._tree: dict[str, Any] = {}
        for phrase, role, value in known:
            self._add(phrase, role, value)
        self._numbers = NumberWords(self._atoms(known), ordinal_at)
        self._joined = Joined(
            {self.plain(prefix): number for prefix, number in joined.prefixes.items()},
            {self.plain(word): unit for word, unit in joined.adjectives.items()},
            joined.shortest,
        )
        self._saying = {
            self._words.match(phrase)[0]  # type: ignore[index]
            for phrase, role, _ in known
            if role in _SAYING and self._words.match(phrase)
        }
        self._adjective_ends = {word[-4:] for word in self._joined.adjectives}
        for number in range(1, units.highest_roman + 1):
            self._add(format_roman(Fraction(number)).lower(), "roman", Fraction(number))
            self._saying.add(format_roman(Fraction(number)).lower())

    def plain(self, text: str) -> str:
        """Return a text of the same length in which what makes no difference is alike: case, dashes, ё in Russian."""
        return self._plain[text]

    def words(self, text: str) -> tuple[str, ...]:
        """Return the words of a text, as ``plain`` has them."""
        return self._words_of[text]

    def may_say_number(self, text: str) -> bool:
        """Tell at a fraction of the cost of ``tokens`` whether a text can have a number in it at all."""
        if _FIGURE.search(text):
            return True
        words = self.words(text)
        if not self._saying.isdisjoint(words):
            return True
        return bool(self._adjective_ends) and any(word[-4:] in self._adjective_ends for word in words)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the numbers and the longest known phrases of a text, in order."""
        return self._tokens[text]

    def _in_small(self, text: str) -> str:
        small = text.lower()
        if len(small) != len(text):  # a few capitals become two characters when small
            small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        return small.translate(self._alike) if self._changed.search(small) else small

    def _parted(self, text: str) -> tuple[str, ...]:
        plain = self._plain[text]
        return tuple(fitted(WORD, plain).findall(plain))

    def _cut(self, text: str) -> tuple[Token, ...]:
        return tuple(self._found(text))

    def _found(self, text: str) -> Iterator[Token]:
        plain, tree, endings = self.plain(text), self._tree, self._adjective_ends
        end, before = 0, False
        for match in self._words.finditer(plain):
            word, is_number = match[0], match.lastindex is not None
            if not is_number and word not in tree and (not endings or word[-4:] not in endings):
                continue
            start = match.start()
            if start < end:
                continue  # inside the phrase before
            stop, roles = self._number(match) if is_number else self._phrase(match, plain)
            if not roles:
                continue
            follows = before and not plain[end:start].strip(" ")
            start += _COMMA.match(plain, start).end() - start  # type: ignore[union-attr]
            touches = start > 0 and plain[start - 1] != " " and in_word(plain[start - 1])
            yield Token(start, stop, roles, word if is_number else "", follows, touches)
            end, before = stop, True

    def _number(self, match: re.Match[str]) -> tuple[int, Roles]:
        """Return the end of digits and their value; digits that are no number here keep others from joining up."""
        number = self._values[match[0]]
        return match.end(), {"number": number} if number is not None else _NO_NUMBER

    def _phrase(self, match: re.Match[str], plain: str) -> tuple[int, Roles]:
        """Return the end and the roles of a number in words, or of the longest phrase, whichever is longer."""
        end, roles = self._longest(match, plain)
        if "number" in roles or "ordinal" in roles or "ordinal-uncounted" in roles:
            said = self._said(match.start(), plain)
            if said is not None and said.end > end:
                return said.end, {"ordinal" if said.ordinal else "number": Fraction(said.value), "composed": True}
        if not roles:
            joined = self._joined.read(match[0])
            roles = {"whole": (Fraction(joined[0]), joined[1], True)} if joined else roles
        return end, roles

    def _said(self, start: int, plain: str) -> Sum | None:
        """Return the number in several words that begins here, without a last word that is rather a unit."""

        def word_at(position: int) -> Word | None:
            match = self._words.match(plain, self._spaces.match(plain, position).end())  # type: ignore[union-attr]
            return Word(match[0], match.start(), match.end()) if match and match.lastindex is None else None

        sums = self._numbers.read(word_at, start)
        if sums and sums[-1].ordinal and "unit" in self._roles(sums[-1].word):
            behind = word_at(sums[-1].end)
            if behind is None or "unit" not in self._roles(behind.text):
                sums.pop()  # "thirty seconds" are no place in a row, and neither is "a thirty-second wait"
        return sums[-1] if sums and sums[-1].phrases > 1 else None

    def _roles(self, word: str) -> Roles:
        """Return the roles of one word alone."""
        roles: Roles = self._tree.get(word, {}).get("", {})
        return roles

    def _atoms(self, known: list[tuple[str, str, Any]]) -> Iterator[Atom]:
        for phrase, role, value in known:
            kind = _ATOMS.get(role)
            if kind and (not isinstance(value, Fraction) or value.denominator == 1):
                yield Atom(tuple(word[0] for word in self._words.finditer(phrase)), kind, int(value))

    def _longest(self, match: re.Match[str], plain: str) -> tuple[int, Roles]:
        """Return the end and the roles of the longest phrase that begins with this word; no roles if there is none."""
        best: tuple[int, Roles] = (match.end(), {})
        tree = self._tree
        word: re.Match[str] | None = match
        while word is not None and word[0] in tree:
            tree = tree[word[0]]
            if "" in tree:
                best = (word.end(), tree[""])
            if len(tree) == ("" in tree):
                break
            word = self._words.match(plain, self._spaces.match(plain, word.end()).end())  # type: ignore[union-attr]
        return best

    def _add(self, phrase: str, role: str, value: Any) -> None:
        tree = self._tree
        for match in self._words.finditer(phrase):
            tree = tree.setdefault(match.group(), {})
        if tree is not self._tree:
            tree.setdefault("", {})[role] = value


def _word_pattern(numerals: Numerals, signs: set[str]) -> str:
    """Lay out what one word of a text is; only the number is a group, so that it can be told apart."""
    sign = "".join(re.escape(sign) for sign in sorted(signs)) or "-"
    parting = re.escape("".join({*".,:٫٬", *(numerals.decimal + numerals.group).translate(ALIKE)} - {" "}))
    spaced = rf"{grouped('[ ]', numerals.sizes)}(?!\d)(?:[{parting}]\d+)*" if numerals.group == " " else r"(?!)"
    letter, on_letter = r"[^\W\d_]", mark()
    return rf"""
        ( {spaced}                  # 10 600 where thousands are parted by spaces
        | \d+(?:[{parting}]\d+)*   # 1.5  10,600  11:00, and what only looks like a number: 2.0.1
          (?:[ ]?[{VULGAR}])?      # 1½
        | [{VULGAR}]
        )
        | {letter}+                 # a word: letters only, so that "sekurang-kurangnya" is three,
          (?:(?:{on_letter}         # with the marks on them: नहीं
             |[{JOINERS}](?={letter}))+ {letter}*)*         # or joiners between them: می‌شود
        | [{sign}]                  # each sign that stands in a phrase, by itself: - % ° + /
    """
