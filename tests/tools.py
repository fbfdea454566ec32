"""The programs that only tests need: browsers, Java with Maven for veraPDF, and web servers.

`make test` runs this file before pytest: what is missing is installed where that is possible, and
otherwise one line says so. Tests ask for the fixtures `chromium`, `java_tools` and the like (conftest.py).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
APACHES = ("apache2", "httpd", "/usr/sbin/apache2", "/usr/sbin/httpd")
NGINXES = ("nginx", "/usr/sbin/nginx")
FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
MINI_BROWSERS = "*/webkit2gtk-4.*/MiniBrowser"
"""Where WebKitGTK has the browser that its driver drives, below a folder of libraries."""
DEBIAN_PACKAGES = {
    "chromium": ("chromium",),
    "firefox": ("firefox-esr",),
    "webkit": ("webkit2gtk-driver", "xvfb"),
    "java": ("default-jre-headless", "maven"),
    "nginx": ("nginx-light",),
    "apache": ("apache2-bin",),
    "caddy": ("caddy",),
}
MISSING = {
    "chromium": "no Chromium: the tests in a real browser are skipped",
    "firefox": "no Firefox: the tests in it are skipped",
    "webkit": "no WebKitGTK with its driver and Xvfb: the tests in it are skipped",
    "java": "no Java with Maven: the tests with veraPDF and the Nu checker are skipped",
    "nginx": "no nginx: the tests with it are skipped",
    "apache": "no Apache: the tests with it are skipped",
    "caddy": "no Caddy: the tests with it are skipped",
}
OPTIONAL = ("webkit", "caddy")
"""What not every system has a package of: the tests do without, also where CI=true asks for every other tool."""


@dataclass(frozen=True, slots=True)
class JavaTools:
    """What veraPDF is fetched and run with."""

    java: str
    mvn: str

    @property
    def run(self) -> tuple[str, ...]:
        """How a program in Java is run that is done before it pays to compile it well or to tidy up beside it.

        Compiled so, the Nu checker goes deeper than the usual stack.
        """
        return (self.java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")


@cache
def find_chromium() -> str | None:
    """Return a Chromium that starts: the machine's own, or else Playwright's."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path and starts(path, "--version"):
            return path
    path = playwright_chromium()
    return path if path and starts(path, "--version") else None


@cache
def find_java() -> JavaTools | None:
    """Return Java and Maven, where both are there and start."""
    java, mvn = shutil.which("java"), shutil.which("mvn")
    if java and mvn and starts(java, "-version") and starts(mvn, "--version"):
        return JavaTools(java, mvn)
    return None


@cache
def find_nginx() -> str | None:
    """Return an nginx that starts."""
    return next((path for name in NGINXES if (path := shutil.which(name)) and starts(path, "-v")), None)


@cache
def find_apache() -> str | None:
    """Return an Apache that starts."""
    return next((path for name in APACHES if (path := shutil.which(name)) and starts(path, "-v")), None)


@cache
def find_firefox() -> tuple[str] | None:
    """Return a Firefox that starts."""
    paths = (path for name in FIREFOXES if (path := shutil.which(name)))
    return next(((path,) for path in paths if starts(path, "--version")), None)


@cache
def find_webkit() -> tuple[str, str] | None:
    """Return WebKitGTK's driver and its small browser, where there is also a screen for it."""
    driver, browsers = shutil.which("WebKitWebDriver"), sorted(Path("/usr/lib").glob(MINI_BROWSERS))
    return (driver, str(browsers[-1])) if driver and browsers and shutil.which("Xvfb") else None


@cache
def find_caddy() -> str | None:
    """Return a Caddy that starts."""
    path = shutil.which("caddy")
    return path if path and starts(path, "version") else None


FINDERS = {
    "chromium": find_chromium,
    "firefox": find_firefox,
    "webkit": find_webkit,
    "java": find_java,
    "nginx": find_nginx,
    "apache": find_apache,
    "caddy": find_caddy,
}


def starts(program: str, option: str) -> bool:
    """Tell whether a program runs at all: Ubuntu's chromium-browser may be a note about another package."""
    try:
        return subprocess.run([program, option], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwright_chromium() -> str | None:
    """Return where Playwright keeps, or would keep, its own Chromium."""
    question = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True)
    path = done.stdout.strip()
    return path if Path(path).is_file() else None


def install(tool: str) -> None:
    """Install a tool with the system's packages, where we may, or a browser with Playwright."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {' and '.join(DEBIAN_PACKAGES[tool])} for the tests", flush=True)
        # In run level 1 a server is installed and not started.
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        run(["apt-get", "update", "-qq"], quiet)
        run(["apt-get", "install", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES[tool]], quiet)
        FINDERS[tool].cache_clear()
    if tool == "chromium" and not find_chromium():
        print("Fetching Playwright's Chromium for the tests", flush=True)
        run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))
        find_chromium.cache_clear()


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run an installer; what it says is told only when it fails, and the tests then do without."""
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}")
        return
    if done.returncode:
        print(f"  {reason(done.stderr + done.stdout)}")


def reason(output: str) -> str:
    """Return the line of an installer's output that names the error."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return next((line for line in lines if "error" in line.lower()), "it failed and did not say why")


def main() -> int:
    """Install what is missing; fail only where CI=true asks for it."""
    for tool, find in FINDERS.items():
        if not find():
            install(tool)
    missing = [tool for tool, find in FINDERS.items() if not find()]
    for tool in missing:
        print(MISSING[tool])
    return 1 if set(missing) - set(OPTIONAL) and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
