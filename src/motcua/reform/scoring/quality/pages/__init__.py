"""Pages of the index."""
