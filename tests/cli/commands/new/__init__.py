"""``coursewright new`` and what it makes."""
