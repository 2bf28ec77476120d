from pathlib import Path

from django.db import migrations

FROZEN = (Path(__file__).parents[1] / "frozen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("scoring", "0001_initial")]
    operations = [migrations.RunSQL([FROZEN], migrations.RunSQL.noop)]
