"""What stands around every official's page, and the way in."""
