"""What the values of the catalogue are called where people look for a procedure."""

from motcua.reference.catalogue.words import Level, OnlineLevel

WHOM = {
    "nguoi-dan": "Người dân",
    "doanh-nghiep": "Doanh nghiệp, hợp tác xã",
    "to-chuc": "Tổ chức khác",
    "can-bo": "Cán bộ, công chức",
}
LEVELS = {
    Level.COMMUNE.value: "Xã, phường",
    Level.PROVINCE.value: "Cấp tỉnh",
    Level.MINISTRY.value: "Bộ, ngành trung ương",
    Level.OTHER.value: "Cơ quan khác",
}
ONLINE_LEVELS = {
    OnlineLevel.FULL.value: "Trọn quy trình",
    OnlineLevel.PARTIAL.value: "Một phần",
    OnlineLevel.NONE.value: "Chưa có",
}
HERE = {"day": "Nộp được ngay trên trang này"}
