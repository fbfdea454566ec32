"""What is published of an image is its pixels: no place, no name, no note, no small copy, and it stands upright."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from built import PAGES, print_books, render
from handbook.register.images import ImageFile
from handbook.render.images import published
from project import load, make

ROOT = Path(__file__).parents[2]
SECRET = b"Aminah binti Osman"
PLACE = (3.0, 8.0, 20.0)
RED, BLUE = (200, 30, 30), (20, 30, 200)


def photograph(kind: str) -> bytes:
    """Return an image that lies on its side, red at its foot, and tells everything a camera tells."""
    image = Image.new("RGB", (64, 32), BLUE)
    image.paste(RED, (32, 0, 64, 32))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: the right side is the foot
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = PLACE
    file = BytesIO()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    more = {
        "PNG": {"pnginfo": notes},
        "JPEG": {"comment": SECRET, "xmp": b"<x>" + SECRET + b"</x>", "quality": 95},
        "WEBP": {"xmp": b"<x>" + SECRET + b"</x>", "lossless": True},
    }[kind]
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image.save(file, kind, exif=exif, icc_profile=profile, dpi=(300, 300), **more)
    return file.getvalue() + SECRET


@pytest.mark.parametrize(("ending", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_nothing_is_left_but_the_pixels_upright(ending: str, kind: str) -> None:
    content = photograph(kind)
    assert content.count(SECRET) >= 2
    result = published(ImageFile(f"docs/images/a.{ending}", 32, 64, content))
    assert SECRET not in result
    with Image.open(BytesIO(result)) as image:
        told = set(image.info) & {"exif", "xmp", "icc_profile", "comment", "Author", "dpi", "XML:com.adobe.xmp"}
        assert (image.format, image.size, dict(image.getexif()), told) == (kind, (32, 64), {}, set())
        top, foot = image.convert("RGB").getpixel((16, 8)), image.convert("RGB").getpixel((16, 56))
    assert [_near(top, BLUE), _near(foot, RED)] == [True, True]


def _near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 12


def test_sixteen_bits_become_eight_of_the_same_grey() -> None:
    file = BytesIO()
    Image.new("I;16", (4, 4), 0x8000).save(file, "PNG")
    with Image.open(BytesIO(published(ImageFile("docs/images/a.png", 4, 4, file.getvalue())))) as image:
        assert (image.mode, image.getpixel((1, 1))) == ("L", 128)


def test_what_shines_through_still_does() -> None:
    file = BytesIO()
    image = Image.new("P", (4, 4), 0)
    image.putpalette([255, 0, 0])
    image.save(file, "PNG", transparency=0)
    with Image.open(BytesIO(published(ImageFile("docs/images/a.png", 4, 4, file.getvalue())))) as image:
        assert (image.mode, image.getpixel((1, 1))) == ("RGBA", (255, 0, 0, 0))


def test_colours_of_a_wide_profile_are_those_of_a_screen() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    file = BytesIO()
    Image.new("RGB", (4, 4), RED).save(file, "PNG", icc_profile=profile.tobytes())
    with Image.open(BytesIO(published(ImageFile("docs/images/a.png", 4, 4, file.getvalue())))) as image:
        assert (image.mode, image.info) == ("RGB", {})


THEME = """
use_directory_urls: false
exclude_docs: /data/
theme: {name: material, custom_dir: overrides, font: false, favicon: assets/favicon.svg}
"""


def project(folder: Path) -> Path:
    """Make a handbook with a photograph on a page at its top and on one below, in two of three languages."""
    root = make(folder)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(THEME)
    (root / "docs/images").mkdir()
    (root / "docs/images/a.jpg").write_bytes(photograph("JPEG"))
    (root / "docs/images/forgotten.jpg").write_bytes(photograph("JPEG"))
    for page, way in (("index.md", "../"), ("recovery/day-by-day.md", "../../")):
        for language in ("en", "ms", "ru"):
            with (root / "docs" / language / page).open("a", encoding="utf-8") as file:
                file.write(f"\n![Words {language}]({way}images/a.jpg)\n")
    (root / "docs/ms/recovery/day-by-day.md").unlink()
    return root


def test_every_page_in_every_language_finds_its_image_and_no_other_is_published(tmp_path: Path) -> None:
    handbook, _ = load(project(tmp_path))
    assert handbook is not None
    assert render(handbook, (PAGES,), tmp_path / "site") == []
    site = tmp_path / "site"
    found = {}
    for page in sorted(page for page in site.rglob("*.html") if page.parent.name != "offline"):
        for image in re.findall(r"<img [^>]*>", page.read_text(encoding="utf-8")):
            source = re.search(r'src="([^"]*)"', image)
            assert source is not None
            there = (page.parent / source[1]).resolve().relative_to(site.resolve()).as_posix()
            found[page.relative_to(site).as_posix()] = (there, image.replace(source[0], "src"))
    rest = 'src width="32" height="64" alt="Words {}" loading="lazy" decoding="async">'
    languages = {
        "index.html": "en", "recovery/day-by-day.html": "en",
        "ms/index.html": "ms", "ms/recovery/day-by-day.html": "en",
        "ru/index.html": "ru", "ru/recovery/day-by-day.html": "ru",
    }  # fmt: skip
    assert found == {path: ("images/a.jpg", f"<img {rest.format(code)}") for path, code in languages.items()}
    assert [file.name for file in (site / "images").iterdir()] == ["a.jpg"]
    assert SECRET not in (site / "images/a.jpg").read_bytes()


def test_the_print_has_the_same_image_without_what_it_carries(tmp_path: Path) -> None:
    handbook, _ = load(project(tmp_path))
    assert handbook is not None
    assert print_books(handbook, tmp_path / "out") == []
    pdf = (tmp_path / "out/handbook-en-a4.pdf").read_bytes()
    assert SECRET not in pdf
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = {
            item.get_px_size()
            for page in document
            for item in page.get_objects()
            if isinstance(item, pypdfium2.PdfImage)
        }
    assert sizes == {(32, 64)}
