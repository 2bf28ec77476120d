"""Figures that may be shown to everybody: small groups hidden, shares with how sure they are."""
