"""Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y."""

from decimal import Decimal

from demo.procedures.shared import (
    AGRICULTURE,
    CITIZEN,
    EFFECTIVE,
    ENTERPRISE,
    ORGANISATION,
    Plan,
    acts,
    applicant_page,
    ask,
    department_route,
    every_way,
    form,
    identity_known,
    on_paper_only,
    page,
    when,
    with_site_check,
)
from motcua.reference.catalogue.words import Charge, Consult, Draft, FeeKind, Outcome, Paper

FORM = form(
    "thuoc-thu-y",
    "Tờ khai buôn bán thuốc thú y",
    page(
        "co-so",
        "Cơ sở",
        ask("shop", "text", "Tên cơ sở", autocomplete="organization"),
        ask("shop_address", "address", "Địa chỉ cơ sở"),
        ask("seller", "person_name", "Người trực tiếp bán thuốc"),
        ask("seller_licence", "text", "Số Chứng chỉ hành nghề thú y của người bán"),
        ask("vaccines", "yes_no", "Có bán vắc-xin, chế phẩm sinh học không?"),
        ask(
            "cold",
            "long_text",
            "Tủ lạnh, máy phát điện dự phòng và cách vận chuyển",
            show_if=when("vaccines", True),
        ),
    ),
    applicant_page(title="Chủ cơ sở"),
)

VETERINARY_SHOP = Plan(
    Draft(
        code="1.001686",
        field="Thú y",
        levels=("province",),
        name="Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y",
        title="Chứng nhận đủ điều kiện buôn bán thuốc thú y",
        summary="Để mở cửa hàng bán thuốc, vắc-xin cho vật nuôi.",
        decision_no="1649/QĐ-BNNMT",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN, ORGANISATION, ENTERPRISE, "Hợp tác xã"),
        deciding_agency="Cơ quan được UBND tỉnh phân cấp, ủy quyền",
        requirements="Có địa điểm và thiết bị bảo quản phù hợp; người quản lý và người bán "
        "có Chứng chỉ hành nghề thú y; "
        "bán vắc-xin thì có máy phát điện dự phòng và phương tiện vận chuyển bảo đảm.",
        channels=every_way(7),
        papers=(
            on_paper_only("Đơn đăng ký theo Mẫu số 09.QLT"),
            Paper(
                "description",
                "Bản thuyết minh cơ sở vật chất, kỹ thuật theo Mẫu số 10.QLT",
                originals=1,
                copies=1,
            ),
            Paper("licence", "Chứng chỉ hành nghề thú y", copies=1),
            identity_known(),
        ),
        fees=(
            Charge(
                FeeKind.SERVICE_FEE,
                "Phí kiểm tra điều kiện cơ sở buôn bán thuốc thú y",
                230_000,
                per="lần",
                legal_basis="101/2020/TT-BTC",
            ),
        ),
        results=(
            Outcome("KQ.G10.000209", "Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y"),
            Outcome("KQ.G09.001342", "Văn bản trả lời"),
        ),
        legal_basis=acts(
            "79/2015/QH13",
            "35/2016/NĐ-CP",
            "123/2018/NĐ-CP",
            "80/2022/NĐ-CP",
            "101/2020/TT-BTC",
        ),
        route=with_site_check(
            department_route("40", work="24", department="Sở Nông nghiệp và Môi trường"),
            hours="16",
            asked=Consult("Ủy ban nhân dân xã, phường nơi đặt cơ sở", Decimal(16)),
        ),
        other_words=("bán thuốc thú y", "cửa hàng thuốc thú y", "mở tiệm thuốc thú y", "thuốc cho gia súc"),
        life_events=("Kinh doanh",),
        popularity=30,
    ),
    FORM,
    AGRICULTURE,
)
