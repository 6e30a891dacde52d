"""A judge of .ics files that shares no code with what writes them: fault lines values kinds · lint."""
