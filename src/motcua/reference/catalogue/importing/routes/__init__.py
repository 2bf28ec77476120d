"""Files of routes, read row by row."""
