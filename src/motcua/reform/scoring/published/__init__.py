"""Results that others published, with the source of each figure."""
