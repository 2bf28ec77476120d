from motcua.base.access.audience import STAFF
from motcua.base.notices.queries import count_unread
from motcua.base.rooms import Card, MenuItem
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.pages.rules import ADMINISTRATORS
from motcua.casework.dossiers.notices.pages.unsent import count_given_up

card = Card(
    room="dossier_notices",
    title="Thông báo về hồ sơ",
    tasks={
        "dossiers.alarms": "Chia việc nhắc hạn cho từng đơn vị",
        "dossiers.alarm_unit": "Nhắc hạn hồ sơ của một đơn vị",
    },
    subjects={"dossiers.alarm_unit": jobs.units_of},
    listens=jobs.LISTENS,
    menu=(
        MenuItem("Thông báo", "desk:notices", STAFF, 95, count=count_unread),
        MenuItem("Mẫu thông báo", "desk:notice-rules", ADMINISTRATORS, 72),
        MenuItem("Gửi lỗi", "desk:unsent", ADMINISTRATORS, 73, count=count_given_up),
    ),
)
