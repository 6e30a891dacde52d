"""The scripts that pages load are those that are joined, and no other of ours lies beside them."""

from __future__ import annotations

import re

from coursewright.sphinx_ext.look import SCRIPTS, YAML_PARSER
from docs.join_scripts import PACKAGE, joined

SHIPPED = {file.name for file in (PACKAGE / "sphinx_ext" / "static").glob("*.js")}


def test_scripts_that_are_shipped_are_those_that_are_joined() -> None:
    made = {place.rpartition("/")[2] for place in joined() if place.startswith("sphinx_ext/static/")}
    assert {f"{name}.js" for name in made} == SHIPPED


def test_every_script_that_is_shipped_is_loaded() -> None:
    layouts = "".join(file.read_text("utf-8") for file in (PACKAGE / "sphinx_ext" / "layout").glob("*.html"))
    by_layouts = set(re.findall(r"_static/(coursewright-[a-z-]+\.js)", layouts))
    assert by_layouts | (set(SCRIPTS) - {YAML_PARSER}) == SHIPPED
