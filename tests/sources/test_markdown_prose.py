"""What Markdown texts hold, each thing at its line and column.

Covers also `model/prose.py`.
"""

from __future__ import annotations

from textwrap import dedent

import pytest

from coursewright.model.prose import Heading, Mention, Passage, Prose
from coursewright.sources.markdown_prose import MAX_NESTED_DIRECTIVES, TooTangledError, read_prose


def read(text: str, first_line: int = 1) -> Prose:
    return read_prose(dedent(text).lstrip("\n"), first_line)


def links(text: str) -> list[tuple[str, int, int]]:
    return [(link.text, link.line, link.column) for link in read_prose(text).links]


def test_headings_with_their_words() -> None:
    prose = read(
        """
        # The {term}`impact`, *measured* with `code`

        Second title
        ============

        ## With a {term}`shown text <target>` ##

        > ### In a quotation
        """,
        first_line=7,
    )
    assert prose.title == "The impact, measured with code"
    assert prose.headings == (
        Heading(1, "The impact, measured with code", 7),
        Heading(1, "Second title", 9),
        Heading(2, "With a shown text", 12),
        Heading(3, "In a quotation", 14),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Text\n",
        "## Part\n",
        "```\n# Code\n```\n",
        ":::{note}\n# Inside\n:::\n",
        "> # Quoted\n",
        "- # Listed\n",
        "#\n",
        "#No space\n",
        "% # Comment\n",
        "    # Indented\n",
    ],
)
def test_text_without_title(text: str) -> None:
    assert read_prose(text).title == ""


def test_first_title_outside_blocks_is_the_title() -> None:
    assert read("> # A\n\n:::{note}\n# B\n:::\n\n# C\n\n# D\n").title == "C"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See [here](a.md).\n", [("here", 1, 5)]),
        ("One\nline, [here](a.md) and\n  [there](b.md).\n", [("here", 2, 7), ("there", 3, 3)]),
        ("- item\n\n  [here](a.md)\n", [("here", 3, 3)]),
        ("- [here](a.md)\n- [here](a.md)\n", [("here", 1, 3), ("here", 2, 3)]),
        ("> quoted\n> > [here](a.md)\n", [("here", 2, 5)]),
        ("> lazy\n[here](a.md)\n", [("here", 2, 1)]),
        ("## A [part](a.md) ##\n", [("part", 1, 6)]),
        ("[one\ntwo](a.md) [three](b.md)\n", [("one two", 1, 1), ("three", 2, 12)]),
        ("[one](\na.md) [two](b.md)\n", [("one", 1, 1), ("two", 2, 7)]),
        ("`code\nspan` [one](a.md)\n", [("one", 2, 7)]),
        ("<b\n> [one](a.md)\n", [("one", 2, 3)]),
        ("[*a* `b` ![c](d)](e)\n", [("a b c", 1, 1)]),
        ("[](a.md)\n", [("", 1, 1)]),
        ("<https://x.y>\n", [("https://x.y", 1, 1)]),
        ("[a][b] [b][] [b]\n\n[b]: c\n", [("a", 1, 1), ("b", 1, 8), ("b", 1, 14)]),
        (":::{note}\n[a][b]\n:::\n\n[b]: c\n", [("a", 2, 1)]),
        (
            "| x [a](b) | [a](b) |\n|---|---|\n| [a](b) | [a](b) |\n",
            [("a", 1, 5), ("a", 1, 14), ("a", 3, 3), ("a", 3, 12)],
        ),
        ("Term\n: a [b](c)\n\n  d [e](f)\n", [("b", 2, 5), ("e", 4, 5)]),
        ("Note[^1].\n\n[^1]: see [b](c)\n", [("b", 3, 11)]),
        ("`[a](b)` \\[a](b) [a] (b)\n", []),
        ("    [a](b)\n", []),
        ("```\n[a](b)\n```\n", []),
        ("<div>\n[a](b)\n</div>\n", []),
        ("% [a](b)\n", []),
        ("[a](<b c>) [a](b 'c')\n", [("a", 1, 1), ("a", 1, 12)]),
        ("è «[a](b)»\n", [("a", 1, 4)]),
    ],
)
def test_links_have_their_words_and_places(text: str, found: list[tuple[str, int, int]]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![](a.png)\n", [("a.png", 1, 1)]),
        ("x ![ ](a.png) ![seen](b.png)\n", [("a.png", 1, 3)]),
        ("[![](a.png)](b)\n", [("a.png", 1, 2)]),
        ("```{image} a.png\n```\n", [("a.png", 1, 12)]),
        ("```{image} a.png\n:width: 3\n:alt:\n```\n", [("a.png", 1, 12)]),
        ("```{image} a.png\n:alt: seen\n```\n", []),
        ("- x\n\n  :::{figure} a.png\n  ---\n  name: x\n  ---\n  A caption.\n  :::\n", [("a.png", 3, 15)]),
        ("```{figure} a.png\n---\nalt: seen\n---\n```\n", []),
    ],
)
def test_pictures_without_words(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(picture.text, picture.line, picture.column) for picture in read(text).images_without_alt] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See {module}`squadra`.\n", [Mention("module", "squadra", 1, 5)]),
        ("{term}`a` and\n{course:module}`b`\n", [Mention("term", "a", 1, 1), Mention("course:module", "b", 2, 1)]),
        ("{term}`the words <word>`\n", [Mention("term", "word", 1, 1)]),
        ("{cite:p}`a,b` {cite:t}`{see}c`\n", [Mention("cite:p", "a,b", 1, 1), Mention("cite:t", "{see}c", 1, 15)]),
        ("{term}`a\nb` {term}`c`\n", [Mention("term", "a b", 1, 1), Mention("term", "c", 2, 4)]),
        ("# {term}`a`\n", [Mention("term", "a", 1, 3)]),
        ("[{term}`a`](b)\n", [Mention("term", "a", 1, 2)]),
        ("`{term}` `a` \\{term}`a`\n", []),
        (":::{admonition} See {term}`a`\n:::\n", [Mention("term", "a", 1, 21)]),
    ],
)
def test_roles_are_mentions(text: str, found: list[Mention]) -> None:
    assert list(read(text).mentions) == found


