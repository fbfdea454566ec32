"""Which facts the pictures show that are drawn from the register, and where on a page facts are used.

How the pictures look is decided in ``handbook.render.pictures``. What they say is decided here, because a page with a
picture uses its facts: they get notes, count as used, and change the page's digest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.markup.document import Document
from handbook.markup.inlines import FactLink, Picture

ONE_FACT = "in-100"
"""The picture of a single share, which the page names itself: ``![](picture:in-100/infection-rate/rounded)``."""

FACTS: Mapping[str, Mapping[str, str]] = {
    "recovery-timeline": {
        "weeping": "weeping-duration",
        "strongest": "swelling-duration",
        "swelling": "swelling-duration/gone-within",
        "redness": "redness-strong-phase",
        "skin-tone": "redness-by-skin-tone",
        "crusts-form": "crusts-form",
        "crusts": "crusts-last",
        "crusts-upper": "crusts-last-upper",
        "surface": "surface-closes-face",
        "fading": "redness-fades-weeks",
        "faded": "redness-fades-weeks/share-gone",
        "dark-marks": "dark-marks-appear",
        "result": "result-judged-months",
    },
    "skin-columns": {
        "fractional": "fractional-principle",
        "kinds": "ablative-and-nonablative",
        "full-field": "full-field-difference",
        "closes": "surface-closes-face",
        "closes-nonablative": "surface-closes-nonablative",
    },
    "normal-or-not": {
        "weeping": "weeping-duration",
        "infection": "rf-bacterial-infection",
        "strongest": "swelling-duration",
        "swelling": "swelling-duration/gone-within",
        "swelling-call": "rf-swelling",
        "redness": "redness-strong-phase",
        "skin-tone": "redness-by-skin-tone",
        "crusts": "crusts-last",
        "surface": "surface-closes-face",
        "open": "rf-not-healing",
        "open-body": "rf-not-healing/body",
    },
}
"""By picture: the address of each fact by the part that it plays there."""


@dataclass(frozen=True, slots=True)
class Use:
    """A link or picture on a page that says what facts say."""

    node: FactLink | Picture
    addresses: tuple[str, ...]
    """What stands after ``fact:``; one for a link."""


def parts_of(name: str) -> Mapping[str, str]:
    """Return the addresses of the facts of a picture by the part they play; none for an unknown picture."""
    kind, _, address = name.partition("/")
    return {"share": address} if kind == ONE_FACT and address else FACTS.get(name, {})


def uses_of(document: Document) -> tuple[Use, ...]:
    """Return everything on a page that says what facts say, in reading order."""
    links = [Use(link, (link.target,)) for link in document.references if isinstance(link, FactLink)]
    drawn = [
        Use(image, tuple(parts_of(image.name).values())) for image in document.images if isinstance(image, Picture)
    ]
    return tuple(sorted((*links, *drawn), key=lambda use: (use.node.location.line, use.node.location.column)))


def addresses_of(document: Document) -> tuple[str, ...]:
    """Return the addresses of the facts on a page, each once, in order of first use."""
    return tuple(dict.fromkeys(address for use in uses_of(document) for address in use.addresses))
