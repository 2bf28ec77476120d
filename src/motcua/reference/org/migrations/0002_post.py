import django.contrib.postgres.fields
from django.db import migrations, models

POST = """
CREATE VIEW org_post AS
SELECT appointment.id, appointment.valid_from, appointment.valid_to,
       staff.id AS staff_id, staff.account_id, staff.full_name, staff.sort_key,
       place.id AS position_id, place.title, place.roles,
       unit.id AS unit_id, unit.name AS unit_name, unit.kind AS unit_kind, unit.agency_id
FROM org_appointment appointment
JOIN org_staff staff ON staff.id = appointment.staff_id AND staff.left_on IS NULL
JOIN access_account account ON account.id = staff.account_id AND account.is_active
JOIN org_position place ON place.id = appointment.position_id
JOIN org_unit unit ON unit.id = place.unit_id
"""


class Migration(migrations.Migration):
    """Who holds which position, as one row to look up."""

    dependencies = [("org", "0001_initial"), ("access", "0001_initial")]
    operations = [
        migrations.RunSQL([POST], ["DROP VIEW org_post"]),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.UUIDField(help_text="of the appointment", primary_key=True, serialize=False)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("full_name", models.TextField()),
                ("sort_key", models.TextField()),
                ("title", models.TextField()),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("unit_name", models.TextField()),
                ("unit_kind", models.TextField()),
            ],
            options={
                "db_table": "org_post",
                "managed": False,
            },
        ),
    ]
