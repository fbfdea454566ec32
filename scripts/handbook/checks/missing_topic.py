"""Every topic that patients look for is answered on some page.

People come with a question: may I swim, does it hurt, what does it cost. A handbook without an answer sends them to
advertising.

Passes:

    docs/data/topics.yml:
    pages: [recovery/day-by-day.md#day-2-4]

Fails:

    docs/data/topics.yml:
    pages: [recovery/swimming.md]

What to do: write the page or section in the source language, and name it under `pages:` of the topic in
docs/data/topics.yml, as `recovery/sun.md` or `recovery/sun.md#hats`. Give the topic a label in every language.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import meant
from handbook.register.handbook import Handbook, anchors_of
from handbook.register.subjects import Topic

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each topic without a page, each page that is not there, and each missing label."""
    anchors = anchors_of(handbook.pages, handbook.project)
    for topic in handbook.topics.values():
        if not topic.pages:
            message = Message(
                "no page answers the topic {topic}: {definition}", topic=topic.id, definition=topic.definition
            )
            yield Problem(topic.location, message, Message("write it, and add pages: [<page>.md#<id of the section>]"))
        for address, place in topic.pages:
            if address not in anchors:
                yield _absent(topic, address, place, anchors)
        for language in handbook.languages:
            if not topic.labels.get(language.code, "").strip():
                message = Message(
                    "the topic {topic} has no label in {language}", topic=topic.id, language=language.name
                )
                yield Problem(topic.location, message, Message("add {code}: … to its labels:", code=language.code))


def _absent(topic: Topic, address: str, place: Location, anchors: frozenset[str]) -> Problem:
    hint = meant(address, sorted(anchors), Message("write the page, or name another that answers it"))
    return Problem(
        place,
        Message("the topic {topic} leads to {address}, which is not there", topic=topic.id, address=address),
        hint,
    )
