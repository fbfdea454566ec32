"""What hosts are told, and what they do: nginx, also in a container, Apache, Caddy, one that reads ``_headers``."""

from __future__ import annotations

import gzip
import shutil
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError

import brotli
import pytest
from playwright.sync_api import Browser

from built import HOSTING, PAGES, SEARCH, build, render
from handbook.compression import smaller_copies
from handbook.render.hosting.rules import ASK_FIRST, KEPT, PACKED, TYPES, headers
from handbook.staging import write_files
from hosts import apache_serving, caddy_serving, container_serving, headers_serving, nginx_serving
from project import load
from render.html.conftest import themed_project

TOP = "/patients/handbook/"
CACHE = "Cache-Control"
HEADERS = headers(has_worker=False)


@pytest.fixture(scope="module")
def www() -> Iterator[Path]:
    """A folder that everybody may read, with the small site in a folder of it."""
    with _www(TOP) as folder:
        yield folder


@pytest.fixture(scope="module")
def top_www() -> Iterator[Path]:
    """The same, with the small site at its top."""
    with _www("/") as folder:
        yield folder


@contextmanager
def _www(top: str) -> Iterator[Path]:
    with TemporaryDirectory(prefix="handbook-www-") as name:
        Path(name).chmod(0o755)
        root = themed_project(Path(name))
        folder = Path(f"{name}/www{top}")
        build(root, folder, f"https://clinic.example{top}", (PAGES, SEARCH, HOSTING))
        files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        write_files(smaller_copies({path: file.read_bytes() for path, file in files.items()}, folder), folder)
        yield Path(name) / "www"


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: HTTPMessage
    body: bytes


def ask(address: str, encoding: str = "identity") -> Answer:
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())


@dataclass(frozen=True)
class Host:
    """A real server that hands out the site."""

    address: str
    """Of the site on it."""
    folder: Path
    """With the files of the site."""


SERVERS = {
    "nginx": ("nginx", nginx_serving),
    "container": ("nginx", container_serving),
    "apache": ("apache", apache_serving),
    "caddy": ("caddy", caddy_serving),
}
"""The program that each needs, and how it is started."""


@pytest.fixture(scope="module", params=[(server, top) for server in SERVERS for top in (TOP, "/")], ids=str)
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """Each server with the site in a folder of it, and at its top."""
    server, top = request.param
    program, serving = SERVERS[server]
    www = request.getfixturevalue("top_www" if top == "/" else "www")
    with serving(request.getfixturevalue(program), www, top) as address:
        yield Host(address + top, Path(f"{www}{top}"))


PATHS = {
    "": ASK_FIRST,
    "index.html": ASK_FIRST,
    "ms/recovery/day-by-day.html": ASK_FIRST,
    "search/ru.js": ASK_FIRST,
    "sitemap.xml": ASK_FIRST,
    "assets/handbook.css?v=1": KEPT["assets"],
    "assets/app.js?v=1": KEPT["assets"],
    "assets/favicon.svg?v=1": KEPT["assets"],
}
"""A file of each kind, and how long browsers keep it."""

DECLARED = ("svg", "xml")
"""Kinds of files that are UTF-8 where nobody says otherwise."""


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br, gzip"])
@pytest.mark.parametrize("path", PATHS)
def test_each_file_comes_as_it_is_with_every_header(host: Host, path: str, encoding: str) -> None:
    answer = ask(host.address + path, encoding)
    name = path.partition("?")[0] or "index.html"
    assert answer.status == 200
    assert unpacked(answer) == (host.folder / name).read_bytes()
    kind = name.rpartition(".")[2]
    assert answer.headers["Content-Type"].removesuffix("; charset=utf-8") == TYPES[kind]
    assert answer.headers["Content-Type"].endswith("; charset=utf-8") or kind in DECLARED
    assert {header: answer.headers.get_all(header) for header in (*HEADERS, CACHE)} == {
        **{header: [value] for header, value in HEADERS.items()}, CACHE: [PATHS[path]]
    }  # fmt: skip
    small = encoding != "identity" and (host.folder / f"{name}.gz").exists()
    assert (answer.headers["Content-Encoding"] is not None) is small
    assert not small or "Accept-Encoding" in answer.headers["Vary"]


