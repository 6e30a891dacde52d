"""Whether two names that were typed otherwise may be one person's."""

from __future__ import annotations

from coursewright.model.person import name_words

# Of so many letters one may be wrong, and never more than two: "Ada" and "Ida" are two people.
_LETTERS_A_SLIP = 4
_MOST_SLIPS = 2
# No name is longer, and comparing takes the square of it.
_LONGEST = 200


def may_be_one_name(first: str, second: str) -> bool:
    """Whether one name may be the other: mistyped, in another order, or with a word more; a missing name may be any."""
    words, others = name_words(first), name_words(second)
    if words <= others or others <= words:
        return True
    if _digits(words) != _digits(others):
        return False
    one, other = " ".join(sorted(words)), " ".join(sorted(others))
    slips = min(_MOST_SLIPS, max(len(one), len(other)) // _LETTERS_A_SLIP)
    return _is_within(one, other, slips) or _is_within(_plain(first), _plain(second), slips)


def share_a_word(first: str, second: str) -> bool:
    """Whether the names have a word in common, as before and after a marriage; initials are none."""
    words, others = name_words(first), name_words(second)
    return _digits(words) == _digits(others) and any(len(word) > 1 for word in words & others)


def _plain(name: str) -> str:
    return " ".join("".join(name_words(word)) for word in name.split())


def _digits(words: frozenset[str]) -> list[str]:
    """Names that are told apart by a number only, such as "Classe 1" and "Classe 2", are two."""
    return sorted(sign for word in words for sign in word if sign.isdigit())


def _is_within(first: str, second: str, slips: int) -> bool:
    """Whether so many letters left out, put in, changed or exchanged with the next one make one of the other."""
    if abs(len(first) - len(second)) > slips or len(first) > _LONGEST:
        return False
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > slips + 1:
            return False
    return row[-1] <= slips
