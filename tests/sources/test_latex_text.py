"""LaTeX of bibliographies as plain text."""

from __future__ import annotations

import pytest

from coursewright.sources.latex_text import plain_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{Dall'assistenzialismo} al  welfare\n innovativo", "Dall'assistenzialismo al welfare innovativo"),
        (r"Citt{\`a}, perch\'e, {\'{e}}, \'{\i}", "Città, perché, é, í"),
        (r"M{\"u}ller, \~n, \^{o}, \=a, \.z", "Müller, ñ, ô, ā, ż"),
        (r"\c{c} \v S \u{g} \H{o} \r a \k{e}", "ç Š ğ ő å ę"),
        (r"{\ss} {\AE} \o{} \L odz", "ß Æ ø Łodz"),
        (r"R\&D 5\% \$1 \#2 a\_b", "R&D 5% $1 #2 a_b"),
        (r"\emph{Essere} \textbf{leader} \cmd", "Essere leader"),
        ("pp. 3--5 --- fine~qui", "pp. 3–5 — fine qui"),
        ("\\", ""),
        ("\\\\", ""),
        ("{{}}", ""),
        ("", ""),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert plain_text(latex) == text
