from django.db import migrations


class Migration(migrations.Migration):
    """A form version never changes: the application may add versions, not touch them."""

    dependencies = [("forms", "0001_initial")]
    operations = [
        migrations.RunSQL(
            ["REVOKE UPDATE, DELETE ON forms_form_version FROM motcua_app"], migrations.RunSQL.noop
        )
    ]
