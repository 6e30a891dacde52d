"""coursewright compiles a course kept as plain text into a static site, calendars and fees."""
