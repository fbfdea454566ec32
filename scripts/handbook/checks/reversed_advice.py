"""A translation commands, forbids, allows and warns as its original does, and says nothing the other way round.

A prohibition that has lost its "not" is a command. A patient who reads "pick the crusts" has a scar, and one who reads
"wait until tomorrow" under "call now" may not live to do it. Nobody who knows one language alone can see it.

Passes:

    docs/en/index.md:
    Do not [pick](fact:no-picking) the crusts. Keep them moist.
    docs/ms/index.md:
    Jangan [kopek](fact:no-picking) keruping. Jangan biarkannya kering.
    docs/ru/index.md:
    Избегайте [сдирать](fact:no-picking) корочки. Не давайте им сохнуть.

Fails:

    docs/en/index.md:
    Do not [pick](fact:no-picking) the crusts. Keep them moist.
    docs/ms/index.md:
    [Kopek](fact:no-picking) keruping. Biarkannya kering.

What to do: read the two sentences that are named, and say in both the same. The check knows words and no meaning:
`advice` and `opposites` in docs/data/languages/<xx>.yml list those that deny, forbid, spare and allow, and pairs such
as moist and dry. It also tells a word that puts off ("wait and see"), lifts a condition ("even if") or says that all
is well where the original calls, and that the original has not. "Do not let it dry" and "keep it moist" are the same
to it, and so are "avoid" and "do not". Where two sentences do say the same and are refused, a word is missing there,
or stands in a wrong list. While `(translate)` stands before some of these words, the language is not compared.

The check also wants, in every language, the original too: where a fact with `advice: do-not` is linked, no sentence
that commands what its statement forbids; in a call-now and a call-today box no word that puts the call off, unless it
is denied ("do not wait"); over a box that says what to do, or to call, no title that forbids; in the links to a
warning sign no fewer signs than the original lists there; and in the register a `statement` that commands what its
`advice` says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from handbook.checks.advice_pairs import turned_advice
from handbook.checks.advice_pieces import Piece, pieces_of
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import both
from handbook.language.advice_words import AdviceWords, Pole
from handbook.language.enumerations import count_listed
from handbook.language.languages import Language
from handbook.language.polarity import meant, opposite, read_polarity
from handbook.markup.blocks import BoxTitle, Cell
from handbook.markup.dialect import BOXES, CALL_BOXES, COMMANDING
from handbook.markup.document import Document
from handbook.markup.inlines import FactLink
from handbook.metrics.page_metrics import URGENT
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""

_WORDS = ("advice", "opposites")
"""What a language's file lists them below."""

_FORBIDDING = "do-not"
"""The advice of a fact, and the box that forbids all that stands in it; the head of a table may do so too."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each language without the words, and each fact whose statement is turned round."""
    yield from _without_words(handbook, {code for code in handbook.project.codes if _is_unread(code, handbook)})
    for fact in handbook.register.facts.values():
        yield from () if fact.decided_by or not fact.advice else _statement(fact, handbook.source)


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each link that says what its fact forbids, and each delay and lost sign of a call."""
    if _is_unread(page.language, handbook):
        return
    original = handbook.page(page.path, handbook.source.code)
    yield from _page(page.document, handbook.language(page.language), handbook)
    yield from _fewer_signs(page, original, handbook) if original is not None else ()


def check_translation(text: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each thing that a translation turns round."""
    if _is_unread(text.language, handbook):
        return
    language = handbook.language(text.language)
    concepts = {code: glossary.named for code, glossary in handbook.glossary.items()}
    for turned in turned_advice(original.document, text.document, handbook.source, language, concepts):
        yield Problem(turned.location, turned.message, Message("say the same in both"))


def _is_unread(code: str, handbook: Handbook) -> bool:
    """Tell whether a language does not have its own words yet."""
    return bool(handbook.unsaid(code, *_WORDS))


