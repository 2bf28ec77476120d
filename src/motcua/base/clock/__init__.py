"""Now and working-time arithmetic. Pure."""
