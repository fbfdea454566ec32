"""Where a handbook is published: the clinic says it, and everything that names the place follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import Built, build

BELOW = "https://clinic.example/patients/handbook/"
LINKS = re.compile(r'(?:href|src)="([^"#?]+)')


def site(small: Built, folder: Path, answers: str, site_url: str = "") -> Path:
    """Build the small site with other answers of the clinic, and another address of the project."""
    root = small.handbook.project.root
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    clinic = (root / "docs/data/our-clinic.yml").read_text(encoding="utf-8")
    try:
        (root / "mkdocs.yml").write_text(re.sub("site_url: .*", f"site_url: {site_url}", config), encoding="utf-8")
        (root / "docs/data/our-clinic.yml").write_text(f"name: Example clinic\nexample: true\n{answers}")
        return build(root, folder / "site").folder
    finally:
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")
        (root / "docs/data/our-clinic.yml").write_text(clinic, encoding="utf-8")


def text(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def test_without_an_address_nothing_names_a_place(small: Built, tmp_path: Path) -> None:
    out = site(small, tmp_path, "website: https://clinic.example/\n")
    assert sorted(file.name for file in out.iterdir() if file.is_file()) == [
        "404.html", "index.html", "index.notes.html", "worker.js",
    ]  # fmt: skip
    links = LINKS.findall(text(out, "ms/index.html") + text(out, "ms/index.notes.html"))
    assert {target for target in links if ":" in target or target[0] == "/"} == {
        "https://creativecommons.org/licenses/by/4.0/",
        "https://doi.org/10.1000/182",
    }


def test_the_page_for_wrong_addresses_finds_its_way_from_any_depth(small: Built, tmp_path: Path) -> None:
    out = site(small, tmp_path, f"website: https://other.example/\nhandbook-address: {BELOW}\n")
    found = set(LINKS.findall(text(out, "404.html")))
    assert {target for target in found if not target.startswith("/patients/handbook/")} == {
        "https://creativecommons.org/licenses/by/4.0/"
    }
    assert {"/patients/handbook/assets/handbook.css", "/patients/handbook/ms/index.html"} < found


@pytest.mark.parametrize("site_url", ["", "https://project.example/"])
def test_the_clinics_address_takes_the_projects_place(small: Built, tmp_path: Path, site_url: str) -> None:
    out = site(small, tmp_path, f"website: https://other.example/\nhandbook-address: {BELOW[:-1]}\n", site_url)
    head = text(out, "ms/recovery/day-by-day.html").partition("</head>")[0]
    assert re.findall(r'<link rel="(?:canonical|alternate)".*?href="(.*?)"', head) == [
        f"{BELOW}ms/recovery/day-by-day.html",
        f"{BELOW}recovery/day-by-day.html",
        f"{BELOW}recovery/day-by-day.html",
        f"{BELOW}ms/recovery/day-by-day.html",
        f"{BELOW}ru/recovery/day-by-day.html",
    ]
    assert set(re.findall(r"https://[^/<]*", text(out, "sitemap.xml").partition("xhtml\">")[2])) == {
        "https://clinic.example"
    }
