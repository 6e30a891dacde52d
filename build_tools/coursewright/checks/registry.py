"""Every check, run over a curriculum."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coursewright.checks.blocks import check_blocks, check_comments, check_data_texts
from coursewright.checks.coverage import check_practised, check_taught, check_used
from coursewright.checks.gradations import check_descriptions, check_gradations, check_lifts
from coursewright.checks.illustrative import check_illustrative
from coursewright.checks.linked_terms import check_linked_terms
from coursewright.checks.mentions import check_mentions
from coursewright.checks.missing_sources import check_sources
from coursewright.checks.path import check_path, check_prerequisites, check_reach
from coursewright.checks.placeholders import check_placeholders
from coursewright.checks.plain_words import check_plain_words
from coursewright.checks.practices import check_counted_practices, check_practices
from coursewright.checks.privacy import check_member_ids, check_personal_data, check_readings
from coursewright.checks.private_addresses import check_meetings, check_private_addresses
from coursewright.checks.prose import (
    check_headings,
    check_images,
    check_linked_pages,
    check_links,
    check_reading_ease,
    check_shown_steps,
)
from coursewright.checks.references import check_references
from coursewright.checks.relations import check_relations
from coursewright.checks.translations import check_translations
from coursewright.checks.unique_ids import check_unique_ids
from coursewright.checks.workload import check_group_sizes, check_plans, check_sessions, check_steps
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding

Check = Callable[[Curriculum], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_references,
    check_unique_ids,
    check_gradations,
    check_lifts,
    check_descriptions,
    check_relations,
    check_practices,
    check_counted_practices,
    check_prerequisites,
    check_path,
    check_reach,
    check_taught,
    check_practised,
    check_used,
    check_plans,
    check_steps,
    check_group_sizes,
    check_sessions,
    check_headings,
    check_images,
    check_links,
    check_shown_steps,
    check_blocks,
    check_comments,
    check_data_texts,
    check_placeholders,
    check_mentions,
    check_linked_pages,
    check_linked_terms,
    check_plain_words,
    check_reading_ease,
    check_sources,
    check_member_ids,
    check_personal_data,
    check_readings,
    check_private_addresses,
    check_meetings,
    check_illustrative,
    check_translations,
)


def check_curriculum(curriculum: Curriculum) -> tuple[Finding, ...]:
    """The findings of every check, ignored ones included (``ignores`` takes them out)."""
    return tuple(finding for check in CHECKS for finding in check(curriculum))
