"""Hypothesis without a clock: what is slow here is the machine that is shared, never one example."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
