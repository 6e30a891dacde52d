"""A page for each finding: why it is one, what is said of it in both languages, and an example from ``findings.md``."""

from __future__ import annotations

from pathlib import PurePosixPath

from coursewright.locale import wording
from coursewright.model.finding_codes import Code
from docs.generate import as_shown
from tests.checks.course_folder import MINIMAL
from tests.checks.golden_page import Block, Section

# What is wrong with a file where the text of a block is not the text of the file.
_FAULTS = {
    "absent": "is not there",
    "folder": "is a folder",
    "link": "is a link to `{0}`",
    "large": "has {0} bytes",
    "hollow": "has {0} bytes",
    "name": "holds a file called `{0}`, where `%` stands for one byte",
    "repeat": "has {0} lines that say `{1}`",
    "pieces": "has so many times what stands beside: {lines}",
    "archive": "holds a part, with so many bytes: {lines}",
}
_LEXERS = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".md": "markdown"}
_LONGEST_FENCE = "`" * 5


def finding_page(code: Code, section: Section) -> str:
    """The page of a finding, as Markdown."""
    return "\n".join(
        [
            f"# {code}\n",
            f"**{code.severity.capitalize()}.** {section.why}\n",
            "## What is said\n",
            _said(code, "en"),
            _in_italian(_said(code, "it")),
            "## An example\n",
            "In [a small course](../../architecture.md#where-to-begin-reading) of which nothing is to be said.\n",
            *map(_example, section.changes),
            f"Told by `coursewright {' '.join(section.command) or 'check'}`:\n",
            _block("text", section.expected("en").text),
            _in_italian(_block("text", section.expected("it").text)),
        ]
    )


def _said(code: Code, language: str) -> str:
    """Message and hints; values in braces stand for what was found."""
    words = wording(language).catalog
    texts = [words.gettext(each) for each in (code.message, code.hint, code.otherwise) if each]
    message, *hints = map(as_shown, texts)
    return "\n>\n".join((f"> **{message}**", *(f"> {hint}" for hint in hints))) + "\n"


def _in_italian(block: str) -> str:
    return f"{{.language-it}}\n{block}"


def _example(block: Block) -> str:
    """What is wrong in a file, and what is right in its place."""
    path = f"`{block.about}`"
    if block.word in _FAULTS:
        lines = block.text.splitlines()
        fault = _FAULTS[block.word].format(*lines, lines="; ".join(f"`{line}`" for line in lines))
        return f"{path} {fault}.\n"
    saved = ", saved as Latin-1" if block.word == "latin-1" else ""
    wrong, right = _sides(block)
    shown = f"{path}, wrong{saved}:\n\n{_block(_lexer(block), wrong)}"
    return f"{shown}\nRight:\n\n{_block(_lexer(block), right)}" if right else f"{shown}\nRight: without it.\n"


def _sides(block: Block) -> tuple[str, str]:
    """What stands there where it is wrong and where it is right, which is empty where nothing is to be."""
    if block.word != "diff":
        file = MINIMAL / block.about
        return block.text, file.read_text("utf-8").rstrip("\n") if file.is_file() else ""
    lines = block.text.splitlines()
    wrong, right = ("\n".join(line[1:] for line in lines if line[:1] in signs) for signs in (" +", " -"))
    return (wrong, right) if wrong else (f"({right})", right)


def _lexer(block: Block) -> str:
    return _LEXERS.get(PurePosixPath(block.about).suffix, "text")


def _block(lexer: str, text: str) -> str:
    return f"{_LONGEST_FENCE}{lexer}\n{text}\n{_LONGEST_FENCE}\n"
