"""Pages and images are found on the site from wherever they are named."""

from __future__ import annotations

import pytest

from handbook.render.addresses import image_address, web_address

IMAGES = [
    ("../images/a.png", "docs/en/index.md", "index.html", "images/a.png"),
    ("../../images/a.png", "docs/en/recovery/day.md", "recovery/day.html", "../images/a.png"),
    ("../../images/a.png", "docs/ms/recovery/day.md", "ms/recovery/day.html", "../../images/a.png"),
    ("../../images/a.png", "docs/en/recovery/day.md", "ms/recovery/day.html", "../../images/a.png"),
]


@pytest.mark.parametrize(("source", "document", "page", "address"), IMAGES)
def test_an_image_is_found_from_every_page(source: str, document: str, page: str, address: str) -> None:
    assert image_address(source, document, page) == address


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("recovery/day.md#day-2", "recovery/day.html#day-2"),
        ("index.md", "index.html"),
        ("https://example.org/a.md", "https://example.org/a.md"),
    ],
)
def test_a_page_is_an_html_file(path: str, address: str) -> None:
    assert web_address(path) == address
