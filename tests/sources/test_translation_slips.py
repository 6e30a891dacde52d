"""What a translation brings in beyond the words of the text."""

from __future__ import annotations

import pytest

from coursewright.sources.translation_slips import brought_in

PLAIN = "Si impara ad ascoltare."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (PLAIN, "One learns to listen."),
        (PLAIN, "One *learns* to **listen**."),
        (PLAIN, "- One learns to listen"),
        ("Vedi [la pagina](altra.md).", "See [the page](altra.md)."),
        ("Vedi [Wikipedia](https://it.wikipedia.org/x).", "See [Wikipedia](https://en.wikipedia.org/x)."),
        ("Il {term}`tavolo`.", "The {term}`table <tavolo>`."),
        ("Da {competency}`ascoltare`.", "From {competency}`listening <ascoltare>`."),
        ("{abbr}`CM (Manager)`", "{abbr}`CM (a manager)`"),
        ("![Una sala](sala.png)", "![A room](sala.png)"),
        ("a<br>b", "c<br>d"),
        ("Nota[^1].", "Note[^1]."),
        ("Qui: `codice`", "Here: `code`"),
    ],
)
def test_the_same_in_other_words_passes(written: str, said: str) -> None:
    assert brought_in(written, said) is None


@pytest.mark.parametrize(
    ("written", "said", "found"),
    [
        (PLAIN, "One {download}`learns </private/domande.csv>`.", "{download}`/private/domande.csv`"),
        (PLAIN, "One [learns](/private/domande.csv).", "](/private/domande.csv)"),
        (PLAIN, "One [learns](https://example.org).", "](https://example.org)"),
        (PLAIN, "![](https://example.org/x.png)", "![](https://example.org/x.png)"),
        (PLAIN, "<script>alert(1)</script>", "<script>alert(1)</script>"),
        (PLAIN, 'One <img src="https://example.org/x.png"> learns', '<img src="https://example.org/x.png">'),
        (PLAIN, "One\n\n```{include} /private/domande.csv\n```\n", "{include} /private/domande.csv"),
        (PLAIN, "One\n\n:::{note}\nTwo\n:::\n", "{note}"),
        (PLAIN, "One\n\n# Two\n", "#"),
        (PLAIN, "<https://example.org>", "](https://example.org)"),
        ("Vedi [la pagina](altra.md).", "See [the page](/private/domande.csv).", "](/private/domande.csv)"),
        ("Da {competency}`ascoltare`.", "From {competency}`parlare`.", "{competency}`parlare`"),
        ("{abbr}`CM`", "{raw-html}`CM`", "{raw-html}"),
    ],
)
def test_what_is_brought_in_is_named(written: str, said: str, found: str) -> None:
    assert brought_in(written, said) == found
