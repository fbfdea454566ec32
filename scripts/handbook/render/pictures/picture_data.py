"""What a picture is drawn from: what it shows, and its words in one language."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.register.picture_words import SECTION, fill_gaps
from handbook.register.pictures import Picture


@dataclass(frozen=True, slots=True)
class PictureData:
    """A picture and the language of its reader."""

    picture: Picture
    language: Language

    def word(self, name: str) -> str:
        """Return words of this picture with its facts in the gaps: ``{crusts}`` becomes "3 to 7 days"."""
        return fill_gaps(self.shared(f"{self.picture.id}.{name}"), self.picture.quantities, self.language)

    def shared(self, name: str) -> str:
        """Return words that several pictures share."""
        return self.language.word(f"{SECTION}.{name}")
