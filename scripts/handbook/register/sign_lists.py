"""Lists of warning signs as blocks of a page: ``![](signs:emergency)`` and the like.

    signs:emergency             the signs of an urgency: those of a group in a list under its sentence
    signs:emergency/allergy     one group alone
    signs:emergency/short       the short words, of all or (signs:emergency/allergy/short) of one group
    signs:today/swelling/details     from when, what is expected beside it, how it looks
    signs:today/swelling/first-aid   what to do until help comes
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.quoting import meant
from handbook.markup.blocks import Block, BulletList, Item, Paragraph, Plain, TextBlock
from handbook.markup.inlines import SIGNS
from handbook.markup.replacing import replace_words
from handbook.register.pages import Page
from handbook.register.sign_words import DETAILS, Said, SignWords
from handbook.register.warning_signs import GRADES, WarningSign

PARTS: Mapping[str, tuple[str, ...]] = {"short": ("short",), "details": DETAILS, "first-aid": ("first-aid",)}
"""What can be asked for beside the signs themselves, and in which keys it stands."""

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)


@dataclass(frozen=True, slots=True)
class _Wanted:
    urgency: str
    group: str | None
    """None where all groups are meant."""
    part: str
    """Empty where the signs themselves are meant."""

    @classmethod
    def of(cls, name: str) -> _Wanted:
        urgency, *rest = name.split("/")
        part = rest.pop() if rest and rest[-1] in PARTS else ""
        return cls(urgency, "/".join(rest) if rest else None, part)


def signs_of(name: str, signs: Mapping[str, WarningSign]) -> tuple[WarningSign, ...]:
    """Return the signs that the insertion of a name is about, ``emergency/allergy``."""
    wanted = _Wanted.of(name)
    return tuple(
        sign
        for sign in signs.values()
        if sign.urgency == wanted.urgency and wanted.group in (None, sign.group)
    )


def listed_signs(name: str, signs: Mapping[str, WarningSign], in_full: bool = False) -> tuple[WarningSign, ...]:
    """Return the signs that the insertion of a name lists, in full or, unless that is asked for, in short."""
    return signs_of(name, signs) if _Wanted.of(name).part in (("",) if in_full else ("", "short")) else ()


def insertion_for(sign: WarningSign) -> str:
    """Return what a page writes to show a sign with those that belong to it."""
    return f"![]({SIGNS}:{sign.urgency}{'/' if sign.group else ''}{sign.group})"


def fault_of(name: str, signs: Mapping[str, WarningSign], words: SignWords, code: str) -> tuple[Message, Message]:
    """Return why nothing can be shown for a name and what to do, or two empty texts."""
    wanted = _Wanted.of(name)
    groups = list(dict.fromkeys(sign.group for sign in signs.values() if sign.urgency == wanted.urgency and sign.group))
    if wanted.urgency not in GRADES:
        return Message("there are no signs of the urgency {urgency}", urgency=wanted.urgency), meant(
            wanted.urgency, GRADES
        )
    if wanted.group is not None and wanted.group not in groups:
        return Message("{urgency} has no group {group}", urgency=wanted.urgency, group=wanted.group), meant(
            wanted.group, [*groups, *PARTS]
        )
    if not signs_of(name, signs):
        return Message("no sign has the urgency {urgency}", urgency=wanted.urgency), Message(
            "add one to docs/data/warning-signs.yml"
        )
    if not blocks_of(name, signs, words, code):
        return Message("nothing is said for {name}", name=f"{SIGNS}:{name}"), Message(
            "write it in {file}, or take this out", file=f"docs/data/signs/{code}.yml"
        )
    return NOTHING, NOTHING


def blocks_of(name: str, signs: Mapping[str, WarningSign], words: SignWords, code: str) -> tuple[Block, ...]:
    """Return the blocks of an insertion in a language; none where it names nothing."""
    wanted, found = _Wanted.of(name), signs_of(name, signs)
    said = words.get(code, {})
    if wanted.part == "short":
        return tuple(_short(found, said))
    if wanted.part:
        pages = [page for about in _about(found, said) for key in PARTS[wanted.part] for page in about.get(key, ())]
        return _blocks(pages)
    return tuple(_listed(found, said))


def _about(signs: Iterable[WarningSign], said: Mapping[tuple[str, str], Said]) -> Iterator[Said]:
    """Yield what is said of each group of some signs, and behind it of its signs."""
    for group, members in _grouped(signs).items():
        yield said.get(("groups", group), {})
        yield from (said.get(("signs", sign.id), {}) for sign in members)


def _grouped(signs: Iterable[WarningSign]) -> dict[str, list[WarningSign]]:
    groups: dict[str, list[WarningSign]] = {}
    for sign in signs:
        groups.setdefault(sign.group, []).append(sign)
    return groups


def _listed(signs: Iterable[WarningSign], said: Mapping[tuple[str, str], Said]) -> Iterator[Block]:
    for group, members in _grouped(signs).items():
        lead = said.get(("groups", group), {}).get("lead", ())
        pages = [page for sign in members for page in said.get(("signs", sign.id), {}).get("sign", ())]
        yield from _blocks(lead)
        yield from _list(pages) if lead or not group else _blocks(pages)


def _short(signs: Iterable[WarningSign], said: Mapping[tuple[str, str], Said]) -> Iterator[Block]:
    """Yield the short words of groups and signs: several in one list, a single one as it is."""
    items: list[Page] = []
    for group, members in _grouped(signs).items():
        own = said.get(("groups", group), {}).get("short", ())
        items += own or [page for sign in members for page in _short_of(said.get(("signs", sign.id), {}))]
    yield from _list(items) if len(items) > 1 else _blocks(items)


def _short_of(said: Said) -> tuple[Page, ...]:
    return said.get("short", ()) or said.get("sign", ())


def _blocks(pages: Iterable[Page]) -> tuple[Block, ...]:
    return tuple(block for page in pages for block in page.document.blocks)


def _list(pages: Iterable[Page]) -> Iterator[Block]:
    items = tuple(_item(page) for page in pages if page.document.blocks)
    if items:
        yield BulletList(items[0].location, items)


def _item(page: Page) -> Item:
    """Return words as an item of a list; a single paragraph stands in it as plain words."""
    blocks = page.document.blocks
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        blocks = (_plain(blocks[0]),)
    return Item(blocks[0].location, replace_words(blocks, _in_list), None)


def _plain(block: Paragraph) -> Plain:
    return Plain(block.location, block.inlines, block.text, block.map, block.within, block.links, block.images)


def _in_list(block: _TextBlock) -> _TextBlock:
    return replace(block, within=("list", *block.within))