def _without_words(handbook: Handbook, unread: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each other language that lacks what this check reads it by."""
    for language in (language for language in handbook.languages if language.code not in unread):
        pairs = [pair for pair in handbook.source.advice.pairs if pair not in language.advice.pairs]
        missing = ["advice"] * ("denies" in language.advice.missing) + ["opposites"] * bool(pairs)
        if missing:
            named = f" ({', '.join(pairs)})" if pairs else ""
            hint = Message(
                "add the words; docs/data/languages/{source}.yml shows what for", source=handbook.source.code
            )
            place = Location(f"docs/data/languages/{language.code}.yml")
            yield Problem(
                place,
                Message("the language lacks words of {names}{pairs}", names=both(missing), pairs=named),
                hint,
            )


@cache
def _forbidden(statement: str, words: AdviceWords) -> frozenset[Pole]:
    """Return the sides of pairs that a fact's statement denies: *pick* of "do not pick"."""
    return frozenset(opposite(pole, words) for pole in read_polarity(statement, words).turned)


def _statement(fact: Fact, source: Language) -> Iterator[Problem]:
    """Compare what a fact's statement commands with its ``advice``."""
    read = read_polarity(fact.statement, source.advice)
    said = {
        "do": True,
        "do-not": bool(read.negative or read.turned),
        "stop": bool(read.kinds["stops"] or read.negative),
        "call": bool(read.kinds["calls"]),
    }[fact.advice]
    if not said:
        message = Message(
            "{fact} has advice: {advice}, but its statement says nothing of the kind: {statement}",
            fact=fact.id,
            advice=fact.advice,
            statement=fact.statement,
        )
        yield Problem(fact.location, message, Message("correct the statement, or its advice:"))


def _page(document: Document, language: Language, handbook: Handbook) -> Iterator[Problem]:
    """Yield what is turned round within one page."""
    facts, source = handbook.register.facts, handbook.source.advice
    forbidding = {id: fact.statement for id, fact in facts.items() if fact.advice == _FORBIDDING}
    for block in document.texts:
        if isinstance(block, BoxTitle):
            yield from _title(block, language)
        told_above = isinstance(block, Cell) or _FORBIDDING in block.within
        links = [link for link in block.links if isinstance(link, FactLink) and link.target in forbidding]
        links = [] if told_above else links
        forbidden = {link.target: _forbidden(forbidding[link.target], source) for link in links}
        boxed = not CALL_BOXES.isdisjoint(block.within)
        for piece in pieces_of(block, language) if links or boxed else ():
            yield from _links(piece, links, forbidden, language)
            yield from _delays(piece) if boxed else ()


def _title(title: BoxTitle, language: Language) -> Iterator[Problem]:
    """Yield a title that forbids what the sign and the colour of its box bid."""
    kind = next((kind for kind in reversed(title.within) if kind in BOXES), "")
    if kind in COMMANDING and kind != _FORBIDDING and read_polarity(title.text, language.advice).denies:
        message = Message("this box is {kind}, and its title forbids: “{title}”", kind=kind, title=title.text)
        hint = Message("write !!! {forbidding}, or another title", forbidding=_FORBIDDING)
        yield Problem(title.location, message, hint)


def _links(
    piece: Piece, links: list[FactLink], forbidden: Mapping[str, frozenset[Pole]], language: Language
) -> Iterator[Problem]:
    """Yield each link to a prohibition whose sentence begins with the very thing that is forbidden."""
    begin = len(piece.block.text[piece.start : piece.end]) - len(piece.text)
    first = [said for said in piece.read.said if said.role.kind == "pole" and said.start <= begin]
    for link in links if first and not (piece.read.negative or piece.read.kinds["narrows"]) else ():
        said = next((said for said in first if meant(said, language.advice) in forbidden[link.target]), None)
        if piece.start <= link.start < piece.end and said is not None:
            message = Message(
                "{fact} forbids “{words}”, and this does not: “{sentence}”",
                fact=link.target,
                words=piece.words(said),
                sentence=piece.text,
            )
            yield Problem(link.location, message, Message("write what must not be done, or correct the fact's advice:"))


def _delays(piece: Piece) -> Iterator[Problem]:
    """Yield what puts off a call, unless the sentence denies it."""
    said = piece.read.first("delays")
    if said is not None and not piece.read.denies and not piece.read.kinds["idle"]:
        message = Message(
            "“{words}” puts off what must be done at once: “{sentence}”", words=piece.words(said), sentence=piece.text
        )
        yield Problem(piece.locate(said), message, Message("take it out, or move the sentence out of the box"))


def _fewer_signs(page: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield the warning signs of which a whole page, however its sentences are cut, lists fewer than its original."""
    theirs = _signs(original.document, handbook, handbook.source)
    for target, (link, listed) in _signs(page.document, handbook, handbook.language(page.language)).items():
        if target in theirs and listed < theirs[target][1]:
            message = Message(
                "the links to {target} list {mine} signs on this page, and {theirs} in the original",
                target=target,
                mine=listed,
                theirs=theirs[target][1],
            )
            yield Problem(
                link.location, message, Message("add what is missing ({path})", path=theirs[target][0].location.path)
            )


def _signs(document: Document, handbook: Handbook, language: Language) -> dict[str, tuple[FactLink, int]]:
    """Return by warning sign the first link to it, and how many signs all links to it list."""
    found: dict[str, tuple[FactLink, int]] = {}
    for block in document.texts:
        for link in block.links:
            fact = handbook.register.find(link.target) if isinstance(link, FactLink) else None
            if fact is not None and isinstance(link, FactLink) and fact.urgency in URGENT:
                first, before = found.get(link.target, (link, 0))
                found[link.target] = first, before + count_listed(block.text[link.start : link.end], language.advice)
    return found
