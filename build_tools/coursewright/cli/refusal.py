"""Sentences that the command line refuses with in several places."""

from __future__ import annotations

from coursewright.model.words import N_

INTERRUPTED = N_("Interrupted.")
SYSTEM_REFUSES = N_("The system refuses: {reason} ({file})")
IS_THERE = N_("“{file}” is there already, and nothing is written over.")
