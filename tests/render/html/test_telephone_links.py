"""A tap on a telephone number calls it, from another country too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.render.html.page_text import text_of
from project import load, make

PAGE = "# Home {#home}\n\nCall [](clinic:phone), write to [](clinic:messages), or call [](clinic:emergency).\n"


def linked(folder: Path, answers: str) -> list[tuple[str, str]]:
    """Return what is dialled and what is shown for each number of the page."""
    clinic = f"name: Klinik Seri\nexample: false\n{answers}"
    handbook, problems = load(make(folder, {"docs/en/index.md": PAGE, "docs/data/our-clinic.yml": clinic}))
    assert problems == []
    page = handbook.page("index.md", "en") if handbook else None
    assert handbook is not None
    assert page is not None
    return re.findall(r'href="tel:(.*?)">(.*?)</a>', text_of(page, handbook).body)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("", [("999", "999"), ("103", "103"), ("112", "112")]),
        (
            "country: MY\nphone: 03-5550 1234 / 019-555 1234\nmessages: WhatsApp 019-555 1234, 24/7\n",
            [("+60355501234", "03-5550 1234"), ("+60195551234", "019-555 1234"), ("+60195551234", "019-555 1234"),
             ("999", "999")],
        ),
        ("phone: 8 (495) 123-45-67\n", [("84951234567", "8 (495) 123-45-67"), ("999", "999"), ("103", "103"),
                                         ("112", "112")]),
        ("country: RU\nphone: +7 (495) 123-45-67\nmessages: https://t.example/49512345\n",
         [("+74951234567", "+7 (495) 123-45-67"), ("103", "103"), ("112", "112")]),
        ("country: FR\nemergency-number: 15\nphone: 01 23 45 67 89\n",
         [("+33123456789", "01 23 45 67 89"), ("15", "15")]),
    ],
)  # fmt: skip
def test_what_is_dialled(tmp_path: Path, answers: str, expected: list[tuple[str, str]]) -> None:
    assert linked(tmp_path, answers) == expected
