"""The head of a cohort's file, to which a test adds the calendar."""

HEAD = """kind: cohort
id: c-2023
title: Edizione 2023
timezone: Europe/Rome
starts: 2023-03-04
ends: 2023-04-29
enrolment: {opens: 2022-10-03, closes: 2023-01-20, places: 20}
calendar:
"""
