"""Servers for tests: nginx, Apache and Caddy as the site asks them to be, one that reads ``_headers``, a plain one."""

from __future__ import annotations

import functools
import http.server
import mimetypes
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import unquote, urlsplit

_APACHE_FOLDERS = Path("/usr/lib/apache2/modules"), Path("/usr/lib64/httpd/modules")
_APACHE_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias", "rewrite")


@contextmanager
def nginx_serving(program: str, www: Path, top: str) -> Iterator[str]:
    """Serve the site in ``www`` below ``top`` with nginx; give the address of the host."""
    port = free_port()
    server = f"server {{\nlisten 127.0.0.1:{port};\nroot {www};\ninclude {www}{top}hosting/nginx.conf;\n}}\n"
    with _nginx(program, www.parent, server, port) as address:
        yield address


@contextmanager
def container_serving(program: str, www: Path, top: str) -> Iterator[str]:
    """Serve the site as a container would that is made from its recipe: each step is done in a folder.

    What is in the image is not known here, but for what nginx's own configuration there says: it includes conf.d.
    """
    port, root = free_port(), www.parent / "container"
    steps = [
        line.partition(" ") for line in Path(f"{www}{top}hosting/Containerfile").read_text().splitlines()
        if not line.startswith("#")
    ]  # fmt: skip
    assert [name for name, _, _ in steps] == ["FROM", "COPY", "RUN"]
    (_, _, copied), (_, _, command) = steps[1:]
    source, target = copied.split()
    shutil.copytree(f"{www}{top}{source}", f"{root}{target}")
    (root / "etc/nginx/conf.d").mkdir(parents=True)
    moved = command.replace("/usr/share/", f"{root}/usr/share/").replace("/etc/", f"{root}/etc/")
    subprocess.run(["sh", "-c", moved], check=True)
    server = (root / "etc/nginx/conf.d/default.conf").read_text().replace("listen 80;", f"listen 127.0.0.1:{port};")
    with _nginx(program, root, server, port) as address:
        yield address


@contextmanager
def _nginx(program: str, own: Path, server: str, port: int) -> Iterator[str]:
    (own / "nginx.conf").write_text(
        f"user root;\nworker_processes 1;\npid {own}/nginx.pid;\nevents {{}}\nhttp {{\n"
        f"access_log off;\nclient_body_temp_path {own}/body;\nproxy_temp_path {own}/proxy;\n"
        f"fastcgi_temp_path {own}/fastcgi;\nuwsgi_temp_path {own}/uwsgi;\nscgi_temp_path {own}/scgi;\n{server}}}\n"
    )
    command = [program, "-c", f"{own}/nginx.conf", "-e", f"{own}/error.log", "-g", "daemon off;"]
    with running(command, port, own / "error.log") as address:
        yield address


@contextmanager
def apache_serving(program: str, www: Path, top: str) -> Iterator[str]:
    """Serve the site in ``www`` with an Apache that allows as little in ``.htaccess`` as a shared host does."""
    port, own = free_port(), www.parent
    modules = next(path for path in _APACHE_FOLDERS if path.exists())
    loaded = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n"
        for name in _APACHE_MODULES
        if (modules / f"mod_{name}.so").exists()
    )
    (own / "types").write_text("")
    (own / "apache.conf").write_text(
        f"ServerRoot {own}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {own}/apache.pid\n{loaded}"
        f"TypesConfig {own}/types\nErrorLog {own}/error.log\nDocumentRoot {www}\n"
        f"DefaultRuntimeDir {own}\n<IfModule unixd_module>\nUser nobody\nGroup nogroup\n</IfModule>\n"
        f"<Directory {www}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n"
        '<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\n'
    )
    command = [program, "-f", f"{own}/apache.conf", "-DFOREGROUND"]
    with running(command, port, own / "error.log") as address:
        yield address


@contextmanager
def caddy_serving(program: str, www: Path, top: str) -> Iterator[str]:
    """Serve the site in ``www`` below ``top`` with Caddy; give the address of the host."""
    port, own = free_port(), www.parent
    (own / "Caddyfile").write_text(
        f"{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n"
        f"root * {www}\nimport {www}{top}hosting/Caddyfile\n}}\n"
    )
    command = [program, "run", "--config", f"{own}/Caddyfile", "--adapter", "caddyfile"]
    with running(command, port, own / "error.log") as address:
        yield address


@contextmanager
def headers_serving(www: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder as a host does that reads ``_headers`` at its top, and ``404.html`` for what is not there.

    While a file ``slow`` stands at its top, it lets everybody wait.
    """
    handler = functools.partial(_HeadersHandler, directory=str(www), rules=read_headers(www / "_headers"))
    with _HeadersServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def plainly_serving(folder: Path) -> Iterator[str]:
    """Serve a folder as a plain host would, with our page for wrong addresses; give its address."""
    handler = functools.partial(_PlainHandler, directory=str(folder))
    with _PlainServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _PlainHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send our own page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _PlainServer(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone on to another page before an answer was whole."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _HeadersServer(_PlainServer):
    block_on_close = False  # whoever still waits is not waited for


_SLOW = 15
"""Seconds that a slow host lets everybody wait."""

Rules = Sequence[tuple[str, str, str]]


def read_headers(file: Path) -> Rules:
    """Return pattern, name and value of each line of a ``_headers``."""
    rules, pattern = [], ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules.append((pattern, name, value))
        else:
            pattern = line
    return rules


class _HeadersHandler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, rules: Rules, **named: object) -> None:
        self.rules = rules
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, or the page for wrong addresses."""
        if Path(self.directory, "slow").exists():
            time.sleep(_SLOW)
        path = unquote(urlsplit(self.path).path)
        file = Path(f"{self.directory}{path}{'index.html' if path.endswith('/') else ''}")
        there = file.is_file() and file.name != "_headers"
        lost = next((page for folder in file.parents if (page := folder / "404.html").is_file()), None)
        shown = file if there else lost
        content = shown.read_bytes() if shown else b""
        self.send_response(200 if there else 404)
        kind = mimetypes.guess_type(shown.name)[0] if shown else "text/plain"
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        for pattern, name, value in self.rules:
            if fnmatchcase(path, pattern):
                self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):  # whoever asked has gone
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running(command: Sequence[str], port: int, log: Path) -> Iterator[str]:
    """Run a server until the block ends; give its address as soon as it answers."""
    with log.open("a") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told)
    try:
        for _ in range(200):
            if process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
                continue
            yield f"http://127.0.0.1:{port}"
            return
        raise AssertionError(f"{command[0]} did not start: {log.read_text()}")
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
