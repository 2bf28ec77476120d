from motcua.base.rooms import Card, MenuItem
from motcua.reference.org.pages.administration.frame import ADMINISTRATORS
from motcua.reference.org.sentences import REFUSALS, VERBS

card = Card(
    room="org",
    title="Tổ chức",
    verbs=VERBS,
    refusals=REFUSALS,
    menu=(
        MenuItem(
            "Quản trị",
            "desk:admin",
            ADMINISTRATORS,
            70,
            within=(
                *("lich/", "tham-so/", "co-quan/", "don-vi/", "nguoi/", "lam-thay/"),
                *("viec-hong/", "suc-khoe/"),
            ),
        ),
    ),
)
