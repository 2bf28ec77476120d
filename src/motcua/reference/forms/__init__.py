"""Form schemas, field kinds, answers."""
