"""The counter: dossiers are accepted, refused, taken in on paper, and sent on."""
