"""A clinic hands out some languages and pages of a handbook: what is in them, and what becomes of links to the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from urllib.parse import unquote

import pytest

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics import reports
from handbook.register.edition_choice import Wanted
from handbook.register.schemas import make_schemas
from handbook.register.selection import Selection
from project import TODAY, load, make, make_second, record_all, sign_pages
from render.typst import pdf_text

_LINK = re.compile(r'(?:href|src)="(?!https?:|mailto:|tel:|data:)([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
LEFT_OUT = {
    "es": "(no está en esta guía; pregunte en su clínica)",
    "fa": "(در این کتاب راهنما نیست؛ از درمانگاه خود بپرسید)",
}
SELECTIONS = {
    "both languages": Selection(("es,fa",), ("home/at-home.md",)),
    "the translation alone": Selection(("fa",), ("home/at-home.md", "visit/the-day.md")),
}
FILES = {
    "both languages": [
        "fa/home/at-home", "fa/home/when-to-call", "fa/index", "home/at-home", "home/when-to-call", "index",
    ],
    "the translation alone": ["home/at-home", "home/when-to-call", "index", "visit/the-day"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("languages", "wanted", "expected"),
    [((), True, 2), (("fa",), True, 1), (("fa, es",), True, 2), (("fa",), False, 2)],
)
def test_of_few_prints_one_process_for_each_language_gets_ready(
    languages: tuple[str, ...], wanted: bool, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    def start(_: tuple[str, ...], jobs: int) -> AbstractContextManager[None]:
        started.append(jobs)
        return nullcontext()

    monkeypatch.setattr(pipeline, "WorkerPool", start)
    root, few = make_second(tmp_path / "project"), Wanted(("no-such-sheet",) if wanted else ())
    (root / "docs" / "data" / "units.yml").unlink()  # so that nothing is printed
    request = pipeline.Request(root, TODAY, Mode.DRAFT, Selection(languages), wanted=few)
    pipeline.make_print(request, tmp_path, lambda step: None)
    assert started == [expected]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The second handbook, built with each selection."""
    root = make_second(tmp_path_factory.mktemp("selection") / "project")
    record_all(root)
    for name, selection in SELECTIONS.items():
        request = pipeline.Request(root, TODAY, Mode.DRAFT, selection)
        told = pipeline.build(request, root.parent / name, lambda step: None)
        assert reports.as_text(told, root) == ""
    return {name: root.parent / name for name in SELECTIONS}


def texts(site: Path) -> Mapping[Path, str]:
    return {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))}


@pytest.mark.parametrize("name", SELECTIONS)
def test_only_what_was_chosen_is_there_with_home_and_when_to_call(sites: Mapping[str, Path], name: str) -> None:
    pages = [file.relative_to(sites[name]).as_posix().removesuffix(".html") for file in texts(sites[name])]
    chosen = [page for page in pages if page != "404" and not page.startswith(("offline/", "print/"))]
    assert chosen == [f"{page}{kind}" for page in FILES[name] for kind in ("", ".notes")]


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_link_leads_to_a_place_that_is_there(sites: Mapping[str, Path], name: str) -> None:
    found = texts(sites[name])
    ids = {file: set(_ID.findall(text)) for file, text in found.items()}
    lost = []
    for file, text in found.items():
        for link in _LINK.findall(text) if file.name != "404.html" else ():  # it is served at any depth
            path, _, anchor = unquote(link).partition("#")
            target = (file.parent / path.partition("?")[0]).resolve() if path else file
            if not target.exists() or (anchor and anchor not in ids[target]):
                lost.append(f"{file.relative_to(sites[name])}: {link}")
    assert lost == []
    assert sum(len(_LINK.findall(text)) for text in found.values()) > 100


def test_words_that_led_to_a_page_left_out_say_so(sites: Mapping[str, Path]) -> None:
    home = (sites["both languages"] / "index.html").read_text(encoding="utf-8")
    assert LEFT_OUT["es"] in home
    persian = (sites["the translation alone"] / "index.html").read_text(encoding="utf-8")
    assert LEFT_OUT["fa"] in persian
    assert LEFT_OUT["es"] not in persian


def test_the_first_language_that_is_chosen_stands_at_the_top(sites: Mapping[str, Path]) -> None:
    site = sites["the translation alone"]
    assert '<html lang="fa"' in (site / "index.html").read_text(encoding="utf-8")
    assert "/es/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    made = sorted(file.name for file in (site / "search").iterdir() if file.suffix not in (".br", ".gz"))
    assert made == ["fa", "fa.js"]
    assert [file.name for file in sorted((site / "print").glob("*.pdf"))] == ["handbook-fa-a4.pdf"]
    assert "hreflang=\"es\"" not in (site / "index.html").read_text(encoding="utf-8")


