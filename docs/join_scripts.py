"""Join the scripts of the site, a file for each kind of page: what `make scripts` does.

A folder of ``build_tools/scripts`` with a ``main.js`` becomes a script that pages load: modules cannot be loaded by a
page that is opened from disk, one plain file can. What is made is committed, and a test makes it again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
    command = [Path(sys.executable).with_name("node"), TOOLS / "esbuild", *entries, *options]
    subprocess.run([*command, f"--banner:js={_BANNER}", f"--outdir={into}"], cwd=ROOT, check=True)


def _place(folder: str) -> str:
    if folder == _PREVIEW:
        return "cli/preview/browser/preview"
    return f"sphinx_ext/static/coursewright-{folder}"


if __name__ == "__main__":
    join(PACKAGE)
