"""What drawers hold, as texts that overrides/assets/search/engine reads: words, where they stand, what they name.

Whatever needs several words lies with one of them, so that it is there as soon as all of these are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from handbook.render.search import encoding
from handbook.render.search.concepts import Phrase
from handbook.render.search.drawers import Drawers
from handbook.render.search.index import Index
from handbook.render.search.rules import Places

MOST = 16
"""In how many sections a word is looked for: those that it says most about."""
_OFTEN = 20
"""How much oftener a drawer with words that find nothing by themselves is loaded than another."""


def contents(drawers: Drawers, index: Index, pairs: str) -> Iterator[str]:
    """Yield what each drawer holds, by their numbers, with the letters of words exchanged."""
    said, heard, concepts = _said(index), _heard(index), list(index.phrases)
    lists, numbers = index.rules.lists, drawers.numbers
    warnings = _by_drawer([rule for _, rule in index.rules.warnings], drawers)
    harmless = _by_drawer(index.rules.harmless, drawers)
    for at, (drawer, first) in enumerate(zip(drawers.all, drawers.firsts, strict=True)):
        postings = (index.words.get(word, {}) for word in drawer.words)
        ways, levels = encoding.postings(postings, MOST, [index.alone.get(word, ()) for word in drawer.words])
        phrases = {word: said[word] for word in drawer.words if word in said}
        named = sorted({concept for several in phrases.values() for concept, _ in several})
        told, strong = encoding.postings((index.concepts.get(concepts[each], {}) for each in named), MOST)
        rules = (index.rules.warnings[each] for each in warnings[at])
        yield "\n".join(
            (
                encoding.exchanged(encoding.words(drawer.held), pairs),
                "".join(map(encoding.number, drawer.kinds)),
                ways,
                levels,
                encoding.phrases(phrases, numbers, first),
                "".join(map(encoding.number, named)),
                told,
                strong,
                encoding.lists(heard[word] for word in drawer.heard),
                encoding.lists([sign, *_numbered(rule, lists)] for sign, rule in rules),
                encoding.lists(_numbered(index.rules.harmless[each], lists) for each in harmless[at]),
            )
        )


def _said(index: Index) -> Mapping[str, Sequence[tuple[int, Phrase]]]:
    """Return, by the first word of a phrase, the number of the concept that it names, with the other words."""
    found = defaultdict[str, list[tuple[int, Phrase]]](list)
    for concept, id in enumerate(index.phrases):
        for phrase in dict.fromkeys((*index.phrases[id], *index.foreign[id])):
            found[phrase[0]].append((concept, phrase[1:]))
    return found


def _heard(index: Index) -> Mapping[str, Sequence[int]]:
    """Return the lists that each word of a rule stands in."""
    found = defaultdict[str, list[int]](list)
    for words, number in index.rules.lists.items():
        for word in words:
            found[word].append(number)
    return found


def _by_drawer(rules: Sequence[Places], drawers: Drawers) -> Mapping[int, Sequence[int]]:
    """Return for each drawer the rules that lie in it: with the words of one place, of which the fewest are loaded."""
    holding = {word: at for at, drawer in enumerate(drawers.all) for word in drawer.heard}
    found = defaultdict[int, list[int]](list)
    for number, rule in enumerate(rules):
        places = ({holding[word] for word in place} for place in rule)
        for at in min(places, key=lambda place: sum(_OFTEN if at < len(drawers.idle) else 1 for at in place)):
            found[at].append(number)
    return found


def _numbered(rule: Places, lists: Mapping[tuple[str, ...], int]) -> list[int]:
    return [lists[tuple(sorted(place))] for place in rule]
