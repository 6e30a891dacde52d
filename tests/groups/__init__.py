"""Group curricula."""
