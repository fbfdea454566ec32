"""`handbook sign` as a clinic meets it: what is written, what is refused, and what is told when a page has changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.cli import main
from project import load, make, put

SIGN_OFFS = "docs/data/sign-offs.yml"
PAGE = "recovery/day-by-day.md"
WHO = ("--name", "Dr Aminah Rahman", "--role", "dermatologist")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path)


def run(folder: Path, *arguments: str) -> int:
    return main(["sign", *arguments, "--root", str(folder), "--today", "2026-12-01"])


def test_what_is_written_is_what_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, PAGE, "--language", "en", *WHO, "--on", "2026-11-20") == 0
    assert capsys.readouterr() == (f"Signed by Dr Aminah Rahman in English: {PAGE}.\n", "")
    text = (folder / SIGN_OFFS).read_text(encoding="utf-8")
    digest = text.partition("digest: ")[2].partition("\n")[0]
    shown = re.sub(r"'?\b[0-9a-f]{6}\b'?", "short", text.partition("sign-offs:\n")[2])
    assert shown == f"""\
- page: {PAGE}
  language: en
  name: Dr Aminah Rahman
  role: dermatologist
  date: 2026-11-20
  digest: {digest}
  text: short short short short short short short short
  clinic: {{emergency: short}}
  facts: {{no-picking: short}}
  values: {{first-wash: short}}
