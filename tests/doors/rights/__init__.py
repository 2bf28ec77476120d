"""Who is who in the rights table, and how each comes to an address."""
