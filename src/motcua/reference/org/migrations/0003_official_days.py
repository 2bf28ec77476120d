"""The calendar of the whole country comes with the house: the working week, and the days off 2015–2027."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from motcua.base.clock import ZONE
from motcua.base.clock.calendar import FIRST_DAY, OFFICE_HOURS
from motcua.base.clock.official import ANNOUNCED_YEARS, official_days

FIRST_YEAR = 2015
CODE_OF_2012 = ("Bộ luật Lao động 10/2012/QH13", date(2012, 6, 18))
CODE_OF_2019 = ("Bộ luật Lao động 45/2019/QH14", date(2019, 11, 20))
SINCE_2021 = 2021
FORTY_HOURS = ("Quyết định 188/1999/QĐ-TTg", date(1999, 9, 17))
HOURS = "Ngày làm việc theo văn bản; giờ trong ngày là giờ thường dùng, nơi nào khác thì ra quyết định riêng."
UNKNOWN = "Thông báo hoán đổi ngày làm việc, chưa rõ số văn bản"
ESTIMATED = "Ước theo luật, chưa có thông báo chính thức; ngày Tết và ngày nghỉ bù có thể đổi."


def seed(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the first decision with the week, then one decision for each year."""
    Decision = apps.get_model("org", "CalendarDecision")
    Day, Week = apps.get_model("org", "CalendarDay"), apps.get_model("org", "CalendarWeek")
    at = datetime(FIRST_YEAR, 1, 1, tzinfo=ZONE)
    for number, (facts, days) in enumerate(_decisions(), start=1):
        decision = Decision.objects.create(
            **facts, number=number, state="in_force", drafted_at=at, in_force_at=at
        )
        if number == 1:
            hours = [[f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in OFFICE_HOURS]
            Week.objects.create(
                decision=decision, valid_from=FIRST_DAY, shifts={str(day): hours for day in range(5)}
            )
        Day.objects.bulk_create(Day(decision=decision, **one) for one in days)
    schema_editor.execute("SELECT setval('org_calendar_number', %s)", [number])


def _decisions() -> Iterator[tuple[dict[str, object], list[dict[str, object]]]]:
    document, on = FORTY_HOURS
    facts = {"title": "Tuần làm việc 40 giờ", "document": document, "document_on": on, "note": HOURS}
    yield facts, []
    by_year: dict[int, list[dict[str, object]]] = {}
    for day, said in official_days().items():
        by_year.setdefault(max(day.year, FIRST_YEAR), []).append(
            {"day": day, "kind": said.kind.value, "name": said.name, "basis": said.basis or UNKNOWN}
        )
    for year, days in sorted(by_year.items()):
        document, on = CODE_OF_2019 if year >= SINCE_2021 else CODE_OF_2012
        final = year in ANNOUNCED_YEARS
        yield (
            {
                "title": f"Ngày nghỉ năm {year}",
                "document": document,
                "document_on": on,
                "final_year": year if final else None,
                "note": "" if final else ESTIMATED,
            },
            days,
        )


class Migration(migrations.Migration):
    """Numbers are drawn from a sequence, so that one that was given up never comes back."""

    dependencies = [("org", "0002_post")]
    operations = [
        migrations.RunSQL(["CREATE SEQUENCE org_calendar_number"], ["DROP SEQUENCE org_calendar_number"]),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
