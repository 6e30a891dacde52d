"""Texts in templates: quoted for where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from coursewright.cli.scaffold.name import on_one_line
from coursewright.cli.scaffold.template import markdown_text, rendered, yaml_text
from coursewright.sources.markdown_prose import read_prose
from coursewright.sources.yaml_tree import read_yaml

_TITLES = st.text(min_size=1, max_size=80).map(on_one_line).filter(bool)


@pytest.mark.parametrize(
    "text", ["Ascoltare davvero", "L'arte d'ascoltare", "Perché sì, no", "true", "12:30", "# a", "a: b"]
)
def test_yaml_text_is_quoted_only_where_it_has_to_be(text: str) -> None:
    quoted = yaml_text(text)
    assert read_yaml(f"title: {quoted}\nid: x\n", "a.yaml").data == {"title": text, "id": "x"}
    assert (quoted == text) is (text in {"Ascoltare davvero", "L'arte d'ascoltare"})


@given(_TITLES)
def test_yaml_text_reads_as_it_was_typed(title: str) -> None:
    assert read_yaml(f"title: {yaml_text(title)}\n", "a.yaml").data == {"title": title}
    assert read_yaml(f"{{title: {yaml_text(title)}, id: x}}\n", "a.yaml").data == {"title": title, "id": "x"}


@given(_TITLES)
def test_markdown_text_shows_what_was_typed(title: str) -> None:
    assert read_prose(f"# {markdown_text(title)}\n").title == title


def test_template_with_a_value_that_nobody_gives_is_a_mistake() -> None:
    with pytest.raises(UndefinedError):
        rendered("module/it/module.md")
