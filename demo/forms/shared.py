"""Questions of e-forms as plain JSON, as the room of forms reads it."""

from collections.abc import Iterable

Json = dict[str, object]
GENDERS = (("male", "Nam"), ("female", "Nữ"))


def form(code: str, title: str, *pages: Json) -> Json:
    """Give an e-form."""
    return {"code": code, "title": title, "pages": list(pages)}


def page(code: str, title: str, *fields: Json, caption: str = "") -> Json:
    """Give a page of questions."""
    return {"code": code, "title": title, "fields": list(fields), **({"caption": caption} if caption else {})}


def ask(name: str, kind: str, label: str, hint: str = "", **more: object) -> Json:
    """Give one question; required unless `required=False`."""
    return {"name": name, "kind": kind, "label": label, **({"hint": hint} if hint else {}), **more}


def choose(
    name: str, label: str, options: Iterable[tuple[str, str]], kind: str = "choice", **more: object
) -> Json:
    """Give a question with answers to choose from."""
    listed = [{"code": code, "label": said} for code, said in options]
    return {"name": name, "kind": kind, "label": label, "options": listed, **more}


def group(name: str, label: str, *fields: Json, **more: object) -> Json:
    """Give questions under one heading."""
    return {"name": name, "kind": "group", "label": label, "fields": list(fields), **more}


def table(name: str, label: str, row: str, *columns: Json, **more: object) -> Json:
    """Give a question that is answered row by row."""
    return {"name": name, "kind": "table", "label": label, "row": row, "fields": list(columns), **more}


def when(field: str, value: str | bool) -> Json:
    """Give the condition that an earlier answer is this one."""
    return {"field": field, "value": value}


def when_filled(field: str) -> Json:
    """Give the condition that an earlier question was answered."""
    return {"field": field, "test": "filled"}


def at_least(field: str, value: float) -> Json:
    """Give the condition that an earlier figure is not smaller."""
    return {"field": field, "value": value, "test": "at_least"}


def name_of(name: str, label: str = "Họ, chữ đệm, tên", **more: object) -> Json:
    """Ask for the name of a person."""
    return {**ask(name, "person_name", label), **more}


def id_of(name: str, label: str = "Số định danh cá nhân", **more: object) -> Json:
    """Ask for a personal number."""
    return {**ask(name, "personal_id", label, "Có 12 chữ số."), **more}


def past_day(name: str, label: str = "Ngày sinh", **more: object) -> Json:
    """Ask for a day that is not to come."""
    return {**ask(name, "date", label, max="today"), **more}


def person(prefix: str, label: str, *more: Json, home: bool = True, **how: object) -> Json:
    """Ask who somebody is, under a heading."""
    fields = [name_of(f"{prefix}_name"), past_day(f"{prefix}_birth"), id_of(f"{prefix}_id")]
    fields += [ask(f"{prefix}_home", "address", "Nơi cư trú")] if home else []
    return group(prefix, label, *fields, *more, **how)


def applicant(*more: Json, title: str = "Người yêu cầu") -> Json:
    """Give the page about who files, filled from e-identity."""
    return page(
        "nguoi-yeu-cau",
        title,
        name_of("applicant_name", prefill="person.full_name", autocomplete="name"),
        id_of("applicant_id", prefill="person.personal_id"),
        past_day("applicant_birth", prefill="person.birth_date", autocomplete="bday"),
        ask("applicant_address", "address", "Nơi cư trú", prefill="person.address"),
        ask(
            "applicant_phone",
            "phone",
            "Số điện thoại",
            "Để cơ quan báo khi có kết quả.",
            prefill="person.phone",
            autocomplete="tel",
        ),
        ask(
            "applicant_email",
            "email",
            "Thư điện tử",
            required=False,
            prefill="person.email",
            autocomplete="email",
        ),
        *more,
    )


def paper(name: str, label: str, hint: str = "", **more: object) -> Json:
    """Ask for a paper within the form."""
    return {**ask(name, "file", label, hint, required=False, max=3), **more}