def test_nothing_of_the_rest_is_in_sitemap_search_and_print(sites: Mapping[str, Path]) -> None:
    site = sites["both languages"]
    listed = "".join((site / name).read_text(encoding="utf-8") for name in ("sitemap.xml", "search/es.js"))
    assert [page for page in ("the-day", "before", "what-it-is", "is-it-for-me") if f"{page}.html" in listed] == []
    titles = [line.strip().partition(" … ")[0] for line in pdf_text.outline(site / "print" / "handbook-es-a4.pdf")]
    assert [title for title in titles if title in ("En casa", "Cuándo llamar", "Antes de la visita", "Decidir")] == [
        "En casa", "En casa", "Cuándo llamar",
    ]  # fmt: skip
    assert LEFT_OUT["es"] in " ".join(" ".join(pdf_text.texts(site / "print" / "handbook-es-a4.pdf")).split())


def told(root: Path, selection: Selection, mode: Mode = Mode.CHECK) -> list[str]:
    """Return what is told of a selection; these projects have no ledgers, which each release says."""
    problems = pipeline.check(pipeline.Request(root, TODAY, mode, selection)).problems
    rest = (problem for problem in problems if problem.check != "untracked-translation")
    return [f"{problem.severity.value}: {problem.message}; {problem.hint}" for problem in rest]


@pytest.mark.parametrize("codes", ["en", "ms", "ms,ru", "en,ru"])
def test_ledgers_are_asked_for_in_the_languages_that_are_handed_out(tmp_path: Path, codes: str) -> None:
    problems = pipeline.check(pipeline.Request(base(tmp_path), TODAY, Mode.DRAFT, Selection((codes,)))).problems
    asked = [it.location.path for it in problems if it.check == "untracked-translation"]
    assert asked == [f"docs/data/translations/{code}" for code in codes.split(",") if code != "en"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(("e",), ()), ["error: --languages names e, which is none of the languages; did you mean es?"]),
        (Selection((), ("home/at-hom.md",)),
         ["error: --chapters names home/at-hom.md, which is no page and no section; did you mean home/at-home.md?"]),
        (Selection(("fa",), ("visit/before.md",)),
         ["error: not translated into every language of --languages: visit/before.md; "
          "add es to --languages, or translate them"]),
        (Selection(("fa",), ()),
         ["warning: left out, because they are not translated into every language of --languages: visit/before.md; "
          "with es in --languages the original stands in for them"]),
        (Selection(("es",), ("En casa",)), []),
        (Selection(("es", "fa"), ("در خانه,index.md",)), []),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_told(tmp_path: Path, selection: Selection, expected: list[str]) -> None:
    root = make_second(tmp_path / "project")
    assert [line for line in told(root, selection) if "the page is not translated" not in line] == expected


PAGE = "recovery/day-by-day.md"
CLINIC = (
    "name: Klinik Kulit Seri\nexample: false\ncountry: MY\nphone: 03-5550 1234\nout-of-hours: 019-555 1234\n"
    "handbook-address: https://seri.example/handbook/\n"
)


def base(root: Path, files: Mapping[str, str] | None = None) -> Path:
    return make(root, {"docs/data/our-clinic.yml": CLINIC, **(files or {})})


def test_a_release_asks_for_the_sign_offs_of_what_is_chosen_and_no_others(tmp_path: Path) -> None:
    root = base(tmp_path)
    sign_pages(root, ["index.md"], ["ms", "ru"])
    assert told(root, Selection(("ms,ru",), ("index.md",)), Mode.RELEASE) == []
    (line,) = told(root, Selection(("ms",), ("Recovery",)), Mode.RELEASE)
    assert line.startswith("error: nobody has signed Hari demi hari in Bahasa Melayu")
    assert len(told(root, Selection(), Mode.RELEASE)) == 4


def test_what_has_changed_is_told_of_the_page_as_it_was_signed(tmp_path: Path) -> None:
    text = f"# Healing {{#healing}}\n\nSee [day by day]({PAGE}).\n\nCall [](clinic:phone).\n"
    root = base(tmp_path, {"docs/en/index.md": text})
    sign_pages(root, ["index.md"], ["en"])
    clinic = root / "docs/data/our-clinic.yml"
    clinic.write_text(clinic.read_text(encoding="utf-8").replace("5550 1234", "5550 4321"), encoding="utf-8")
    line = next(line for line in told(root, Selection(("en",), ("index.md",)), Mode.RELEASE) if "changed" in line)
    assert line.partition("; when")[0] == (
        "error: Healing in English has changed since Dr Aminah Rahman signed it on 2026-11-19: "
        "the clinic's phone changed"
    )


