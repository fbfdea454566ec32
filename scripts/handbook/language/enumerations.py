"""How many things some words list: "blisters, pus or a bad smell" are three."""

from __future__ import annotations

from itertools import pairwise

from handbook.language.advice_words import AdviceWords, parted


def count_listed(text: str, words: AdviceWords) -> int:
    """Count what commas and words such as "or" and "and" part; several of them in a row part once.

    A word that is only said again adds nothing: what comes "again and again" is one.
    """
    parts: list[list[str]] = [[]]
    for match in parted(words.lexicon.plain(text)):
        if match[0] in ",;" or any(role.kind in ("joins", "adds") for role in words.begun[match[0]].roles):
            parts.append([])
        else:
            parts[-1].append(match[0])
    listed = [part for part in parts if part]
    return len(listed) - sum(part == before[-1:] for before, part in pairwise(listed))
