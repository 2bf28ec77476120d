"""The face: components, layouts, forms and error pages that every door shares."""
