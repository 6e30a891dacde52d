"""Fixtures of the tests of the front door."""

from __future__ import annotations

from tests.cli.conftest import command_line

__all__ = ["command_line"]
