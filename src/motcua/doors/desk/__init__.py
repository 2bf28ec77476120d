"""Officials at work."""
