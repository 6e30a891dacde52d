"""The course in English, as it is built beside the Italian one."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.axe_core import violations
from tests.site.built_site import ROOT
from tests.site.visitor import Visitor

# Words that hardly any Italian sentence does without, and no English one has.
_ITALIAN = re.compile(r"\b(?:che|della|delle|degli|sono|gli|nella|alla|dalla|perché|quando|questo|una)\b")
# Every text of the page whose language, said by itself or by what it stands in, is English.
_TEXTS_IN_ENGLISH = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    const isCode = around.closest("script, style, template, cite, .citation");
    if (!isCode && around.closest("[lang]").lang === "en") found.push(walker.currentNode.data.trim());
  }
  return found.filter(Boolean);
}"""
PAGES = (
    "index",
    "curriculum/competencies/community-maker",
    "curriculum/thermometers/coesione-e-squadra",
    "curriculum/cohorts/cm-2023",
    "curriculum/groups/rete-di-montagna",
    "modules/welfare-generativo",
)


@pytest.fixture(scope="module")
def english(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, serve: Callable[[Path], str]
) -> Iterator[Visitor]:
    """Someone who reads the participants' site in English."""
    folder = tmp_path_factory.mktemp("english")
    options = ["-q", "-W", "-j", "auto", "-b", "html", "-D", "language=en", "-d", str(folder / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    visitor = Visitor(browser, serve(folder / "site"))
    yield visitor
    visitor.leave()


def _italian_said_to_be_english(page: Page) -> list[str]:
    return [text for text in page.evaluate(_TEXTS_IN_ENGLISH) if _ITALIAN.search(text)]


def test_what_is_not_english_says_so(english: Visitor) -> None:
    found = {path: _italian_said_to_be_english(english.open(f"{path}.html")) for path in PAGES}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_axe_finds_nothing(english: Visitor) -> None:
    for path in ("index", "modules/welfare-generativo", "curriculum/groups/rete-di-montagna"):
        page = english.open(f"{path}.html")
        assert (path, list(violations(page))) == (path, [])
