"""A handbook on another treatment in two other languages, Spanish and Persian, made by the same program.

It stands in second/ and shows that the program knows neither its subject nor its languages: all of both is data.
"""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
import yaml
from playwright.sync_api import Browser
from searching import ask

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics import reports
from handbook.language.languages import Language
from handbook.language.quantities import Quantity, same
from handbook.language.quantity_parser import find_quantities
from language.spoken import normal, notation
from project import SECOND, TODAY, check, load, make_second, record_all
from render.typst import pdf_text
from render.typst.test_verapdf import Validate, classpath, validate

__all__ = ["classpath", "validate"]
"""Fixtures that are used here as well."""

CODES = ("es", "fa")
PAGES = (
    "deciding/is-it-for-me",
    "deciding/what-it-is",
    "home/at-home",
    "home/questions-and-diary",
    "home/when-to-call",
    "index",
    "visit/before",
    "visit/the-day",
)
UNTRANSLATED = "visit/before"
ONE_PAGE_LEFT = """\
docs/fa/visit/before.md:1:1: warning[missing-page] the page is not translated into فارسی
  hint: translate docs/es/visit/before.md

1 warning
"""
TABLES = {code: yaml.safe_load((SECOND / "phrases" / f"{code}.yml").read_text(encoding="utf-8")) for code in CODES}
FIRST_SUBJECT = re.compile(r"l[aá]ser|لیزر|лазер|\bcrusts?\b|\bcostras?\b|CO2|fractional|fraccional|fitzpatrick", re.I)
"""What the other handbook of this repository is about."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_second(tmp_path_factory.mktemp("second") / "project")
    record_all(project)
    return project


@pytest.fixture(scope="module")
def languages(root: Path) -> dict[str, Language]:
    handbook, problems = load(root)
    assert handbook is not None
    assert problems == []
    return {language.code: language for language in handbook.languages}


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The folder with site and print, built once."""
    out = root.parent / "site"
    told = pipeline.build(pipeline.Request(root, TODAY, Mode.DRAFT), out, lambda step: None)
    assert reports.as_text(told, root) == ONE_PAGE_LEFT
    return out


def test_nothing_is_wrong_but_that_one_page_is_left_untranslated(root: Path) -> None:
    assert reports.as_text(check(root), root) == ONE_PAGE_LEFT


def test_a_wrong_number_is_refused_in_both_languages(tmp_path: Path) -> None:
    root = make_second(tmp_path / "project")
    replace(root / "docs" / "es" / "home" / "at-home.md", "[al menos 24 horas]", "[al menos 12 horas]")
    replace(root / "docs" / "fa" / "home" / "at-home.md", "[دست‌کم ۲۴ ساعت]", "[دست‌کم ۱۲ ساعت]")
    found = [f"{problem.location}: {problem.message}" for problem in check(root)][:2]
    assert found == [
        "docs/es/home/at-home.md:16:30: says al menos 12 horas, but keep-dry is al menos 24 horas",
        "docs/fa/home/at-home.md:16:15: says دست‌کم ۱۲ ساعت, but keep-dry is دست‌کم ۲۴ ساعت",
    ]


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_phrases_mean_what_the_table_says(languages: dict[str, Language], code: str) -> None:
    wanted = {phrase: normal(expected) for phrase, expected in TABLES[code]["phrases"].items()}
    language = languages[code]
    assert {phrase: notation(find_quantities(phrase, language)) for phrase in wanted} == wanted
    assert {phrase: notation(find_quantities(f"Xxxx xxx, {phrase}, xxx.", language)) for phrase in wanted} == wanted


def only(phrase: str, language: Language) -> Quantity:
    (found,) = find_quantities(phrase, language)
    return found.quantity


@pytest.mark.parametrize("code", CODES)
def test_equal_and_different(languages: dict[str, Language], code: str) -> None:
    language = languages[code]
    for key in ("equal", "different"):
        told = {(one, other): same(only(one, language), only(other, language)) for one, other in TABLES[code][key]}
        assert told == dict.fromkeys(told, key == "equal")


def test_the_whole_list_of_files(site: Path) -> None:
    found = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert sorted(path for path in found if not path.endswith((".br", ".gz"))) == sorted(
        [
            ".htaccess",
            "404.html",
            "SHA256SUMS",
            "_headers",
            "robots.txt",
            *(f"hosting/{name}" for name in ("Caddyfile", "Containerfile", "nginx.conf")),
            "assets/app.js",
            "assets/boot.js",
            "assets/card-es.png",
            "assets/card-fa.png",
            "assets/favicon.svg",
            "assets/find.js",
            "assets/handbook.css",
            "assets/keep.js",
            "images/ear.png",
            "offline/handbook-es.html",
            "offline/handbook-fa.html",
            "print/es.html",
            "print/fa.html",
            "print/handbook-es-a4.pdf",
            "print/handbook-fa-a4.pdf",
            "print/listing.css",
            "print/listing.js",
            "search/es.js",
            "search/fa.js",
            *(f"search/{code}/{name}.js" for code in ("es", "fa") for name in ("signs", *range(len(PAGES)))),
            *(f"search/es/words-{name}.js" for name in ("unknown", *range(14))),
            *(f"search/fa/words-{name}.js" for name in ("unknown", *range(17))),
            "sitemap.xml",
            "worker.js",
            *(f"{folder}{page}{kind}.html" for folder in ("", "fa/") for page in PAGES for kind in ("", ".notes")),
        ]
    )


