from django.db import migrations


class Migration(migrations.Migration):
    """What was to be told, and what was told, can be proved later."""

    dependencies = [("notices", "0001_initial")]
    operations = [
        migrations.RunSQL(
            [
                "REVOKE UPDATE, DELETE ON notices_rule FROM motcua_app",
                "REVOKE DELETE ON notices_notice FROM motcua_app",
            ],
            migrations.RunSQL.noop,
        )
    ]
