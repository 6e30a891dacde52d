"""Whatever stands in a text of the data, the site shows it as text: HTML, directives, roles, links that run code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import Build, CourseSite
from tests.sphinx_ext.reading import Page
from tests.sphinx_ext.text_fields import TextField, fill, text_fields

_MARK = re.compile(r"zq(\d+)zq")
# What Markdown may add to a page where an author writes it on purpose.
# A title that is long is broken into lines in the map's picture.
_OF_MARKDOWN = set(
    """
    p p[class] pre pre[class] code code[class] span span[class] div div[class] em strong ul ul[class] ol ol[class]
    ol[start] li blockquote a a[class] a[href] tspan tspan[class] tspan[x] tspan[dy]
    """.split()  # noqa: SIM905 - a list of them would take a page
)
_LOADED = ("src", "srcset", "poster", "data", "background", "formaction", "action", "xlink:href")


@dataclass(frozen=True)
class Payload:
    """A text that means something to some program, and what of it a reader must see where it stands as Markdown."""

    words: str
    text: str
    seen: tuple[str, ...]

    def __str__(self) -> str:
        return self.words


def payload(words: str, text: str, *seen: str) -> Payload:
    """A payload; one that Markdown leaves as it is need not say what is seen."""
    return Payload(words, text, seen or (" ".join(text.split()),))


PAYLOADS = (
    payload(
        "html",
        "</title></p></div><script>alert(1)</script> <img src=x onerror=alert(1)> <iframe src=//evil.example></iframe> "
        "<svg onload=alert(1)> <b style='x' onclick=y> <!c> <?php ?> <![CDATA[x]]> \"'><a href=x>",
    ),
    payload("entities", "&lt;script&gt; &#60;b&#62; &amp; &copy; &nbsp;"),
    payload("templates", "{{ 7*7 }} {% include 'x' %} {# c #} {0} {first} {count} %s %(x)s ${x} #{x}"),
    payload(
        "roles",
        "{raw}`<b>x</b>` {course-text}`0` {course-words}`1` {course-address}`0 1` {course-prose}`0` {course-time}`9` "
        "{cite:p}`rossi-2020` {module}`ascolto` {math}`x^2` :strong:`y` |subst|",
        "{raw}<b>x</b> {course-text}0 {course-words}1 {course-address}0 1 {course-prose}0 {course-time}9",
        "{cite:p}rossi-2020 {module}ascolto {math}x^2 :strong:y |subst|",
    ),
    payload(
        "links",
        "[a](javascript:alert(1)) <javascript:alert(2)> ![b](http://evil.example/x.png) [c](data:text/html,x) "
        "[d](vbscript:x) [e](//evil.example) [f](JaVaScRiPt:x) [g](&#106;avascript:x) [h](#i) [j](../k.md) [l][m]\n\n"
        "[m]: javascript:alert(3)",
        "[a](javascript:alert(1)) <javascript:alert(2)> !b [c](data:text/html,x) [d](vbscript:x)",
        "[f](JaVaScRiPt:x)",
    ),
    payload(
        "extensions of Markdown",
        "$$x$$ $y$ (target)= ~~s~~ [^1] ^[n] %comment +++ @z {.class} [x]{.y} a | b H~2~O ==k== :::{note} ```{raw}",
        "$$x$$ $y$ (target)= ~~s~~ [^1] ^[n] %comment +++ @z {.class} [x]{.y} a | b H~2~O ==k== :::{note}",
    ),
    payload(
        "blocks",
        "# Titolo\n\nAltro\n=====\n\n(target)=\n\n:::{note}\nNota\n:::\n\n"
        "```{raw} html\n<script>alert(1)</script>\n```\n\n```{eval-rst}\n.. raw:: html\n```\n\n% comment\n\n+++\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\nT\n: D\n\n<div onclick='x'>\n\n> cita\n\n- voce\n\n3. tre\n\n"
        "    <b>codice</b>\n\n[^1]: nota\n\n***\n\n---\n\n.. raw:: html",
        "Titolo",
        "<script>alert(1)</script>",
        ".. raw:: html",
        "% comment",
        "<div onclick='x'>",
        "<b>codice</b>",
    ),
    payload("backticks", "` a `` b ``` c ```` d ````` e ` f `` g ``` h", "a", "h"),
    # The last: it would take the others into it.
    payload("an open fence", "```{raw} html\n<script>alert(1)</script>\n\n:::{note}", "<script>alert(1)</script>"),
)
ALL_TOGETHER = payload(
    "all together", "\n\n".join(each.text for each in PAYLOADS), *(words for each in PAYLOADS for words in each.seen)
)


@dataclass(frozen=True)
class Filled:
    """A built course whose texts each begin with a mark; ``markdown`` has the marks of those that are Markdown."""

    build: Build
    fields: dict[str, TextField]
    markdown: frozenset[str]

    @property
    def pages(self) -> Iterator[tuple[str, Page]]:
        """Every page with its name."""
        for path in self.build.html:
            yield path, self.build.page(path.removesuffix(".html"))


def filled(folder: Path, text: str = "") -> Filled:
    """The whole little course with a text in every field, built for trainers, who see most."""
    site = CourseSite.copy(folder)
    for path in ("modules/ascolto.md", "curriculum/pages/casi/sportello.md"):
        site.replace(path, "{term}`tavolo`", "tavolo")
    site.append("curriculum/people.yaml", "ignore: [{code: plan-missing, why: Si sa.}]\n")
    fields: dict[str, TextField] = {}
    markdown: set[str] = set()

    def put(field: TextField, is_markdown: bool) -> str:
        mark = f"zq{len(fields)}zq"
        fields[mark] = field
        if is_markdown:
            markdown.add(mark)
        return f"{mark}\n\n{text}" if is_markdown else f"{mark} {text}"

    fill(site.root, put)
    build = site.build(edition=Edition.TRAINERS, suppress_warnings=["coursewright"])
    return Filled(build, fields, frozenset(markdown))


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The course with nothing but marks in its texts."""
    return filled(tmp_path_factory.mktemp("harmless"))


