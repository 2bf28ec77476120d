"""The ground: no word of the domain."""
