from django.db import migrations


class Migration(migrations.Migration):
    """What decides lateness and what was handed over can only be added to."""

    dependencies = [("dossiers", "0001_initial")]
    operations = [
        migrations.RunSQL(
            [
                "REVOKE UPDATE, DELETE ON dossiers_clock_mark FROM motcua_app",
                "REVOKE UPDATE, DELETE ON dossiers_result_return FROM motcua_app",
                "REVOKE DELETE ON dossiers_serial, dossiers_step_run, dossiers_slip, dossiers_result"
                " FROM motcua_app",
            ],
            migrations.RunSQL.noop,
        )
    ]
