"""The nine indicators by which one-stop units are rated."""