"""
    handbook, problems = load(folder)
    assert handbook is not None
    assert problems == []
    assert {page.document.path: page.sign_off.digest for page in handbook.pages if page.sign_off} == {
        f"docs/en/{PAGE}": digest
    }


def test_entries_stand_in_one_order_whoever_signs_first(folder: Path) -> None:
    assert run(folder, f"docs/ru/{PAGE}", "docs/en/index.md", *WHO) == 0
    assert run(folder, "index.md", "--language", "ru", "--name", "Анна Иванова", "--role", "врач") == 0
    assert run(folder, "docs/ru/index.md", *WHO) == 0
    handbook, _ = load(folder)
    assert handbook is not None
    assert [(each.language, each.page, each.name) for each in handbook.sign_offs] == [
        ("en", "index.md", "Dr Aminah Rahman"),
        ("ru", "index.md", "Dr Aminah Rahman"),
        ("ru", "index.md", "Анна Иванова"),
        ("ru", PAGE, "Dr Aminah Rahman"),
    ]


def test_an_unchanged_page_is_not_signed_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "index.md", "--language", "en", *WHO, "--on", "2026-11-20") == 0
    before = (folder / SIGN_OFFS).read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(folder, "index.md", "index.md", "--language", "en", *WHO) == 0
    assert capsys.readouterr().out == (
        "Signed before, and unchanged, by Dr Aminah Rahman in English: index.md.\n"
    )
    assert (folder / SIGN_OFFS).read_text(encoding="utf-8") == before
    assert run(folder, "index.md", "--language", "en", *WHO, "--on", "2026-12-01") == 0
    handbook, _ = load(folder)
    assert handbook is not None
    assert [each.day.isoformat() for each in handbook.sign_offs] == ["2026-12-01"]


def test_a_page_signed_again_has_one_entry_of_each_person(folder: Path) -> None:
    assert run(folder, "index.md", "--language", "en", *WHO) == 0
    put(folder / "docs/en/index.md", "# Healing {#healing}\n\nCrusts last [3 to 7 days](fact:crusts-last), often.\n")
    assert run(folder, "index.md", "--language", "en", *WHO) == 0
    handbook, _ = load(folder)
    assert handbook is not None
    assert len(handbook.sign_offs) == 1
    assert handbook.pages[0].sign_off == handbook.sign_offs[0]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["indx.md", "--language", "en", *WHO], "there is no page indx.md: did you mean index.md?"),
        (["index.md", "--language", "eng", *WHO], "there is no language eng: did you mean en?"),
        (["index.md", *WHO], "say in which language index.md was read: --language en or ms or ru"),
        (["docs/ms/index.md", "--language", "en", *WHO], "docs/ms/index.md is a page in ms, and --language says en"),
        (["docs/ms/index.md", "--language", "ru", *WHO],
         "docs/ms/index.md — страница на языке ms, а в --language стоит ru"),
        ([*WHO], "name the pages that were read, such as index.md"),
        (["docs/en/index.md", *WHO, "--on", "2026-12-02"],
         "2026-12-02 is still to come: write the day on which the pages were read"),
        (["docs/en/index.md", "--role", "dermatologist"],
         "the name is empty: write the name of the person who has read the page, as in Dr Aminah Rahman"),
        (["docs/en/index.md", "--name", "…", "--role", "dermatologist"],
         "the name is '…', which names nobody: write the name of the person who has read the page, as in "
         "Dr Aminah Rahman"),
        (["docs/en/index.md", "--name", "Dr Aminah Rahman", "--role", "role"],
         "the role is 'role', which names nobody: write what that person is, as in dermatologist"),
        (["--list", "--language", "rus"], "there is no language rus: did you mean ru?"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_for_is_refused(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, *arguments) == 1
    assert capsys.readouterr() == ("", f"handbook: {told}\n")
    assert not (folder / SIGN_OFFS).exists()


def test_a_page_that_is_not_translated_cannot_be_signed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs/ms" / PAGE).unlink()
    assert run(folder, PAGE, "--language", "ms", *WHO) == 1
    assert capsys.readouterr().err == (
        f"handbook: {PAGE} belum diterjemah ke dalam Bahasa Melayu: tandatangani teks asal\n"
    )


def test_a_page_with_errors_is_not_signed_and_errors_of_other_pages_do_not_matter(folder: Path) -> None:
    put(folder / "docs/ms/index.md", "# Penyembuhan {#healing}\n\nKeruping kekal [4 hari](fact:crusts-last).\n")
    assert run(folder, "docs/en/index.md", "docs/ms/index.md", *WHO) == 1
    assert not (folder / SIGN_OFFS).exists()
    assert run(folder, "docs/en/index.md", *WHO) == 0


@pytest.mark.parametrize("text", ["sign-offs: [", "sign-offs: [{page: index.md}]", "sign-offs: {}", ""])
def test_a_file_that_cannot_be_read_stays_as_it_is(folder: Path, text: str) -> None:
    put(folder / SIGN_OFFS, text)
    assert run(folder, "docs/en/index.md", *WHO) == 1
    assert (folder / SIGN_OFFS).read_text(encoding="utf-8") == text


def test_the_list_tells_what_has_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs/ru" / PAGE).unlink()
    assert run(folder, "docs/en/index.md", f"docs/en/{PAGE}", "docs/ms/index.md", f"docs/ms/{PAGE}", *WHO) == 0
    page = folder / "docs/en" / PAGE
    put(page, page.read_text(encoding="utf-8").replace("wash for", "bathe for") + "\nTwo more.\n\nThree more.\n")
    clinic = folder / "docs/data/our-clinic.yml"
    put(clinic, clinic.read_text(encoding="utf-8").replace("values:\n", "values: {first-wash: 36}\n"))
    capsys.readouterr()
    assert run(folder, "--list") == 0
    assert capsys.readouterr().out == """\
English
  signed    index.md                Dr Aminah Rahman, dermatologist, 2026-12-01
  lapsed    recovery/day-by-day.md  Dr Aminah Rahman, dermatologist, 2026-12-01: the clinic's value or the \
evidence of first-wash changed; 3 paragraphs changed, the first in line 10
  1 signed, 1 lapsed, 0 unsigned
Bahasa Melayu
  signed    index.md                Dr Aminah Rahman, dermatologist, 2026-12-01
  lapsed    recovery/day-by-day.md  Dr Aminah Rahman, dermatologist, 2026-12-01: the clinic's value or the \
evidence of first-wash changed
  1 signed, 1 lapsed, 0 unsigned
Русский
  unsigned  index.md
  0 signed, 0 lapsed, 1 unsigned, 1 not translated
