"""The nouns: what fields take and refuse."""
