"""Every kind of field and every block of an e-form in every state; no page of the running product."""

from motcua.reference.forms.gallery.pages import urlpatterns

__all__ = ["urlpatterns"]
