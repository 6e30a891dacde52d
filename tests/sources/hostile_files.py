"""What nobody writes and anyone may put into a file: each case with the codes of what is to be told about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

COURSE = "curriculum/course.yaml"
PAGE = "curriculum/pages/page.md"
WORKS = "curriculum/references.bib"

_PAGE_HEAD = "---\nid: page\n---\n# Title\n\n"
_LIST_OF_MODULES = "kind: course\nid: a\ntitle: b\nsummary: c\nlanguage: it\npath: "
_MISSING = "missing-key"


@dataclass(frozen=True)
class Hostile:
    """A file with its content, made when it is needed, and the codes that reading it must give."""

    name: str
    path: str
    content: Callable[[], str | bytes]
    codes: frozenset[str]


def _case(path: str, name: str, content: Callable[[], str | bytes], *codes: str) -> Hostile:
    return Hostile(f"{path.rsplit('.', 1)[1]}-{name}", path, content, frozenset(codes))


def _yaml(name: str, content: Callable[[], str | bytes], *codes: str) -> Hostile:
    return _case(COURSE, name, content, *codes)


def _text(name: str, content: Callable[[], str], *codes: str) -> Hostile:
    return _case(PAGE, name, lambda: _PAGE_HEAD + content(), *codes)


def _bib(name: str, content: Callable[[], str | bytes], *codes: str) -> Hostile:
    return _case(WORKS, name, content, *codes)


def _alias_bomb() -> str:
    first = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    return first + "".join(
        f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )


def _indented(levels: int, line: str) -> str:
    return "".join(" " * level + line for level in range(levels))


def _nested_directives(depth: int) -> str:
    opening = "\n".join(":" * (depth + 3 - level) + "{note}" for level in range(depth))
    return opening + "\nx\n" + "\n".join(":" * (4 + level) for level in range(depth))


YAML = (
    _yaml("alias-bomb", _alias_bomb, "yaml-alias"),
    _yaml(
        "alias-chain",
        lambda: "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 600)),
        "yaml-alias",
        "file-too-large",
    ),
    _yaml("alias-of-itself", lambda: "a: &a [*a]", "yaml-alias"),
    _yaml("alias-as-key", lambda: "a: &a x\n*a : 1\n", "yaml-key"),
    _yaml("aliases-unknown", lambda: "a: [" + "*a ," * 390_000 + "]", "yaml-alias", "too-many-findings"),
    _yaml("anchor-on-key", lambda: "&a kind: course\nid: *a\n", "yaml-alias"),
    _yaml("anchors", lambda: "a: [" + "".join(f"&a{n} x," for n in range(150_000)) + "]", "file-too-large"),
    _yaml("tags", lambda: "a: [" + "!a b," * 390_000 + "]", "yaml-tag", "too-many-findings"),
    _yaml("tag-python", lambda: "kind: !!python/object/apply:os.system [id]\n", "yaml-tag"),
    _yaml("keys-twice", lambda: "kind: course\n" + "a: 1\n" * 390_000, "duplicate-key", "too-many-findings"),
    _yaml("keys-merged", lambda: "kind: course\n" + "<<: {a: 1}\n" * 170_000, "yaml-merge-key", "too-many-findings"),
    _yaml(
        "keys-unknown",
        lambda: "kind: course\n" + "".join(f"k{n}: 1\n" for n in range(49_000)),
        "unknown-key",
        _MISSING,
        "too-many-findings",
    ),
    _yaml("key-of-a-megabyte", lambda: "? " + "x" * 1_000_000 + "\n: 1\n", "unknown-key", _MISSING),
    _yaml("key-is-list", lambda: "? [a]\n: 1\n", "yaml-key"),
    _yaml("key-is-number", lambda: "1: a\ntrue: b\nnull: c\n", "unknown-key", _MISSING),
    _yaml("scalar-of-10-megabytes", lambda: "title: " + "x" * 10_000_000, "file-too-large"),
    _yaml("scalar-of-a-megabyte", lambda: "id: " + "x" * 1_000_000, "invalid-id", _MISSING),
    _yaml("number-of-a-megabyte", lambda: "id: " + "9" * 1_000_000, "invalid-id", _MISSING),
    _yaml("exponent", lambda: "id: 1e999999999", _MISSING),
    _yaml("deep-flow", lambda: "a: " + "[" * 20_000 + "]" * 20_000, "yaml-too-deep"),
    _yaml("deep-flow-keys", lambda: "a: " + "{a: " * 20_000 + "1" + "}" * 20_000, "yaml-too-deep"),
    _yaml("deep-block", lambda: _indented(1_400, "a:\n"), "yaml-too-deep"),
    _yaml("deep-dashes", lambda: "- " * 990_000, "yaml-too-deep"),
    _yaml("deep-dash-lines", lambda: _indented(1_900, "-\n"), "yaml-too-deep"),
    _yaml("deep-questions", lambda: "? " * 990_000, "yaml-key"),
    _yaml("deep-and-wide", lambda: "a: " + "[" * 60 + "x," * 99_000 + "]" * 60, "unknown-key", _MISSING),
    _yaml("tiny-lists", lambda: "a: [" + "[]," * 600_000 + "]", "file-too-large"),
    _yaml(
        "tiny-lists-in-place", lambda: _LIST_OF_MODULES + "[" + "[]," * 99_000 + "]", "wrong-type", "too-many-findings"
    ),
    _yaml("wrong-ids", lambda: _LIST_OF_MODULES + "[" + "A," * 99_000 + "]", "invalid-id", "too-many-findings"),
    _yaml("tiny-pairs", lambda: "a: [" + "a: b," * 390_000 + "]", "file-too-large"),
    _yaml("colons", lambda: "a: " * 600_000, "yaml-colon"),
    _yaml("quotation-marks", lambda: '"' * 1_900_000, "yaml-quote"),
    _yaml("open-brackets", lambda: "[" * 1_900_000, "yaml-too-deep"),
    _yaml("closed-brackets", lambda: "]" * 1_900_000, "yaml-quote"),
    _yaml("commas", lambda: "[" + "," * 1_900_000, "yaml-sign"),
    _yaml("exclamations", lambda: "!" * 1_900_000, "yaml-tag"),
    _yaml("ampersands", lambda: "&a " * 600_000, "yaml-sign"),
    _yaml("comments", lambda: "#\n" * 900_000, "yaml-empty"),
    _yaml("spaces", lambda: " " * 1_900_000, "yaml-empty"),
    _yaml("tabs", lambda: "kind: course\n\tid: a\n", "yaml-tab"),
    _yaml("documents", lambda: "---\n" * 480_000, "yaml-several-documents"),
    _yaml("directive-1.1", lambda: "%YAML 1.1\n---\nkind: course\nlanguage: NO\n", "wrong-type", _MISSING),
    _yaml("directive-9", lambda: "%YAML 9.1\n---\na: b\n", "yaml-sign"),
    _yaml("directives", lambda: "%a b\n" * 390_000, "yaml-sign"),
    _yaml("escapes", lambda: 'title: "' + "\\x41" * 480_000 + '"', _MISSING),
    _yaml("escape-half-a-pair", lambda: 'title: "\\ud800"', "yaml-syntax"),
    _yaml("escape-nul", lambda: 'title: "\\0"', "control-character"),
    _yaml("nul", lambda: b"kind: course\0", "control-character"),
    _yaml("nel", lambda: "title: a\x85id: b\n", "control-character"),
    _yaml("line-separator", lambda: "title: a\u2028id: b\n", "control-character"),
    _yaml("not-utf-8", lambda: b"kind: course\ntitle: citt\xe0\n", "not-utf8"),
    _yaml("utf-16", lambda: "kind: course\n".encode("utf-16"), "not-utf8"),
    _yaml("half-a-pair-in-utf-8", lambda: b"title: \xed\xa0\x80\n", "not-utf8"),
    _yaml("byte-order-mark", lambda: b"\xef\xbb\xbfkind: course\n", _MISSING),
    _yaml("two-byte-order-marks", lambda: b"\xef\xbb\xbf\xef\xbb\xbfkind: course\n", _MISSING),
    _yaml("crlf", lambda: b"kind: course\r\nid: A\r\n", "invalid-id", _MISSING),
    _yaml("empty", lambda: b"", "yaml-empty"),
    _yaml("list", lambda: "- kind: course\n", "wrong-type"),
    _yaml("text", lambda: "kind\n", "wrong-type"),
)
TEXT = (
    _text("nested-quotes-in-a-line", lambda: "> " * 100_000 + "x"),
    _text("nested-quotes", lambda: "\n\n".join("> " * 60 + "x" for _ in range(8_000)), "text-too-tangled"),
    _text("nested-lists-in-a-line", lambda: "- " * 100_000 + "x"),
    _text("nested-lists", lambda: "\n".join("  " * level + "- x" for level in range(600))),
    _text("lists", lambda: "- x\n" * 100_000, "text-too-tangled"),
    _text("lists-alternating", lambda: "- a\n\n* b\n\n" * 50_000, "text-too-tangled"),
    _text("open-brackets", lambda: "[" * 100_000, "text-too-tangled"),
    _text(
        "brackets-in-a-passage",
        lambda: "\n\n".join("[" * 9_000 + "a" + "]" * 9_000 for _ in range(20)),
        "text-too-tangled",
    ),
    _text("links-begun", lambda: "[a](" * 5_000, "text-too-tangled"),
    _text("pictures-begun", lambda: "\n\n".join("![" * 9_000 for _ in range(20)), "text-too-tangled"),
    _text("links-in-pointed-brackets", lambda: "[a](<" * 4_000, "text-too-tangled"),
    _text("backticks", lambda: "`" * 1_000_000),
    _text("backticks-growing", lambda: " ".join("`" * n for n in range(1, 190))),
    _text("fences", lambda: "```\n" * 100_000, "text-too-tangled"),
    _text("fence-unclosed", lambda: "```\n" + "x\n" * 100_000),
    _text("directives-unclosed", lambda: "```{note}\n" * 100_000, "text-too-tangled"),
    _text("colon-fences-unclosed", lambda: ":::{note}\n" * 100_000, "text-too-tangled"),
    _text("directive-long", lambda: "`" * 1_000 + "{note}\n" + "x\n" * 300_000, "text-too-tangled"),
    _text("directives-50-deep", lambda: _nested_directives(50), "text-too-tangled"),
    _text("directives-15-deep", lambda: _nested_directives(15)),
    _text("directives-many", lambda: ":::{note}\nx\n:::\n\n" * 50_000, "text-too-tangled"),
    _text("directive-options", lambda: ":::{note}\n" + ":a: b\n" * 200_000 + ":::"),
    _text("emphasis", lambda: "*a **a *a " * 2_000),
    _text("emphasis-open", lambda: "\n\n".join("*a_ " * 4_500 for _ in range(10)), "text-too-tangled"),
    _text("asterisks", lambda: "a" + "*" * 9_000 + "a" + "*" * 9_000),
    _text("table-wide", lambda: "\n".join("|" + cell * 10_000 for cell in ("a|", "-|", "b|")), "text-too-tangled"),
    _text(
        "table-of-empty-cells",
        lambda: "|" + "a|" * 900 + "\n|" + "-|" * 900 + "\n" + "|\n" * 10_000,
        "text-too-tangled",
    ),
    _text("table-long", lambda: "|a|\n|-|\n" + "|b|\n" * 400_000, "text-too-tangled"),
    _text("html", lambda: "<div>\n\n" * 100_000, "text-too-tangled"),
    _text("html-in-a-line", lambda: "\n\n".join("a <b c='" * 2_400 for _ in range(20)), "text-too-tangled"),
    _text("html-comments", lambda: "\n\n".join("a <!-- " * 2_500 for _ in range(20)), "text-too-tangled"),
    _text("html-cdata", lambda: "\n\n".join("a <![CDATA[" * 1_700 for _ in range(20)), "text-too-tangled"),
    _text("entities", lambda: "&#x" + "0" * 19_000),
    _text("reference-definitions", lambda: "".join(f"[a{n}]: b\n" for n in range(60_000)), "text-too-tangled"),
    _text("references-open", lambda: "[a\n" * 200_000, "text-too-tangled"),
    _text("roles", lambda: "{a}`b` " * 2_800),
    _text("roles-open", lambda: "\n\n".join("{a}`" * 4_900 for _ in range(10)), "text-too-tangled"),
    _text("autolinks", lambda: "<http://" * 2_400),
    _text("definitions", lambda: "a\n\n: b\n\n" * 60_000, "text-too-tangled"),
    _text("paragraphs", lambda: "a\n\n" * 300_000, "text-too-tangled"),
    _text("headings", lambda: "# a\n" * 200_000, "text-too-tangled"),
    _text("headings-underlined", lambda: "a\n=\n" * 200_000, "text-too-tangled"),
    _text("paragraph-of-a-megabyte", lambda: "word " * 200_000, "text-too-tangled"),
    _text("paragraph-of-lines", lambda: "word\n" * 200_000, "text-too-tangled"),
    _text("indented", lambda: " " * 500_000 + "a"),
    _text("tabs", lambda: "\t" * 500_000 + "a"),
    _text("rules", lambda: "* " * 500_000),
    _text("escape-at-end", lambda: "a\\"),
    _text("comment-in-quote", lambda: "> % a\n>", "text-too-tangled"),
    _text("nul", lambda: "a\0b", "control-character"),
    _text("bell", lambda: "a\x07b", "control-character"),
    _case(PAGE, "front-matter-unclosed", lambda: "---\nid: page\n# Title\n" + "x\n" * 100_000, "front-matter-unclosed"),
    _case(PAGE, "front-matter-ended-by-points", lambda: "---\nid: page\n...\n# Title\n"),
    _case(PAGE, "front-matter-empty", lambda: "---\n---\n# Title\n", "yaml-empty"),
    _case(PAGE, "front-matter-crlf", lambda: b"---\r\nid: page\r\n---\r\n# Title\r\n"),
    _case(PAGE, "front-matter-byte-order-mark", lambda: b"\xef\xbb\xbf---\nid: page\n---\n# Title\n"),
    _case(PAGE, "front-matter-list", lambda: "---\n- a\n---\n# Title\n", "wrong-type"),
    _case(PAGE, "empty", lambda: "", "title-missing"),
)
BIB = (
    _bib("braces-deep", lambda: "@misc{a, title={" + "{" * 100_000 + "x" + "}" * 100_000 + "}}", "bibliography-syntax"),
    _bib("braces-unclosed", lambda: "@misc{a, title={" + "{a}" * 500_000, "bibliography-syntax"),
    _bib("braces-unclosed-often", lambda: "@misc{a, title={x\n" * 100_000, "bibliography-syntax", "too-many-findings"),
    _bib("works", lambda: "".join(f"@misc{{a{n},}}\n" for n in range(120_000)), "file-too-large"),
    _bib("works-alike", lambda: "@misc{a,}\n" * 50_000, "duplicate-id", "too-many-findings"),
    _bib(
        "works-with-fields",
        lambda: "".join(f"@misc{{a{n}, title={{x}}, author={{A B and C D}}, year=2000}}\n" for n in range(14_000)),
    ),
    _bib("fields", lambda: "@misc{a, " + "".join(f"f{n}={{x}}," for n in range(59_000)) + "}"),
    _bib("names", lambda: "@misc{a, author={" + " and ".join(["A B"] * 2_000) + "}}"),
    _bib("name-long", lambda: "@misc{a, author={" + "A " * 900_000 + "}}", "bibliography-syntax"),
    _bib("values-joined", lambda: "@misc{a, title=" + '"" # ' * 300_000 + '""}', "bibliography-syntax"),
    _bib(
        "macros-growing",
        lambda: '@string{a0="xxxxxxxxxx"}' + "".join(f"@string{{a{n + 1}=a{n} # a{n} # a{n}}}" for n in range(40)),
        "bibliography-syntax",
    ),
    _bib("macro-undefined", lambda: "@misc{a, title=foo}", "bibliography-syntax"),
    _bib("refers-to-itself", lambda: "@misc{a, crossref={a}}"),
    _bib("refers-in-a-circle", lambda: "@misc{a, crossref={b}}\n@misc{b, crossref={a}}"),
    _bib("latex", lambda: r"@misc{a, title={Citt{\`a} \cmd{x} \\ \}, author={{\`A}lbini, Ciro}}"),
    _bib("at-signs", lambda: "@" * 1_000_000, "bibliography-syntax"),
    _bib("comments", lambda: "@comment{" * 100_000, "file-too-large"),
    _bib("key-of-a-megabyte", lambda: "@misc{" + "a" * 1_000_000 + ",}", "invalid-id"),
    _bib("key-missing", lambda: "@misc{title={x}}", "bibliography-syntax"),
    _bib("end-missing", lambda: "@misc{a, title={x}", "bibliography-syntax"),
    _bib("no-works", lambda: "word " * 300_000),
    _bib("empty", lambda: ""),
    _bib("latin-1", lambda: "@misc{a, title={città}}".encode("latin-1"), "not-utf8"),
    _bib("utf-16", lambda: "@misc{a, title={x}}".encode("utf-16"), "not-utf8"),
    _bib("nul", lambda: b"@misc{a,\0}", "control-character"),
)
CASES = (*YAML, *TEXT, *BIB)
