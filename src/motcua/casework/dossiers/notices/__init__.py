"""Who is told what about a dossier, when, by which medium: news and alarms become notices here."""
