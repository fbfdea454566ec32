"""The words of site and print in one language, docs/data/interface/<code>.yml: which there must be, and their gaps.

A gap is a name in braces, ``Text of {date}``, and stands for what the program fills in. Nothing else may stand in
braces: no format, no attribute, no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import shortened
from handbook.diagnostics.yaml_reader import Value, data, keys_below, open_yaml
from handbook.project import Project

_TABLE = {
    "site": "skip home menu call pages contents languages language-now{code}{name} dark light previous next draft"
    " signed{name}{role}{date} example print whole kept{date} text-version{date} advice licence{licence}",
    "site.untranslated": "title text draft signed{name}{role}{date}",
    "site.behind": "wording{date} originals{date} link",
    "site.search": "stemmer label placeholder found{count} none broken loading unknown{words}"
    " meant{words} nearest read topics phone{number}",
    "site.not-found": "title text link",
    "site.notes": "title intro mark{number} back{text} more says{text} collected{date} review{date} contested disagree"
    " strong moderate weak clinic-specific confirmed corrected could-not-check none",
    "site.words": "title back{text}",
    "boxes": "note key-points do do-not call-today call-now",
    "common": "blank elsewhere left-out",
    "common.unset": "name phone out-of-hours messages hours address website",
    "print": "subtitle language text-day version page-of{page}{pages} see-page{page} call{page} contents draft"
    " draft-notice draft-page signed-page{name}{role}{date} example untranslated untranslated-mark"
    " untranslated-cover{count}{chapters} untranslated-contents{count}{chapters} untranslated-title untranslated-text"
    " untranslated-draft untranslated-signed{name}{role}{date} behind-wording{date} behind-originals{date}"
    " call-us phone out-of-hours messages emergency"
    " other-forms advice notes notes-intro sources sources-intro and-others{name} source-twice source-once"
    " source-partly{twice}{facts} checked checked-facts checked-counts{facts}{twice}{once} none-signed some-signed"
    " all-signed chapter reviewed-by reviewer{name}{role} reviewed-on nobody online on-site review-by sheet-code"
    " index index-intro sources-online sources-at-clinic dates-day dates-stage dates-yours dates-range{first}{last}"
    " dates-note fold-title fold-print fold-turn fold-fold review-value{value} review-open review-sign review-name"
    " review-role review-day review-signature review-record list-title list-current list-sheets"
    " list-books list-details{paper}{size}{pages}{code} list-leaves{leaves} list-since{date} list-changed{parts}"
    " list-clinic list-layout list-code list-yes{title} list-no{title}{date}{parts} list-unknown list-older"
    " dates-title dates-choose"
    " dates-print dates-save dates-days{first}{last}",
    "problems": "empty-link-words",
}
GAP = re.compile(r"\{([\w-]+)\}")
GAPS: Mapping[str, tuple[str, ...]] = {
    f"{section}.{word.partition('{')[0]}": tuple(GAP.findall(word))
    for section, words in _TABLE.items()
    for word in words.split()
}
"""Every word that program and templates ask for, with its gaps: what is filled in, and what a file is checked by.

The words of pictures and countries and the sentences with emergency numbers are not here: they depend on the register.
"""

_BRACED = re.compile(r"\{[^{}]*\}?|\}")


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of one language, with their places."""

    words: Mapping[str, Any] = field(default_factory=dict)
    """Nested as in the file."""
    places: Mapping[str, Location] = field(default_factory=dict)
    """Where each word stands, by its address."""
    start: Location = field(default_factory=lambda: Location("docs/data/interface"))

    def place(self, address: str) -> Location:
        """Return where a word stands, or what should hold it."""
        while address and address not in self.places:
            address = address.rpartition(".")[0]
        return self.places.get(address, self.start)


def load_interface(project: Project, code: str, problems: list[Problem]) -> Interface:
    """Load the words of a language; lists, words that stand twice and braces that are no gap are reported."""
    value = open_yaml(project.data_folder / "interface" / f"{code}.yml", project.root, problems)
    start = Location(f"docs/data/interface/{code}.yml")
    words = data(value) if value else {}
    if value is None or not isinstance(words, dict):
        return Interface(start=start)
    problems += _faults(value)
    return Interface(words, {name: _place(key, inner) for name, key, inner in keys_below(value)}, start)


def fill(words: str, values: Mapping[str, object]) -> str:
    """Return words with values in their gaps; a gap without a value stays as it is."""
    return GAP.sub(lambda gap: str(values.get(gap[1], gap[0])), words)


def gap_problem(words: str, location: Location) -> Problem | None:
    """Return a problem for the first thing in braces that is no gap, or for a brace alone."""
    for braced in _BRACED.finditer(words):
        if not GAP.fullmatch(braced[0]):
            message = Message("{words} is no gap for the program to fill", words=shortened(braced[0]))
            return Problem(
                location, message, Message("write only a name between {{ and }}, as in {{date}}, or take the brace out")
            )
    return None


def _faults(value: Value) -> Iterator[Problem]:
    seen: set[str] = set()
    for address, key, inner in keys_below(value):
        if address in seen:
            yield Problem(
                key, Message("{address} stands here for the second time", address=address), Message("keep one of them")
            )
        seen.add(address)
        if isinstance(inner.node, yaml.SequenceNode):
            yield Problem(
                inner.location,
                Message("{address} must be one text", address=address),
                Message("write it without [ ] and without hyphens"),
            )
        elif isinstance(inner.node, yaml.ScalarNode):
            problem = gap_problem(str(inner.node.value), inner.location)
            if problem:
                yield problem


def _place(key: Location, inner: Value) -> Location:
    return inner.location if isinstance(inner.node, yaml.ScalarNode) and inner.node.value else key
