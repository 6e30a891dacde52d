"""Tests of the front door for Python: real courses on disk, opened and asked."""
