"""How the house itself stands: facts read, graded, said with what to do."""
