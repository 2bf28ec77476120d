from motcua.base.rooms import Card

card = Card(room="files", title="Tệp", verbs={"file.stored": "lưu tệp"})
