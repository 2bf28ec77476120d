"""Papers that anybody may take home."""
