"""What the tests of the search share with those of the site: tiny sites, built once."""

from render.html.conftest import partly, small, turned

__all__ = ["partly", "small", "turned"]
