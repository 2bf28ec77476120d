"""What the leaders' door reads for its pages."""
