"""What the commands about fees share, tested."""
