"""Pages about notices: the officials' box, the rules, what could not be sent."""
