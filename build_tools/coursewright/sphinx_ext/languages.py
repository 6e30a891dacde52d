"""The languages of a site: the one it speaks, the one the course is written in, and the same page in the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from babel import Locale, UnknownLocaleError
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import extract_messages

from coursewright.sphinx_ext.domain import course_domain


@dataclass(frozen=True)
class OtherLanguage:
    """The page in a language of the site: the language's code and own name, and where that page is.

    ``address`` is the whole one, and empty where nobody knows at which the site will stand.
    """

    code: str
    name: str
    href: str
    address: str
    here: bool


class MarkPassages(SphinxTransform):
    """Says which language a passage is in where that is not the one of the page around it."""

    default_priority = 21  # after Sphinx has put the translations in

    def apply(self, **kwargs: Any) -> None:
        """Mark the passages that the catalog of a translated page lacks, and those that another page's has."""
        docname, languages = self.env.current_document.docname, course_domain(self.env).languages
        unsaid, is_other = languages.unsaid(docname), bool(languages.text_language(docname))
        for node, message in extract_messages(self.document) if unsaid or is_other else ():
            if not isinstance(node, nodes.TextElement):
                continue
            if is_other and node.get("translated"):
                node["classes"].append(f"language-{languages.site}")
            elif message in unsaid:
                node["classes"].append(f"language-{languages.course}")


def add_languages(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """At ``html-page-context``: the page in the other languages, and the language of its text if it is another."""
    languages = course_domain(app.env).languages
    is_page = pagename in app.env.found_docs
    context["is_untranslated"] = languages.is_untranslated(pagename)
    context["text_language"] = languages.text_language(pagename)
    context["course_language_name"] = _name_in(languages.course, languages.site)
    uri = app.builder.get_target_uri(pagename)
    root = str(context.get("content_root", "")).removeprefix("./")
    has_others = is_page or pagename == "search"
    context["languages"] = tuple(_others(app.config, languages.site, root, uri)) if has_others else ()


def setup_languages(app: Sphinx) -> None:
    """Hand each page its languages."""
    app.add_config_value("coursewright_languages", [], "html", types=(list, tuple))
    app.add_transform(MarkPassages)
    app.connect("html-page-context", add_languages)


def _others(config: Config, here: str, root: str, uri: str) -> Iterator[OtherLanguage]:
    """The page in every language of a site in several: the first language's pages stand above those of the others."""
    codes = list(config.coursewright_languages)
    if here not in codes:
        return
    base = str(config.html_baseurl or "")
    above = "" if here == codes[0] else "../"
    for code in codes:
        folder = "" if code == codes[0] else f"{code}/"
        yield OtherLanguage(
            code=code,
            name=_name_in(code, code),
            href=f"{root}{above}{folder}{uri}",
            address=f"{top(base, here, codes)}{folder}{uri}" if base else "",
            here=code == here,
        )


def top(base: str, here: str, codes: list[str]) -> str:
    """The address of the whole site, from that of the part that speaks one of its languages."""
    base = f"{base.rstrip('/')}/"
    return base if here == codes[0] else base.removesuffix(f"{here}/")


def _name_in(code: str, language: str) -> str:
    """What a language is called in a language, such as «Italiano» and “Italian”."""
    try:
        name = Locale.parse(code, sep="-").get_display_name(language.replace("-", "_")) or code
    except UnknownLocaleError:  # a code that no language has yet
        return code
    return name[:1].upper() + name[1:]
