"""Who gets what is limited: rankings, and one allocation that nobody has reason to contest.

Under ``best`` an applicant can use one rule only. Whoever is ranked higher for a rule never has to see it given to
somebody ranked lower, and no rule is spent on someone who pays no less by it: each competitor asks for the rule that
leaves least, each rule keeps the best ranked of those who ask, and who is sent away asks for the next (deferred
acceptance, Gale and Shapley 1962). The result depends neither on the order of rows nor on that of the rules, but for
rules that leave the same. Under ``cumulate`` limited rules are given one after the other, as the file lists them.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from coursewright.fees.rule_set import Granted, RuleSet
from coursewright.model.application import Application
from coursewright.model.fee_rules import Combine
from coursewright.model.moments import TICK

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Key = tuple[object, ...]
# What someone would pay, in cents, if these limited rules were granted.
DueWith = Callable[[Granted], int]


class DrawNeededError(Exception):
    """Two competitors are equal up to the draw, and the file gives no seed to draw with."""

    def __init__(self, rule: int, applications: Sequence[str]) -> None:
        super().__init__(rule, applications)
        self.rule = rule
        self.applications = applications


@dataclass(frozen=True, slots=True)
class Competitor:
    """Someone with a place who may get limited rules: those whose conditions hold, and those kept from before."""

    application: Application
    competing: tuple[int, ...]
    due_with: DueWith
    kept: Granted = frozenset()


@dataclass(frozen=True)
class Allocation:
    """Who gets which limited rules: by application row; ``rankings`` has for each rule its competitors, best first.

    Before them stand those who keep the rule from an earlier settlement.
    """

    granted: Mapping[int, Granted] = field(default_factory=dict)
    rankings: Mapping[int, tuple[Competitor, ...]] = field(default_factory=dict)


def allocate(rules: RuleSet, competitors: Sequence[Competitor], reserved: Mapping[int, int]) -> Allocation:
    """Give the limited rules; of each, ``reserved`` places are kept by earlier holders, whoever competes.

    DrawNeededError where a draw decides and there is no seed.
    """
    if rules.combine is Combine.BEST:
        return _best(rules, competitors, reserved)
    return _one_after_the_other(rules, competitors, reserved)


def draw_digest(seed: str, application: str) -> str:
    """The SHA-256 by which equals are drawn, ascending: of ``seed|application``."""
    return hashlib.sha256(f"{seed}|{application}".encode("utf-8", "surrogatepass")).hexdigest()


def _best(rules: RuleSet, competitors: Sequence[Competitor], reserved: Mapping[int, int]) -> Allocation:
    wishes = {each.application.row: _wishes(rules, each) for each in competitors}
    # Who keeps a rule and wins a better one leaves it to the next; nobody else comes before who keeps it.
    asked_again = Counter(rule for each in competitors if wishes[each.application.row] for rule in each.kept)
    reserved = {rule: count - asked_again[rule] for rule, count in reserved.items()}
    held: dict[int, list[Competitor]] = defaultdict(list)
    rejected: dict[int, list[Competitor]] = defaultdict(list)
    next_wish = dict.fromkeys(wishes, 0)
    asking = list(competitors)
    while asking:
        for each in asking:
            row = each.application.row
            if next_wish[row] < len(wishes[row]):
                held[wishes[row][next_wish[row]]].append(each)
                next_wish[row] += 1
        asking = []
        for rule in held:
            held[rule], rest = _chosen(rules, rule, held[rule], reserved)
            rejected[rule] += rest
            asking += rest
    for rule in held:
        _refuse_undrawn(rules, rule, held[rule], rejected[rule])
    granted = {each.application.row: each.kept for each in competitors}
    granted |= {each.application.row: frozenset({rule}) for rule in held for each in held[rule]}
    settled = [each for each in competitors if not wishes[each.application.row]]
    rankings = {
        rule: _ranked(rules, rule, (*_keepers(rule, settled), *held[rule], *rejected[rule])) for rule in rules.limited
    }
    return Allocation(granted, rankings)


def _wishes(rules: RuleSet, competitor: Competitor) -> Sequence[int]:
    """The rules by which one would pay less than otherwise, the one that leaves least first; then those kept."""
    if _has_scholarship(rules, competitor.kept):
        return []
    otherwise = competitor.due_with(competitor.kept)
    dues = {rule: competitor.due_with(frozenset({rule})) for rule in {*competitor.competing, *competitor.kept}}
    wanted = (rule for rule, due in dues.items() if due < otherwise or rule in competitor.kept)
    return sorted(wanted, key=lambda rule: (dues[rule], rule))


def _one_after_the_other(rules: RuleSet, competitors: Sequence[Competitor], reserved: Mapping[int, int]) -> Allocation:
    granted = {each.application.row: each.kept for each in competitors}
    rankings = {}
    for rule in rules.limited:
        asking = [each for each in competitors if _gains(rules, each, rule, granted[each.application.row])]
        best, rest = _chosen(rules, rule, asking, reserved)
        _refuse_undrawn(rules, rule, best, rest)
        for each in best:
            granted[each.application.row] |= {rule}
        rankings[rule] = (*_ranked(rules, rule, _keepers(rule, competitors)), *best, *rest)
    return Allocation(granted, rankings)


def _keepers(rule: int, competitors: Iterable[Competitor]) -> list[Competitor]:
    """Who has the rule from before: they stand before all others in its ranking."""
    return [each for each in competitors if rule in each.kept]


def _gains(rules: RuleSet, competitor: Competitor, rule: int, granted: Granted) -> bool:
    if rule not in competitor.competing or rule in granted:
        return False
    if rules.rules[rule].award and _has_scholarship(rules, competitor.kept):
        return False
    return competitor.due_with(granted | {rule}) < competitor.due_with(granted)


def _has_scholarship(rules: RuleSet, granted: Granted) -> bool:
    return any(rules.rules[rule].award for rule in granted)


def _chosen(
    rules: RuleSet, rule: int, asking: Iterable[Competitor], reserved: Mapping[int, int]
) -> tuple[list[Competitor], list[Competitor]]:
    """Those who get the rule and those who do not, each ranked."""
    ranked = list(_ranked(rules, rule, asking))
    places = rules.rules[rule].places
    room = len(ranked) if places is None else max(0, places - reserved.get(rule, 0))
    return ranked[:room], ranked[room:]


def _ranked(rules: RuleSet, rule: int, competitors: Iterable[Competitor]) -> tuple[Competitor, ...]:
    return tuple(sorted(competitors, key=lambda each: (rule not in each.kept, *_rank(rules, rule, each.application))))


def _rank(rules: RuleSet, rule: int, application: Application) -> _Key:
    """What competitors are ranked by; where nothing else decides, the receipt and then the id."""
    decisive = _before_draw(rules, rule, application)
    drawn = draw_digest(rules.fees.draw_seed or "", application.id) if _draws(rules, rule) else ""
    return (*decisive, drawn, application.received, application.id)


def _before_draw(rules: RuleSet, rule: int, application: Application) -> _Key:
    key: list[object] = []
    for words in rules.rules[rule].award:
        what, _, way = words.partition(" ")
        if what == "draw":
            break
        key.append(_score(application.score, way) if what == "score" else _receipt(application.received, way))
    return tuple(key)


def _draws(rules: RuleSet, rule: int) -> bool:
    return "draw" in rules.rules[rule].award


def _score(score: Decimal | None, way: str) -> tuple[bool, Decimal]:
    """An empty score ranks last, whichever way scores are ranked."""
    if score is None:
        return True, Decimal(0)
    return False, -score if way == "desc" else score


def _receipt(received: datetime, way: str) -> int:
    ticks = (received - _EPOCH) // TICK
    return -ticks if way == "desc" else ticks


def _refuse_undrawn(rules: RuleSet, rule: int, best: Sequence[Competitor], rest: Sequence[Competitor]) -> None:
    """Refuse a decision between equals that wants a draw, where there is no seed to draw with."""
    if not best or not rest or not _draws(rules, rule) or rules.fees.draw_seed is not None:
        return
    last = max(_before_draw(rules, rule, each.application) for each in best)
    equal = [each.application.id for each in (*best, *rest) if _before_draw(rules, rule, each.application) == last]
    if any(_before_draw(rules, rule, each.application) == last for each in rest):
        raise DrawNeededError(rule, sorted(equal))
