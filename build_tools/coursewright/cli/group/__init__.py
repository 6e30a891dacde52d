"""What the command ``group`` needs: the course opened for a group, and a group's portrait as text and as JSON."""
