"""Markdown parsed as the site parses it, as far as the work goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from coursewright.sources.front_matter import split_front_matter
from coursewright.sources.markdown_parser import MAX_PASSAGE, MAX_STEPS, MarkdownReading, TooTangledError
from coursewright.sources.text_files import read_text

REPOSITORY = Path(__file__).parents[2]
LESSONS = sorted(
    path for folder in ("modules", "exercises", "curriculum/pages") for path in (REPOSITORY / folder).rglob("*.md")
)


def outline(tokens: list[Token]) -> list[object]:
    """What a parser made of a text, as far as it matters."""
    kept = [token for token in tokens if token.type != "wordcount"]
    return [(token.type, token.map, token.content, outline(token.children or [])) for token in kept]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.name)
def test_lesson_is_parsed_as_the_site_parses_it(lesson: Path) -> None:
    body = split_front_matter(read_text(lesson, REPOSITORY)).body
    assert body
    config = MdParserConfig(enable_extensions={"colon_fence", "deflist"})
    assert outline(MarkdownReading().parse(body, 1)) == outline(create_md_parser(config, DocutilsRenderer).parse(body))


def test_references_are_shared_with_texts_nested_in_it() -> None:
    reading = MarkdownReading()
    reading.parse("[there]: page.md\n", 1)
    (_, passage, _) = reading.parse("[there]\n", 5)
    assert [child.type for child in passage.children or []] == ["link_open", "text", "link_close"]


def test_longest_passage() -> None:
    MarkdownReading().parse("x" * MAX_PASSAGE, 1)
    with pytest.raises(TooTangledError) as refused:
        MarkdownReading().parse("a\n\nb\n\n" + "x" * (MAX_PASSAGE + 1), 10)
    assert refused.value.line == 14


def test_work_is_shared_by_all_texts_of_a_file() -> None:
    reading = MarkdownReading()
    half = "\n\n".join(["a"] * (MAX_STEPS // 4))
    reading.parse(half, 1)
    with pytest.raises(TooTangledError):
        reading.parse(half, 1)


def test_line_at_which_the_work_is_spent() -> None:
    with pytest.raises(TooTangledError) as refused:
        MarkdownReading().parse("\n\n".join(["a"] * MAX_STEPS), 1)
    assert MAX_STEPS < refused.value.line < 2 * MAX_STEPS


def test_slip_of_a_rule_is_no_traceback() -> None:
    with pytest.raises(TooTangledError) as refused:
        MarkdownReading().parse("a\n\n> % b\n>", 1)
    assert refused.value.line == 3
