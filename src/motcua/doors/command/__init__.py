"""Leaders, auditors and whoever watches over reform."""
