"""What a course's ``conf.py`` may say, and what it need not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from coursewright.model.curriculum import Curriculum
from coursewright.model.page import Edition
from coursewright.project import course_language
from coursewright.sphinx_ext.citations import bibliography_style, reference_style

THEME = "sphinx_book_theme"
# Set where conf.py leaves Sphinx's default; conf.py has the last word. These are for every site with our look.
LOOK: dict[str, Any] = {
    "html_theme": THEME,
    "html_sidebars": {"**": []},
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_use_index": False,
    "html_domain_indices": False,
    "html_show_sphinx": False,
    "html_last_updated_fmt": None,
    "html_permalinks": False,
    "html_show_search_summary": False,  # it would fetch the page of every hit
    "myst_enable_extensions": ["colon_fence", "deflist"],
    "myst_heading_anchors": 3,
    "smartquotes": False,
}
# And these for a course's.
PRESETS: dict[str, Any] = LOOK | {
    "gettext_compact": False,  # a catalog a page
    "primary_domain": "course",
}
# The theme's own parts, which our layout takes the place of: it would still render each of them for each page.
THEME_OPTIONS: dict[str, Any] = {
    "navbar_persistent": [],
    "navbar_start": [],
    "article_header_start": [],
    "article_header_end": [],
    "secondary_sidebar_items": [],
    "primary_sidebar_end": [],
    "footer_content_items": [],
    "use_download_button": False,
    "use_fullscreen_button": False,
}


def setup_settings(app: Sphinx) -> None:
    """Register the extension's own settings."""
    app.add_config_value("coursewright_edition", Edition.PARTICIPANTS.value, "env", types=(str,))
    app.add_config_value("coursewright_report_findings", True, "", types=(bool,))
    app.add_config_value("coursewright_fingerprint", "", "env", types=(str,))
    _settle_language(app)


def _settle_language(app: Sphinx) -> None:
    """Let Sphinx speak the course's language unless ``conf.py`` or the command line names one."""
    if not is_set(app.config, "language"):
        app.config["language"] = course_language(Path(app.srcdir)) or app.config.language
        app._init_i18n()  # Sphinx did this for its default language before any extension could speak


def edition_of(config: Config) -> Edition:
    """For whom the site is built."""
    return Edition(config.coursewright_edition)


def apply_presets(config: Config, curriculum: Curriculum, language: str) -> None:
    """Fill in what ``conf.py`` leaves open, from the presets and from the course itself."""
    fill_in(config, PRESETS | course_settings(curriculum, language))
    shown_everywhere = {"default_mode": "auto", "licence": curriculum.course.licence or ""}
    config.html_context = shown_everywhere | config.html_context
    config.coursewright_fingerprint = fingerprint()
    if config.html_baseurl and language in config.coursewright_languages[1:]:
        config.html_baseurl = f"{config.html_baseurl.rstrip('/')}/{language}/"


def fill_in(config: Config, presets: Mapping[str, Any]) -> None:
    """Settle what ``conf.py`` and the command line leave open, and how the theme draws what our layout leaves it."""
    for name, value in presets.items():
        if not is_set(config, name):
            config[name] = value
    if config.html_theme == THEME:
        config.html_theme_options = THEME_OPTIONS | config.html_theme_options


def course_settings(curriculum: Curriculum, language: str) -> dict[str, Any]:
    """What the course itself settles, for a site in a language."""
    course = curriculum.course
    return {
        "project": str(course.title),  # Sphinx wants a text and no kind of one
        "author": ", ".join(organiser.name for organiser in course.organisers),
        "html_title": str(course.title),
        "bibtex_bibfiles": ["curriculum/references.bib"] if curriculum.works else [],
        "bibtex_reference_style": reference_style(language),
        "bibtex_default_style": bibliography_style(language),
    }


def fingerprint() -> str:
    """A text that changes with the tool, so that an upgrade builds everything anew."""
    digest = hashlib.sha256()
    for name, content in sorted(_contents(files("coursewright"), "")):
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found.extend(_contents(entry, f"{path}{entry.name}/"))
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            found.append((path + entry.name, entry.read_bytes()))
    return found


def is_set(config: Config, name: str) -> bool:
    """Whether ``conf.py`` or the command line gives a value, be it Sphinx's own default."""
    return name in config._raw_config or name in config.overrides
