"""A QR code as a drawing, for whoever would rather read an edition on a telephone."""

from __future__ import annotations

import segno


def qr_code(address: str) -> str:
    """Return an SVG drawing that leads to an address; a quarter of it may be dirty or torn."""
    drawing: str = segno.make(address, error="q", micro=False).svg_inline(border=4)
    return drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
