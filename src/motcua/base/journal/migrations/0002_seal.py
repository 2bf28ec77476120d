from pathlib import Path

from django.db import migrations

SEAL = (Path(__file__).parents[1] / "seal.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunSQL([SEAL], migrations.RunSQL.noop)]
