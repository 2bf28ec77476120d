"""Breaks that came with the house, and the seal on all that others published."""

from datetime import date
from pathlib import Path

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SEALED = (Path(__file__).parents[1] / "sealed.sql").read_text(encoding="utf-8")
# Index (empty: every one), unit (empty: every one), from which day, what changed, who says so.
BREAKS = (
    (
        "sipas",
        "",
        date(2022, 1, 1),
        "SIPAS từ năm 2022 hỏi người dân từ 18 tuổi chọn ngẫu nhiên và thêm phần xây dựng, thực hiện chính sách;"
        " trước đó chỉ hỏi người đã giao dịch.",
        "Bộ Nội vụ, phương pháp đo lường sự hài lòng từ năm 2022 (nay theo Quyết định 1001/QĐ-BNV ngày 11/12/2024)",
    ),
    (
        "papi",
        "",
        date(2018, 1, 1),
        "PAPI từ năm 2018 có 8 nội dung, tối đa 80 điểm; trước đó có 6 nội dung, tối đa 60 điểm.",
        "Bảng số liệu PAPI 2011–2024: nội dung 7 và 8 bắt đầu từ năm 2018",
    ),
    (
        "",
        "ha-noi",
        date(2008, 8, 1),
        "Hà Nội từ 01/08/2008 gồm cả tỉnh Hà Tây.",
        "Nghị quyết 15/2008/QH12",
    ),
    (
        "",
        "",
        date(2025, 7, 1),
        "Từ 01/07/2025 cả nước có 34 tỉnh, thành phố thay cho 63 và không còn cấp huyện; đơn vị cùng tên không còn"
        " cùng địa bàn.",
        "Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 72/2025/QH15",
    ),
)


def tell_breaks(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the breaks that are known from the start."""
    told = apps.get_model("published", "Break")
    for index, unit_key, from_on, changed, source in BREAKS:
        told.objects.create(index=index, unit_key=unit_key, from_on=from_on, changed=changed, source=source)


class Migration(migrations.Migration):
    """The breaks first: what is sealed takes new rows, never a change."""

    dependencies = [("published", "0001_initial")]
    operations = [
        migrations.RunPython(tell_breaks, migrations.RunPython.noop),
        migrations.RunSQL([SEALED], migrations.RunSQL.noop),
    ]