def unpacked(answer: Answer) -> bytes:
    how = answer.headers["Content-Encoding"]
    return {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[how](answer.body)


@pytest.mark.parametrize("path", ["no/such/page.html", "assets/none.css", "zz/", "a/b/c/d.html"])
def test_a_wrong_address_has_its_page_and_every_header(host: Host, path: str) -> None:
    answer = ask(host.address + path)
    assert (answer.status, answer.body) == (404, (host.folder / "404.html").read_bytes())
    assert {name: answer.headers.get_all(name) for name in HEADERS} == {name: [it] for name, it in HEADERS.items()}
    assert "immutable" not in (answer.headers[CACHE] or "")


@pytest.mark.parametrize("path", ["hosting/nginx.conf", "hosting/Containerfile", "_headers"])
def test_what_is_for_the_host_is_not_for_readers(host: Host, path: str) -> None:
    assert ask(host.address + path).status == 404


def test_a_hidden_file_is_not_for_readers(host: Host) -> None:
    assert ask(host.address + ".htaccess").status in (403, 404)


def test_a_host_that_reads_headers_sends_them_and_no_page_breaks_its_policy(www: Path, browser: Browser) -> None:
    top = Path(f"{www}{TOP}")
    shutil.copy(top / "_headers", www / "_headers")
    with headers_serving(www) as address, browser.new_context() as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        answer = page.goto(f"{address}{TOP}recovery/day-by-day.html")
        assert answer is not None
        assert {name: answer.headers[name.lower()] for name in HEADERS} == dict(HEADERS)
        page.fill("#hb-query", "picking")
        page.wait_for_selector("#hb-results a")
        page.click(".hb-palette")
        assert wrong == []
        kept = ask(f"{address}{TOP}assets/app.js").headers
    assert kept[CACHE] == KEPT["assets"]


def test_what_is_written_for_hosts(www: Path) -> None:
    """The whole of it for a site at the top of a host, as people will read it."""
    folder = Path(f"{www}{TOP}")
    found = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.parent.name == "hosting")
    assert found == ["hosting/Caddyfile", "hosting/Containerfile", "hosting/nginx.conf"]
    for file in (folder / ".htaccess", folder / "_headers", *(folder / path for path in found)):
        text = file.read_text(encoding="utf-8")
        assert TOP in text, file
        assert all(f"{value}" in text for value in HEADERS.values()) or file.name == "Containerfile", file


@pytest.mark.parametrize("folder", ["/a;b/", "/$x/", "/%41/"])
def test_a_folder_that_a_server_may_not_understand_is_told(tmp_path: Path, folder: str) -> None:
    root = themed_project(tmp_path)
    own = root / "docs/data/our-clinic.yml"
    with own.open("a", encoding="utf-8") as file:
        file.write(f"handbook-address: https://clinic.example{folder}\n")
    handbook, _ = load(root)
    assert handbook is not None
    (told,) = render(handbook, (HOSTING,), tmp_path / "site")
    line = own.read_text(encoding="utf-8").count("\n")
    assert str(told.location).startswith(f"docs/data/our-clinic.yml:{line}:")
    assert told.message.startswith(f"the handbook is to stand in the folder {folder}, ")


def test_smaller_copies_hold_the_same_and_no_time(tmp_path: Path) -> None:
    files = {f"a.{kind}": b"the same text again and again " * 100 for kind in (*PACKED, "png")} | {"b.html": b"short"}
    copies = smaller_copies(files, tmp_path)
    assert sorted(copies) == sorted(f"a.{kind}.{end}" for kind in PACKED for end in ("br", "gz"))
    assert all(brotli.decompress(copies[path]) == files["a.css"] for path in copies if path.endswith(".br"))
    assert all(gzip.decompress(copies[path]) == files["a.css"] for path in copies if path.endswith(".gz"))
    assert copies["a.css.gz"][4:8] == bytes(4)


def test_only_a_copy_that_still_holds_the_same_is_kept(tmp_path: Path) -> None:
    old = {path: path.encode() * 500 for path in ("same.css", "changed.css", "damaged.css", "bomb.css")}
    write_files(smaller_copies(old, tmp_path), tmp_path)
    mark = brotli.compress(old["same.css"], quality=1)  # as nobody would make it anew
    (tmp_path / "same.css.br").write_bytes(mark)
    (tmp_path / "damaged.css.gz").write_bytes(b"\x1f\x8b\x08")
    (tmp_path / "bomb.css.br").write_bytes(brotli.compress(b"x" * 1_000_000))
    new = {**old, "changed.css": b"other words " * 500}
    copies = smaller_copies(new, tmp_path)
    assert copies["same.css.br"] == mark
    assert {path: brotli.decompress(copies[f"{path}.br"]) for path in new} == new
    assert {path: gzip.decompress(copies[f"{path}.gz"]) for path in new} == new
