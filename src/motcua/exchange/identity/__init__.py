"""National e-identity over OpenID Connect."""
