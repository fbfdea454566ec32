"""An image is published only if it is what its name says, of a sensible size, and can be read to its end."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from handbook.register import images
from handbook.register.images import ImageFile, load_images

SKIN = (200, 150, 120)


def written(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: Any) -> bytes:
    """Return an image of one colour as a file."""
    file = BytesIO()
    Image.new(mode, size, SKIN if mode == "RGB" else 0).save(file, kind, **options)
    return file.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    body = name + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that unpacks to as many pixels as it says."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def moving(kind: str) -> bytes:
    file = BytesIO()
    other = Image.new("RGB", (4, 4), (0, 0, 0))
    Image.new("RGB", (4, 4), SKIN).save(file, kind, save_all=True, append_images=[other])
    return file.getvalue()


def look(folder: Path, name: str, content: bytes) -> ImageFile:
    file = folder / "docs/images" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return load_images(folder)[f"docs/images/{name}"]


SOUND: dict[str, Callable[[], bytes]] = {
    "plain.png": lambda: written("PNG"),
    "grey.png": lambda: written("PNG", mode="L"),
    "deep.png": lambda: written("PNG", mode="I;16"),
    "plain.jpg": lambda: written("JPEG"),
    "two-in-one.jpg": lambda: moving("MPO"),
    "plain.webp": lambda: written("WEBP"),
}


@pytest.mark.parametrize("name", SOUND)
def test_an_image_that_is_what_its_name_says_is_sound(name: str, tmp_path: Path) -> None:
    content = SOUND[name]()
    size = (4, 4) if "two" in name else (40, 20)
    assert look(tmp_path, name, content) == ImageFile(f"docs/images/{name}", *size, content)


SMALLER = "make it smaller in an image program; 1600 pixels across are enough for every screen and for print"
AGAIN = "open it in an image program and save it again as "
REFUSED: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "a web page": ("a.png", lambda: b"<!DOCTYPE html>", "is no PNG image", f"{AGAIN}PNG"),
    "nothing": ("a.jpg", lambda: b"", "is no JPEG image", f"{AGAIN}JPEG"),
    "a drawing": ("a.webp", lambda: b"<svg/>", "is no WEBP image", f"{AGAIN}WEBP"),
    "another kind of image": (
        "a.jpg", lambda: written("GIF"), "is no JPEG image", f"{AGAIN}JPEG",
    ),
    "another kind of our own": (
        "a.png", lambda: written("JPEG"),
        "is called PNG, and is JPEG", "let its name end in .jpg, here and in the page",
    ),
    "a file cut short": (
        "a.jpg", lambda: written("JPEG", (400, 400))[:-400],
        "is damaged; not all of it can be read", f"copy it here again, or {AGAIN}JPEG",
    ),
    "a png cut short": (
        "a.png", lambda: written("PNG", (400, 400))[:-60],
        "is damaged; not all of it can be read", f"copy it here again, or {AGAIN}PNG",
    ),
    "a webp cut short": (
        "a.webp", lambda: written("WEBP", (400, 400))[:60],
        "is damaged; not all of it can be read", f"copy it here again, or {AGAIN}WEBP",
    ),
    "a few pixels too many": (
        "a.png", lambda: bomb(4001, 3000), "has 4,001 × 3,000 pixels, and may have 12 million", SMALLER,
    ),
    "so many pixels that Pillow warns": (
        "a.png", lambda: bomb(10000, 10000), "has 10,000 × 10,000 pixels, and may have 12 million", SMALLER,
    ),
    "so many pixels that Pillow refuses": (
        "a.png", lambda: bomb(60000, 60000), "has far too many pixels, and may have 12 million", SMALLER,
    ),
    "too many bytes": (
        "a.png", lambda: bomb(2, 2) + b"\0" * 2_100_000, "has 2.1 million bytes, more than 2 million", SMALLER,
    ),
    "colours of a printing press": (
        "a.jpg", lambda: written("JPEG", mode="CMYK"),
        "has the colours of a printing press (CMYK)", "save it in an image program with the colours RGB",
    ),
    "a moving png": (
        "a.png", lambda: moving("PNG"),
        "moves, which paper cannot show and can make people ill", "save one picture of it alone",
    ),
    "a moving webp": (
        "a.webp", lambda: moving("WEBP"),
        "moves, which paper cannot show and can make people ill", "save one picture of it alone",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_anything_else_is_refused(what: str, tmp_path: Path) -> None:
    name, content, fault, hint = REFUSED[what]
    assert look(tmp_path, name, content()) == ImageFile(f"docs/images/{name}", fault=fault, hint=hint)


def test_what_is_too_large_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda image: pytest.fail("its pixels were read"))
    assert look(tmp_path, "a.png", bomb(10000, 10000)).fault
    monkeypatch.setattr(Path, "read_bytes", lambda file: pytest.fail("its bytes were read"))
    assert look(tmp_path / "other", "a.png", b"\0" * (images.MOST_BYTES + 1)).fault


def test_a_photograph_taken_on_its_side_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = look(tmp_path, "a.jpg", written("JPEG", exif=exif))
    assert (image.width, image.height) == (20, 40)


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "project/docs/images"
    folder.mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(written("PNG"))
    (folder / "a.png").symlink_to(tmp_path / "secret.png")
    (folder / "b.png").mkdir()
    assert load_images(tmp_path / "project") == {}
