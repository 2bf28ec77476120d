"""Pages, read-only guard, error pages."""
