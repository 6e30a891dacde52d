"""What the commands about fees share: the cohort they are about, and results as text, JSON and tables."""
