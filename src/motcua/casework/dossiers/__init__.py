"""A dossier from submission to result."""
