"""The command answers in the language of the system, or in the one that is asked for, in every of its own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from handbook import cli
from project import make


def test_help_is_given_in_every_language_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    given = []
    for option in ([], ["--for", "ms"], ["--for=ru"]):
        with pytest.raises(SystemExit, match="0"):
            cli.main(["verify", *option, "--help"])
        given.append(capsys.readouterr().out)
    assert given == [HELP["en"], HELP["ms"], HELP["ru"]]


HELP = {
    "en": """\
usage: handbook verify [-h] [--for LANG] [--root FOLDER] [PLACE]

Tell whether a copy of the handbook is whole and unchanged.

what is given:
  PLACE          a folder, an archive that pack has made, or an address that begins with https:// (default: site)

options:
  -h, --help     tell what can be given, and end
  --for LANG     answer in this language, as ms
  --root FOLDER  the handbook's folder (default: this one)
""",
    "ms": """\
penggunaan: handbook verify [-h] [--for BAHASA] [--root FOLDER] [TEMPAT]

Beritahu sama ada salinan buku panduan lengkap dan tidak berubah.

apa yang diberikan:
  TEMPAT         folder, arkib yang dibuat oleh pack, atau alamat yang bermula dengan https:// (jika tidak diberikan:
                 site)

pilihan:
  -h, --help     tunjukkan apa yang boleh diberikan, kemudian tamat
  --for BAHASA   jawab dalam bahasa ini, contohnya ms
  --root FOLDER  folder buku panduan (jika tidak diberikan: folder ini)
""",
    "ru": """\
использование: handbook verify [-h] [--for ЯЗЫК] [--root ПАПКА] [МЕСТО]

Сказать, цела ли копия памятки и не изменилась ли она.

что указывают:
  МЕСТО         папка, архив, созданный командой pack, или адрес, который начинается с https:// (если не указано —
                site)

параметры:
  -h, --help    показать, что можно указать, и закончить
  --for ЯЗЫК    отвечать на этом языке, например ru
  --root ПАПКА  папка памятки (если не указана — текущая)
""",
}


TOLD_IN = {
    "ms_MY.UTF-8": [
        "handbook: … bukan buku panduan: tiada mkdocs.yml; pergi ke folder buku panduan",
        "handbook: biuld tidak dikenali; adakah anda maksudkan build?",
        "handbook: TZ bukan kod bahasa: tulis dua huruf kecil seperti de, atau dengan negara seperti pt-BR",
        "Tiada masalah.",
    ],
    "ru_RU.KOI8-R": [
        "handbook: … — не памятка: здесь нет mkdocs.yml; перейдите в папку памятки",
        "handbook: «biuld» здесь не подходит; возможно, вы имели в виду build?",
        "handbook: TZ — не код языка: напишите две строчные буквы, например de, или вместе со страной, например pt-BR",
        "Ошибок нет.",
    ],
}


@pytest.mark.parametrize("locale", TOLD_IN)
def test_commands_answer_in_the_language_of_the_system(
    locale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", locale)
    project = ["--root", str(make(tmp_path / "project")), "--today", "2026-12-01"]
    told = []
    for arguments in (
        ["check", "--root", str(tmp_path)],
        ["biuld"],
        ["new-language", "TZ", *project],
        ["check", *project],
    ):
        with suppress(SystemExit):
            cli.main(arguments)
        told.append("".join(capsys.readouterr()).replace(str(tmp_path), "…").splitlines()[0])
    assert told == TOLD_IN[locale]


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        (
            "en",
            [
                "brief                book    a4        14 pt  Leaflet – x",
                "card                 sheet   a5      12.5 pt  Card – x",
            ],
        ),
        (
            "ru",
            [
                "brief                книга   a4        14 пт  Листок – x",
                "card                 лист    a5      12,5 пт  Карточка – x",
            ],
        ),
    ],
)
def test_what_can_be_printed_is_listed_in_the_reader_s_language(
    code: str, listed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    editions = """\
editions:
  - {id: brief, kind: book, paper: a4, size: 14, holds: [index.md]}
  - {id: card, kind: sheet, paper: a5, size: 12.5, holds: [index.md]}
"""
    project = make(tmp_path, {"docs/data/editions.yml": editions})
    titles = {"en": ("Leaflet", "Card"), "ms": ("Risalah", "Kad"), "ru": ("Листок", "Карточка")}
    for language, (brief, card) in titles.items():
        words = project / f"docs/data/interface/{language}.yml"
        added = f"editions:\n  brief: {{title: {brief}, for: x}}\n  card: {{title: {card}, for: x}}\n"
        words.write_text(words.read_text(encoding="utf-8") + added, encoding="utf-8")
    cli.main(["print", "--list", "--root", str(project), "--for", code])
    assert capsys.readouterr().out.splitlines() == listed
