"""What must hold across files: from the curriculum to findings."""
