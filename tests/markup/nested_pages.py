"""Made-up pages of boxes, lists, tasks, quotations, tables and definitions in one another, every word a new one."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_DEEPEST = 4


@dataclass
class NestedPage:
    """A page that grows by chance, and what each of its words should stand in."""

    chance: random.Random
    within: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def make(self) -> str:
        """Return the source of the page."""
        return "# Title {#title}\n\n" + "\n".join(self._blocks(())) + "\n"

    def _words(self, within: tuple[str, ...]) -> str:
        made = [f"w{len(self.within) + count}" for count in range(self.chance.randint(1, 2))]
        self.within.update(dict.fromkeys(made, within))
        return " ".join(made)

    def _blocks(self, within: tuple[str, ...]) -> list[str]:
        lines = self._block(within)
        for _ in range(self.chance.randrange(3)):
            lines += ["", *self._block(within)]
        return lines

    def _block(self, within: tuple[str, ...]) -> list[str]:
        kinds = (self._list, self._list, self._box, self._quotation, self._table, self._definition)
        if len(within) >= _DEEPEST or self.chance.random() < 0.3:
            return [self._words(within)]
        return self.chance.choice(kinds)(within)

    def _list(self, within: tuple[str, ...]) -> list[str]:
        inside = (*within, "list")
        mark = self.chance.choice(["- ", "1. ", "- [ ] ", "* "])
        gap = self.chance.choice([[], [""]])
        lines: list[str] = []
        for _ in range(self.chance.randint(1, 3)):
            lines += [*(gap if lines else []), mark + self._words(inside)]
            if len(inside) < _DEEPEST and self.chance.random() < 0.4:
                held = self._list(inside) if self.chance.random() < 0.5 else ["", *self._blocks(inside)]
                lines += _indented(held)
        return lines

    def _box(self, within: tuple[str, ...]) -> list[str]:
        inside = (*within, "do")
        return [f'!!! do "{self._words(inside)}"', *_indented(self._blocks(inside))]

    def _quotation(self, within: tuple[str, ...]) -> list[str]:
        return [f"> {line}".rstrip() for line in self._blocks((*within, "quotation"))]

    def _table(self, within: tuple[str, ...]) -> list[str]:
        inside = (*within, "table")
        rows = [f"| {self._words(inside)} | {self._words(inside)} |" for _ in range(2)]
        return [rows[0], "|---|---|", rows[1]]

    def _definition(self, within: tuple[str, ...]) -> list[str]:
        inside = (*within, "definitions")
        lines = [self._words(inside), f":   {self._words(inside)}"]
        return lines + (_indented(["", *self._blocks(inside)]) if self.chance.random() < 0.3 else [])


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]
