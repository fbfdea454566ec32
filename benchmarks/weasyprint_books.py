"""The printed handbooks by the other road: the same pages, one book a language, through WeasyPrint.

    python benchmarks/weasyprint_books.py TREE OUT

Tagged PDF/UA as ours are, in our font, with contents, page numbers and bookmarks; the style is plain.
"""

from __future__ import annotations

import sys
from pathlib import Path

import markdown
from trees import EXTENSIONS, ROOT, configuration, i18n
from weasyprint import HTML

FONTS = ROOT / "overrides/pdf/fonts"
FACES = "".join(
    f"@font-face {{ font-family: Book; font-weight: {weight}; src: url({(FONTS / file).as_uri()}) }}"
    for weight, file in (("normal", "NotoSans-Regular.ttf"), ("bold", "NotoSans-Bold.ttf"))
)
STYLE = """
@page { size: A4; margin: 2cm; @bottom-center { content: counter(page) " / " counter(pages) } }
body { font: 14pt/1.4 Book }
h1 { break-before: page }
.admonition { border: 1pt solid; padding: 0 1em; break-inside: avoid }
table { border-collapse: collapse } td, th { border: .5pt solid; padding: .3em; vertical-align: top }
nav a::after { content: leader(".") target-counter(attr(href), page) }
"""


def main(tree: Path, out: Path) -> None:
    """Write one PDF a language."""
    settings = configuration(tree)
    for language in i18n(settings)["languages"]:
        code = language["locale"]
        files = [first_of(tree / "docs" / code / path, tree / "docs" / "en" / path) for path in pages(settings["nav"])]
        write(book(code, files), out / f"{code}.pdf")


def write(text: str, file: Path) -> None:
    """Write a document as a PDF."""
    HTML(string=text).write_pdf(file, pdf_variant="pdf/ua-1")


def first_of(translation: Path, original: Path) -> Path:
    """Return a page's translation, or its original where there is none yet."""
    return translation if translation.exists() else original


def pages(nav: list[object]) -> list[str]:
    """List the pages of the navigation in order."""
    return [
        path
        for entry in nav
        for path in ([entry] if isinstance(entry, str) else next(iter(entry.values())))  # type: ignore[attr-defined]
    ]


def book(language: str, files: list[Path]) -> str:
    """Join pages into one document with contents."""
    bodies = [markdown.markdown(file.read_text("utf-8"), extensions=[*EXTENSIONS, "tables"]) for file in files]
    contents = "".join(f'<li><a href="#page-{n}">{file.stem}</a></li>' for n, file in enumerate(files))
    chapters = "".join(f'<section id="page-{n}">{body}</section>' for n, body in enumerate(bodies))
    head = f"<meta charset=utf-8><title>Handbook</title><style>{FACES}{STYLE}</style>"
    return f"<!doctype html><html lang={language}>{head}<nav><ol>{contents}</ol></nav>{chapters}</html>"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
