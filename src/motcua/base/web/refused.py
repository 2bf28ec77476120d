"""Access refused, with a sentence that says who can help."""

from django.core.exceptions import PermissionDenied


class AccessRefused(PermissionDenied):
    """Raised when somebody signed in may not see or do a thing; its text is shown to them."""
