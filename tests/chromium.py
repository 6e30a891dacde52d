"""A Chromium for the browser tests: look for one, and as a script install one where there is none.

`python tests/chromium.py` prints the path of a Chromium that starts. It is looked for in this order:
`$CHROMIUM`; Chromium or Chrome on the path or in Applications; Playwright's own. Where none is found it
is installed: from Debian's packages as root or with a `sudo` that asks nothing, else by Playwright. Where
none can be had the script says so, and fails only if `CI` is set. The tests only look, so that parallel
workers never install at once.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

# Root may start it only without a sandbox, a container only without /dev/shm; what runs in the background
# would call other hosts.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)

MISSING = (
    "No Chromium starts here, or Playwright's driver does not: the browser tests cannot run. "
    "Install Chromium or Chrome, or name one with CHROMIUM=/path/to/it."
)

# The shell draws no windows: the same pages take it less than half of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
# Playwright's driver is linked with libatomic, which a small Debian lacks; without a font no text has a size.
BROWSER_PACKAGES = ("chromium-headless-shell", "chromium")
OTHER_PACKAGES = ("fonts-dejavu-core", "libatomic1")


class WrongChromiumError(Exception):
    """`$CHROMIUM` names something that does not start."""


def find() -> Path | None:
    """Return the first Chromium that starts, or None; raise WrongChromiumError if `$CHROMIUM` names none."""
    chosen = os.environ.get("CHROMIUM")
    if not chosen:
        return next((path for path in _candidates() if _succeeds([str(path), "--version"])), None)
    if not _succeeds([chosen, "--version"]):
        raise WrongChromiumError(f"CHROMIUM={chosen} does not start: correct it, or leave it unset.")
    return Path(chosen)


def is_drivable() -> bool:
    """Tell whether Playwright's driver starts."""
    return _succeeds([sys.executable, "-m", "playwright", "--version"])


def is_required() -> bool:
    """Tell whether going without a browser is a failure: it is where `CI` is set."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def install() -> None:
    """Install a Chromium by the first way that this machine offers; say on standard error what went wrong."""
    become_root = _debian_root()
    if become_root is not None:
        install_one = "apt-get -qq install --yes --no-install-recommends"
        # Older releases of Debian have no shell of its own.
        either = " || ".join(" ".join((install_one, each, *OTHER_PACKAGES)) for each in BROWSER_PACKAGES)
        script = f"apt-get -qq update && {{ {either}; }}"
        # Locked, since apt-get waits for nobody when it renews its lists and two trees may be tested at once.
        locked = ["env", "DEBIAN_FRONTEND=noninteractive", "flock", "/var/lib/apt", "sh", "-c", script]
        _attempt("Installing Chromium from Debian's packages for the browser tests", [*become_root, *locked])
        if find() is not None:
            return
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    _attempt("Installing Playwright's Chromium for the browser tests", command)


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    folders = (Path("/Applications"), Path.home() / "Applications")
    yield from (path for folder in folders for name in APPLICATIONS if (path := folder / name).exists())
    if is_drivable():
        with sync_playwright() as playwright:
            own = Path(playwright.chromium.executable_path)
        if own.exists():
            yield own


def _debian_root() -> Sequence[str] | None:
    """Return what to put before a command to run it as root, or None where Debian has no packages for us."""
    # On Ubuntu the package is a stand-in for a snap, which does not start in a container.
    if not Path("/etc/debian_version").exists() or platform.freedesktop_os_release().get("ID") == "ubuntu":
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if _succeeds(["sudo", "-n", "true"]) else None


def _succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _attempt(what: str, command: Sequence[str]) -> None:
    """Run `command`, silently if it succeeds."""
    # Standard output is for the path alone.
    print(what, file=sys.stderr)
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=900,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
    else:
        if done.returncode != 0:
            print(done.stdout, file=sys.stderr)


def main() -> int:
    """Print the path of a Chromium, installing one if need be; return 1 if it is required and missing."""
    try:
        path = find()
        if path is None or not is_drivable():
            install()
            path = find()
    except WrongChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    if path is None or not is_drivable():
        print(MISSING, file=sys.stderr)
        return int(is_required())
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
