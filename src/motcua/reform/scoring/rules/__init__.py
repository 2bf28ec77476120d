"""The scoring engine: criteria sets and what their rules make of the figures given. Pure; decimals only."""
