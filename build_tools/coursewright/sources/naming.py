"""Where a Markdown text names files: links, pictures, roles, and the arguments and options of directives.

Not whether there are such files, nor whether a text may name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from coursewright.model.named_file import NamedFile, Use

# Directives whose argument is a file, with what they do with it; names that Sphinx and sphinx-design give.
_ARGUMENTS = {
    "include": Use.INCLUDED,
    "literalinclude": Use.READ,
    "image": Use.SHOWN,
    "figure": Use.SHOWN,
}
# Options of any directive that name a file; an address is read from another machine while the site is made.
_OPTIONS = {
    "file": Use.READ,
    "url": Use.READ,
    "diff": Use.READ,
    "img-top": Use.SHOWN,
    "img-bottom": Use.SHOWN,
    "img-background": Use.SHOWN,
}
# Options by which what is included is shown as it is.
_AS_IT_IS = {"literal", "code"}
_ROLES = {"download": Use.SHOWN}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_RST_DIRECTIVE = re.compile(r"\s*\.\.\s+(?:\|[^|]*\|\s+)?([\w:-]+)::\s*(.*)")
_RST_OPTION = re.compile(r"\s+:([\w-]+):\s*(.*)")
_RST_ROLE = re.compile(r":(\w+):`(?:[^`<]*<([^`>]*)>|([^`<]*))`")


def named_by_link(address: str, line: int, column: int, is_link: bool = True) -> Iterator[NamedFile]:
    """What a link, or a picture, leads to if that is a file here; ``path:`` is how MyST asks for a download."""
    path = unquote(address.removeprefix("path:").partition("#")[0])
    if path and not _SCHEME.match(path):
        yield NamedFile(path, Use.SHOWN, line, column, is_link and not address.startswith("path:"))


def named_by_role(role: str, target: str, line: int, column: int) -> Iterator[NamedFile]:
    """What a role names, if it names a file."""
    if role in _ROLES and "://" not in target:
        yield NamedFile(target, _ROLES[role], line, column)


def named_by_directive(name: str, argument: str, options: Mapping[str, str], line: int) -> Iterator[NamedFile]:
    """What a directive names by its argument and its options."""
    use = _ARGUMENTS.get(name.lower())  # docutils takes names in any letters
    if use is Use.INCLUDED and _AS_IT_IS & options.keys():
        use = Use.READ
    if use is Use.SHOWN:
        yield from named_by_link(argument.strip(), line, 1, is_link=False)
    elif use is not None and argument.strip():
        yield NamedFile(argument.strip(), use, line)
    for key, value in options.items():
        if key.lower() in _OPTIONS and value:
            yield NamedFile(value, _OPTIONS[key.lower()], line)


def in_restructured_text(lines: Sequence[str], first_line: int) -> Iterator[NamedFile]:
    """What directives and roles in reStructuredText name, whose markup knows no block for trainers."""
    name = ""
    for line, text in enumerate(lines, first_line):
        directive, option = _RST_DIRECTIVE.match(text), _RST_OPTION.match(text)
        if directive is not None:
            name = directive[1]
            is_include = name.lower() == "include"
            yield from named_by_directive(name, directive[2], {"literal": ""} if is_include else {}, line)
        elif option is not None and name:
            yield from named_by_directive("", "", {option[1]: option[2]}, line)
        for role in _RST_ROLE.finditer(text):
            yield from named_by_role(role[1], (role[2] or role[3] or "").strip(), line, 1)
