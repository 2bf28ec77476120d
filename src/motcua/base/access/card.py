from motcua.base.rooms import Card

card = Card(
    room="access",
    title="Tài khoản",
    verbs={"account.opened": "mở tài khoản", "account.closed": "khóa tài khoản"},
)
