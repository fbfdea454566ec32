"""Which files hold the facts: docs/data/facts has one for each topic, and ``_order.yml`` there puts them in order.

A reader of the register finds a fact where its topic stands in a treatment. A file that the order does not name is
reported: its facts would be missing, and nobody would see why.
"""

from __future__ import annotations

from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, data, open_yaml
from handbook.project import Project
from handbook.register.fact_keys import ORDER_KEYS

FOLDER = "docs/data/facts"
ORDER = f"{FOLDER}/_order.yml"


def load_order(project: Project, problems: list[Problem]) -> dict[str, Path]:
    """Return the file of each topic, in the order of _order.yml.

    A topic without a file, one that is named twice, and a file without a topic are reported.
    """
    value = open_yaml(project.root / ORDER, project.root, problems)
    if value is None:
        return {}
    files = {file.stem: file for file in sorted((project.root / FOLDER).glob("*.yml")) if file != project.root / ORDER}
    order: dict[str, Path] = {}
    for item in MappingReader(value, ORDER_KEYS, problems).items("order"):
        topic = str(data(item) or "")
        if topic in order:
            problems.append(
                Problem(
                    item.location,
                    Message("the topic {topic} stands here twice", topic=topic),
                    Message("keep one of them"),
                )
            )
        elif topic in files:
            order[topic] = files[topic]
        else:
            message = Message("the topic {topic} has no file {folder}/{topic}.yml", topic=topic, folder=FOLDER)
            problems.append(Problem(item.location, message, Message("write the file, or take the line out")))
    problems += [_unnamed(topic, order) for topic in files if topic not in order]
    return order


def _unnamed(topic: str, order: dict[str, Path]) -> Problem:
    names = (f"{name}.yml" for name in order)
    hint = meant(f"{topic}.yml", names, Message("add the line - {topic} there, where the topic belongs", topic=topic))
    return Problem(
        Location(f"{FOLDER}/{topic}.yml"), Message("{order} names no topic {topic}", order=ORDER, topic=topic), hint
    )
