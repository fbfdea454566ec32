"""Malay word roots by taking affixes off, without a dictionary.

A word can come from several roots (mengebas: kebas or ebas), so every candidate is kept; two words count as forms of
one where they share a candidate. The search does the same in overrides/assets/search/malay.js, and a test holds the
two against each other.
"""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"ai$|au$|oi$|[aeiou]")
_SHORTEST, _SYLLABLES = 3, 2
"""Letters and syllables that a root has at least."""
_BEFORE_SUFFIX = 4
"""Letters that are left at least where a suffix is taken off."""

_PARTICLES = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_NO_SUFFIX_I = re.compile(r"[eio]$")
_VERB = re.compile(r"me|di|ke|ter")
"""Behind an a, the suffix -i stands in verbs only: dimulai, but ramai."""

_PREFIXES = tuple(
    (re.compile(prefix), letters)
    for prefix, letters in (
        # what stands in place of the first letter of the root: meng + kebas is mengebas, mem + picit is memicit
        (r"[mp]enge([^aeiou].+)", ("",)),
        (r"[mp]eng([aeiou].+)", ("", "k")),
        (r"[mp]eng([ghkq].+)", ("",)),
        (r"[mp]eny([aeiou].+)", ("s",)),
        (r"[mp]en([aeiou].+)", ("t",)),
        (r"[mp]en([cdjzst].+)", ("",)),
        (r"[mp]em([aeiou].+)", ("p",)),
        (r"[mp]em([bpfv].+)", ("",)),
        (r"[mp]e([lrwymn].+)", ("",)),
        (r"pe([sk].+)", ("",)),
        (r"nge([^aeiou].+)", ("",)),  # who speaks leaves me- out: ngopek, nyapu
        (r"ng([aeiou].+)", ("", "k")),
        (r"ny([aeiou].+)", ("s",)),
        (r"(?:ber|ter|per)(.+)", ("",)),
        (r"be([^aeiou]er.+)", ("",)),
        (r"[bt]e(r.+)", ("",)),  # ber- and ter- lose their r before one: berehat, terasa
        (r"(?:di|ke|se)(.+)", ("",)),
    )
)
_PLAIN = re.compile("[a-z]+")


def malay_roots(word: str) -> frozenset[str]:
    """Return everything that a word in small letters can be a form of, itself among it."""
    if not _PLAIN.fullmatch(word):
        return frozenset((word,))
    forms = _without_suffixes(word)
    roots = {root for form in forms for root in _without_prefix(form)}
    deeper = {inner for root in roots if root.startswith(("ber", "per")) for inner in _without_prefix(root)}
    return frozenset(forms | roots | deeper)


def _is_root(text: str) -> bool:
    return len(text) >= _SHORTEST and len(_SYLLABLE.findall(text)) >= _SYLLABLES


def _without_suffixes(word: str) -> set[str]:
    found = {word}
    found |= {rest for end in _PARTICLES if word.endswith(end) and _is_root(rest := word.removesuffix(end))}
    return found | {rest for form in found for end in _SUFFIXES if (rest := _without_suffix(form, end))}


def _without_suffix(form: str, suffix: str) -> str:
    """Return a form without a suffix, or nothing where it does not have it."""
    rest = form.removesuffix(suffix)
    if rest == form or len(rest) < _BEFORE_SUFFIX or not _is_root(rest):
        return ""
    if suffix == "i" and (_NO_SUFFIX_I.search(rest) or (rest.endswith("a") and not _VERB.match(rest))):
        return ""
    return rest


def _without_prefix(word: str) -> list[str]:
    found = ((prefix.fullmatch(word), letters) for prefix, letters in _PREFIXES)
    roots = (letter + match[1] for match, letters in found if match for letter in letters)
    return [root for root in roots if _is_root(root)]
