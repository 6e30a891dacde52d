"""What the command about groups shows, tested."""
