"""Pages of the citizens' door."""
