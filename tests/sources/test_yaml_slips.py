"""The usual slips in YAML: what each is taken for, and where it stands."""

from __future__ import annotations

import pytest

from coursewright.sources.yaml_tree import read_yaml

SLIPS = {
    # Tabs
    "a:\n\tb: 1\n": "2:1 yaml-tab",
    "a:\n  b: 1\n\tc: 2\n": "3:1 yaml-tab",
    "a:\n  -\tb: 1\n    c: 2\n": "2:4 yaml-tab",
    "a: |\n x\n\ty: z\n": "3:1 yaml-tab",
    # Colons
    "title: Corso: base\n": "1:13 yaml-colon",
    "a: 1\ntitle: “Ciao: mondo”\n": "2:13 yaml-colon",
    # Quotes and brackets
    'title: "Corso\nb: 1\nc: 2\n': "1:8 yaml-quote",
    "title: 'Corso\nb: 1\n": "1:8 yaml-quote",
    "title: 'l'uovo'\nb: 1\n": "1:11 yaml-quote",
    "- 'l'uovo'\n- b\n": "1:6 yaml-quote",
    'title: "Ciao" mondo\nb: 1\n': "1:15 yaml-quote",
    "a: {t: 'l'uovo'}\n": "1:11 yaml-quote",
    "- {id: a, title: b\n- {id: c}\n": "1:3 yaml-quote",
    "a: {id: a, title: b\nc: d\n": "1:4 yaml-quote",
    "a: {id: a, title: b\n": "1:4 yaml-quote",
    "a: x\ty\nb: [\n": "2:4 yaml-quote",
    "a: [b, c\nd: e\n": "1:4 yaml-quote",
    "a: {b: c}}\n": "1:10 yaml-quote",
    "a: [b]]\n": "1:7 yaml-quote",
    "a: [x](http://b) more\n": "1:7 yaml-quote",
    # Signs that begin no text
    "a: @b\n": "1:4 yaml-sign @",
    "a: `b`\n": "1:4 yaml-sign `",
    "a: %b\n": "1:4 yaml-sign %",
    "%a: b\n": "1:1 yaml-sign %",
    "a: *bold* x\n": "1:4 yaml-sign *",
    "a: **bold** x\n": "1:4 yaml-sign *",
    "a: & b\n": "1:4 yaml-sign &",
    "a: > quote\n": "1:4 yaml-sign >",
    "a: | x\n": "1:4 yaml-sign |",
    "a: , b\n": "1:4 yaml-sign ,",
    "a: ? b\n": "1:4 yaml-sign ?",
    # Indentation, and the rest
    "a: 1\n  b: 2\n": "2:4 yaml-syntax",
    "a:\n    b: 1\n  c: 2\n": "3:3 yaml-syntax",
    "a:\n  - b\n - c\n": "3:2 yaml-syntax",
    "a:b\nc: d\n": "2:2 yaml-syntax",
    "a: 1\nb\nc: 2\n": "2:1 yaml-syntax",
    "- a\nb: c\n": "2:1 yaml-syntax",
    "b: c\n- a\n": "2:1 yaml-syntax",
    "- {id: a title: b}\n": "1:15 yaml-syntax",
    "x: [a: b c: d]\n": "1:11 yaml-syntax",
    "a: {b: c: d}\n": "1:9 yaml-syntax",
    'a: "c:\\dati"\n': "1:7 yaml-syntax",
}


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_known_by_its_code_and_place(text: str) -> None:
    (finding,) = read_yaml(text, "a").findings
    assert f"{finding.place} {finding.code} {finding.values.get('found', '')}".strip() == f"a:{SLIPS[text]}"


def test_place_counts_from_the_line_at_which_the_text_begins() -> None:
    (finding,) = read_yaml("a: b: c\n", "a", first_line=2).findings
    assert str(finding.place) == "a:2:5"