def test_paragraphs_begin_at_their_place() -> None:
    prose = read(
        """
        One *line*
        and `code` [linked](a.md).

        - an item
          > quoted ![picture](b.png)

        | a | b |
        |---|---|
        | c | c |

        {term}`shown <target>`
        """
    )
    assert prose.paragraphs == (
        Passage("One line and  linked.", 1, 1),
        Passage("an item", 4, 3),
        Passage("quoted", 5, 5),
        Passage("a", 7, 3),
        Passage("b", 7, 7),
        Passage("c", 9, 3),
        Passage("c", 9, 7),
        Passage("shown", 11, 1),
    )


NESTED = """
::::{facilitation} Before [all](a.md)
:class: wide
:name: x

Inside [one](b.md).

- ```{note}
  In a list [two](c.md).
  ```

:::{tip}
---
class: x
---
Deeper {module}`m`.
:::
::::

```{code-block} python
[no](link)
```

```python
{no}`role`
```

```{toctree}
[no](link)
```
"""


def test_what_stands_in_directives_is_read_and_code_is_not() -> None:
    prose = read(NESTED, first_line=20)
    assert prose.directives == (
        Passage("facilitation", 20, 5),
        Passage("note", 26, 6),
        Passage("tip", 30, 4),
        Passage("code-block", 38, 4),
        Passage("toctree", 46, 4),
    )
    assert prose.links == (Passage("all", 20, 27), Passage("one", 24, 8), Passage("two", 27, 13))
    assert prose.mentions == (Mention("module", "m", 34, 8),)


@pytest.mark.parametrize("signs", ["`", ":", "~"])
def test_directives_of_every_fence(signs: str) -> None:
    prose = read(f"{signs * 4}{{note}}\n{signs * 3}{{tip}}\n[a](b)\n{signs * 3}\n{signs * 4}\n")
    assert [directive.text for directive in prose.directives] == ["note", "tip"]
    assert prose.links == (Passage("a", 3, 1),)


def test_directive_left_open_runs_to_the_end() -> None:
    assert read("```{note}\n[a](b)\n").links == (Passage("a", 2, 1),)


def test_directives_nest_so_deep_and_no_deeper() -> None:
    def nested(depth: int) -> str:
        fences = [":" * (depth + 3 - level) for level in range(depth)]
        return "\n".join([*(fence + "{note}" for fence in fences), "[a](b)", *reversed(fences)])

    assert len(read(nested(MAX_NESTED_DIRECTIVES)).links) == 1
    with pytest.raises(TooTangledError) as refused:
        read(nested(MAX_NESTED_DIRECTIVES + 1))
    assert refused.value.line == MAX_NESTED_DIRECTIVES + 1


def test_empty_text() -> None:
    assert read_prose("") == Prose()


def test_all_that_is_written_is_kept_line_by_line() -> None:
    prose = read_prose("# T\n\n<!-- c -->\n```\nk\n```\n", 7)
    assert (prose.lines, prose.first_line) == (("# T", "", "<!-- c -->", "```", "k", "```", ""), 7)