def test_every_text_field_of_the_models_is_filled(harmless: Filled) -> None:
    assert frozenset(harmless.fields.values()) == text_fields()


def test_most_texts_are_on_a_page(harmless: Filled) -> None:
    shown = {harmless.fields[mark[0]] for _, page in harmless.pages for mark in _MARK.finditer(page.text)}
    assert len(shown) > len(text_fields()) * 2 / 3


@pytest.mark.parametrize(
    "payload", [ALL_TOGETHER, *(pytest.param(each, marks=pytest.mark.audit) for each in PAYLOADS)], ids=Payload.__str__
)
def test_text_stays_text(payload: Payload, harmless: Filled, tmp_path: Path) -> None:
    spoilt = filled(tmp_path, payload.text)
    assert spoilt.build.warnings == ()
    as_written = " ".join(payload.text.split())
    for (name, page), (_, before) in zip(spoilt.pages, harmless.pages, strict=True):
        marks = Counter(mark.group() for mark in _MARK.finditer(before.text))
        added = page.census - before.census
        assert (name, set(added) - _OF_MARKDOWN) == (name, set())
        assert (name, len(page.headings)) == (name, len(before.headings))
        assert (name, _dangerous(page)) == (name, [])
        for mark, times in marks.items():
            if mark not in spoilt.markdown:
                assert (name, page.text.count(f"{mark} {as_written}")) == (name, times)
        of_markdown = sum(times for mark, times in marks.items() if mark in spoilt.markdown)
        for seen in payload.seen:
            assert (name, seen, page.text.count(seen) >= of_markdown) == (name, seen, True)


def _dangerous(page: Page) -> list[str]:
    """Addresses that run something or load something from elsewhere, and anchors that are none."""
    loaded = [value for each in page.elements for name, value in each.attributes.items() if name in _LOADED]
    loaded += [each.attributes["href"] for each in page.elements if each.tag == "link" and "href" in each.attributes]
    foreign = [address for address in loaded if urlsplit(address).scheme or urlsplit(address).netloc]
    running = [address for address in page.links if urlsplit(address).scheme not in {"", "http", "https", "mailto"}]
    odd = [anchor for anchor in page.ids if not re.fullmatch(r"[\w.:-]+", anchor)]
    return [*foreign, *running, *odd]


def test_code_that_gives_a_reduction_is_on_no_page(participants: Build, trainers: Build) -> None:
    for site in (participants, trainers):
        assert b"PAROLA-SEGRETA" not in site.everything
