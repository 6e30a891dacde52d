"""Search in Italian that finds what people type: accents or not, small words too.

Sphinx leaves out common words (one looks in vain for «perché») and holds «elettricita» and «elettricità» for two words.
Here no word is left out, and accents are dropped on both sides: from the text when it is indexed, from the query in the
browser.
"""

from __future__ import annotations

import unicodedata

from sphinx.application import Sphinx
from sphinx.search.it import SearchItalian

# Without the characters that Sphinx's template would escape.
_SPLITTER = r"""
var splitQuery = (query) =>
  query
    .normalize(`NFKD`)
    .replace(/\p{Mark}/gu, ``)
    .split(/[^\p{Letter}\p{Number}_]+/gu)
    .filter((word) => word.length);
"""


class AccentFreeItalian(SearchItalian):
    """Italian without accents and without words left out."""

    stopwords = frozenset[str]()
    js_splitter_code = _SPLITTER

    def split(self, input: str) -> list[str]:
        """The words of a text, their accents dropped."""
        decomposed = unicodedata.normalize("NFKD", input)
        return super().split("".join(each for each in decomposed if not unicodedata.combining(each)))


def setup_search(app: Sphinx) -> None:
    """Search Italian courses so."""
    app.add_search_language(AccentFreeItalian)
