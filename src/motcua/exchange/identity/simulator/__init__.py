"""A stand-in for the national e-identity: an OpenID provider of invented people, its own process."""
