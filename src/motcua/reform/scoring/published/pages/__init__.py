"""Pages of what others published."""
