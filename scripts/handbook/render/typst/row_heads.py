"""Says in the tags of a file which cells name their rows, for screen readers: Typst can say so of columns alone.

The first cell of a row names it where it is bold as a whole: so the template of tables sets it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, String


def name_rows(document: pikepdf.Pdf) -> None:
    """Make heads of the cells that name rows, and name these in the other cells beside those of the columns."""
    rows = [cells for cells in _rows(document) if _is_bold(cells[0])]
    if not rows:
        return
    ids = NameTree(document.Root.StructTreeRoot.IDTree)
    for number, (head, *others) in enumerate(rows):
        id = f"R{number:05}"
        head.S, head.ID = Name.TH, String(id)
        _of_table(head).Scope = Name.Row
        ids[id] = head
        for cell in others:
            _of_table(cell).Headers.append(String(id))


def _rows(document: pikepdf.Pdf) -> Iterator[list[Object]]:
    """Yield the cells of each row below the head of a table."""
    for thing in document.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == "/TR" and thing.P.S == "/TBody":
            yield list(thing.K)


def _is_bold(cell: Object) -> bool:
    kids = list(cell.K) if isinstance(cell.get("/K"), Array) else []
    return len(kids) == 1 and isinstance(kids[0], Dictionary) and kids[0].get("/S") == "/Strong"


def _of_table(cell: Object) -> Object:
    """Return what the tags say of a cell as a part of its table."""
    return next(said for said in cell.A if said.O == "/Table")
