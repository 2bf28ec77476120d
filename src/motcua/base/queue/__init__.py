"""Background work over procrastinate."""
