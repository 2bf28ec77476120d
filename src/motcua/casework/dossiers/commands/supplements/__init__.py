"""Supplements: asked once and in full, answered by the applicant, ticked at the counter."""
