"""What is promised and measured."""
