"""The index of service by Decision 766/QĐ-TTg, computed from operations."""
