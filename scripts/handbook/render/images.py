"""An image as the world gets it: its pixels, upright, in the colours of a screen, and nothing else.

A photograph carries where and when it was taken, by whom, and a small copy of what has since been cut away. Nothing
of this is removed piece by piece: the pixels are written into a new file, and only they.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps
from PIL.JpegImagePlugin import get_sampling

from handbook.register.handbook import Handbook
from handbook.register.images import ImageFile, images_on
from handbook.register.pages import Page

_FINE_COLOURS = 0
"""Of a JPEG: a colour for each pixel, where the original does not say how it was."""

_QUALITY = 90
"""Of a WebP that was not exact before."""

_DEEP = ("I", "I;16", "I;16B", "I;16L", "F")
"""Pillow's names for more than 256 greys."""


def published_images(pages: Iterable[Page], handbook: Handbook) -> Mapping[str, bytes]:
    """Return the images that pages show as they are published, by path; what is no image has been reported by a check.
    """
    shown = sorted(images_on(*(page.document for page in pages)) & handbook.images.keys())
    return {path: published(handbook.images[path]) for path in shown if not handbook.images[path].fault}


@cache
def published(image: ImageFile) -> bytes:
    """Return the file that is published in place of a sound one; the same bytes for the same image."""
    with Image.open(BytesIO(image.content), formats=(image.kind,)) as original:
        options = _options(original, image)
        pixels = _plain(_in_screen_colours(ImageOps.exif_transpose(original)))
    pixels.info = {}  # Pillow writes much of what stands there into the new file
    written = BytesIO()
    pixels.save(written, image.kind, **options)
    return written.getvalue()


def _options(original: Image.Image, image: ImageFile) -> dict[str, Any]:
    """Return how the new file is written, so that it is as exact as the original and about as large."""
    if image.kind == "JPEG":
        sampling = get_sampling(original)
        tables = getattr(original, "quantization", None)
        return {"qtables": tables, "subsampling": sampling if sampling >= 0 else _FINE_COLOURS, "optimize": True}
    if image.kind == "WEBP":
        return {"lossless": b"VP8L" in image.content[:64], "quality": _QUALITY}
    return {}


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """Return an image in sRGB, so that skin looks alike with and without the profile that is left out."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA"):
        return image
    try:
        return ImageCms.profileToProfile(image, BytesIO(profile), ImageCms.createProfile("sRGB")) or image
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that says nothing
        return image


def _plain(image: Image.Image) -> Image.Image:
    """Return an image with at most 256 steps of a colour, and what shines through it in its pixels."""
    if image.mode in _DEEP:
        return image.convert("I").point(lambda grey: grey / 256).convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    return image.copy()
