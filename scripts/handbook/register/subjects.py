"""What the handbook must not leave out: what patients look for (topics.yml) and what they have heard (claims.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, data
from handbook.project import Project
from handbook.register.fact_reader import load_list
from handbook.register.subject_keys import (
    CLAIM_FILE,
    CLAIM_KEYS,
    DANGERS,
    TOPIC_FILE,
    TOPIC_KEYS,
    VERDICTS,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a patient looks for."""

    id: str
    group: str
    definition: str
    labels: Mapping[str, str]
    """What to call it, by language."""
    pages: tuple[tuple[str, Location], ...]
    """Where it is answered: ``recovery/sun.md`` or ``recovery/sun.md#hats``, each with its place in topics.yml."""
    location: Location


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that advertising or the web says of the treatment."""

    id: str
    claim: str
    verdict: str
    danger: str
    """The harm a patient could come to by believing it."""
    facts: tuple[tuple[str, Location], ...]
    """The facts that answer it, each with its place in claims.yml."""
    location: Location


def load_topics(project: Project, problems: list[Problem]) -> dict[str, Topic]:
    """Load topics.yml; what is wrong in it is reported at its place."""
    return load_list(project, "topics.yml", TOPIC_FILE, TOPIC_KEYS, _topic, problems)


def load_claims(project: Project, problems: list[Problem]) -> dict[str, Claim]:
    """Load claims.yml; what is wrong in it is reported at its place."""
    return load_list(project, "claims.yml", CLAIM_FILE, CLAIM_KEYS, _claim, problems)


def _topic(entry: MappingReader) -> Topic:
    return Topic(
        entry.text("id"),
        entry.text("group"),
        entry.text("definition"),
        {code: str(data(label) or "") for code, label in entry.pairs("labels")},
        _texts(entry, "pages"),
        entry.value_location("id"),
    )


def _claim(entry: MappingReader) -> Claim:
    return Claim(
        entry.text("id"),
        entry.text("claim"),
        entry.choice("verdict", VERDICTS),
        entry.choice("danger", DANGERS),
        _texts(entry, "facts"),
        entry.value_location("id"),
    )


def _texts(entry: MappingReader, key: str) -> tuple[tuple[str, Location], ...]:
    return tuple((str(data(item) or ""), item.location) for item in entry.items(key, required=False))
