"""The command line: an adapter that asks, shows and refuses; what it shows is made elsewhere.

program · commands/ (one a file) · invocation course_root refusal · language click_words translated terminal ·
findings_report · kinds json_schema · sphinx_run sphinx_warnings build_cache build_lock ·
output_folder publication
"""

from coursewright.cli.program import main

__all__ = ["main"]
