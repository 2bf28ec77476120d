"""Measures of the work, rolled up from the journal; every figure opens to its dossiers."""
