"""Views: plain data, made of a curriculum and of nothing else."""
