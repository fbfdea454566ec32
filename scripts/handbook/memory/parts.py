"""Parts of what is made that stand in some languages alone, kept from one build to the next.

A part is made of the pages of its languages, of the originals, and of everything that is no page. Where none of this
has changed since it was made, it is not made again.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from handbook.memory.stamps import Stamp, stamp_of
from handbook.memory.store import keep_part, recall_part

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that are kept of a project; a ``Keeper`` for its outputs."""

    root: Path
    today: datetime.date
    stamp: Stamp
    """What it was read from."""
    source: str
    """The code of the language of the originals, which stand in and are told of in every other."""
    selection: str
    """What was chosen of it."""

    def __call__(self, name: str, codes: Collection[str], make: Callable[[], T]) -> T:
        """Return a part that is made of the pages in some languages, as it was kept or as ``make`` makes it."""
        digest = self._made_of({*codes, self.source})
        part: T | None = recall_part(self.root, name, digest)
        if part is None:
            part = make()
            if self.stamp == stamp_of(self.root, self.today):  # nobody has written meanwhile
                keep_part(self.root, name, digest, part)
        return part

    def _made_of(self, codes: Collection[str]) -> str:
        pages = (f"{path} {digest}" for path, digest in self.stamp.pages.items() if Path(path).parts[1] in codes)
        return hashlib.sha256("\n".join((self.stamp.beside, self.selection, *pages)).encode()).hexdigest()
