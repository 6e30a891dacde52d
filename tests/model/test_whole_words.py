"""Phrases found in texts."""

from __future__ import annotations

import pytest

from coursewright.model.whole_words import Phrase, Phrases

PHRASES = Phrases(["Rete", "curriculum", "curriculum di gruppo", "follow-up", "check (list)"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("una rete", [Phrase("rete", 4, 8)]),
        ("RETE, Rete: rete", [Phrase("rete", 0, 4), Phrase("rete", 6, 10), Phrase("rete", 12, 16)]),
        ("l'rete", [Phrase("rete", 2, 6)]),
        ("un curriculum\n   di gruppo", [Phrase("curriculum di gruppo", 3, 26)]),
        ("un curriculum di gruppi", [Phrase("curriculum", 3, 13)]),
        ("il follow-up", [Phrase("follow-up", 3, 12)]),
        ("la check (list)", [Phrase("check (list)", 3, 15)]),
        ("reti, retes, arete, co-rete, rete-mia, rete_a", []),
    ],
)
def test_whole_phrases_are_found_and_the_longest_wins(text: str, found: list[Phrase]) -> None:
    assert list(PHRASES.found(text)) == found


def test_without_phrases_nothing_is_found() -> None:
    assert list(Phrases([]).found("una rete")) == []
    assert not Phrases([" "]).may_be_in("una rete")
