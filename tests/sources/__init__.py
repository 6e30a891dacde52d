"""Files read: places, findings, and whatever anyone may put into a file."""