def test_every_page_names_its_language(site: Path) -> None:
    assert {page: attribute(site / f"{page}.html", "html", "lang") for page in PAGES} == dict.fromkeys(PAGES, "es")
    assert {page: attribute(site / "fa" / f"{page}.html", "html", "lang") for page in PAGES} == dict.fromkeys(
        PAGES, "fa"
    )
    original = (site / "fa" / f"{UNTRANSLATED}.html").read_text(encoding="utf-8")
    assert re.search(r'<div lang="es"[^>]*>\s*<h1 id="before"', original)


def test_persian_runs_from_right_to_left_and_a_spanish_original_in_it_does_not(site: Path) -> None:
    for tag, folder, direction in (("html", site, "ltr"), ("html", site / "fa", "rtl")):
        found = {page: attribute(folder / f"{page}.html", tag, "dir") for page in PAGES}
        assert found == dict.fromkeys(PAGES, direction)
    original = (site / "fa" / f"{UNTRANSLATED}.html").read_text(encoding="utf-8")
    assert re.search(r'<div lang="es" dir="ltr">\s*<h1 id="before"', original)


def attribute(file: Path, tag: str, name: str) -> str:
    """Return an attribute of the first element of a kind in a page."""
    found = re.search(rf'<{tag}\b[^>]*\b{name}="([^"]*)"', file.read_text(encoding="utf-8"))
    assert found is not None, file
    return found[1]


@pytest.mark.parametrize(
    ("page", "around"),
    [
        ("home/at-home", "Oído seco durante <48 horas>."),
        ("home/at-home", "Nadar, <desde el día 8>."),
        ("visit/before", "Aceite durante <3 a 5 días>, <2 veces al día>."),
        ("fa/home/at-home", "گوش <۴۸ ساعت> خشک بماند."),
        ("fa/home/at-home", "شنا، <از روز ۸>."),
        ("fa/visit/before", "Aceite durante <3 a 5 días>, <2 veces al día>."),
    ],
)
def test_what_the_clinic_decides_is_filled_in(site: Path, page: str, around: str) -> None:
    text = (site / f"{page}.html").read_text(encoding="utf-8")
    marked = re.sub(r"<sup.*?</sup>", "", text)
    assert f"<li>{around.replace('<', '').replace('>', '')}</li>" in marked


TITLES = {
    "es": """\
Aspiración de cerumen
  ¿Dónde está usted ahora?
  Cómo leer los números
Decidir
  Qué es la aspiración
    El oído
      Palabras
        Cómo suena
    Otras formas
  ¿Es para mí?
    Quién debe esperar
    Sus derechos
    Cuánto ayuda
La visita
  Antes de la visita
    El aceite
    Lo que llevo
  El día de la visita
    Paso a paso
    Qué va a sentir
    Al salir
En casa
  En casa
    Día 1
    Días 2 a 7
    La revisión
  Cuándo llamar
    Ahora mismo
    Hoy
    Cuando pueda
  Preguntas y diario
    Mis preguntas
    Mi diario
Notas
Fuentes
Cómo se comprueba este manual
Índice alfabético
""",
    "fa": """\
ساکشن جرم گوش
  الان کجای راه هستید؟
  عددها را چگونه بخوانید
تصمیم گرفتن
  ساکشن چیست
    گوش
      واژه‌ها
        صدای دستگاه
    راه‌های دیگر
  آیا برای من است؟
    چه کسی باید صبر کند
    حق شما
    چقدر کمک می‌کند
روز مراجعه
  Antes de la visita
    El aceite
    Lo que llevo
  روز مراجعه
    گام به گام
    چه حس می‌کنید
    هنگام رفتن
در خانه
  در خانه
    روز ۱
    روزهای ۲ تا ۷
    بازدید
  چه وقت زنگ بزنید
    همین حالا
    امروز
    هر وقت توانستید
  پرسش‌ها و دفتر روزانه
    پرسش‌های من
    دفتر روزانهٔ من
یادداشت‌ها
منبع‌ها
این راهنما چگونه بررسی می‌شود
نمایه
""",
}


