"""Compiles a training course kept as plain text into a site, calendars and fees.

model sources checks views · project · locale · sphinx_ext cli
"""

__version__ = "0.1.0"
