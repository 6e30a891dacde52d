"""The face of each folder of the tool: what it is, in words of its own, and a line for each module, taken from there.

``make docs`` writes the tables anew; a test says where one is not as it would be made.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = "build_tools/coursewright"
_WIDTH = 120
_TABLE = re.compile(r"\n\n``\w+``: .*", re.DOTALL)


def faces(root: Path) -> dict[str, str]:
    """Every ``__init__.py`` of the tool as it should be: its path from the repository's ``root``, and its text."""
    inits = sorted((root / _PACKAGE).rglob("__init__.py"))
    return {file.relative_to(root).as_posix(): _with_table(file) for file in inits}


def _with_table(file: Path) -> str:
    text = file.read_text("utf-8")
    face = ast.get_docstring(ast.parse(text)) or ""
    own = _TABLE.sub("", face).rstrip()
    lines = [*own.split("\n"), *([""] if own else []), *_table(file.parent)]
    quoted = '"""' + "\n".join(lines).rstrip() + ('"""' if len(lines) == 2 else '\n"""')
    return re.sub(r'""".*?"""', lambda _: quoted, text, count=1, flags=re.DOTALL)


def _table(folder: Path) -> Iterator[str]:
    """A line, or several, for each module and folder of ``folder``, by name."""
    for path in sorted(folder.iterdir()):
        module = path / "__init__.py" if path.is_dir() else path
        if path.stem.startswith("__") or module.suffix != ".py" or not module.is_file():
            continue
        about = (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").split("\n")[0].rstrip(".")
        line = f"``{path.stem}``: {about}"
        yield from textwrap.wrap(line, _WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
