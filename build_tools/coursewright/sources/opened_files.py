"""The files that ``conf.py`` opens to texts and extensions on purpose, read without running it."""

from __future__ import annotations

import ast
from pathlib import Path

SETTING = "coursewright_more_files"


def opened_files(root: Path) -> tuple[str, ...]:
    """The patterns of ``coursewright_more_files`` in the course's ``conf.py``, where it is a plain list of texts.

    Nothing is opened by a list that only running the file would tell, or by a file that is no Python.
    """
    try:
        statements = ast.parse((root / "conf.py").read_text("utf-8")).body
    except (OSError, ValueError, SyntaxError, RecursionError):
        return ()
    for statement in reversed(statements):
        names = [each.id for each in getattr(statement, "targets", ()) if isinstance(each, ast.Name)]
        if SETTING in names and isinstance(statement, ast.Assign):
            return _texts(statement.value)
    return ()


def _texts(value: ast.expr) -> tuple[str, ...]:
    items = value.elts if isinstance(value, (ast.List, ast.Tuple)) else ()
    return tuple(each.value for each in items if isinstance(each, ast.Constant) and isinstance(each.value, str))
