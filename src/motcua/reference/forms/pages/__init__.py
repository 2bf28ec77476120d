"""Where controllers draft, try and publish e-forms."""
