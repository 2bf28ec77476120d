"""Accounts, actors, audiences, rights."""
