"""The images that pages show, photographs above all: files of docs/images, each looked at before anything uses it.

Only pixels are wanted. What else a file can carry (places, names, programs, moving parts) is refused here or left out
when it is published, by ``handbook.render.images``. Drawings, which are SVG, belong to pictures.yml and are read in
``svg_reader.py``: a page shows no SVG of its own, because it can hold anything a web page can.
"""

from __future__ import annotations

import posixpath
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from handbook.diagnostics.messages import NOTHING, Message
from handbook.markup.document import Document
from handbook.markup.inlines import Image as ImageLink
from handbook.markup.targets import file_at

if TYPE_CHECKING:
    from PIL import Image

FOLDER = "docs/images"
KINDS: Mapping[str, str] = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP"}
"""What an image may be, by the end of its name."""

MOST_BYTES = 2_000_000
"""A page of text has a hundredth of it, and many patients pay for each megabyte."""

MOST_PIXELS = 12_000_000
"""What a telephone's camera takes; more than twice as many as a sharp print of a whole page of A5 shows."""

_SMALLER = Message("make it smaller in an image program; 1600 pixels across are enough for every screen and for print")
_ALSO_JPEG = "MPO"
"""A photograph of some telephones, with a second picture behind the first, which is not published."""

_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
"""Values of Exif's orientation (CIPA DC-008, 4.6.5) at which width and height change places."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A file of docs/images that is, or says it is, an image."""

    path: str
    """From the project's root, ``docs/images/crusts.png``."""
    width: int = 0
    """In pixels, when it stands upright; 0 for what is no image."""
    height: int = 0
    content: bytes = field(default=b"", repr=False)
    """As it stands in the project, with all that it carries; empty for what cannot be published."""
    fault: Message = NOTHING
    """What is wrong with it, said of the file; empty where nothing is."""
    hint: Message = NOTHING

    @property
    def kind(self) -> str:
        """What its name says it is: PNG, JPEG or WEBP."""
        return KINDS[posixpath.splitext(self.path)[1]]


Images: TypeAlias = Mapping[str, ImageFile]
"""By path."""


def images_on(*documents: Document) -> set[str]:
    """Return the paths of the images that some pages show, whether they are there or not."""
    images = (image for document in documents for image in document.images)
    return {file_at(image.source, image.location.path) for image in images if isinstance(image, ImageLink)}


def load_images(root: Path) -> dict[str, ImageFile]:
    """Look at every image of a project; what is wrong with one stands in it, for who wants to show it.

    Links to other files are left out; the check ``foreign-file`` reports them.
    """
    inside = root.resolve()
    files = [file for file in sorted((root / FOLDER).glob("*")) if file.suffix in KINDS]
    there = [file for file in files if file.is_file() and not file.is_symlink()]
    return {
        (path := f"{FOLDER}/{file.name}"): _look_at(path, file)
        for file in there
        if file.resolve().is_relative_to(inside)
    }


def _look_at(path: str, file: Path) -> ImageFile:
    size = file.stat().st_size
    if size > MOST_BYTES:
        fault = Message(
            "has {size:,.1f} million bytes, more than {most:g} million",
            size=size / 1e6,
            most=MOST_BYTES / 1e6,
        )
        return ImageFile(path, fault=fault, hint=_SMALLER)
    content = file.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large images, which are refused below
        return _read(path, content)


def _read(path: str, content: bytes) -> ImageFile:
    """Read an image as far as it deserves trust: its head, and when nothing speaks against it its pixels."""
    from PIL import Image, UnidentifiedImageError  # not above: a handbook without photographs need not wait for it

    kind = ImageFile(path).kind
    again = Message("open it in an image program and save it again as {kind}", kind=kind)
    try:
        with Image.open(BytesIO(content), formats=list(KINDS.values())) as image:
            fault, hint = _fault(image, kind)
            if fault:
                return ImageFile(path, fault=fault, hint=hint)
            image.load()
            return ImageFile(path, *_upright_size(image), content)
    except UnidentifiedImageError:
        return ImageFile(path, fault=Message("is no {kind} image", kind=kind), hint=again)
    except Image.DecompressionBombError:
        return ImageFile(path, fault=_too_large(Message("far too many")), hint=_SMALLER)
    except Exception:  # whatever a decoder meets in a file that somebody has cut or made up
        return ImageFile(
            path,
            fault=Message("is damaged; not all of it can be read"),
            hint=Message("copy it here again, or {again}", again=again),
        )


def _fault(image: Image.Image, kind: str) -> tuple[Message, Message]:
    """Return what is wrong with an image of which only the head has been read, and what to do; or two empty texts."""
    found = "JPEG" if image.format == _ALSO_JPEG else image.format
    if found != kind:
        ending = next(ending for ending, name in KINDS.items() if name == found)
        return Message("is called {kind}, and is {found}", kind=kind, found=found), Message(
            "let its name end in {ending}, here and in the page", ending=ending
        )
    if image.width * image.height > MOST_PIXELS:
        return _too_large(f"{image.width:,} × {image.height:,}"), _SMALLER
    if image.mode == "CMYK":
        return Message("has the colours of a printing press (CMYK)"), Message(
            "save it in an image program with the colours RGB"
        )
    if image.format != _ALSO_JPEG and getattr(image, "n_frames", 1) > 1:
        return Message("moves, which paper cannot show and can make people ill"), Message(
            "save one picture of it alone"
        )
    return NOTHING, NOTHING


def _too_large(pixels: str) -> Message:
    return Message("has {pixels} pixels, and may have {most:g} million", pixels=pixels, most=MOST_PIXELS / 1e6)


def _upright_size(image: Image.Image) -> tuple[int, int]:
    turned = image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE
    return (image.height, image.width) if turned else (image.width, image.height)
