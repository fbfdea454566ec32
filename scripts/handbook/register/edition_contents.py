"""What an edition can hold, and what the lines under ``holds`` in docs/data/editions.yml stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from handbook.project import Project
from handbook.register.editions import Held
from handbook.register.pages import Page
from handbook.register.passages import Passages
from handbook.register.pictures import Pictures, Timeline
from handbook.register.sign_lists import signs_of
from handbook.register.warning_signs import WarningSign


@dataclass(frozen=True, slots=True)
class Contents:
    """What editions can hold, in the source language."""

    pages: Mapping[str, Page]
    sections: Mapping[str, tuple[str, ...]]
    """The pages of each section of the navigation, by its title."""
    passages: tuple[str, ...]
    signs: Mapping[str, WarningSign]
    pictures: Pictures

    @classmethod
    def of(
        cls, project: Project, pages: Iterable[Page], passages: Passages, signs: Mapping[str, WarningSign],
        pictures: Pictures,
    ) -> Contents:  # fmt: skip
        """Gather it from what has been read."""
        code = project.codes[0] if project.codes else ""
        sections: dict[str, tuple[str, ...]] = {}
        for entry in project.nav:
            sections[entry.section] = (*sections.get(entry.section, ()), entry.path)
        sections.pop("", None)
        own = {page.path: page for page in pages if page.language == code}
        return cls(own, sections, tuple(name for language, name in passages if language == code), signs, pictures)


def contents_of(text: str, contents: Contents) -> tuple[Held, ...] | None:
    """Return what a name stands for; None where there is no such thing."""
    scheme, _, name = text.partition(":")
    path, _, section = text.partition("#")
    thing, _, part = name.partition("/")
    picture = contents.pictures.get(thing)
    if text in contents.sections:
        return tuple(Held("page", path) for path in contents.sections[text])
    if path in contents.pages:
        ids = {heading.id for heading in contents.pages[path].document.headings if heading.level > 1}
        return (Held("page", path, section),) if section in {"", *ids} else None
    if scheme == "dates" and picture and isinstance(picture.kind, Timeline):
        panels = {panel.words for panel in picture.kind.panels}
        return (Held("dates", thing, part),) if part in {"", *panels} else None
    known = scheme == "passage" and name in contents.passages
    known = known or (scheme == "signs" and bool(signs_of(name, contents.signs)))
    return (Held(scheme, name),) if known else None


def names_like(text: str, contents: Contents) -> Collection[str]:
    """Return the names among which the one is that a misspelt text was meant to be."""
    path = text.partition("#")[0]
    if path in contents.pages:
        headings = contents.pages[path].document.headings
        return [path, *(f"{path}#{heading.id}" for heading in headings if heading.level > 1)]
    signs = dict.fromkeys(f"signs:{sign.urgency}" for sign in contents.signs.values())
    timelines = (f"dates:{id}" for id, picture in contents.pictures.items() if isinstance(picture.kind, Timeline))
    passages = (f"passage:{name}" for name in contents.passages)
    return [*contents.pages, *contents.sections, *passages, *signs, *timelines]
