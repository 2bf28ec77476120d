from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "motcua.exchange.identity"
    label = "identity"
