"""What can be said of published figures without asking the database."""
