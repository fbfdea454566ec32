"""Something that a translation turns round, and where: what all that compares advice yields."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.checks.advice_pieces import Piece
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location
from handbook.language.advice_words import SWALLOWS
from handbook.language.polarity import Said

DENYING = ("denies", "empties", "forbids", "spares", "only", SWALLOWS)
"""Kinds of words with which something is denied."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Something that a translation turns round."""

    message: Message
    location: Location


def turned(message: str, location: Location, theirs: Piece) -> Turned:
    """Tell what is turned round, with the sentence of the original."""
    place = theirs.locate(None)
    said = Message(
        "{message} ({path}:{line}): “{original}”",
        message=message, path=place.path, line=place.line, original=theirs.text,
    )  # fmt: skip
    return Turned(said, location)


def unsaid(said: Said, theirs: Piece, mine: Piece) -> Turned:
    """Tell what the original says and nothing in the translation."""
    message = Message("nothing here says “{words}”, as the original does", words=theirs.words(said))
    return turned(message, mine.locate(None), theirs)


def denied(said: Said, theirs: Piece, mine: Piece) -> Turned:
    """Tell what denies something in the translation alone."""
    message = Message("“{words}” denies what the original does not", words=mine.words(said))
    return turned(message, mine.locate(said), theirs)
