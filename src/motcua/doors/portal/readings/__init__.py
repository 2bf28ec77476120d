"""What the pages of this door show, gathered from the rooms that know it."""
