"""Markdown in data files: what is let through, and what comes out as the text it is."""

from __future__ import annotations

import pytest
from docutils import nodes

from coursewright.sphinx_ext.safe_markdown import block_nodes, inline_nodes, linked


def shown(found: list[nodes.Node]) -> str:
    """Nodes as one line, each with its name; texts as they are, signs of HTML included."""
    return "".join(" ".join(str(node).split("\n")) for node in found)


BLOCKS = {
    "Uno.\n\nDue.": "<paragraph>Uno.</paragraph><paragraph>Due.</paragraph>",
    "Una riga\ndi due.": "<paragraph>Una riga di due.</paragraph>",
    "*a* **b** `c`": "<paragraph><emphasis>a</emphasis> <strong>b</strong> <literal>c</literal></paragraph>",
    "> cita": "<block_quote><paragraph>cita</paragraph></block_quote>",
    "- a\n  - b": (
        '<bullet_list bullet="-"><list_item><paragraph>a</paragraph><bullet_list bullet="-"><list_item>'
        "<paragraph>b</paragraph></list_item></bullet_list></list_item></bullet_list>"
    ),
    "3. a": (
        '<enumerated_list enumtype="arabic" prefix="" start="3" suffix="."><list_item><paragraph>a</paragraph>'
        "</list_item></enumerated_list>"
    ),
    "# Titolo": '<paragraph classes="course-heading">Titolo</paragraph>',
    "```py\nx = 1\n```": '<literal_block language="text" xml:space="preserve">x = 1</literal_block>',
    "[a](https://b.example)": '<paragraph><reference refuri="https://b.example">a</reference></paragraph>',
    "[a](javascript:b)": "<paragraph>[a](javascript:b)</paragraph>",
    "[a](../b.html)": "<paragraph><inline>a</inline></paragraph>",
    "<b>a</b>": "<paragraph><b>a</b></paragraph>",
    "&copy;": "<paragraph>&copy;</paragraph>",
    "{role}`a`": "<paragraph>{role}<literal>a</literal></paragraph>",
    ":::{note}\na\n:::": "<paragraph>:::{note} a :::</paragraph>",
    "| a |\n|---|\n| b |": "<paragraph>| a | |---| | b |</paragraph>",
}


@pytest.mark.parametrize("text", BLOCKS)
def test_blocks(text: str) -> None:
    assert shown(block_nodes(text)) == BLOCKS[text]


def test_blocks_on_one_line_are_run_together() -> None:
    assert shown(inline_nodes("Uno *due*.\n\n# Tre\n- quattro")) == "Uno <emphasis>due</emphasis>. # Tre - quattro"


def test_paragraphs_keep_what_was_written_for_translators() -> None:
    found = [node.rawsource for node in block_nodes("Uno *due*.\n\n- tre") if isinstance(node, nodes.paragraph)]
    assert found == ["Uno *due*."]


@pytest.mark.parametrize("address", ["https://a.example", "http://a.example", "mailto:a@b.example"])
def test_safe_address_is_a_link(address: str) -> None:
    assert shown([linked("a", address)]) == f'<reference refuri="{address}">a</reference>'


@pytest.mark.parametrize("address", ["javascript:a", "data:text/html,a", "//a.example", "a.html", "", "http://[a"])
def test_other_address_is_text(address: str) -> None:
    assert shown([linked("a", address)]) == "a"
