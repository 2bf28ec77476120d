"""The door for programs: versioned contracts, anonymous, read only."""
