"""The pages of the documents' site: those of ``docs/`` and ``CONTRIBUTING.md``, and those that the code makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from coursewright.model.finding_codes import Code
from docs.finding_pages import finding_page
from docs.generate import ROOT, command_pages, findings_page
from tests.checks.golden_page import read_page

DOCS = ROOT / "docs"
HOME, COMMANDS, FINDINGS, DECISIONS = (
    "index.md",
    "reference/command-line.md",
    "reference/findings.md",
    "decisions/README.md",
)
# The home page's menu: its captions, and the pages under each that are not made of CONTRIBUTING.
_SECTIONS: dict[str, tuple[str, ...]] = {
    "Learn": ("tutorial",),
    "Do": (),
    "Look up": ("reference/command-line", "reference/kinds", "reference/findings", "reference/python"),
    "Understand": ("architecture", "freshness", "fees", "decisions/README"),
}
_CONTRIBUTED = "Do"
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|#)([^)]+)\)")


def pages() -> dict[str, str]:
    """Every file of the site's source: its path, and its text."""
    texts = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    texts |= {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.json")}
    how_to = dict(_how_to((ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    commands = {f"reference/commands/{name}.md": text for name, text in command_pages().items()}
    sections = {section.code: section for section in read_page()}
    findings = {f"reference/findings/{code}.md": finding_page(code, sections[code.value]) for code in Code}
    texts[FINDINGS] = findings_page(link="findings/{}.md")
    texts |= how_to | commands | findings
    menu = _SECTIONS | {_CONTRIBUTED: tuple(path.removesuffix(".md") for path in how_to)}
    texts[HOME] += "".join(_toctree(_there(entries, texts), caption) for caption, entries in menu.items())
    texts[COMMANDS] = _before_sections(texts[COMMANDS]) + _listed(commands)
    texts[FINDINGS] += _toctree(path.removeprefix("reference/") for path in findings)
    decisions = sorted(path.removeprefix("decisions/") for path in texts if re.match(r"decisions/\d", path))
    texts[DECISIONS] += _toctree(decisions)
    return texts


def _how_to(contributing: str) -> Iterator[tuple[str, str]]:
    """A page for each part of CONTRIBUTING, its headings one level up, its links from where the page stands."""
    for part in re.split(r"^## ", contributing, flags=re.MULTILINE)[1:]:
        title = part.partition("\n")[0]
        text = re.sub(r"^#(#+ )", r"\1", f"# {part}", flags=re.MULTILINE)
        yield f"how-to/{title.lower().replace(' ', '-')}.md", _LINK.sub(_from_below, text)


def _from_below(link: re.Match[str]) -> str:
    """A link of a file in the root, in a folder of the site; only its words where the site has not what it leads to."""
    words, target = link.groups()
    return f"[{words}](../{target.removeprefix('docs/')})" if target.startswith("docs/") else words


def _there(entries: Iterable[str], texts: Mapping[str, str]) -> Iterator[str]:
    return (entry for entry in entries if f"{entry}.md" in texts)


def _before_sections(page: str) -> str:
    return page.partition("\n## ")[0].rstrip() + "\n"


def _listed(commands: Mapping[str, str]) -> str:
    """A list of the commands, each with its first sentence, and the menu of their pages."""
    below = [path.removeprefix("reference/") for path in commands]
    sentences = (text.split("```\n\n")[1].partition("\n")[0] for text in commands.values())
    names = (text.partition("\n")[0].removeprefix("# ") for text in commands.values())
    lines = (f"- [`{name}`]({path}): {said}\n" for name, path, said in zip(names, below, sentences, strict=True))
    return "\n" + "".join(lines) + _toctree(below)


def _toctree(entries: Iterable[str], caption: str = "") -> str:
    options = f":hidden:\n:caption: {caption}\n" if caption else ":hidden:\n"
    return f"\n```{{toctree}}\n{options}\n" + "".join(f"{entry.removesuffix('.md')}\n" for entry in entries) + "```\n"
