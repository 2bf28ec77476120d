"""The interface `/api/v1`: the published catalogue for other programs."""

from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError
from pydantic import AwareDatetime, Field

from motcua.base.clock import today
from motcua.doors.api import downloads, reading, sentences, shapes
from motcua.doors.api.answers import fault
from motcua.reference.catalogue.words import Level, OnlineLevel

MOST = 100
LONGEST = 200
CODE = r"^[0-9A-Z.]{1,40}$"

api = NinjaAPI(
    title=sentences.TITLE,
    description=sentences.ABOUT,
    version="1.0.0",
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)
Text = Annotated[str, Field(max_length=LONGEST)]


class Asked(Schema):
    """What a list is asked for."""

    q: Text = Field("", description="Lời của người dân, có dấu hoặc không dấu; kết quả hợp nhất đứng trước")
    level: Level | None = Field(None, description="Cấp thực hiện")
    field: Text = Field("", description="Lĩnh vực")
    agency: Text = Field("", description="Cơ quan giải quyết")
    subject: Text = Field("", description="Đối tượng thực hiện")
    online: OnlineLevel | None = Field(None, description="Mức độ trực tuyến")
    changed_since: AwareDatetime | None = Field(None, description="Chỉ những thủ tục công khai từ lúc này")
    after: Annotated[str, Field(pattern=r"^[0-9A-Z.]{0,40}$")] = Field(
        "", description="Mã cuối của trang trước"
    )
    limit: int = Field(50, ge=1, le=MOST, description="Số thủ tục một trang")

    def narrowing(self) -> reading.Narrowing:
        """Give what narrows the list."""
        since: datetime | None = self.changed_since
        return reading.Narrowing(
            self.q,
            self.level.value if self.level else "",
            self.field,
            self.agency,
            self.subject,
            self.online.value if self.online else "",
            since,
        )


@api.get(
    "/procedures",
    response={200: shapes.Page, 400: shapes.Fault},
    url_name="procedures",
    operation_id="listProcedures",
    summary="Danh sách thủ tục",
)
def procedures(request: HttpRequest, response: HttpResponse, asked: Query[Asked]) -> shapes.Page:
    """Danh sách thủ tục đang có hiệu lực."""
    codes = reading.codes_of(asked.narrowing(), on=today())
    rest = reading.following(codes, asked.after, ranked=bool(asked.q))
    shown = rest[: asked.limit]
    following = None
    if len(rest) > len(shown):
        given = {name: value for name, value in request.GET.items() if name != "after"}
        following = f"{request.path}?{urlencode({**given, 'after': shown[-1]})}"
        response["Link"] = f'<{following}>; rel="next"'
    return shapes.Page(procedures=reading.listed(shown, on=today()), total=len(codes), next=following)


@api.get(
    "/procedures/{code}",
    response={200: shapes.Procedure, 400: shapes.Fault, 404: shapes.Fault},
    url_name="procedure",
    operation_id="showProcedure",
    summary="Một thủ tục",
)
def procedure(request: HttpRequest, code: str) -> shapes.Procedure:
    """Một thủ tục, với phiên bản đang có hiệu lực và mọi phiên bản đã công khai."""
    found = reading.procedure(code)
    if found is None:
        raise Http404
    return found


@api.get(
    "/dictionary",
    response=list[shapes.Entry],
    url_name="dictionary",
    operation_id="explainColumns",
    summary="Từ điển cột",
)
def dictionary(request: HttpRequest) -> list[shapes.Entry]:
    """Ý nghĩa của từng cột trong tệp tải về."""
    return downloads.dictionary()


@api.exception_handler(ValidationError)
def bad_value(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say which parameter cannot be used, and why."""
    first = error.errors[0]
    why = sentences.WHY.get(str(first.get("type")), sentences.WHY_ELSE)
    name = str(first["loc"][-1])
    return fault("bad_value", sentences.BAD_VALUE.format(name=name, why=why), status=400)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    """Say that no procedure has this code."""
    return fault("not_found", sentences.NOT_FOUND, status=404)
