"""A catalog brought up to date with its file."""

from __future__ import annotations

import pytest

from coursewright.model.catalog_renewal import renewed
from coursewright.model.translation import Catalog, CatalogEntry

KEPT = CatalogEntry("Si impara ad ascoltare.", "One learns to listen.")
PATH = "locales/en/LC_MESSAGES/curriculum/course.po"


def test_words_stay_with_their_texts_in_the_order_of_the_file() -> None:
    other = CatalogEntry("Corso di prova", "Trial course")
    new = renewed(Catalog(PATH, (KEPT, other)), (other.written, KEPT.written, other.written))
    assert new == Catalog(PATH, (other, KEPT))


def test_text_that_changed_a_little_gets_its_old_words_to_be_looked_at() -> None:
    new = renewed(Catalog(PATH, (KEPT,)), ("Si impara ad ascoltare bene.",))
    assert new.entries == (CatalogEntry("Si impara ad ascoltare bene.", KEPT.said, is_doubtful=True),)


def test_words_whose_text_is_gone_are_set_aside_and_come_back_with_it() -> None:
    gone = renewed(Catalog(PATH, (KEPT,)), ("Tutt'altro.",))
    assert gone.entries == (CatalogEntry("Tutt'altro."), CatalogEntry(KEPT.written, KEPT.said, is_set_aside=True))
    assert renewed(gone, (KEPT.written,)).entries == (KEPT,)


def test_text_without_words_that_is_gone_leaves_nothing() -> None:
    assert renewed(Catalog(PATH, (CatalogEntry("Via"),)), ()).entries == ()


@pytest.mark.parametrize("times", [1, 2])
def test_renewing_again_changes_nothing(times: int) -> None:
    texts = ("Si impara ad ascoltare bene.", "Corso di prova")
    catalog = renewed(Catalog(PATH, (KEPT, CatalogEntry("Altro che non c'è più", "Gone"))), texts)
    again = catalog
    for _ in range(times):
        again = renewed(again, texts)
    assert again == catalog
