"""How many things some words list: "blisters, pus or a bad smell" are three."""

from __future__ import annotations

from handbook.language.advice_words import PARTED, AdviceWords


def count_listed(text: str, words: AdviceWords) -> int:
    """Count what commas and words such as "or" and "and" part; several of them in a row part once.

    "Again and again" is one.
    """
    parts, open_part, last = 0, False, ""
    for match in PARTED.finditer(words.lexicon.plain(text)):
        if match[0] in ",;" or any(phrase.role.kind in ("joins", "adds") for phrase in words.starting(match[0])):
            open_part = False
            continue
        parts += not open_part and match[0] != last
        open_part, last = True, match[0]
    return parts
