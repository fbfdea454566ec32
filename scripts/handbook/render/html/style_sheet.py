"""Makes the site's one style sheet: the rules of the theme that our pages can use, then our own.

Which rules those are follows from our sources alone: a theme rule stays if every class it names is one of the theme
that occurs somewhere in our templates, scripts or Python, every attribute one that our pages have, and every element
one whose look we take from the theme. Its sheet is nine tenths about things we do not have (its search, tabs, blog,
code blocks), and a phone on a slow line should not wait for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.utils import get_theme_dir

from handbook.render.html.logical_sides import with_logical_sides

_THEME = Path(get_theme_dir("material"))
_OWN = ("colours", "handbook")
_OWN_SOURCES = ("*.html", "assets/*.css", "assets/*.js")

_RULE = re.compile(
    r"(?P<head>[^{};]+)"  # a selector, or @media with its condition,
    r"(?P<mark>[{;])"  # then its block, or the end of a statement such as @import
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[.#\[](-?[A-Za-z_][\w-]*)")
_TAG = re.compile(r"(?<![\w.#:\[=-])[a-z][a-z0-9]*(?![\w(-])")
_WORD = re.compile(r"[\w-]+")
_THEMES = "md-"
"""How the classes of the theme begin that our templates take over."""
_ATTRIBUTES = ("dir", "hidden")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,>])\s*|(:)\s+")
_TAGS = frozenset(
    "html body main header footer nav article section aside p a ul ol li dl dd h1 h2 h3 h4 blockquote hr "
    "strong em code sub sup small img svg button input".split()
)  # fmt: skip


def style_sheet(own_folder: Path) -> str:
    """Return the style sheet for the templates in a folder such as overrides/."""
    theme = next((_THEME / "assets" / "stylesheets").glob("main.*.min.css")).read_text(encoding="utf-8")
    own = "".join((own_folder / "assets" / f"{name}.css").read_text(encoding="utf-8") for name in _OWN)
    words = frozenset(_WORD.findall("\n".join(_sources(own_folder))))
    names = frozenset(word for word in words if word.startswith(_THEMES) or word in _ATTRIBUTES)
    return f"{pruned(theme, names)}\n{_squeezed(own)}\n"


def pruned(css: str, names: frozenset[str]) -> str:
    """Return a minified style sheet without the rules that name a class, id or attribute not in ``names``."""
    return _unreferenced(_blocks(_COMMENT.sub("", css), names))


def _sources(folder: Path) -> Iterator[str]:
    templates = [file for pattern in _OWN_SOURCES for file in sorted(folder.rglob(pattern))]
    for file in (*templates, *sorted(Path(__file__).parent.glob("*.py"))):
        yield file.read_text(encoding="utf-8")


def _blocks(css: str, names: frozenset[str]) -> str:
    kept = []
    for head, body in _split(css):
        if head.startswith(("@media", "@supports")):
            inner = _blocks(body, names)
            kept.append(f"{head}{{{inner}}}" if inner else "")
        elif not head.startswith("@"):
            selectors = [part for part in _selectors(head) if _usable(part, names)]
            kept += [rule for rule in _rules(with_logical_sides(selectors, body)) if rule not in kept[-1:]]
    return "".join(kept)


def _rules(bodies: Mapping[str, str]) -> Iterator[str]:
    """Yield a rule for each body; selectors that share one stand together."""
    for body in dict.fromkeys(bodies.values()):
        yield f"{','.join(selector for selector in bodies if bodies[selector] == body)}{{{body}}}"


def _split(css: str) -> Iterator[tuple[str, str]]:
    """Yield head and body of each block; texts in quotes may hold any character."""
    masked = _QUOTED.sub(lambda text: "_" * len(text[0]), css)
    position = 0
    while found := _RULE.match(masked, position):
        position = found.end()
        if found["mark"] == ";":
            continue
        start, depth = position, 1
        while depth:
            brace = re.compile(r"[{}]").search(masked, position)
            if brace is None:
                return
            depth += 1 if brace[0] == "{" else -1
            position = brace.end()
        yield css[found.start("head") : found.end("head")].strip(), css[start : position - 1]


def _selectors(head: str) -> Iterator[str]:
    part, depth = "", 0
    for character in head:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += character
    yield part.strip()


def _usable(selector: str, names: frozenset[str]) -> bool:
    plain = re.sub(r":not\((?:[^()]|\([^()]*\))*\)", "", _QUOTED.sub("", selector))
    return set(_NAME.findall(plain)) <= names and set(_TAG.findall(plain)) <= _TAGS


def _unreferenced(css: str) -> str:
    """Drop custom properties that no rule reads, and then those that only they have read: most of them carry icons."""
    declared = re.compile(r"(--md-[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*;?")
    used = set(re.findall(r"var\((--[\w-]+)", css))
    kept = declared.sub(lambda found: found[0] if found[1] in used else "", css)
    return re.sub(r"[^{}]+\{\}", "", kept) if kept == css else _unreferenced(kept)


def _squeezed(css: str) -> str:
    return _SPACE.sub(r"\1\2", " ".join(_COMMENT.sub("", css).split())).replace(";}", "}")