def test_a_mistake_on_a_page_that_is_left_out_stops_nothing(tmp_path: Path) -> None:
    root = base(tmp_path, {f"docs/ru/{PAGE}": "# День {#day-by-day}\n\n[9 дней](fact:crusts-last)\n"})
    sign_pages(root, [], ["en"])
    assert told(root, Selection(("en",)), Mode.RELEASE) == []
    assert told(root, Selection(("en,ru",))) != []


def test_a_page_without_a_translation_is_released_under_the_signed_original(tmp_path: Path) -> None:
    root = base(tmp_path)
    (root / "docs/ms" / PAGE).unlink()
    sign_pages(root)
    assert told(root, Selection(("en,ms",)), Mode.RELEASE) == [
        f"warning: the page is not translated into Bahasa Melayu; translate docs/en/{PAGE}"
    ]
    sign_pages(root, ["index.md"])
    assert any("nobody has signed Day by day in English" in line for line in told(root, Selection(), Mode.RELEASE))


@pytest.mark.parametrize("languages", ["en,ms", "ms"])
def test_a_release_in_a_language_without_the_pages_that_say_when_to_call_is_refused(
    tmp_path: Path, languages: str
) -> None:
    rules = f"expected-topics: [recovery]\nalways: [{PAGE}]\n"
    root = base(tmp_path, {"docs/data/warning-signs.yml": rules})
    (root / "docs/ms" / PAGE).unlink()
    sign_pages(root)
    (line,) = told(root, Selection((languages,), ("index.md",)), Mode.RELEASE)
    assert line.partition("; ")[0] == {
        "en,ms": "error: the page that every handbook has is not translated into Bahasa Melayu",
        "ms": f"error: not translated into every language of --languages: {PAGE}",
    }[languages]
    assert told(root, Selection(("ru",), ("index.md",)), Mode.RELEASE) == []


def test_a_page_that_every_handbook_has_must_be_there(tmp_path: Path) -> None:
    root = base(tmp_path, {"docs/data/warning-signs.yml": "always: [recovery/day-by-dy.md]\n"})
    assert told(root, Selection())[0] == f"error: no page is called recovery/day-by-dy.md; did you mean {PAGE}?"


def test_a_language_that_is_not_built_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    root = base(tmp_path, {"docs/ru/index.md": "no title"})
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("name: Русский,", "name: Русский, build: false,"), encoding="utf-8")
    assert told(root, Selection()) == []
    handbook, _ = load(root)
    assert handbook is not None
    assert handbook.project.codes == ("en", "ms")


def test_data_may_name_a_language_that_is_not_built(tmp_path: Path) -> None:
    root = base(tmp_path, {"docs/data/readability.yml": "ceilings: {ru: {index.md: {words: 2000}}}\n"})
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("name: Русский,", "name: Русский, build: false,"), encoding="utf-8")
    assert told(root, Selection()) == []
    handbook, _ = load(root)
    assert handbook is not None
    assert '"ru"' in make_schemas(handbook)["readability.json"].decode()


def test_the_source_language_is_always_built(tmp_path: Path) -> None:
    root = base(tmp_path)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("default: true", "default: true, build: false"), encoding="utf-8")
    assert told(root, Selection())[0] == (
        "error: the language with default: true says build: false, and the others are compared with it; "
        "take build: false out; a handbook without it is made with --languages"
    )


def test_a_language_taken_out_of_the_configuration_is_one_warning(tmp_path: Path) -> None:
    root = base(tmp_path, {"docs/data/editorial-reviews.yml": reviews()})
    sign_pages(root)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    kept = [line for line in config.splitlines(keepends=True) if "locale: ru" not in line]
    (root / "mkdocs.yml").write_text("".join(kept), encoding="utf-8")
    assert told(root, Selection()) == [
        "warning: mkdocs.yml names no language ru, so 6 files are left out, such as docs/data/glossary/ru.yml; "
        "add it to plugins: i18n: languages, or delete the files"
    ]


def reviews() -> str:
    entry = "{{page: {}, language: {}, date: 2026-11-20, reader: a second reader, result: Read., changed: []}}"
    pages = [("index.md", "en"), (PAGE, "en"), ("index.md", "ru")]
    return "reviews: [" + ", ".join(entry.format(*page) for page in pages) + "]\n"
