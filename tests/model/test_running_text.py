"""What of a text is its own."""

from __future__ import annotations

import pytest

from coursewright.model.running_text import Block, RunningText, covered


def own_words(text: str, *names: tuple[int, int]) -> str:
    return RunningText(Block(text, 1, (0,)), names=names).own_words.replace("\ufffc", "#")


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("dice «rete» e va", "dice ###### e va"),
        ("dice “rete” e va", "dice ###### e va"),
        ('dice "rete" e va', "dice ###### e va"),
        ("dice «rete e va", "dice «rete e va"),
        ("l'ora dell'incontro", "l'ora dell'incontro"),
    ],
)
def test_quotations_are_not_its_own(text: str, own: str) -> None:
    assert own_words(text) == own


def test_names_are_not_its_own() -> None:
    assert own_words("legge Essere leader e va", (6, 19)) == "legge ############# e va"


def test_stretches_may_lie_in_one_another() -> None:
    assert covered("abcdefgh", [(3, 4), (1, 5), (4, 7)]) == "a" + "\ufffc" * 6 + "h"


def test_unclosed_quotations_take_no_more_time_than_closed_ones() -> None:
    assert own_words("«" * 20_000 + '"' * 19_999) == "«" * 20_000 + "#" * 19_998 + '"'
