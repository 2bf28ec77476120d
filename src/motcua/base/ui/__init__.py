"""Components, layouts, theme."""