"""
    assert run(folder, "--list", "--language", "ru") == 0
    assert capsys.readouterr().out.splitlines()[0] == "Русский"


def test_paragraphs_that_are_gone_or_stand_in_another_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder / "docs/en/index.md"
    title, crusts = page.read_text(encoding="utf-8").strip().split("\n\n")
    put(page, "\n\n".join([title, crusts, "One.", "Two."]))
    assert run(folder, "docs/en/index.md", *WHO) == 0
    put(page, "\n\n".join([title, crusts, "Two."]))
    capsys.readouterr()
    run(folder, "--list", "--language", "en")
    assert "2026-12-01: 1 paragraph taken out\n" in capsys.readouterr().out
    put(page, "\n\n".join([title, crusts, "One.", "***", "Two."]))
    run(folder, "--list", "--language", "en")
    assert "2026-12-01: the order or the form of its parts changed\n" in capsys.readouterr().out


QUESTIONS = """\
questions:
- id: wash-when
  question: From when may it be washed?
  sides:
  - {says: At once., sources: [rahman2019]}
  - {says: Later., sources: [ivanova2021]}
  meanwhile: The next day.
  facts: [no-picking]
"""


def test_who_signs_is_told_what_is_not_settled(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / "docs/data/open-questions.yml", QUESTIONS)
    assert run(folder, "index.md", PAGE, "--language", "en", *WHO) == 0
    assert capsys.readouterr().out == f"""\
Signed by Dr Aminah Rahman in English: index.md, {PAGE}.
Not settled, on {PAGE}: From when may it be washed?
  At once. (rahman2019)
  Later. (ivanova2021)
  The page says: The next day.
"""
    assert run(folder, "index.md", "--language", "en", *WHO) == 0
    assert "Not settled" not in capsys.readouterr().out


def test_it_answers_in_the_language_of_the_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, f"docs/ms/{PAGE}", *WHO) == 0
    assert run(folder, "--list", "--language", "ms") == 0
    assert run(folder, "--list", "--language", "ms", "--for", "ru") == 0
    assert capsys.readouterr() == (
        f"Ditandatangani oleh Dr Aminah Rahman dalam Bahasa Melayu: {PAGE}.\n"
        "Bahasa Melayu\n"
        "  belum ditandatangani      index.md\n"
        f"  ditandatangani            {PAGE}  Dr Aminah Rahman, dermatologist, 2026-12-01\n"
        "  1 ditandatangani, 0 tidak lagi berkuat kuasa, 1 belum ditandatangani\n"
        "Bahasa Melayu\n"
        "  не подписана      index.md\n"
        f"  подписана         {PAGE}  Dr Aminah Rahman, dermatologist, 2026-12-01\n"
        "  подписано: 1, подпись устарела: 0, не подписано: 1\n",
        "",
    )


def test_a_sign_off_ends_when_a_passage_or_a_sign_of_the_page_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {"en": ("Healing", "Words"), "ms": ("Penyembuhan", "Perkataan"), "ru": ("Заживление", "Слова")}
    for code, (title, word) in words.items():
        put(folder / f"docs/{code}/passages/more.md", f"{word}.\n\n{word}: {word}.\n")
        put(folder / f"docs/{code}/index.md", f"# {title} {{#healing}}\n\n![](passage:more)\n\n![](signs:today)\n")
    put(folder / f"docs/en/{PAGE}", "# Day {#day}\n\nWords. [Crusts](fact:crusts-last).\n")
    assert run(folder, "index.md", "--language", "ru", *WHO) == 0
    put(folder / "docs/ru/passages/more.md", "Слова.\n\nДругие слова.\n")
    put(folder / "docs/data/signs/ru.yml", "кожа жжёт → кожа горит", "edited")
    capsys.readouterr()
    assert run(folder, "--list", "--language", "ru", "--for", "en") == 0
    changed = "2 paragraphs changed, the first in line 3 of docs/ru/passages/more.md"
    assert capsys.readouterr().out.splitlines()[1].endswith(changed)
