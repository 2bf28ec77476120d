"""What a dossier's journal rows come to. Pure."""
