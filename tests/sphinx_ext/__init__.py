"""Sphinx at work on tiny courses: what it reads, writes, shows and keeps to itself."""
