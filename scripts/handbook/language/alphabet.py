"""The order of words in a language: by its own alphabet, where its letters do not stand in that order in Unicode."""

from __future__ import annotations

from handbook.language.languages import Language


def place_in_order(word: str, language: Language) -> tuple[int, ...]:
    """Return what words are sorted by: the letters of the alphabet by their place in it, the others behind them.

    What is no letter and no digit comes before everything.
    """
    alphabet = language.alphabet
    return tuple(_rank(letter, alphabet) for letter in language.lexicon.plain(word))


def _rank(letter: str, alphabet: str) -> int:
    if not letter.isalnum():
        return -1
    at = alphabet.find(letter)
    return at if at >= 0 else len(alphabet) + ord(letter)
