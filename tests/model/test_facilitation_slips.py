"""Lines that were meant to open a block for trainers, however they miss it, and lines that were not."""

from __future__ import annotations

import pytest

from coursewright.model.facilitation_slips import facilitation_slips

MEANT = [
    ":::facilitation",
    ":::{ facilitation }",
    ":::(facilitation)",
    ":::[facilitation]",
    ":::<facilitation>",
    ":::｛facilitation｝",
    "：：：{facilitation}",
    ":::{Facilitation}",
    ":::{FACILITATION}",
    "    :::{facilitation}",
    "\t:::{facilitation}",
    "```facilitation",
    "``` facilitation",
    "~~~facilitation",
    "´´´{facilitation}",
    "'''{facilitation}",
    '"""facilitation',
    '<div class="facilitation">',
    "<div class=facilitation>",
    '<section id="x" class="nota facilitation">',
    ":class: facilitation",
    "{.facilitation}",
    ":::{facilitazione}",
    ":::{facilitazione} Per chi conduce",
    ":::{per-chi-conduce}",
    "::: per chi conduce",
    ":::{formatori}",
    ":::{trainers}",
    ":::{facilitaton}",
    ":::{facilitations}",
    "::::{faciltation}",
    "- :::{facilitazione}",
    "1. :::facilitation",
    "> :::facilitation",
    ": : : {facilitation}",
    "::{facilitation}",
    "{facilitation}",
    ".. facilitation::",
    "!!! facilitation",
    "> [!facilitation]",
    "{% facilitation %}",
    ":::{f\u200bacilitation}",
    ":::{facilita\u00adtion}",
    ":::{fаcilitation}",  # with a Cyrillic a
    ":::{course:facilitation}",
    "Testo :::{facilitation}",
]
NOT_MEANT = [
    "La facilitazione è un mestiere.",
    "**Facilitazione**",
    "## Facilitazione",
    "# Per chi conduce",
    "- Facilitazione grafica",
    ": Facilitazione: chi aiuta un gruppo a parlare.",
    "(facilitazione)",
    "«Facilitazione» vuol dire rendere facile.",
    "[Facilitazione](https://example.org)",
    "| facilitazione | 20 minuti |",
    "`{facilitation}` apre un blocco per chi conduce.",
    "Scrivi `:::{facilitation}` su una riga sua.",
    ":::{note} Per chi conduce il gruppo",
    ":::{dropdown} Facilitazione",
    "{competency}`facilitare`",
    "```{figure} facilitazione.png",
    "<trainer@example.org>",
    "<https://facilitazione.example.org>",
    ":::",
    "",
    ":::{formazione}",
    "10:30 facilitazione",
]


@pytest.mark.parametrize("line", MEANT)
def test_line_that_was_meant_to_open_a_block_is_found(line: str) -> None:
    assert list(facilitation_slips(["Testo.", line])) == [(1, line.strip()[:60])]


@pytest.mark.parametrize("line", NOT_MEANT)
def test_other_line_is_left_alone(line: str) -> None:
    assert list(facilitation_slips([line])) == []