@pytest.mark.parametrize("code", CODES)
def test_the_bookmarks_of_each_printed_handbook(site: Path, code: str) -> None:
    marks = [line.partition(" … ")[0] for line in pdf_text.outline(printed(site, code))]
    assert "\n".join([*marks, ""]) == TITLES[code]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("es", ["ruido de 75 a 95 decibelios", "oído seco al menos 24 horas", "Oído seco durante 48 horas"]),
        ("fa", ["۷۵ تا ۹۵ دسی‌بل", "دست‌کم ۲۴ ساعت", "می‌توانید شنا کنید", "تیره‌تر دیده می‌شود"]),
    ],
)  # fmt: skip
def test_the_text_of_each_printed_handbook(site: Path, code: str, sentences: list[str]) -> None:
    text = " ".join(" ".join(pdf_text.texts(printed(site, code))).split())
    assert [sentence for sentence in sentences if sentence not in text] == []


def printed(site: Path, code: str) -> Path:
    return site / "print" / f"handbook-{code}-a4.pdf"


def test_the_persian_letters_are_printed_in_the_font_that_was_added(site: Path) -> None:
    assert {"Vazirmatn-Regular", "Vazirmatn-Bold"} <= pdf_text.fonts(printed(site, "fa"))
    assert [pdf_text.smallest_size(printed(site, code)) for code in CODES] == [12.0, 12.0]


@pytest.mark.parametrize(("code", "folder", "words"), [("es", "", "En casa"), ("fa", "fa/", "در خانه")])
def test_a_passage_leads_to_the_same_page_wherever_it_is_shown(site: Path, code: str, folder: str, words: str) -> None:
    files = {page: site / f"{folder}{page}.html" for page in ("index", "home/when-to-call")}
    shown = {page: file.read_text(encoding="utf-8") for page, file in files.items()}
    assert f'<a href="home/at-home.html">{words}</a>' in shown["index"]
    assert f'<a href="at-home.html">{words}</a>' in shown["home/when-to-call"]
    assert not list(site.rglob("*passages*"))


def test_the_printed_handbooks_name_their_language(site: Path) -> None:
    found = {}
    for code in CODES:
        with pikepdf.open(printed(site, code)) as document:
            found[code] = (str(document.Root.Lang), document.open_metadata()["dc:title"])
    assert found == {"es": ("es", "Aspiración de cerumen"), "fa": ("fa", "ساکشن جرم گوش")}


def test_the_printed_handbooks_are_pdf_ua_1(validate: Validate, site: Path) -> None:
    files = [printed(site, code) for code in CODES]
    assert validate(files) == {file.name: [] for file in files}


@pytest.mark.parametrize(
    ("code", "query", "addresses"),
    [
        ("es", "mareo", [
            "visit/the-day.html#what-you-feel", "home/when-to-call.html", "index.html",
            "deciding/what-it-is.html#words", "home/questions-and-diary.html#diary",
        ]),
        ("es", "aceite", ["visit/before.html#oil", "deciding/what-it-is.html#other-ways"]),
        ("fa", "سرگیجه", [
            "fa/visit/the-day.html#what-you-feel", "fa/home/when-to-call.html", "fa/index.html",
            "fa/deciding/what-it-is.html#words", "fa/home/questions-and-diary.html#diary",
        ]),
        ("fa", "گوش‌پاک‌کن", [
            "fa/home/at-home.html#day-1", "fa/deciding/what-it-is.html#other-ways", "fa/visit/before.html",
        ]),
        ("fa", "bastoncillos", [
            "fa/deciding/what-it-is.html#other-ways", "fa/home/at-home.html#day-1", "fa/visit/before.html",
        ]),
    ],
)  # fmt: skip
def test_the_search_finds(site: Path, code: str, query: str, addresses: list[str]) -> None:
    (answer,) = ask(site, code, [query])
    assert list(answer.addresses) == addresses


def test_no_page_is_wider_than_a_phone_or_a_desk(browser: Browser, site: Path) -> None:
    wide = []
    for width in (360, 1280):
        with browser.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            for file in sorted(site.rglob("*.html")):
                page.goto(file.as_uri())
                wide += [file.name] if page.evaluate("document.documentElement.scrollWidth") > width else []
    assert wide == []


def test_nothing_of_the_other_handbook_s_subject_is_in_the_output(site: Path) -> None:
    written = [file for file in site.rglob("*") if file.suffix in (".html", ".js", ".css", ".xml", ".svg")]
    held = re.compile(r'"data:[^"]*"')  # pictures in letters, among which any word may stand
    texts = {file.relative_to(site).as_posix(): held.sub("", file.read_text(encoding="utf-8")) for file in written}
    texts |= {code: " ".join(pdf_text.texts(printed(site, code))) for code in CODES}
    assert len(texts) == 102
    assert {name: found[0] for name, text in texts.items() if (found := FIRST_SUBJECT.search(text))} == {}


def test_every_link_and_image_of_the_site_leads_to_a_file(site: Path) -> None:
    named = re.compile(r'(?:href|src)="(?!https?:|mailto:|tel:|data:)([^"#]+)')
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]  # served at any depth
    lost = [
        f"{page.relative_to(site)}: {target}"
        for page in pages
        for target in named.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target.partition("?")[0]).exists()
    ]
    assert lost == []
