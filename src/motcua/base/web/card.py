from motcua.base.rooms import Card

card = Card(room="web", title="Trang", tasks={"web.clear_sessions": "Xóa phiên đăng nhập đã hết hạn"})
