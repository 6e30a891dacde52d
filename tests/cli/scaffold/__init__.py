"""First versions of a course's files."""
