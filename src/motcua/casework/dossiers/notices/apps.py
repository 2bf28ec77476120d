from django.apps import AppConfig


class DossierNoticesConfig(AppConfig):
    name = "motcua.casework.dossiers.notices"
    label = "dossier_notices"
