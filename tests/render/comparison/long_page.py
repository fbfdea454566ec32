"""A handbook with every element of a page at length: the second one, one of whose pages is made much longer.

Its tables have rows after the tenth and cells after the third, its boxes paragraphs after the second, its lists items
after the ninth; the last of each kind is what a mistake in a loop would lose.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from project import make_second

PAGE = "home/questions-and-diary.md"
BOXES = ("note", "key-points", "do", "do-not", "call-today", "call-now")
_LETTERS = "ABCDE"
_TITLE = "# Todo a lo largo {#everything}\n\nPrimera frase. Segunda frase, con *énfasis* y **fuerza**. Última frase.\n"
_LINKS = """\
La molestia dura [hasta el día 2](fact:sore-after), y [a veces dos visitas](fact:second-visit). Lea [la
revisión](at-home.md#check), [cuándo llamar](when-to-call.md), [más abajo](#last) o la
[fuente](https://example.org/1). Llame al [](clinic:phone), de noche al [](clinic:out-of-hours), o
al [](clinic:emergency).
"""
_BLANKS = "Nombre: \\_\\_\\_\\_\\_\\_\\_\\_ Fecha: \\_\\_\\_\\_\n"
_NAMES = ("after-the-visit", "normal-or-call", "ear-cut", "clean-in-100", "again-in-100")
_PICTURES = "\n".join(f"![](picture:{name})\n" for name in _NAMES)
_IMAGE = "![Un oído cortado](../../images/ear.png)\n\nUn oído ![pequeño](../../images/ear.png) en la línea.\n"
_NESTED = """\
- primero

    Segundo párrafo del punto.

    - dentro uno
    - dentro dos

- último

1. a
2. b

    - b uno
    - b dos

> Una cita.
>
> Y su segundo párrafo.

---

Palabra
Otra palabra
:   Lo que significan. [Protege la piel](fact:wax-protects).

Última palabra
:   Su significado.

    Su segundo párrafo.

`código` y \\*signos\\*.
"""


def make_long(folder: Path) -> Path:
    """Make the project in a folder; the page is not translated in its second language."""
    root = make_second(folder)
    (root / "docs" / "fa" / PAGE).unlink()
    (root / "docs" / "es" / PAGE).write_text(_page(), encoding="utf-8")
    return root


def _page() -> str:
    tables = [_table(columns) for columns in (2, 3, 5)]
    chapters = [f"### Parte {number} {{#part-{number}}}\n\nFrase {number} de muchas.\n" for number in range(1, 41)]
    parts = [_LINKS, _BLANKS, *_boxes(), *_lists(), _NESTED, *tables, _IMAGE, _PICTURES, *chapters]
    return "\n".join([_TITLE, "## Todo {#diary}\n", *parts, "## Final {#last}\n\nLa última frase de la página.\n"])


def _boxes() -> Iterator[str]:
    for kind in BOXES:
        yield f'!!! {kind} "Marco {kind}"\n    Uno.\n\n    Dos.\n\n    - tres\n    - cuatro\n\n    Y el último.\n'
    yield "!!! do\n    Sin título.\n"


def _lists() -> Iterator[str]:
    for sign in ("-", "1.", "- [ ]"):
        yield "\n".join([*(f"{sign} punto {number}" for number in range(1, 12)), "\nY sigue.\n"])
    yield "- [x] hecho\n- [ ] falta\n\nHasta aquí.\n"


def _table(columns: int) -> str:
    head = "|".join(f" Columna {letter} " for letter in _LETTERS[:columns])
    rows = ["|".join(_cell(letter, number) for letter in _LETTERS[:columns]) for number in range(1, 13)]
    lines = [head, "|".join([" --- "] * columns), *rows]
    return "\n".join([*(f"|{line}|" for line in lines), ""])


def _cell(letter: str, number: int) -> str:
    written = "\\_\\_\\_\\_" if letter == "B" else "[ruido](fact:suction-is-loud)"
    return f" {letter}{number} {written} "
