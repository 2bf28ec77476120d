"""The hands on background work: the machine's own notes, and people's wish to have work done again."""
