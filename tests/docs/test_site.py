"""The site of the documents: built without a warning, whole, in the tool's look, asking nothing of others."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest

from coursewright.cli.commands import new
from coursewright.cli.program import SUMMARIES
from coursewright.model.finding_codes import Code
from docs.build_site import build
from docs.site_pages import DOCS
from tests.site.addresses import asked_elsewhere, broken
from tests.site.built_site import BuiltSite
from tests.site.written_page import WrittenPage


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site, built once."""
    folder = tmp_path_factory.mktemp("documents")
    assert build(folder) == 0
    return BuiltSite(folder / "html")


def test_every_finding_command_decision_and_part_of_contributing_has_its_page(site: BuiltSite) -> None:
    commands = (
        "coursewright",
        *(f"coursewright-{name}" for name in (*SUMMARIES, *(f"new-{each}" for each in new.SUMMARIES))),
    )
    contributing = re.findall(r"^## (.*)", (DOCS.parent / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    below = {
        "reference/findings": {str(code) for code in Code},
        "reference/commands": set(commands),
        "decisions": {file.stem for file in (DOCS / "decisions").glob("*.md")},
        "how-to": {title.lower().replace(" ", "-") for title in contributing},
    }
    assert {folder: {file.stem for file in (site.folder / folder).glob("*.html")} for folder in below} == below


def test_links_and_anchors_lead_somewhere(site: BuiltSite) -> None:
    assert list(broken(site)) == []


def test_no_other_host_is_asked(site: BuiltSite) -> None:
    assert list(asked_elsewhere(site)) == []


def test_every_page_has_one_title_and_the_look_of_the_tool(site: BuiltSite) -> None:
    own = ["tokens.css", "coursewright.css", "drawings.css"]
    found = {name: [each for each in _style_sheets(page) if each in own] for name, page in site.pages.items()}
    assert {name: sheets for name, sheets in found.items() if sheets != own} == {}
    assert [name for name, page in site.pages.items() if len(page.headings) != 1] == []
    assert (site.folder / "_static/fonts/fraunces-latin-wght-normal.woff2").is_file()


def test_a_finding_is_told_in_both_languages_with_what_is_wrong_and_right(site: BuiltSite) -> None:
    text = (site.folder / "reference/findings/unknown-key.html").read_text("utf-8")
    assert [
        word for word in ("titel", "title", "is not known here", 'lang="it"', "non è prevista") if word not in text
    ] == []


def _style_sheets(page: WrittenPage) -> list[str]:
    return [PurePosixPath(urlsplit(each.url).path).name for each in page.addresses if each.element == "link"]
