from motcua.base.rooms import Card
from motcua.casework.dossiers.notices import jobs

card = Card(room="dossier_notices", title="Thông báo về hồ sơ", listens=jobs.LISTENS)
