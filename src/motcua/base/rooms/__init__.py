"""The card by which a room tells the house what it has."""
