"""What the checks find and what they leave alone: the page of every finding, and each check by itself."""
