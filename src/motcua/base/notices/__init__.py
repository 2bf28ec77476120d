"""Notices: an outbox of what is told to people, each by one medium, sent once; who is told what is data."""
